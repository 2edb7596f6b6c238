import { describe, expect, test } from "@jest/globals";
import { aws } from "../../src/aws";
import type { Cloud } from "../../src/engine/cloud";
import { plan } from "../../src/engine/plan";
import { oci } from "../../src/oci";
import { shapeBlock } from "../../src/schema/shape";
import { isObject, type ObjectValue, UNKNOWN } from "../../src/schema/value";

const OCI = oci();
const AWS = aws();

const shaped = (cloud: Cloud, type: string, value: ObjectValue) =>
  shapeBlock(cloud.schema.resource_schemas[type]?.block ?? {}, value);

function planned(cloud: Cloud, type: string, prior: ObjectValue | null, proposed: ObjectValue | null, config: ObjectValue = {}) {
  const shape = (value: ObjectValue | null) => value && shaped(cloud, type, value);
  const { planned: value, replace } = plan(cloud, type, cloud.scope(config), shape(prior), shape(proposed));
  return { value: isObject(value) ? value : {}, isNull: value === null, replace };
}

describe("a creation", () => {
  const bucket = { name: "media", namespace: "ns", compartment_id: "c" };
  const { value } = planned(OCI, "oci_objectstorage_bucket", null, bucket);
  test("keeps what is configured", () => expect(value).toMatchObject(bucket));
  test("leaves unknown what the service decides", () =>
    expect([value["id"], value["bucket_id"], value["etag"]]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]));
  test("plans what the service gives when nothing is said", () => {
    expect([value["storage_tier"], value["versioning"]]).toEqual(["Standard", "Disabled"]);
  });
  test("leaves null what is not computed", () => expect(value["metadata"]).toBeNull());
  test("completes the elements of blocks", () => {
    const rules = planned(OCI, "oci_objectstorage_bucket", null, {
      ...bucket,
      retention_rules: [{ display_name: "year" }],
    }).value;
    expect(rules["retention_rules"]).toEqual([expect.objectContaining({ display_name: "year", retention_rule_id: UNKNOWN })]);
  });
});

describe("a default", () => {
  const rule = OCI.facts["oci_objectstorage_bucket"]?.defaults ?? {};
  test("is planned where the schema lets the provider decide, and never where it doesn't", () => {
    // Terraform refuses a plan that fills in an argument which is not computed, unless the provider is of the old kind.
    for (const [name, value] of Object.entries(rule)) {
      const computed = OCI.schema.resource_schemas["oci_objectstorage_bucket"]?.block.attributes?.[name]?.computed;
      expect(planned(OCI, "oci_objectstorage_bucket", null, {}).value[name]).toBe(computed ? value : null);
    }
  });
});

describe("a change", () => {
  const prior = { id: "n/ns/b/media", name: "media", namespace: "ns", compartment_id: "c", etag: "e", versioning: "Disabled" };
  const change = (to: ObjectValue) => planned(OCI, "oci_objectstorage_bucket", prior, { ...prior, ...to });

  test("to the same is the prior value itself", () =>
    expect(change({}).value).toEqual(shaped(OCI, "oci_objectstorage_bucket", prior)));
  test("keeps the id and renews the etag", () => {
    const { value, replace } = change({ versioning: "Enabled" });
    expect([value["id"], value["etag"], value["versioning"], replace]).toEqual(["n/ns/b/media", UNKNOWN, "Enabled", []]);
  });
  test("of an argument that the provider marks replaces", () =>
    expect(change({ storage_tier: "Archive" }).replace).toEqual(["storage_tier"]));
  test("to an unknown counts as a change", () => expect(change({ namespace: UNKNOWN }).replace).toEqual(["namespace"]));
  test("to nothing is a deletion", () => expect(planned(OCI, "oci_objectstorage_bucket", prior, null).isNull).toBe(true));
  test("of any argument replaces where there is no update", () => {
    const of = { id: "1", user_id: "u", key_value: "k" };
    expect(planned(OCI, "oci_identity_api_key", of, { ...of, key_value: "l" }).replace).toEqual(["key_value"]);
  });
  test("of a marked argument inside a block replaces for it, of another one doesn't", () => {
    const table = { id: "t", name: "t", attribute: [{ name: "a", type: "S" }], billing_mode: "PAY_PER_REQUEST", hash_key: "a" };
    const to = (change: ObjectValue) => planned(AWS, "aws_dynamodb_table", table, { ...table, ...change }).replace;
    expect(to({ hash_key: "b" })).toEqual(["hash_key"]);
    expect(to({ billing_mode: "PROVISIONED" })).toEqual([]);
  });
});

describe("an element of a set that Terraform could not match", () => {
  const type = "oci_load_balancer_rule_set";
  const item = { action: "ADD_HTTP_REQUEST_HEADER", header: "x" };
  const made = { ...item, status_code: 0, allowed_methods: [] };
  const prior = { id: "r", name: "r", load_balancer_id: "l", items: [made] };
  test("is the one that only lacks computed values", () => {
    expect(planned(OCI, type, prior, { ...prior, items: [item] }).value).toEqual(shaped(OCI, type, prior));
  });
  test("is another one when an argument differs", () => {
    const { value } = planned(OCI, type, prior, { ...prior, items: [{ ...item, header: "y" }] });
    expect(value["items"]).toEqual([expect.objectContaining({ header: "y", status_code: UNKNOWN })]);
  });
});

describe("a write-only argument", () => {
  const version = { secret_id: "s", secret_string_wo: "hidden", secret_string_wo_version: 1 };
  test("is never planned", () => {
    expect(planned(AWS, "aws_secretsmanager_secret_version", null, version).value["secret_string_wo"]).toBeNull();
  });
  test("makes no change by itself", () => {
    const prior = { ...version, secret_string_wo: null, id: "1", region: "us-east-1" };
    expect(planned(AWS, "aws_secretsmanager_secret_version", prior, { ...prior, secret_string_wo: "new" }).value).toEqual(
      shaped(AWS, "aws_secretsmanager_secret_version", prior),
    );
  });
});

describe("the tags of AWS", () => {
  const config = { default_tags: [{ tags: { team: "data", env: "us" } }], region: "us-west-2" };
  const tags = (own: ObjectValue["tags"]) =>
    planned(AWS, "aws_s3_bucket", null, { bucket: "b", tags: own ?? null }, config).value;
  test("are merged at plan, the resource's own first", () =>
    expect(tags({ env: "own" })["tags_all"]).toEqual({ team: "data", env: "own" }));
  test("are unknown together", () => expect(tags(UNKNOWN)["tags_all"]).toBe(UNKNOWN));
  test("stand beside the region of the provider", () => expect(tags(null)["region"]).toBe("us-west-2"));
});
