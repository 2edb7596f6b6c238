import { describe, expect, test } from "@jest/globals";
import { kindOf } from "../../src/oci/kinds";
import { OCI, rehearsed } from "./rehearsed";

const { made } = rehearsed();

describe("an OCID", () => {
  const cases: readonly [name: string, type: string, region: string, form: RegExp][] = [
    ["carries the key of an old region", "oci_core_vcn", "us-phoenix-1", /^ocid1\.vcn\.oc1\.phx\.[a-z2-7]{60}$/],
    ["carries the name of a newer one", "oci_core_vcn", "eu-frankfurt-1", /^ocid1\.vcn\.oc1\.eu-frankfurt-1\.[a-z2-7]{60}$/],
    ["carries the realm", "oci_core_vcn", "us-gov-ashburn-1", /^ocid1\.vcn\.oc3\.us-gov-ashburn-1\./],
    ["of the tenancy's own carries no region", "oci_identity_policy", "us-phoenix-1", /^ocid1\.policy\.oc1\.\.[a-z2-7]{60}$/],
    ["has the service's word for the kind", "oci_vault_secret", "us-phoenix-1", /^ocid1\.vaultsecret\.oc1\.phx\./],
  ];
  test.each(cases)("%s", (name, type, region, form) => {
    expect(made(type, { name, compartment_id: "c" }, { region })["id"]).toMatch(form);
  });
});

test.each([
  ["oci_core_network_security_group", "networksecuritygroup"],
  ["oci_cloud_guard_target", "cloudguardtarget"],
  ["oci_data_safe_target_database", "datasafetargetdatabase"],
  ["oci_dns_zone", "dns-zone"],
  ["oci_events_rule", "eventrule"],
  ["oci_functions_function", "fnfunc"],
  ["oci_identity_identity_provider", "saml2idp"],
  ["oci_load_balancer_load_balancer", "loadbalancer"],
  ["oci_network_load_balancer_network_load_balancer", "networkloadbalancer"],
  ["oci_ons_notification_topic", "onstopic"],
  ["oci_vulnerability_scanning_host_scan_recipe", "vsshostscanrecipe"],
])("the OCID of %s is of the kind %s", (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

test("a region that Oracle doesn't have is refused, its neighbour isn't", () => {
  expect(() => OCI.scope({ region: "us-phoenix-2" })).toThrow('"us-phoenix-2" is not a region of Oracle Cloud');
  expect(OCI.scope({ region: "us-phoenix-1" })["region_key"]).toBe("phx");
});
