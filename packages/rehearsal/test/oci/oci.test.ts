import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { apply } from "../../src/engine/apply";
import { plan } from "../../src/engine/plan";
import { readDataSource } from "../../src/engine/read";
import { oci } from "../../src/oci";
import { shapeBlock } from "../../src/schema/shape";
import type { ObjectValue } from "../../src/schema/value";
import { World } from "../../src/world/world";

const OCI = oci();
let folder: string;
let world: World;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rh-o-"));
  world = new World(join(folder, "world.jsonl"));
});
afterAll(() => {
  world.close();
  rmSync(folder, { recursive: true, force: true });
});

function made(type: string, value: ObjectValue, config: ObjectValue = { region: "us-phoenix-1" }): ObjectValue {
  const scope = OCI.scope(config);
  const proposed = shapeBlock(OCI.schema.resource_schemas[type]?.block ?? {}, value);
  return apply(OCI, world, type, scope, null, plan(OCI, type, scope, null, proposed).planned) as ObjectValue;
}

describe("an OCID", () => {
  const cases: readonly [name: string, type: string, region: string, form: RegExp][] = [
    ["carries the key of an old region", "oci_core_vcn", "us-phoenix-1", /^ocid1\.vcn\.oc1\.phx\.[a-z2-7]{60}$/],
    ["carries the name of a newer one", "oci_core_vcn", "eu-frankfurt-1", /^ocid1\.vcn\.oc1\.eu-frankfurt-1\.[a-z2-7]{60}$/],
    ["carries the realm", "oci_core_vcn", "us-gov-ashburn-1", /^ocid1\.vcn\.oc3\.us-gov-ashburn-1\./],
    ["of the tenancy's own carries no region", "oci_identity_policy", "us-phoenix-1", /^ocid1\.policy\.oc1\.\.[a-z2-7]{60}$/],
    ["has the service's word for the kind", "oci_vault_secret", "us-phoenix-1", /^ocid1\.vaultsecret\.oc1\.phx\./],
    ["of Cloud Guard is told from others", "oci_cloud_guard_target", "us-phoenix-1", /^ocid1\.cloudguardtarget\.oc1\.phx\./],
  ];
  test.each(cases)("%s", (name, type, region, form) => {
    expect(made(type, { name, compartment_id: "c" }, { region })["id"]).toMatch(form);
  });
});

describe("an object knows what belongs to it", () => {
  test("a network its own defaults, and a subnet those of its network", () => {
    const vcn = made("oci_core_vcn", { compartment_id: "c", cidr_blocks: ["10.0.0.0/16"], dns_label: "us" });
    const subnet = made("oci_core_subnet", { compartment_id: "c", vcn_id: vcn["id"] ?? null, prohibit_internet_ingress: true });
    const list = made("oci_core_default_security_list", { manage_default_resource_id: vcn["default_security_list_id"] ?? null });
    expect(vcn["vcn_domain_name"]).toBe("us.oraclevcn.com");
    expect([subnet["route_table_id"], subnet["prohibit_public_ip_on_vnic"]]).toEqual([vcn["default_route_table_id"], true]);
    expect([list["id"], list["compartment_id"]]).toEqual([vcn["default_security_list_id"], "c"]);
  });
  test("a key its vault, by the vault's endpoint", () => {
    const vault = made("oci_kms_vault", { compartment_id: "c", display_name: "v", vault_type: "DEFAULT" });
    const key = made("oci_kms_key", { compartment_id: "c", management_endpoint: vault["management_endpoint"] ?? null });
    expect(vault["management_endpoint"]).toMatch(/^https:\/\/[0-9a-f]{13}-management\.kms\.us-phoenix-1\.oraclecloud\.com$/);
    expect([key["vault_id"], key["state"]]).toEqual([vault["id"], "ENABLED"]);
  });
  test("a group its domain, by the domain's url", () => {
    const domain = made("oci_identity_domain", { compartment_id: "c", display_name: "us" });
    const group = made("oci_identity_domains_group", { idcs_endpoint: domain["url"] ?? null, display_name: "g" });
    expect(group).toMatchObject({ domain_ocid: domain["id"], ocid: expect.stringMatching(/^ocid1\.group\.oc1\.\./) });
  });
});

describe("a data source", () => {
  const read = (type: string, config: ObjectValue) =>
    readDataSource(OCI, world, type, OCI.scope({ region: "us-ashburn-1" }), config) as ObjectValue;
  const filter = (name: string, regex: boolean, ...values: string[]) => [{ name, regex, values }];

  test("keeps to its filters", () => {
    const all = read("oci_core_services", { filter: filter("name", true, "All .* Services In Oracle Services Network") });
    expect(all["services"]).toMatchObject([{ cidr_block: "all-iad-services-in-oracle-services-network" }]);
    expect(read("oci_core_services", { filter: filter("name", false, "All .*") })["services"]).toEqual([]);
    expect(read("oci_core_services", {})["services"]).toHaveLength(2);
  });
  test("answers in the shape of its schema", () => {
    const { block } = OCI.schema.data_source_schemas["oci_identity_availability_domains"] ?? { block: {} };
    const value = read("oci_identity_availability_domains", { compartment_id: "c" });
    expect(value).toEqual(shapeBlock(block, value));
    expect(value["availability_domains"]).toHaveLength(3);
  });
  test("without a row is refused by its name", () => {
    expect(() => read("oci_kms_vaults", { compartment_id: "c" })).toThrow('no answer for the data source "oci_kms_vaults"');
  });
  test("with a filter that is no regular expression quotes it", () => {
    expect(() => read("oci_core_services", { filter: filter("name", true, "(") })).toThrow('"(" is not a regular expression');
  });
});

test("a region that Oracle doesn't have is refused, its neighbour isn't", () => {
  expect(() => OCI.scope({ region: "us-phoenix-2" })).toThrow('"us-phoenix-2" is not a region of Oracle Cloud');
  expect(OCI.scope({ region: "us-phoenix-1" })["region_key"]).toBe("phx");
});
