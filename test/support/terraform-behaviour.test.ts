import { describe, expect, test } from "@jest/globals";
import type { Facts } from "rehearsal/schema";
import { behaviourViolations } from "./terraform-behaviour";
import type { JsonObject } from "./terraform-json";
import { violations } from "./terraform-schema";

const KEY = {
  compartment_id: "ocid1.compartment.oc1..a",
  display_name: "objects",
  management_endpoint: "https://vault.example",
  key_shape: { algorithm: "AES", length: 32 },
};
const BUCKET = { compartment_id: "c", name: "media", namespace: "ns" };
const LIFECYCLE = { namespace: "ns", bucket: "media" };
const RULE = { name: "expire", action: "DELETE", is_enabled: true, time_amount: "7" };
const POLICY = { compartment_id: "c", name: "p", description: "d" };
const SUBNET = { compartment_id: "c", vcn_id: "v" };
const SET = {
  load_balancer_id: "lb",
  name: "app",
  policy: "ROUND_ROBIN",
  health_checker: { protocol: "HTTP" },
};
const COOKIE = "lb_cookie_session_persistence_configuration";
const SECRET = { compartment_id: "c", vault_id: "v", key_id: "k", secret_name: "s" };

/** What the real provider checks beyond its schema: [case, type, refused, as, accepted]. */
const CASES: readonly (readonly [string, string, JsonObject, string, JsonObject])[] = [
  [
    "a value that validation doesn't know",
    "oci_objectstorage_object_lifecycle_policy",
    { ...LIFECYCLE, rules: [{ ...RULE, time_unit: "WEEKS" }] },
    'rules[0].time_unit: expected one of "DAYS", "YEARS", found "WEEKS"',
    { ...LIFECYCLE, rules: [{ ...RULE, time_unit: "DAYS" }] },
  ],
  [
    "a value in another case where case counts",
    "oci_objectstorage_object_lifecycle_policy",
    { ...LIFECYCLE, rules: [{ ...RULE, time_unit: "days" }] },
    'rules[0].time_unit: expected one of "DAYS", "YEARS", found "days"',
    { ...LIFECYCLE, rules: [{ ...RULE, time_unit: "${var.unit}" }] },
  ],
  [
    "an unknown value where case doesn't count",
    "oci_vault_secret",
    { ...SECRET, secret_generation_context: { generation_type: "RANDOM", generation_template: "BYTES_512" } },
    'secret_generation_context.generation_type: expected one of "BYTES", "PASSPHRASE", "SSH_KEY", found "RANDOM"',
    { ...SECRET, secret_generation_context: { generation_type: "bytes", generation_template: "BYTES_512" } },
  ],
  [
    "a value that only apply refuses",
    "oci_objectstorage_bucket",
    { ...BUCKET, access_type: "Private" },
    'access_type: expected one of "NoPublicAccess", "ObjectRead", "ObjectReadWithoutList", found "Private"',
    { ...BUCKET, access_type: "nopublicaccess" },
  ],
  [
    "a value in a list that only apply refuses",
    "oci_identity_domains_group",
    { idcs_endpoint: "e", schemas: ["s"], display_name: "g", attribute_sets: ["all", "some"] },
    'attribute_sets[1]: expected one of "all", "always", "never", "request", "default", found "some"',
    { idcs_endpoint: "e", schemas: ["s"], display_name: "g", attribute_sets: ["all", "never"] },
  ],
  [
    "a number below its range",
    "oci_load_balancer_backend_set",
    { ...SET, [COOKIE]: { max_age_in_seconds: 0 } },
    `${COOKIE}.max_age_in_seconds: expected a number from 1, found 0`,
    { ...SET, [COOKIE]: { max_age_in_seconds: 1 } },
  ],
  [
    "more elements of a set than are admitted",
    "oci_core_subnet",
    { ...SUBNET, security_list_ids: ["a", "b", "c", "d", "e", "f"] },
    "security_list_ids: expected at most 5, found 6",
    { ...SUBNET, security_list_ids: ["a", "b", "c", "d", "e"] },
  ],
  [
    "no element where one is the least",
    "oci_identity_policy",
    { ...POLICY, statements: [] },
    "statements: expected at least 1, found 0",
    { ...POLICY, statements: ["Allow group a to read buckets in tenancy"] },
  ],
  [
    "two arguments that conflict",
    "oci_events_rule",
    { compartment_id: "c", display_name: "r", is_enabled: true, actions: {}, condition: "{}", condition_details: {} },
    "condition: conflicts with condition_details",
    { compartment_id: "c", display_name: "r", is_enabled: true, actions: {}, condition: "{}", condition_details: [] },
  ],
];

describe("a resource is held against what the provider checks beyond its schema", () => {
  test.each(CASES)("%s is found, and its neighbour accepted", (_, type, refused, as, accepted) => {
    const found = (args: JsonObject) => violations({ resource: { [type]: { "made-up_1": args } } });
    expect(found(refused)[0]).toBe(`${type}.made-up_1: ${as}`);
    expect(found(accepted)).toEqual([]);
  });

  test("a conflict is told from both sides, and a limit that the schema knows too only once", () => {
    const restored = { restore_from_file: {}, restore_from_object_store: {} };
    const found = violations({ resource: { oci_kms_key: { a: { ...KEY, ...restored } } } });
    expect(found.filter((each) => each.includes("conflicts"))).toHaveLength(2);
    const twice = violations({ resource: { oci_kms_key: { a: { ...KEY, key_shape: [KEY.key_shape, KEY.key_shape] } } } });
    expect(twice).toEqual(["oci_kms_key.a: key_shape: expected at most 1, found 2"]);
  });

  test("an empty list of blocks is no block, and has no least number", () => {
    const args = { compartment_id: "c", display_name: "app", readme: [] };
    expect(violations({ resource: { oci_artifacts_container_repository: { a: args } } })).toEqual([]);
  });
});

/** Facts of kinds that this provider happens not to have: [case, facts, refused, as, accepted]. */
const FACTS: readonly (readonly [string, Facts, JsonObject, string, JsonObject])[] = [
  [
    "a number above its range",
    { ranges: { days: [1, 30] } },
    { days: 31 },
    "days: expected a number from 1 up to 30, found 31",
    { days: 30 },
  ],
  [
    "text that is too long",
    { lengths: { name: [null, 3] } },
    { name: "four" },
    'name: expected a length up to 3, found "four"',
    { name: "one" },
  ],
  [
    "text that is too short",
    { lengths: { "names[]": [3, null] } },
    { names: ["one", "on"] },
    'names[1]: expected a length from 3, found "on"',
    { names: ["one"] },
  ],
  [
    "text of another form",
    { patterns: { name: ["^[a-z]", "^[a-z0-9]+$"] } },
    { name: "a-b" },
    'name: expected text like /^[a-z0-9]+$/, found "a-b"',
    { name: "${var.Name}" },
  ],
  [
    "an argument without its companion",
    { requiredWith: { s3_key: ["s3_bucket"] } },
    { s3_key: "app.zip" },
    "s3_key: is of use only together with s3_bucket",
    { s3_key: "app.zip", s3_bucket: "code" },
  ],
  [
    "none of the arguments of which one is needed",
    { exactlyOneOf: [["filename", "image_uri"]] },
    {},
    "filename, image_uri: expected exactly one of them, found 0",
    { filename: "app.zip" },
  ],
  [
    "two of the arguments of which one is needed",
    { exactlyOneOf: [["filename", "image_uri"]] },
    { filename: "app.zip", image_uri: "${var.image}" },
    "filename, image_uri: expected exactly one of them, found 2",
    { filename: null, image_uri: "${var.image}" },
  ],
  [
    "none of the arguments of which at least one is needed",
    { atLeastOneOf: [["groups", "users"]] },
    { groups: [] },
    "groups, users: expected at least one of them, found 0",
    { groups: ["a"], users: ["b"] },
  ],
  [
    "a conflict inside one block, but not across two",
    { conflictsWith: { "rule.id": ["rule.name"] } },
    { rule: [{ id: "1" }, { id: "2", name: "two" }] },
    "rule[1].id: conflicts with rule.name",
    { rule: [{ id: "1" }, { name: "two" }] },
  ],
  [
    "a choice that a block has to make, where the block is there",
    { exactlyOneOf: [["template.id", "template.name"]] },
    { template: {} },
    "template.id, name: expected exactly one of them, found 0",
    {},
  ],
];

describe("every kind of fact", () => {
  const nothingIsABlock = () => false;
  test.each(FACTS)("%s is found, and its neighbour accepted", (_, facts, refused, as, accepted) => {
    expect(behaviourViolations(refused, facts, nothingIsABlock)).toEqual([as]);
    expect(behaviourViolations(accepted, facts, nothingIsABlock)).toEqual([]);
  });
});
