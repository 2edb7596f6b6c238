import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type StandIns, startStandIns } from "../../src/stand-ins";
import { environment } from "../../src/terraform/environment";
import { findTerraform } from "../../src/terraform/installed";
import { type Terraform, terraform } from "../../src/terraform/terraform";
import { DEPLOYMENT, SIZE } from "./deployment";

const PATIENCE = 120_000;

type Values = Readonly<Record<string, unknown>>;
interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly after: Values | null };
}

describe("a deployment over two regions and two accounts, by the real Terraform", () => {
  const folder = mkdtempSync(join(tmpdir(), "rh-aws-e-"));
  let standIns: StandIns;
  let run: Terraform;
  let planned: ReadonlyMap<string, Change["change"]>;
  let values: ReadonlyMap<string, Values>;
  let outputs: Values;

  const succeed = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(folder, ...args);
    if (code !== 0) throw new Error(`${args.join(" ")}: ${stderr}${stdout}`);
    return stdout;
  };
  const changes = async (): Promise<readonly Change[]> => {
    await succeed("plan", "-no-color", "-out=change");
    return JSON.parse(await succeed("show", "-json", "change")).resource_changes;
  };
  const resourceOf = (address: string) => values.get(address) ?? {};

  beforeAll(async () => {
    const found = findTerraform();
    if (!found) throw new Error("no Terraform is on the PATH: these tests run the real one");
    standIns = await startStandIns(folder);
    run = terraform(found.binary, environment(folder, standIns.reattach));
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(DEPLOYMENT));
    await succeed("init", "-no-color");
    planned = new Map((await changes()).map(({ address, change }) => [address, change]));
    await succeed("apply", "-no-color", "change");
    const state = JSON.parse(await succeed("show", "-json")).values;
    const resources: { address: string; values: Values }[] = state.root_module.resources;
    values = new Map(resources.map((one) => [one.address, one.values]));
    outputs = Object.fromEntries(Object.entries<{ value: unknown }>(state.outputs).map(([name, { value }]) => [name, value]));
  }, PATIENCE);

  afterAll(async () => {
    await standIns?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is wholly made", () => {
    expect(SIZE.types).toBeGreaterThanOrEqual(40);
    expect(standIns.world.count).toBe(SIZE.resources);
  });

  const places: readonly [name: string, address: string, values: Values][] = [
    ["a bucket in the first region", "aws_s3_bucket.store", { region: "us-east-1", hosted_zone_id: "Z3AQBSTGFYJSTF" }],
    ["one by the alias in the second", "aws_s3_bucket.copy", { region: "ap-southeast-1", bucket_region: "ap-southeast-1" }],
    ["one by its own argument in a third", "aws_s3_bucket.far", { region: "us-west-2" }],
    ["a role in the first account", "aws_iam_role.reader", { arn: "arn:aws:iam::111122223333:role/data/reader" }],
    ["one of its name in the second", "aws_iam_role.reader_of_logs", { arn: "arn:aws:iam::444455556666:role/reader" }],
    [
      "a log group in each region",
      "aws_cloudwatch_log_group.copy_sg",
      { arn: "arn:aws:logs:ap-southeast-1:111122223333:log-group:/aws/datasync/copy" },
    ],
    ["tags of the provider", "aws_vpc.main", { tags_all: { team: "data" } }],
    ["none of the other", "aws_s3_bucket.logs", { tags_all: {} }],
    ["an address in the subnet", "aws_instance.agent", { private_ip: expect.stringMatching(/^10\.0\.1\./) }],
    [
      "a secret that isn't in the state",
      "aws_secretsmanager_secret_version.oci",
      { secret_string_wo: null, has_secret_string_wo: true },
    ],
    ["a record with its zone", "aws_route53_record.agent", { fqdn: "agent.internal.example" }],
  ];
  test.each(places)("has %s", (_name, address, expected) => expect(resourceOf(address)).toMatchObject(expected));

  test("answers its data sources", () => {
    expect(outputs).toEqual({
      accounts: ["111122223333", "444455556666"],
      region: "ap-southeast-1",
      key: resourceOf("aws_kms_key.store")["arn"],
      reader: "arn:aws:iam::111122223333:role/data/reader",
      store: "us-store.s3.us-east-1.amazonaws.com",
      partition: "aws",
    });
  });

  test("shows in its plan what decides access", () => {
    const after = (address: string) => planned.get(address)?.after;
    expect(after("aws_kms_key.copy")).toMatchObject({
      multi_region: false,
      policy: expect.stringContaining("arn:aws:iam::111122223333:root"),
    });
    expect(after("aws_sns_topic.alarms")).toMatchObject({ policy: expect.stringContaining('"AWS:SourceOwner":"111122223333"') });
    expect(after("aws_vpc_endpoint.datasync")).toMatchObject({
      private_dns_enabled: false,
      policy: expect.stringContaining('"Principal":"*"'),
    });
  });

  test("computes its documents", () => {
    const policy = JSON.parse(String(resourceOf("aws_s3_bucket_policy.store")["policy"]));
    expect(policy.Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(["Read", "DenyOthers"]);
    expect(policy.Statement[1].Condition).toEqual({
      ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/data/reader" },
    });
  });

  test("is at rest", async () => expect((await run(folder, "plan", "-detailed-exitcode")).code).toBe(0), PATIENCE);

  test(
    "changes what is changed, and no policy that is only written another way",
    async () => {
      const read = String(resourceOf("aws_iam_policy.read")["policy"]);
      const turned = JSON.stringify(JSON.parse(read), ["Statement", "Effect", "Action", "Resource", "Version"], 1);
      const override = {
        resource: {
          aws_iam_policy: { read: { policy: turned } },
          aws_kms_alias: { store: { target_key_id: "${aws_kms_key.other.key_id}" } },
          aws_cloudwatch_log_group: { copy: { retention_in_days: 60 } },
          aws_s3_bucket: { far: { bucket: "us-farther" } },
        },
      };
      writeFileSync(join(folder, "change_override.tf.json"), JSON.stringify(override));
      writeFileSync(join(folder, "other.tf.json"), JSON.stringify({ resource: { aws_kms_key: { other: {} } } }));
      const made = (await changes()).filter(({ change }) => !["no-op", "read"].includes(String(change.actions[0])));
      expect(turned).not.toBe(read);
      expect(Object.fromEntries(made.map(({ address, change }) => [address, change.actions.join(" ")]))).toEqual({
        "aws_cloudwatch_log_group.copy": "update",
        "aws_kms_alias.store": "update",
        "aws_kms_key.other": "create",
        "aws_s3_bucket.far": "delete create",
      });
      await succeed("apply", "-no-color", "change");
      expect((await run(folder, "plan", "-detailed-exitcode")).code).toBe(0);
    },
    PATIENCE,
  );

  test(
    "is destroyed without a rest",
    async () => {
      await succeed("destroy", "-no-color", "-auto-approve");
      expect(standIns.world.count).toBe(0);
    },
    PATIENCE,
  );
});
