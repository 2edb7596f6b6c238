import { afterAll, describe, expect, test } from "@jest/globals";
import { mapBlock } from "../../src/schema/shape";
import type { Block, TypeJson } from "../../src/schema/types";
import type { ObjectValue, Value } from "../../src/schema/value";
import { FORMS, pattern } from "./forms";
import { AWS, rehearsedWorld } from "./worlds";

const TYPES = Object.keys(AWS.schema.resource_schemas);

/** A value that names its argument. */
function named(name: string, type: TypeJson): Value {
  if (type === "number") return 1;
  if (type === "bool") return true;
  if (typeof type === "string") return name;
  return type[0] === "map" || type[0] === "object" ? {} : [named(name, type[1])];
}

const required = (block: Block): ObjectValue =>
  mapBlock(
    block,
    (name, type) => (block.attributes?.[name]?.required ? named(name, type) : null),
    (_name, nested) => (nested.nesting_mode === "single" ? null : (nested.min_items ?? 0) > 0 ? [required(nested.block)] : []),
  );

/** Attributes that other resources refer to, whatever the type. */
const REFERRED = /^(id|arn|.*_arn|unique_id|key_id|owner_id|.*domain_name|hosted_zone_id|zone_id|url|.*_url|fqdn|name)$/;

/** Nothing that refers to an object which isn't there. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  aws_codebuild_project: ["badge_url"],
  aws_instance: ["host_resource_group_arn", "outpost_arn"],
  aws_lambda_function: ["signing_job_arn", "signing_profile_version_arn"],
  aws_network_interface: ["outpost_arn"],
  aws_cloudwatch_log_subscription_filter: ["role_arn"],
  aws_s3control_access_grants_instance: ["identity_center_application_arn"],
};

test("every type of the schema has a form, and no other", () => expect(Object.keys(FORMS).sort()).toEqual([...TYPES].sort()));
test("every type of the schema has a row, and no other", () => expect(Object.keys(AWS.rows).sort()).toEqual([...TYPES].sort()));

describe.each<[name: string, config: ObjectValue, own: ObjectValue]>([
  ["the provider's region and an example's account", { region: "us-east-1" }, {}],
  ["GovCloud and the one allowed account", { region: "us-gov-west-1", allowed_account_ids: ["210987654321"] }, {}],
  [
    "China and the account of the assumed role",
    { region: "cn-north-1", assume_role: [{ role_arn: "arn:aws-cn:iam::111122223333:role/r" }] },
    {},
  ],
  ["the resource's own region before the provider's", { region: "us-east-1" }, { region: "ap-southeast-1" }],
])("with %s", (_name, config, own) => {
  const { made, close } = rehearsedWorld();
  afterAll(close);
  const of = (type: string) => {
    const { block } = AWS.schema.resource_schemas[type] ?? { block: {} };
    return made(type, { ...required(block), ...(block.attributes?.["region"] ? own : {}) }, config);
  };
  const objects = TYPES.map((type) => [type, of(type)] as const);
  const provider = AWS.scope(config);
  const scopeOf = (value: ObjectValue) => AWS.scopeOf?.(value, provider) ?? provider;

  test.each(objects)("%s has its id and its ARN", (type, value) => {
    const scope = { ...scopeOf(value), arn: value["arn"] };
    const { id, arn } = FORMS[type] ?? {};
    if (id !== undefined) expect(value["id"]).toMatch(pattern(id, scope));
    if (arn !== undefined) expect(value["arn"]).toMatch(pattern(arn, scope));
    expect([id !== undefined, arn !== undefined]).toEqual(["id" in value, "arn" in value]);
  });

  test("what others refer to is there", () => {
    const missing = objects.flatMap(([type, value]) =>
      Object.entries(AWS.schema.resource_schemas[type]?.block.attributes ?? {}).flatMap(([name, { computed }]) =>
        computed && REFERRED.test(name) && value[name] === null && !ABSENT[type]?.includes(name) ? [`${type}.${name}`] : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  test("no value names another region or partition", () => {
    const { region, partition } = scopeOf(own);
    const strangers = objects.flatMap(([type, value]) => {
      const found = [...JSON.stringify(value).matchAll(/arn:(aws[a-z-]*):[a-z0-9-]+:([a-z0-9-]*):/g)];
      return found.some(([, p, r]) => p !== partition || (r !== "" && r !== region)) ? [type] : [];
    });
    const accounted = objects.filter(([, value]) => "region" in value && value["region"] !== region).map(([type]) => type);
    expect([...accounted, ...(own["region"] ? [] : strangers)]).toEqual([]);
  });
});
