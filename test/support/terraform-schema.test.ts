import { describe, expect, test } from "@jest/globals";
import type { JsonObject } from "./terraform-json";
import { violations } from "./terraform-schema";

const COMPARTMENT = { name: "stores", description: "user data" };
const VCN = { compartment_id: "ocid1.compartment.oc1..a" };
const SUBNET = { compartment_id: "ocid1.compartment.oc1..a", vcn_id: "ocid1.vcn.oc1..a" };
const KEY = {
  compartment_id: "ocid1.compartment.oc1..a",
  display_name: "objects",
  management_endpoint: "https://vault.example",
  key_shape: { algorithm: "AES", length: 32 },
};
const ENDPOINT = { compartment_id: "c", name: "buckets", namespace: "ns", prefix: "us", subnet_id: "s" };
const TARGET = { bucket: "media", compartment_id: "c", namespace: "ns" };
const GROUP = { idcs_endpoint: "https://idcs.example", schemas: ["urn:group"], display_name: "us-sre" };

interface Case {
  readonly says: string;
  readonly type: string;
  readonly refused: JsonObject;
  /** What is printed after `type.made-up_1: `. */
  readonly as: readonly string[];
  /** The harmless neighbour. */
  readonly accepted: JsonObject;
}

const CASES: readonly Case[] = [
  {
    says: "an unknown argument",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, enable_deletion: true },
    as: ["enable_deletion: no such argument or block"],
    accepted: { ...COMPARTMENT, enable_delete: true },
  },
  {
    says: "an argument whose name every object has",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, toString: "stores" },
    as: ["toString: no such argument or block"],
    accepted: COMPARTMENT,
  },
  {
    says: "an argument in camel case",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, enableDelete: true },
    as: ["enableDelete: no such argument or block"],
    accepted: COMPARTMENT,
  },
  {
    says: "an unknown argument of a nested block",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: [{ algorithm: "AES", length: 32, bits: 256 }] },
    as: ["key_shape[0].bits: no such argument or block"],
    accepted: { ...KEY, key_shape: [{ algorithm: "AES", length: 32 }] },
  },
  {
    says: "a required argument that is missing",
    type: "oci_identity_compartment",
    refused: { name: "stores" },
    as: ["description: missing, and required"],
    accepted: COMPARTMENT,
  },
  {
    says: "a required argument that is null",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, name: null },
    as: ["name: missing, and required"],
    accepted: { ...COMPARTMENT, compartment_id: null },
  },
  {
    says: "a required argument of a nested block that is missing",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: { algorithm: "AES" } },
    as: ["key_shape.length: missing, and required"],
    accepted: KEY,
  },
  {
    says: "a required block that is missing",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: [] },
    as: ["key_shape: missing, and required"],
    accepted: KEY,
  },
  {
    says: "two blocks where one is the most",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: [KEY.key_shape, KEY.key_shape] },
    as: ["key_shape: expected at most 1, found 2"],
    accepted: { ...KEY, key_shape: [KEY.key_shape] },
  },
  {
    says: "eleven blocks where ten are the most",
    type: "oci_objectstorage_private_endpoint",
    refused: { ...ENDPOINT, access_targets: Array(11).fill(TARGET) },
    as: ["access_targets: expected at most 10, found 11"],
    accepted: { ...ENDPOINT, access_targets: Array(10).fill(TARGET) },
  },
  {
    says: "two blocks of which the schema knows one",
    type: "oci_core_vcn",
    refused: { ...VCN, timeouts: [{ create: "1h" }, { create: "2h" }] },
    as: ["timeouts: expected at most 1, found 2"],
    accepted: { ...VCN, timeouts: { create: "1h" } },
  },
  {
    says: "something else where a block belongs",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: "${local.shape}" },
    as: ['key_shape: expected a block, found "${local.shape}"'],
    accepted: KEY,
  },
  {
    says: "an argument that is computed only",
    type: "oci_core_vcn",
    refused: { ...VCN, default_route_table_id: "ocid1.routetable.oc1..a" },
    as: ['default_route_table_id: is computed only, found "ocid1.routetable.oc1..a"'],
    accepted: { ...VCN, display_name: "computed unless it is set" },
  },
  {
    says: "text where a number belongs",
    type: "oci_kms_key",
    refused: { ...KEY, key_shape: { algorithm: "AES", length: "x" } },
    as: ['key_shape.length: expected a number, found "x"'],
    accepted: { ...KEY, key_shape: { algorithm: "AES", length: "${var.length}" } },
  },
  {
    says: "text where a bool belongs",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, enable_delete: "true" },
    as: ['enable_delete: expected a bool, found "true"'],
    accepted: { ...COMPARTMENT, enable_delete: false },
  },
  {
    says: "a number where text belongs",
    type: "oci_identity_compartment",
    refused: { ...COMPARTMENT, name: 7 },
    as: ["name: expected a string, found 7"],
    accepted: { ...COMPARTMENT, name: "7" },
  },
  {
    says: "text where a list belongs",
    type: "oci_core_vcn",
    refused: { ...VCN, cidr_blocks: "10.0.0.0/16" },
    as: ['cidr_blocks: expected a list, found "10.0.0.0/16"'],
    accepted: { ...VCN, cidr_blocks: ["10.0.0.0/16"] },
  },
  {
    says: "an expression with text around it where a list belongs",
    type: "oci_core_vcn",
    refused: { ...VCN, cidr_blocks: "${var.network}/16" },
    as: ['cidr_blocks: expected a list, found "${var.network}/16"'],
    accepted: { ...VCN, cidr_blocks: "${var.networks}" },
  },
  {
    says: "an escaped expression where a list belongs",
    type: "oci_core_vcn",
    refused: { ...VCN, cidr_blocks: "$${var.networks}" },
    as: ['cidr_blocks: expected a list, found "$${var.networks}"'],
    accepted: { ...VCN, display_name: "$${var.networks}" },
  },
  {
    says: "a number in a list of strings",
    type: "oci_core_vcn",
    refused: { ...VCN, cidr_blocks: ["10.0.0.0/16", 16] },
    as: ["cidr_blocks[1]: expected a string, found 16"],
    accepted: { ...VCN, cidr_blocks: ["10.0.0.0/16", "${var.network}"] },
  },
  {
    says: "a map where a set belongs",
    type: "oci_core_subnet",
    refused: { ...SUBNET, security_list_ids: { first: "a" } },
    as: ['security_list_ids: expected a set, found {"first":"a"}'],
    accepted: { ...SUBNET, security_list_ids: ["a"] },
  },
  {
    says: "a list where a map belongs",
    type: "oci_core_vcn",
    refused: { ...VCN, defined_tags: ["a"] },
    as: ['defined_tags: expected a map, found ["a"]'],
    accepted: { ...VCN, defined_tags: { "us-data.store": "media" } },
  },
  {
    says: "a bool in a map of strings",
    type: "oci_core_vcn",
    refused: { ...VCN, freeform_tags: { reviewed: true } },
    as: ["freeform_tags.reviewed: expected a string, found true"],
    accepted: { ...VCN, freeform_tags: { reviewed: "true" } },
  },
  {
    says: "an ignored change of an argument that isn't there",
    type: "oci_identity_domains_group",
    refused: { ...GROUP, lifecycle: { prevent_destroy: true, ignore_changes: ["membres"] } },
    as: ['lifecycle.ignore_changes: no such argument "membres"'],
    accepted: { ...GROUP, lifecycle: { prevent_destroy: true, ignore_changes: ["members[0].value", "timeouts"] } },
  },
  {
    says: "an unknown argument in the content of dynamic blocks",
    type: "oci_objectstorage_private_endpoint",
    refused: { ...ENDPOINT, dynamic: { access_targets: { for_each: "${var.all}", content: { ...TARGET, key: "k" } } } },
    as: ["access_targets.key: no such argument or block"],
    accepted: { ...ENDPOINT, dynamic: { access_targets: { for_each: "${var.all}", content: TARGET } } },
  },
];

const stackWith = (type: string, args: JsonObject) => ({ resource: { [type]: { "made-up_1": args } } });

describe("a resource is held against the schema", () => {
  test.each(CASES)("$says is found, and its neighbour accepted", ({ type, refused, as, accepted }) => {
    expect(violations(stackWith(type, refused))).toEqual(as.map((violation) => `${type}.made-up_1: ${violation}`));
    expect(violations(stackWith(type, accepted))).toEqual([]);
  });

  test("a type that the provider doesn't have is found", () => {
    expect(violations(stackWith("oci_kms_keys", KEY))).toEqual(["oci_kms_keys.made-up_1: no such resource type"]);
    expect(violations(stackWith("oci_core_services", {}))).toEqual(["oci_core_services.made-up_1: no such resource type"]);
  });

  test("what belongs to Terraform is no argument of the type", () => {
    const { resource } = stackWith("oci_identity_compartment", {
      ...COMPARTMENT,
      "//": { metadata: { path: "tenancy/stores" } },
      lifecycle: { prevent_destroy: true, ignore_changes: "all" },
      depends_on: [],
      provider: "oci.home",
      count: 1,
      for_each: "${toset([])}",
      connection: {},
      provisioner: {},
    });
    expect(violations({ resource })).toEqual([]);
  });

  test("every violation of a stack is found at once", () => {
    const refused = { ...KEY, display_name: 7, colour: "red", key_shape: { algorithm: "AES" } };
    expect(violations(stackWith("oci_kms_key", refused))).toHaveLength(3);
  });
});

describe("a data source is held against the schema", () => {
  test("an unknown argument is found, and the known ones are accepted", () => {
    const data = (args: JsonObject) => ({ data: { oci_core_services: { all: args } } });
    expect(violations(data({ filters: [] }))).toEqual(["data.oci_core_services.all: filters: no such argument or block"]);
    expect(violations(data({ filter: [{ name: "name", values: ["All .*"], regex: true }] }))).toEqual([]);
  });

  test("Terraform's own remote state needs a backend", () => {
    const data = (args: JsonObject) => ({ data: { terraform_remote_state: { tenancy: args } } });
    expect(violations(data({ config: {} }))).toEqual(["data.terraform_remote_state.tenancy: backend: missing, and required"]);
    expect(violations(data({ backend: "local", config: { path: "../tenancy.tfstate" } }))).toEqual([]);
  });
});
