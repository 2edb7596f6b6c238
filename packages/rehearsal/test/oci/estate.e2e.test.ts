import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type StandIns, startStandIns } from "../../src/stand-ins";
import { prepare } from "../../src/terraform/copy";
import { environment } from "../../src/terraform/environment";
import { findTerraform } from "../../src/terraform/installed";
import { destroy, rehearse } from "../../src/terraform/rehearse";
import { readStacks, type Stack } from "../../src/terraform/stacks";
import { type Terraform, terraform } from "../../src/terraform/terraform";
import { ESTATE } from "./estate";

const PATIENCE = 120_000;

interface Instance {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[] };
}

describe("the real Terraform over an estate of forty types and more", () => {
  const folders = ["rh-s-", "rh-w-"].map((prefix) => mkdtempSync(join(tmpdir(), prefix)));
  const [source = "", world = ""] = folders;
  let standIns: StandIns;
  let run: Terraform;
  let stack: Stack;
  let own: string;

  const shown = async (...args: readonly string[]) => JSON.parse((await run(own, "show", "-json", ...args)).stdout);
  const instances = async (): Promise<ReadonlyMap<string, Instance>> => {
    const all: readonly Instance[] = (await shown()).values.root_module.resources;
    return new Map(all.map((one) => [one.address, one]));
  };

  beforeAll(async () => {
    const found = findTerraform();
    if (!found) throw new Error("no Terraform is on the PATH: these tests run the real one");
    writeFileSync(join(source, "main.tf.json"), JSON.stringify(ESTATE));
    const stacks = readStacks(source);
    stack = stacks[0] as Stack;
    standIns = await startStandIns(world);
    run = terraform(found.binary, environment(world, standIns.reattach));
    own = prepare(stack, stacks, world);
    await rehearse(run, own);
  }, PATIENCE);

  afterAll(async () => {
    await standIns?.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test("applies, and plans again without a change", async () => {
    const all = [...(await instances()).values()].filter(({ mode }) => mode === "managed");
    expect(new Set(all.map(({ type }) => type)).size).toBe(Object.keys(ESTATE.resource).length);
    expect(standIns.world.count).toBe(all.length);
  });

  test("lets each resource find what it refers to", async () => {
    const all = await instances();
    const values = (address: string) => all.get(address)?.values ?? {};
    expect(values("oci_core_subnet.app")).toMatchObject({
      dhcp_options_id: values("oci_core_vcn.core")["default_dhcp_options_id"],
      subnet_domain_name: "app.core.oraclevcn.com",
      prohibit_public_ip_on_vnic: true,
    });
    expect(values("oci_database_autonomous_database.users")).toMatchObject({
      private_endpoint: "users.adb.us-phoenix-1.oraclecloud.com",
      kms_key_version_id: values("oci_kms_key.store")["current_key_version"],
    });
    expect(values("oci_container_instances_container_instance.app")["vnics"]).toMatchObject([
      { is_public_ip_assigned: false, private_ip: values("oci_load_balancer_backend.app")["ip_address"] },
    ]);
    expect(values("oci_objectstorage_bucket.copy")).toMatchObject({
      id: values("oci_objectstorage_bucket.media")["id"],
      bucket_id: expect.stringMatching(/^ocid1\.bucket\.oc1\.iad\./),
    });
  });

  test("shows its objects to data sources", async () => {
    const all = await instances();
    const answer = (address: string) => all.get(`data.${address}`)?.values ?? {};
    const id = (address: string) => all.get(address)?.values["id"];
    expect(answer("oci_kms_vaults.all")["vaults"]).toMatchObject([{ id: id("oci_kms_vault.main") }]);
    expect(answer("oci_kms_keys.all")["keys"]).toMatchObject([{ id: id("oci_kms_key.store") }]);
    expect(answer("oci_objectstorage_bucket.media")).toMatchObject({
      versioning: "Enabled",
      kms_key_id: id("oci_kms_key.store"),
    });
    expect(answer("oci_objectstorage_bucket_summaries.all")["bucket_summaries"]).toMatchObject([{ name: "media" }]);
    expect(answer("oci_identity_domains_groups.readers")).toMatchObject({ total_results: 1 });
    expect(answer("oci_logging_logs.all")["logs"]).toMatchObject([{ id: id("oci_logging_log.reads") }]);
    expect(answer("oci_data_safe_audit_trails.users")["audit_trail_collection"]).toMatchObject([
      { items: [{ state: "ACTIVE" }] },
    ]);
  });

  test(
    "updates in place, replaces, and then rests",
    async () => {
      const over = {
        resource: {
          oci_identity_policy: { read: { description: "changed" } },
          oci_objectstorage_bucket: { media: { object_events_enabled: true } },
          oci_load_balancer_backend: { app: { port: 8443 } },
          oci_dns_zone: { own: { freeform_tags: { of: "us" } } },
        },
      };
      writeFileSync(join(own, "change_override.tf.json"), JSON.stringify(over));
      expect((await run(own, "plan", "-no-color", "-out=change")).stderr).toBe("");
      const changes: readonly Change[] = (await shown("change")).resource_changes;
      const real = changes.filter(({ change }) => !["no-op", "read"].includes(change.actions.join(" ")));
      expect(Object.fromEntries(real.map(({ address, change }) => [address, change.actions.join(" ")]))).toEqual({
        "oci_identity_policy.read": "update",
        "oci_objectstorage_bucket.media": "update",
        "oci_load_balancer_backend.app": "delete create",
        "oci_dns_zone.own": "update",
      });
      expect((await run(own, "apply", "-no-color", "change")).stdout).toContain("1 added, 3 changed, 1 destroyed");
      expect((await run(own, "plan", "-no-color", "-detailed-exitcode")).code).toBe(0);
    },
    PATIENCE,
  );

  test(
    "destroys everything",
    async () => {
      const before = standIns.world.count;
      expect((await destroy(run, stack, own)).counts).toEqual({ delete: before });
      expect(standIns.world.count).toBe(0);
    },
    PATIENCE,
  );
});
