import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { dynamicValue, unpack } from "../../src/protocol/messages";
import { decode } from "../../src/protocol/msgpack";
import { bytes, bytesOf, integer, type Message, message, parse, text, textOf } from "../../src/protocol/protobuf";
import { identityOf, loadSchema } from "../../src/schema/load";
import { shapeBlock } from "../../src/schema/shape";
import { isObject, type ObjectValue, UNKNOWN, type Value } from "../../src/schema/value";
import { logFile } from "../../src/terraform/environment";
import { type Client, connectTo } from "../support/grpc-client";
import { certificate, type Handshake, Mirror } from "../support/spawned";
import { TRUST } from "../support/trust";

const PROVIDER = "/tfplugin5.Provider";
const SHUTDOWN = "/plugin.GRPCController/Shutdown";
const HEALTH = "/grpc.health.v1.Health/Check";
const UNIMPLEMENTED = 12;
const INTERNAL = 13;

const AWS = loadSchema("aws", identityOf("aws").address);
const blockOf = (type: string) => AWS.resource_schemas[type]?.block ?? {};

const value = (field: number, of: Value) => bytes(field, dynamicValue(of));

let mirror: Mirror;
beforeAll(() => {
  mirror = new Mirror();
});
afterAll(() => mirror.remove());

/** A provider with one client, as for one provider configuration. */
async function running(): Promise<{ client: Client; handshake: Handshake; code: () => Promise<number | null> }> {
  const provider = mirror.start("aws");
  const handshake = await provider.handshake();
  return { client: await mirror.client(handshake), handshake, code: () => provider.code() };
}

async function ask(client: Client, method: string, ...fields: readonly Uint8Array[]): Promise<Message> {
  const { status, body } = await client.call(`${PROVIDER}/${method}`, message(...fields));
  expect({ method, status }).toEqual({ method, status: 0 });
  return parse(body);
}

/** The summaries of a repeated field of diagnostics. */
const summaries = (reply: Message, field: number) => (reply.get(field) ?? []).map((one) => textOf(parse(one as Uint8Array), 2));

describe("a provider that Terraform started", () => {
  let client: Client;
  let handshake: Handshake;
  let code: () => Promise<number | null>;
  beforeAll(async () => {
    ({ client, handshake, code } = await running());
  });
  afterAll(() => client.close());

  test("says where it listens, in one line, on a socket for this user alone", () => {
    expect(handshake.line).toMatch(/^1\|5\|unix\|\/[^|]+\|grpc\|[A-Za-z0-9+/]+\n$/);
    expect(statSync(handshake.socket).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(handshake.socket)).mode & 0o777).toBe(0o700);
  });

  test("turns away a client without a certificate, and one with a foreign one", async () => {
    const foreign = certificate();
    await expect(connectTo(handshake.socket, { rejectUnauthorized: false })).rejects.toThrow();
    const { cert, key } = foreign;
    await expect(connectTo(handshake.socket, { rejectUnauthorized: false, cert, key })).rejects.toThrow();
    await expect(connectTo(handshake.socket)).rejects.toThrow();
    expect((await client.call(HEALTH)).status).toBe(0);
  });

  test("tells its schema", async () => {
    const reply = await ask(client, "GetSchema");
    expect(reply.get(2)).toHaveLength(Object.keys(AWS.resource_schemas).length);
    expect(reply.get(3)).toHaveLength(Object.keys(AWS.data_source_schemas).length);
  });

  test("carries a resource through its life", async () => {
    const type = "aws_iam_role";
    const proposed = shapeBlock(blockOf(type), { name: "reader", assume_role_policy: TRUST });
    const secret = bytes(5, Buffer.from("private"));
    await ask(client, "Configure", text(1, "1.11.4"), value(2, { region: "us-west-2" }));
    expect(summaries(await ask(client, "ValidateResourceTypeConfig", text(1, type), value(2, proposed)), 1)).toEqual([]);
    const planned = await ask(client, "PlanResourceChange", text(1, type), value(2, null), value(3, proposed), secret);
    expect(unpack(planned, 1)).toMatchObject({ name: "reader", arn: UNKNOWN });
    expect(String(Buffer.from(bytesOf(planned, 3) ?? []))).toBe("private");
    const applied = await ask(client, "ApplyResourceChange", text(1, type), value(2, null), value(3, unpack(planned, 1)));
    const state = unpack(applied, 1);
    expect(state).toMatchObject({ id: "reader", arn: "arn:aws:iam::123456789012:role/reader" });
    const stored = bytes(3, message(bytes(1, Buffer.from(JSON.stringify({ ...(state as ObjectValue), gone: 1 })))));
    expect(unpack(await ask(client, "UpgradeResourceState", text(1, type), integer(2, 0), stored), 1)).toEqual(state);
    expect(unpack(await ask(client, "ReadResource", text(1, type), value(2, state)), 1)).toEqual(state);
    const again = await ask(client, "PlanResourceChange", text(1, type), value(2, state), value(3, state));
    expect([unpack(again, 1), again.get(2)]).toEqual([state, undefined]);
    const imported = parse(bytesOf(await ask(client, "ImportResourceState", text(1, type), text(2, "reader")), 1) ?? message());
    expect(unpack(imported, 2)).toMatchObject({ id: "reader" });
    await ask(client, "ApplyResourceChange", text(1, type), value(2, state), value(3, null));
    expect(unpack(await ask(client, "ReadResource", text(1, type), value(2, state)), 1)).toBeNull();
  });

  test("names what has to be replaced", async () => {
    const type = "aws_iam_role";
    const prior = shapeBlock(blockOf(type), { id: "a", name: "a", assume_role_policy: TRUST });
    const reply = await ask(client, "PlanResourceChange", text(1, type), value(2, prior), value(3, { ...prior, name: "b" }));
    const [path] = (reply.get(2) ?? []).map((one) => parse(bytesOf(parse(one as Uint8Array), 1) ?? message()));
    expect(path && textOf(path, 1)).toBe("name");
  });

  test("answers data, and refuses in diagnostics", async () => {
    const identity = shapeBlock(AWS.data_source_schemas["aws_caller_identity"]?.block ?? {}, {});
    await ask(client, "ValidateDataSourceConfig", text(1, "aws_caller_identity"), value(2, identity));
    const read = await ask(client, "ReadDataSource", text(1, "aws_caller_identity"), value(2, identity));
    expect(unpack(read, 1)).toMatchObject({ account_id: "123456789012" });
    const none = await ask(client, "ReadDataSource", text(1, "aws_kms_key"), value(2, { key_id: "k" }));
    expect(summaries(none, 2)).toEqual([
      "reading KMS Key (k): NotFoundException: Key 'arn:aws:kms:us-west-2:123456789012:key/k' does not exist",
    ]);
    const missing = await ask(client, "ImportResourceState", text(1, "aws_iam_role"), text(2, "nobody"));
    expect(summaries(missing, 2)).toEqual(["Cannot import non-existent remote object"]);
  });

  test("keeps the configuration of each connection to itself", async () => {
    const other = await mirror.client(handshake);
    await ask(client, "Configure", value(2, { region: "us-west-2" }));
    await ask(other, "Configure", value(2, { region: "eu-west-1" }));
    const proposed = value(3, shapeBlock(blockOf("aws_s3_bucket"), { bucket: "b" }));
    const regions = [client, other].map(async (one) => {
      const planned = unpack(await ask(one, "PlanResourceChange", text(1, "aws_s3_bucket"), proposed), 1);
      return isObject(planned) && planned["region"];
    });
    expect(await Promise.all(regions)).toEqual(["us-west-2", "eu-west-1"]);
    other.close();
  });

  test.each(["GetMetadata", "GetFunctions", "CallFunction", "MoveResourceState", "OpenEphemeralResource"])(
    "says of %s that it isn't offered",
    async (method) => expect((await client.call(`${PROVIDER}/${method}`)).status).toBe(UNIMPLEMENTED),
  );

  test("outlives a message that is none", async () => {
    expect((await client.call(`${PROVIDER}/PlanResourceChange`, Buffer.from([0x0a, 0xff]))).status).toBe(INTERNAL);
    expect((await client.call(`${PROVIDER}/PlanResourceChange`, text(1, "no_such_type"))).status).toBe(0);
    expect((await client.call(HEALTH)).body).toEqual(Buffer.from([8, 1]));
  });

  test.each(["/plugin.GRPCBroker/StartStream", "/plugin.GRPCStdio/StreamStdio"])("holds %s open", async (method) =>
    expect(await client.staysOpen(method)).toBe(true),
  );

  // The form that Terraform may send, and the one that comes back.
  const UNKNOWN_FORM = "d40000";
  const FORMS: readonly [name: string, sent: string, back: string][] = [
    ["null", "c0", "c0"],
    ["false", "c2", "c2"],
    ["true", "c3", "c3"],
    ["a small number", "7f", "7f"],
    ["a small negative number", "e0", "e0"],
    ["a number of one byte", "cc80", "d30000000000000080"],
    ["a number of two bytes", "cd0100", "d30000000000000100"],
    ["a number of four bytes", "ce00010000", "d30000000000010000"],
    ["a number of eight bytes", "cf0000000000000001", "01"],
    ["a number that JavaScript can't hold", "cfffffffffffffffff", `b4${Buffer.from("18446744073709551615").toString("hex")}`],
    ["a signed number of one byte", "d080", "d3ffffffffffffff80"],
    ["a signed number of two bytes", "d1ff7f", "d3ffffffffffffff7f"],
    ["a signed number of four bytes", "d2ffff7fff", "d3ffffffffffff7fff"],
    ["a signed number of eight bytes", "d3ffffffffffffffff", "ff"],
    ["a short fraction", "ca3fc00000", "cb3ff8000000000000"],
    ["a long fraction", "cb3fb999999999999a", "cb3fb999999999999a"],
    ["a short text", "a161", "a161"],
    ["a text with one byte of length", "d90161", "a161"],
    ["a text with two bytes of length", "da000161", "a161"],
    ["a text with four bytes of length", "db0000000161", "a161"],
    ["bytes", "c40161", "c40161"],
    ["bytes with two bytes of length", "c5000161", "c40161"],
    ["bytes with four bytes of length", "c60000000161", "c40161"],
    ["a short list", "92c001", "92c001"],
    ["a list with two bytes of length", "dc0001c0", "91c0"],
    ["a list with four bytes of length", "dd00000001c0", "91c0"],
    ["a short map", "81a161c0", "81a161c0"],
    ["a map with two bytes of length", "de0001a161c0", "81a161c0"],
    ["a map with four bytes of length", "df00000001a161c0", "81a161c0"],
    ["a map with the name of a prototype", "81a95f5f70726f746f5f5fc0", "81a95f5f70726f746f5f5fc0"],
    ["an unknown", UNKNOWN_FORM, UNKNOWN_FORM],
    ["an unknown of two bytes", "d5000000", UNKNOWN_FORM],
    ["an unknown of four bytes", "d60000000000", UNKNOWN_FORM],
    ["an unknown of eight bytes", `d700${"00".repeat(8)}`, UNKNOWN_FORM],
    ["an unknown of sixteen bytes", `d800${"00".repeat(16)}`, UNKNOWN_FORM],
    ["an unknown that is narrowed", "c7030c8101c2", UNKNOWN_FORM],
    ["an unknown with two bytes of length", "c800030c8101c2", UNKNOWN_FORM],
    ["an unknown with four bytes of length", "c9000000030c8101c2", UNKNOWN_FORM],
  ];
  test.each(FORMS)("gives back %s", async (_name, sent, back) => {
    const reply = await ask(client, "PrepareProviderConfig", bytes(1, bytes(1, Buffer.from(sent, "hex"))));
    const packed = bytesOf(parse(bytesOf(reply, 1) ?? message()), 1) ?? message();
    expect(Buffer.from(packed).toString("hex")).toBe(back);
    expect(decode(packed)).toEqual(decode(Buffer.from(sent, "hex")));
  });

  test("stops when it is told to, and leaves no socket", async () => {
    await ask(client, "Stop");
    expect((await client.call(SHUTDOWN)).status).toBe(0);
    expect(await code()).toBe(0);
    expect(existsSync(dirname(handshake.socket))).toBe(false);
  });
});

describe("a provider that can't start says why, and keeps it in the log", () => {
  const cases: readonly [name: string, env: NodeJS.ProcessEnv, reason: string][] = [
    ["started by a person", { TF_PLUGIN_MAGIC_COOKIE: "" }, "Terraform starts it, nobody else"],
    [
      "asked for another protocol",
      { PLUGIN_PROTOCOL_VERSIONS: "6" },
      'expected plugin protocol 5 among the versions offered, found "6"',
    ],
    ["without a world", { REHEARSAL_WORLD: "" }, "REHEARSAL_WORLD doesn't say where the world of this rehearsal is"],
    ["in a folder for sockets that isn't there", { PLUGIN_UNIX_SOCKET_DIR: "/no-such-folder" }, "no such file or directory"],
  ];
  test.each(cases)("%s", async (_name, env, reason) => {
    const provider = mirror.start("aws", env);
    expect(await provider.code()).toBe(1);
    expect(provider.stderr).toContain(reason);
    expect(provider.stderr).not.toContain("    at ");
    expect(readFileSync(logFile(mirror.folder), "utf8")).toContain(reason);
  });
  test("outside of a rehearsal", async () => {
    const provider = mirror.start("oci", { REHEARSAL_PROVIDER: "" });
    expect([await provider.code(), provider.stderr]).toEqual([1, expect.stringContaining("Terraform starts it, nobody else")]);
  });
});

test("Ctrl-C in the terminal leaves it alone, the end of the terminal doesn't", async () => {
  const provider = mirror.start("oci");
  const handshake = await provider.handshake();
  provider.kill("SIGINT");
  const client = await mirror.client(handshake);
  expect((await client.call(HEALTH)).status).toBe(0);
  client.close();
  provider.kill("SIGHUP");
  expect(await provider.code()).toBe(0);
  expect(existsSync(dirname(handshake.socket))).toBe(false);
});

test("without the certificate of a client it serves without TLS, as Terraform may ask", async () => {
  const { socket, certificate: der } = await mirror.start("oci", { PLUGIN_CLIENT_CERT: "" }).handshake();
  expect(der).toBe("");
  const client = await connectTo(socket);
  expect((await client.call(HEALTH)).status).toBe(0);
  client.close();
});

test("ends by itself, and leaves no socket, when Terraform is killed", async () => {
  const provider = mirror.startBehind("oci");
  const { socket } = await provider.handshake();
  provider.kill("SIGKILL");
  await provider.code();
  expect(existsSync(dirname(socket))).toBe(false);
});
