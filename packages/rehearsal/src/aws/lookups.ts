import type { DataSource, Scope } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import type { World } from "../world/world";
import { crc32 } from "./crc32";
import { byAttribute, global, regional } from "./forms";
import { MANAGEMENT_ACCOUNT } from "./organizations";
import { IN_ACCOUNT, IN_REGION, inScope, placed } from "./place";
import { reversed, zonesOf } from "./regions";
import { scopeOf } from "./scope";

const without = (value: ObjectValue, ...names: readonly string[]): ObjectValue =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** What a service says of an object that isn't there, and that the rehearsal knows only its own. */
const absent = (message: string) =>
  new Refusal(message, "the rehearsal knows what was made in it: make the object first, or take its values as configuration");

/** A name in all of S3, whichever account asks; what its owner's policy says plays no part here. */
const bucket: DataSource = (config, _scope, world) => {
  const name = textOf(config["bucket"]);
  const found = byAttribute(world, "aws_s3_bucket", "bucket", name);
  if (!found) throw absent(`reading S3 Bucket (${name}): couldn't find resource`);
  return without(found, "tags", "tags_all");
};

const role: DataSource = (config, scope, world) => {
  const name = textOf(config["name"]);
  const found = world.get("aws_iam_role", placed(IN_ACCOUNT, scope, name));
  if (!found) throw absent(`reading IAM Role (${name}): NoSuchEntity: The role with name ${name} cannot be found.`);
  return {
    ...found,
    path: found["path"] ?? "/",
    max_session_duration: found["max_session_duration"] ?? 3600,
    permissions_boundary: found["permissions_boundary"] ?? "",
    role_last_used: [],
    tags: found["tags_all"] ?? {},
  };
};

/** Whether a policy has all tags that are asked for. */
const hasTags = (one: ObjectValue, tags: Value | undefined) => {
  const own = isObject(one["tags_all"]) ? one["tags_all"] : {};
  return !isObject(tags) || Object.entries(tags).every(([name, value]) => own[name] === value);
};

const policy: DataSource = (config, scope, world) => {
  const [arn, name, path] = ["arn", "name", "path_prefix"].map((one) => textOf(config[one]));
  // What AWS's own policies permit changes without notice: a document of another day would prove nothing.
  if (arn?.startsWith(inScope("arn:{partition}:iam::aws:policy/", scope))) {
    throw new Refusal(`the rehearsal doesn't hold the documents of AWS's managed policies: "${arn}"`, undefined, ["arn"]);
  }
  const account = inScope(global("iam", ""), scope);
  const matching = world
    .all("aws_iam_policy")
    .filter(
      (one) =>
        textOf(one["arn"]).startsWith(account) &&
        (!arn || one["arn"] === arn) &&
        (!name || one["name"] === name) &&
        (!path || textOf(one["path"] ?? "/").startsWith(path)) &&
        hasTags(one, config["tags"]),
    );
  const [found, second] = matching;
  if (!found) throw absent(`reading IAM policy (${arn || name || path}): empty result`);
  if (second)
    throw new Refusal(`reading IAM policy (${arn || name || path}): too many results: wanted 1, got ${matching.length}`);
  return { ...found, path: found["path"] ?? "/", description: found["description"] ?? "", tags: found["tags_all"] ?? {} };
};

/** The id in a key's ARN, behind an alias, or as it stands. */
function keyIdOf(wanted: string, scope: Scope, world: World): string {
  const name = wanted.slice(wanted.lastIndexOf(":") + 1);
  if (!name.startsWith("alias/")) return name.replace(/^key\//, "");
  const alias = world.get("aws_kms_alias", placed(IN_REGION, scope, name));
  if (!alias) throw absent(`reading KMS Key (${wanted}): NotFoundException: Alias ${kmsArn(scope, name)} is not found.`);
  return textOf(alias["target_key_arn"]).replace(/^.*:key\//, "");
}

const kmsArn = (scope: Scope, resource: string) => `${inScope(regional("kms", ""), scope)}${resource}`;

const KEY_TYPES = ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"];

const key: DataSource = (config, provider, world) => {
  const scope = scopeOf(config, provider);
  const wanted = textOf(config["key_id"]);
  const id = keyIdOf(wanted, scope, world);
  const type = KEY_TYPES.find((one) => world.get(one, placed(IN_REGION, scope, id)));
  const found = type && world.get(type, placed(IN_REGION, scope, id));
  if (!found) throw absent(`reading KMS Key (${wanted}): NotFoundException: Key '${kmsArn(scope, `key/${id}`)}' does not exist`);
  const isEnabled = (found["is_enabled"] ?? found["enabled"] ?? true) === true;
  const spec = found["customer_master_key_spec"] ?? found["key_spec"] ?? "SYMMETRIC_DEFAULT";
  return {
    id,
    arn: found["arn"] ?? null,
    region: scope["region"] ?? null,
    aws_account_id: scope["account"] ?? null,
    creation_date: world.now,
    custom_key_store_id: found["custom_key_store_id"] ?? "",
    customer_master_key_spec: spec,
    description: found["description"] ?? "",
    enabled: isEnabled,
    expiration_model: found["expiration_model"] ?? "",
    key_manager: "CUSTOMER",
    key_spec: spec,
    key_state: isEnabled ? "Enabled" : "Disabled",
    key_usage: found["key_usage"] ?? "ENCRYPT_DECRYPT",
    multi_region: id.startsWith("mrk-"),
    multi_region_configuration: [],
    origin: type?.includes("external") ? "EXTERNAL" : found["custom_key_store_id"] ? "AWS_CLOUDHSM" : "AWS_KMS",
    pending_deletion_window_in_days: 0,
    valid_to: found["valid_to"] ?? "",
    xks_key_configuration: [],
  };
};

/** The rehearsal's organization, and the accounts that were made in it; one that nobody made has the asking account alone. */
const organization: DataSource = (_config, asking, world) => {
  const [made] = world.all("aws_organizations_organization");
  const account: Value = made?.["master_account_id"] ?? asking["account"] ?? null;
  const scope: Scope = { ...asking, account };
  const form = (resource: string) => inScope(global("organizations", resource), scope);
  const first: ObjectValue = {
    ...MANAGEMENT_ACCOUNT,
    arn: form("account/{organization}/{account}"),
    id: account,
    joined_timestamp: world.now,
  };
  const others = world.all("aws_organizations_account").map((one): ObjectValue => without(one, "tags", "tags_all", "timeouts"));
  const standard: ObjectValue = {
    id: scope["organization"] ?? null,
    arn: form("organization/{organization}"),
    feature_set: "ALL",
    master_account_arn: first["arn"] ?? null,
    master_account_email: MANAGEMENT_ACCOUNT.email,
    master_account_id: account,
    master_account_name: MANAGEMENT_ACCOUNT.name,
    aws_service_access_principals: [],
    enabled_policy_types: [],
    roots: [{ arn: form("root/{organization}/{root}"), id: scope["root"] ?? null, name: "Root", policy_types: [] }],
  };
  const said = Object.fromEntries(Object.entries(made ?? {}).filter(([, value]) => value !== null));
  return { ...standard, ...said, accounts: [first, ...others], non_master_accounts: others };
};

/** Services of a gateway endpoint; every other is reached by an interface. Source: VPC User Guide, Gateway endpoints. */
const GATEWAYS = new Set(["s3", "dynamodb"]);

/** A service of AWS by its name. Which services a region lacks isn't known here, nor are services of others. */
const endpointService: DataSource = (config, provider) => {
  const scope = scopeOf(config, provider);
  const region = textOf(scope["region"]);
  const prefix = `${reversed(textOf(scope["dns_suffix"]))}.${region}.`;
  if (isList(config["filter"]) && config["filter"].length > 0) {
    throw new Refusal('the rehearsal can\'t filter endpoint services: "filter"', undefined, ["filter"]);
  }
  const name = textOf(config["service_name"]) || `${prefix}${textOf(config["service"])}`;
  const service = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(service)) {
    throw absent(`reading EC2 VPC Endpoint Services: InvalidServiceName: The Vpc Endpoint Service '${name}' does not exist`);
  }
  const type = textOf(config["service_type"]) || (GATEWAYS.has(service) ? "Gateway" : "Interface");
  const host = `${service}.${region}.${textOf(scope["dns_suffix"])}`;
  const id = `vpce-svc-0${crc32(name).toString(16).padStart(8, "0")}${crc32(service).toString(16).padStart(8, "0")}`;
  return {
    id: String(crc32(name)),
    arn: `${inScope(regional("ec2", "vpc-endpoint-service/"), scope)}${id}`,
    acceptance_required: false,
    availability_zones: zonesOf(region).map((zone) => zone.name),
    base_endpoint_dns_names: [`${service}.${region}.vpce.${textOf(scope["dns_suffix"])}`],
    manages_vpc_endpoints: false,
    owner: "amazon",
    private_dns_name: type === "Interface" ? host : "",
    private_dns_names: type === "Interface" ? [host] : [],
    region,
    service_id: id,
    service_name: name,
    service_region: region,
    service_type: type,
    supported_ip_address_types: ["ipv4"],
    tags: {},
    vpc_endpoint_policy_supported: true,
  };
};

/** Data sources that look for an object of this world, or for a service of AWS. Refused in the words of the service when there is none. */
export const LOOKUPS: Readonly<Record<string, DataSource>> = {
  aws_iam_policy: policy,
  aws_iam_role: role,
  aws_kms_key: key,
  aws_organizations_organization: organization,
  aws_s3_bucket: bucket,
  aws_vpc_endpoint_service: endpointService,
};
