import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type StandIns, startStandIns } from "../src/stand-ins";
import { prepare } from "../src/terraform/copy";
import { environment } from "../src/terraform/environment";
import { findTerraform } from "../src/terraform/installed";
import { rehearse } from "../src/terraform/rehearse";
import { readStacks } from "../src/terraform/stacks";
import { type Terraform, terraform } from "../src/terraform/terraform";
import { TRUST } from "./support/trust";

const PATIENCE = 60_000;

type Json = { readonly [name: string]: unknown };

/** Two clouds, an alias with a region of its own, references across both, a data source of each. */
const TWO_CLOUDS = join(__dirname, "fixtures", "two-clouds");

describe("the real Terraform over both stand-ins", () => {
  const temporary: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "rh-e-"));
    temporary.push(made);
    return made;
  };
  let standIns: StandIns;
  let run: Terraform;
  let own: string;
  let values: Readonly<Record<string, Json>>;

  beforeAll(async () => {
    const found = findTerraform();
    if (!found) throw new Error("no Terraform is on the PATH: these tests run the real one");
    const world = folder();
    const stacks = readStacks(TWO_CLOUDS);
    standIns = await startStandIns(world);
    run = terraform(found.binary, environment(world, standIns.reattach));
    own = prepare(stacks[0] as (typeof stacks)[number], stacks, world);
    const { state } = await rehearse(run, own);
    const resources: { address: string; values: Json }[] = JSON.parse(state).values.root_module.resources;
    values = Object.fromEntries(resources.map((one) => [one.address, one.values]));
  }, PATIENCE);

  afterAll(async () => {
    await standIns?.close();
    for (const made of temporary) rmSync(made, { recursive: true, force: true });
  });

  /** Plans with more configuration laid over, and gives the changes by address. */
  async function changes(over: unknown): Promise<Record<string, string>> {
    writeFileSync(join(own, "change_override.tf.json"), JSON.stringify(over));
    const planned = await run(own, "plan", "-no-color", "-out=change");
    expect(planned.stderr).toBe("");
    const all: { address: string; mode: string; change: { actions: string[] } }[] = JSON.parse(
      (await run(own, "show", "-json", "change")).stdout,
    ).resource_changes;
    return Object.fromEntries(
      all.flatMap(({ address, change: { actions } }) => (actions[0] === "no-op" ? [] : [[address, actions.join(" ")]])),
    );
  }

  /** What Terraform says, in one line, when more configuration stands beside. */
  async function refused(more: unknown, ...args: readonly string[]): Promise<string> {
    writeFileSync(join(own, "more.tf.json"), JSON.stringify(more));
    const { code, stderr } = await run(own, ...args, "-no-color");
    rmSync(join(own, "more.tf.json"));
    expect(code).toBe(1);
    return stderr.replace(/^[╷│╵] ?/gm, "").replace(/\s+/g, " ");
  }

  test("applies, plans again without a change, and knows every value", () => {
    expect(standIns.world.count).toBe(6);
    expect(values["oci_identity_compartment.stores"]).toMatchObject({
      id: expect.stringMatching(/^ocid1\.compartment\.oc1\.\.aaaaaaaarehearsal[a-z2-7]{43}$/),
      compartment_id: "ocid1.tenancy.oc1..example",
      state: "ACTIVE",
      time_created: "2026-01-01T00:00:00Z",
    });
    expect(values["oci_objectstorage_bucket.media"]).toMatchObject({
      id: expect.stringMatching(/^n\/ax[a-z]{10}\/b\/media$/),
      bucket_id: expect.stringMatching(/^ocid1\.bucket\.oc1\.iad\./),
      versioning: "Disabled",
    });
    expect(values["aws_s3_bucket.copy"]).toMatchObject({
      arn: "arn:aws:s3:::media-copy",
      tags_all: { team: "data", of: "media" },
    });
    expect(values["aws_s3_bucket.west"]).toMatchObject({
      region: "us-west-2",
      bucket_regional_domain_name: "media-west.s3.us-west-2.amazonaws.com",
    });
    expect(values["aws_iam_role.reader"]).toMatchObject({ arn: "arn:aws:iam::123456789012:role/reader" });
    expect(JSON.parse(String(values["aws_iam_role.reader"]?.["assume_role_policy"]))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:user/rehearsal" } }],
    });
  });

  test(
    "updates in place, replaces, and then rests",
    async () => {
      const over = {
        resource: {
          oci_objectstorage_bucket: { media: { object_events_enabled: true } },
          aws_s3_bucket: { west: { bucket: "media-far-west" } },
        },
      };
      expect(await changes(over)).toEqual({
        "oci_objectstorage_bucket.media": "update",
        "aws_s3_bucket.west": "delete create",
      });
      const applied = await run(own, "apply", "-no-color", "change");
      expect(applied.stdout).toContain("1 added, 1 changed, 1 destroyed");
      expect((await run(own, "plan", "-detailed-exitcode")).code).toBe(0);
    },
    PATIENCE,
  );

  test(
    "is refused at the line where a value is wrong",
    async () => {
      const bad = { bucket: "b", versioning_configuration: [{ status: "On" }] };
      const wrong = { resource: { aws_s3_bucket_versioning: { bad } } };
      const message = await refused(wrong, "validate");
      expect(message).toContain("expected versioning_configuration.0.status to be one of");
      expect(message).toContain("in resource.aws_s3_bucket_versioning.bad.versioning_configuration[0]");
    },
    PATIENCE,
  );

  test(
    "is refused a name that is taken, an argument that doesn't exist and an object that isn't there",
    async () => {
      const twin = { resource: { aws_iam_role: { twin: { name: "reader", assume_role_policy: TRUST } } } };
      expect(await refused(twin, "apply", "-auto-approve")).toContain('creating aws_iam_role: "reader" already exists');
      const unknown = { resource: { aws_iam_role: { other: { nmae: "x", assume_role_policy: TRUST } } } };
      expect(await refused(unknown, "validate")).toContain('No argument or block type is named "nmae"');
      const lookup = { data: { aws_kms_key: { k: { key_id: "k" } } } };
      expect(await refused(lookup, "plan")).toContain(
        "NotFoundException: Key 'arn:aws:kms:us-east-1:123456789012:key/k' does not exist",
      );
    },
    PATIENCE,
  );

  test(
    "imports what is there, and destroys everything",
    async () => {
      await run(own, "state", "rm", "aws_iam_role.reader");
      expect((await run(own, "import", "-no-color", "aws_iam_role.reader", "reader")).code).toBe(0);
      expect((await run(own, "destroy", "-no-color", "-auto-approve")).stdout).toContain("6 destroyed");
      expect(standIns.world.count).toBe(0);
    },
    PATIENCE,
  );
});
