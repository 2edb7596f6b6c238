import { describe, expect, test } from "@jest/globals";
import { findUnknownDecisions } from "../../stacks/known-decisions";

/** A stack with one compartment and one policy that says `text`. */
const policySaying = (text: string) => ({
  resource: {
    oci_identity_compartment: { app: { name: "app" } },
    oci_identity_policy: { readers: { compartment_id: "ocid1.tenancy.oc1..a", statements: ["Allow …", text] } },
  },
});

describe("what is known before an apply is accepted", () => {
  test.each([
    ["a literal", "Allow group 'us'/'us-sre' to read buckets in compartment us:stores"],
    ["a reference to a resource of the same stack", "… = '${oci_identity_compartment.app.id}'"],
    [
      "two references to a resource of the same stack",
      "${oci_identity_compartment.app.id}, ${ oci_identity_compartment.app.name }",
    ],
    ["an expression that is escaped into text", "Allow … where target.bucket.name = '$${var.bucket}'"],
    ["a directive that is escaped into text", "Allow … where target.bucket.name = '%%{if true}'"],
    ["a dollar sign", "Allow … where target.bucket.name = '$5'"],
  ])("%s", (_, text) => {
    expect(findUnknownDecisions("access", policySaying(text))).toEqual([]);
  });
});

describe("what is not known before an apply is found", () => {
  test.each([
    ["a variable", "Allow group ${var.group} to …", "var.group"],
    ["a local value", "Allow group ${local.group} to …", "local.group"],
    ["a data source", "${data.oci_identity_compartments.all.id}", "data.oci_identity_compartments.all.id"],
    ["another stack", "${data.terraform_remote_state.tenancy.outputs.app}", "data.terraform_remote_state.tenancy.outputs.app"],
    ["a resource that the stack doesn't hold", "${oci_identity_compartment.gone.id}", "oci_identity_compartment.gone.id"],
    ["a function call", "${lower(oci_identity_compartment.app.name)}", "lower(oci_identity_compartment.app.name)"],
    ["a condition", "${oci_identity_compartment.app.id == 1 ? 2 : 3}", "oci_identity_compartment.app.id == 1 ? 2 : 3"],
    ["an element of a list", "${oci_identity_compartment.app[0].id}", "oci_identity_compartment.app[0].id"],
    ["an expression behind three dollar signs", "$$${var.group}", "var.group"],
    ["a directive", "Allow %{if var.open}any-user%{endif} to …", "%{if var.open}"],
  ])("%s", (_, text, reference) => {
    const [found] = findUnknownDecisions("access", policySaying(text));
    expect(found).toMatchObject({ address: "access/oci_identity_policy.readers", argument: "statements", reference });
  });

  test("every one of them, not the first alone", () => {
    const found = findUnknownDecisions("access", policySaying("${var.a} ${oci_identity_compartment.app.id} ${var.b}"));
    expect(found.map(({ reference }) => reference)).toEqual(["var.a", "var.b"]);
  });
});

describe("every argument that decides access is looked at", () => {
  test.each([
    ["oci_identity_policy", "compartment_id", "${var.unknown}"],
    ["oci_identity_policy", "statements", ["${var.unknown}"]],
    ["oci_identity_policy", "statements", "${var.unknown}"],
    ["oci_identity_dynamic_group", "matching_rule", "All {instance.compartment.id = '${var.unknown}'}"],
    ["oci_identity_domains_dynamic_resource_group", "matching_rule", "All {resource.id = '${var.unknown}'}"],
    ["oci_identity_network_source", "public_source_list", ["${var.unknown}"]],
    ["oci_identity_network_source", "virtual_source_list", [{ vcn_id: "v", ip_ranges: ["${var.unknown}"] }]],
    ["oci_identity_domains_network_perimeter", "ip_addresses", [{ type: "CIDR", value: "${var.unknown}" }]],
    ["oci_identity_compartment", "name", "${var.unknown}"],
    ["oci_identity_domains_group", "display_name", "${var.unknown}"],
    ["oci_identity_domains_condition", "attribute_value", '["${var.unknown}"]'],
    ["oci_identity_domains_rule", "return", [{ name: "effect", value: "${var.unknown}" }]],
    ["oci_objectstorage_bucket", "name", "${var.unknown}"],
    ["oci_objectstorage_replication_policy", "bucket", "${var.unknown}"],
    ["oci_objectstorage_replication_policy", "destination_bucket_name", "${var.unknown}"],
    ["oci_objectstorage_replication_policy", "destination_region_name", "${var.unknown}"],
    ["oci_kms_vault_replication", "replica_region", "${var.unknown}"],
    ["oci_vault_secret", "secret_name", "${var.unknown}"],
    ["oci_events_rule", "condition", '{"eventType":["${var.unknown}"]}'],
    ["oci_ons_subscription", "endpoint", "${var.unknown}"],
    ["oci_sch_service_connector", "target", { kind: "objectStorage", bucket: "${var.unknown}" }],
    ["oci_identity_policy", "count", "${var.unknown}"],
    ["oci_identity_policy", "for_each", "${var.unknown}"],
    ["oci_limits_quota", "statements", ["zero vcn quotas in tenancy where request.region = '${var.unknown}'"]],
  ])("%s.%s is %j", (type, argument, value) => {
    const found = findUnknownDecisions("access", { resource: { [type]: { a: { [argument]: value } } } });
    expect(found).toMatchObject([{ address: `access/${type}.a`, argument, reference: "var.unknown" }]);
  });

  test("what decides no access may be unknown", () => {
    const resource = {
      oci_objectstorage_bucket: { media: { kms_key_id: "${data.terraform_remote_state.keys.outputs.objects}" } },
      oci_identity_policy: { readers: { statements: ["Allow …"], description: "${var.ticket}" } },
    };
    expect(findUnknownDecisions("access", { resource })).toEqual([]);
    expect(findUnknownDecisions("access", {})).toEqual([]);
  });
});

describe("where it was written", () => {
  test("the construct and the innermost line of TypeScript are reported", () => {
    const metadata = { path: "access/readers/Resource", stackTrace: ["constructs/oci/policy.ts:7", "stacks/access.ts:3"] };
    const resource = { oci_identity_policy: { readers: { "//": { metadata }, statements: ["${var.a}"] } } };
    expect(findUnknownDecisions("access", { resource })).toEqual([
      {
        address: "access/oci_identity_policy.readers",
        argument: "statements",
        reference: "var.a",
        construct: "access/readers/Resource",
        source: "constructs/oci/policy.ts:7",
      },
    ]);
  });

  test("without a record of it, nothing is made up", () => {
    const [found] = findUnknownDecisions("access", policySaying("${var.a}"));
    expect(found).toMatchObject({ construct: undefined, source: undefined });
  });
});
