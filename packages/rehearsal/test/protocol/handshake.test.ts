import { describe, expect, test } from "@jest/globals";
import { COOKIE, handshakeLine, readHandshake } from "../../src/protocol/handshake";

const started = { TF_PLUGIN_MAGIC_COOKIE: COOKIE };

describe("a provider starts", () => {
  const cases: readonly [name: string, env: Record<string, string>, handshake: object][] = [
    ["where version 5 is offered first", { PLUGIN_PROTOCOL_VERSIONS: "5,6" }, {}],
    ["where it is offered last", { PLUGIN_PROTOCOL_VERSIONS: "6,5" }, {}],
    [
      "with the certificate of its client",
      { PLUGIN_PROTOCOL_VERSIONS: "5", PLUGIN_CLIENT_CERT: "PEM" },
      { clientCertificate: "PEM" },
    ],
    ["in the folder that it is given", { PLUGIN_PROTOCOL_VERSIONS: "5", PLUGIN_UNIX_SOCKET_DIR: "/s" }, { socketFolder: "/s" }],
  ];
  test.each(cases)("%s", (_name, env, handshake) => expect(readHandshake({ ...started, ...env })).toEqual(handshake));
});

describe("a provider doesn't start", () => {
  const cases: readonly [name: string, env: Record<string, string>, message: string][] = [
    ["for a person", { PLUGIN_PROTOCOL_VERSIONS: "5" }, "Terraform starts it, nobody else"],
    ["for another program", { TF_PLUGIN_MAGIC_COOKIE: "x", PLUGIN_PROTOCOL_VERSIONS: "5" }, "Terraform starts it, nobody else"],
    [
      "where 5 isn't offered",
      { ...started, PLUGIN_PROTOCOL_VERSIONS: "6,15" },
      'expected plugin protocol 5 among the versions offered, found "6,15"',
    ],
    ["where nothing is offered", started, 'found ""'],
  ];
  test.each(cases)("%s", (_name, env, message) => expect(() => readHandshake(env)).toThrow(message));
});

test.each([
  ["padding is left away", Buffer.from("ab"), "1|5|unix|/s|grpc|YWI"],
  ["without TLS the certificate's place is empty", undefined, "1|5|unix|/s|grpc|"],
])("in the line that a provider prints %s", (_name, certificate, line) => expect(handshakeLine("/s", certificate)).toBe(line));
