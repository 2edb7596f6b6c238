import { describe, expect, test } from "@jest/globals";
import { aws } from "../src/aws";
import { judge } from "../src/judge";
import { oci } from "../src/oci";
import type { Block, Facts } from "../src/schema/types";

type Body = Readonly<Record<string, unknown>>;

const CLOUDS = { oci: oci(), aws: aws() };

const judged = (type: string, body: Body) => {
  const cloud = CLOUDS[type.startsWith("oci") ? "oci" : "aws"];
  return judge(cloud.schema.resource_schemas[type]?.block ?? {}, cloud.facts[type] ?? {}, body);
};

const LIFECYCLE = { namespace: "ns", bucket: "media" };
const RULE = { name: "expire", action: "DELETE", is_enabled: true, time_amount: "7" };
const EVENTS = { compartment_id: "c", display_name: "r", is_enabled: true, actions: {} };
const SET = { load_balancer_id: "lb", name: "app", policy: "ROUND_ROBIN", health_checker: { protocol: "HTTP" } };

const cookie = (age: unknown) => ({ ...SET, lb_cookie_session_persistence_configuration: { max_age_in_seconds: age } });
const expiring = (unit: unknown) => ({ ...LIFECYCLE, rules: [{ ...RULE, time_unit: unit }] });
const secret = (kind: string) => ({
  secret_generation_context: { generation_type: kind, generation_template: "BYTES_512" },
});

/** What the real provider checks beyond its schema: [case, type, refused, in which words, accepted]. */
const CASES: readonly (readonly [string, string, Body, string, Body])[] = [
  [
    "a value that validation doesn't know",
    "oci_objectstorage_object_lifecycle_policy",
    expiring("WEEKS"),
    'expected rules.0.time_unit to be one of ["DAYS" "YEARS"], got WEEKS',
    expiring("DAYS"),
  ],
  [
    "a value in another case where case counts",
    "oci_objectstorage_object_lifecycle_policy",
    expiring("days"),
    'expected rules.0.time_unit to be one of ["DAYS" "YEARS"], got days',
    expiring("${var.unit}"),
  ],
  [
    "a value that isn't known where case doesn't count",
    "oci_vault_secret",
    secret("RANDOM"),
    'expected secret_generation_context.0.generation_type to be one of ["BYTES" "PASSPHRASE" "SSH_KEY"], got RANDOM',
    secret("bytes"),
  ],
  [
    "a value that only apply refuses",
    "oci_objectstorage_bucket",
    { access_type: "Private" },
    "unsupported enum value for AccessType: Private. Supported values are: NoPublicAccess,ObjectRead,ObjectReadWithoutList.",
    { access_type: "nopublicaccess" },
  ],
  [
    "a value in a list that only apply refuses",
    "oci_identity_domains_group",
    { attribute_sets: ["all", "some"] },
    "unsupported enum value for AttributeSets: some. Supported values are: all,always,never,request,default.",
    { attribute_sets: ["all", "never"] },
  ],
  [
    "a number below its range",
    "oci_load_balancer_backend_set",
    cookie(0),
    "expected lb_cookie_session_persistence_configuration.0.max_age_in_seconds to be at least (1), got 0",
    cookie(1),
  ],
  [
    "more elements of a set than are admitted",
    "oci_core_subnet",
    { security_list_ids: ["a", "b", "c", "d", "e", "f"] },
    "Too many list items: Attribute security_list_ids has 6 declared.",
    { security_list_ids: ["a", "b", "c", "d", "e"] },
  ],
  [
    "no element where one is the least",
    "oci_identity_policy",
    { statements: [] },
    "Not enough list items: Attribute statements has 0 declared.",
    { statements: ["Allow group a to read buckets in tenancy"] },
  ],
  [
    "two arguments that conflict",
    "oci_events_rule",
    { ...EVENTS, condition: "{}", condition_details: {} },
    'Conflicting configuration arguments: "condition": conflicts with condition_details',
    { ...EVENTS, condition: "{}", condition_details: [] },
  ],
];

describe("a resource is held against what the provider checks beyond its schema", () => {
  test.each(CASES)("%s is found, and its neighbour accepted", (_, type, refused, words, accepted) => {
    expect(judged(type, refused)[0]).toBe(words);
    expect(judged(type, accepted)).toEqual([]);
  });
  test("a conflict is told from both sides", () =>
    expect(judged("oci_kms_key", { restore_from_file: {}, restore_from_object_store: {} })).toHaveLength(2));
  test("a block with an expression for its content, or for how many there are, isn't judged", () => {
    const dynamic = { rules: { for_each: "${var.rules}", content: { ...RULE, time_unit: "WEEKS" } } };
    expect(judged("oci_objectstorage_object_lifecycle_policy", { ...LIFECYCLE, dynamic })).toEqual([]);
    expect(judged("oci_objectstorage_object_lifecycle_policy", { ...LIFECYCLE, rules: "${var.rules}" })).toEqual([]);
  });
  test("text that only looks like an expression is judged", () =>
    expect(judged("oci_objectstorage_object_lifecycle_policy", expiring("$${DAYS}"))).toHaveLength(1));
});

const text = { type: "string", optional: true } as const;
const BLOCK: Block = {
  attributes: {
    ...Object.fromEntries(["name", "s3_key", "s3_bucket", "filename", "image_uri"].map((name) => [name, text])),
    days: { type: "number", optional: true },
    ...Object.fromEntries(["names", "groups", "users"].map((name) => [name, { type: ["list", "string"], optional: true }])),
  },
  block_types: {
    rule: { nesting_mode: "list", block: { attributes: { id: text, name: text } } },
    template: { nesting_mode: "list", max_items: 1, block: { attributes: { id: text, name: text } } },
  },
};

/** Every kind of fact, each alone: [case, facts, refused, in which words, accepted]. */
const FACTS: readonly (readonly [string, Facts, Body, string, Body])[] = [
  [
    "a number above its range",
    { ranges: { days: [1, 30] } },
    { days: 31 },
    "expected days to be in the range (1 - 30), got 31",
    { days: 30 },
  ],
  [
    "text that is too long",
    { lengths: { name: [null, 3] } },
    { name: "four" },
    "expected length of name to be in the range (0 - 3), got four",
    { name: "one" },
  ],
  [
    "an element that is too short",
    { lengths: { "names[]": [3, null] } },
    { names: ["one", "on"] },
    "expected length of names.1 to be in the range (3 - ∞), got on",
    { names: ["one"] },
  ],
  [
    "text of another form",
    { patterns: { name: ["^[a-z]", "^[a-z0-9]+$"] } },
    { name: "a-b" },
    'invalid value for name (must match regular expression "^[a-z0-9]+$")',
    { name: "${var.Name}" },
  ],
  [
    "an argument without its companion",
    { requiredWith: { s3_key: ["s3_bucket"] } },
    { s3_key: "app.zip" },
    'Missing required argument: "s3_key": all of `s3_bucket,s3_key` must be specified',
    { s3_key: "app.zip", s3_bucket: "${var.bucket}" },
  ],
  [
    "none of the arguments of which one is needed",
    { exactlyOneOf: [["filename", "image_uri"]] },
    {},
    'Invalid combination of arguments: "filename": one of `filename,image_uri` must be specified',
    { filename: "${var.file}" },
  ],
  [
    "two of the arguments of which one is needed",
    { exactlyOneOf: [["filename", "image_uri", "s3_key"]] },
    { filename: "app.zip", image_uri: "app", s3_key: "${var.key}" },
    'Invalid combination of arguments: "filename": only one of `filename,image_uri,s3_key` can be specified, but `filename,image_uri` were specified.',
    { filename: null, image_uri: "app" },
  ],
  [
    "none of the arguments of which at least one is needed",
    { atLeastOneOf: [["groups", "users"]] },
    { groups: [] },
    'Missing required argument: "groups": one of `groups,users` must be specified',
    { groups: ["a"], users: ["b"] },
  ],
  [
    "a conflict inside one block, but not across two",
    { conflictsWith: { "rule.id": ["rule.name"] } },
    { rule: [{ id: "1" }, { id: "2", name: "two" }] },
    'Conflicting configuration arguments: "rule.1.id": conflicts with rule.name',
    { rule: [{ id: "1" }, { name: "two" }] },
  ],
  [
    "a choice that a block has to make, where the block is there",
    { exactlyOneOf: [["template.id", "template.name"]] },
    { template: {} },
    'Invalid combination of arguments: "template.id": one of `template.id,template.name` must be specified',
    {},
  ],
];

describe("every kind of fact", () => {
  test.each(FACTS)("%s is found, and its neighbour accepted", (_, facts, refused, words, accepted) => {
    expect(judge(BLOCK, facts, refused)).toEqual([words]);
    expect(judge(BLOCK, facts, accepted)).toEqual([]);
  });
});
