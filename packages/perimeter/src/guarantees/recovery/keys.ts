import { argument, fieldsOf, isFalse, itemsOf, textArgument } from "../../estate/arguments";
import type { Asset } from "../../estate/asset";
import type { Estate } from "../../estate/estate";
import { arnOf } from "../../estate/stand-in";
import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { isUnknown } from "../../simulate/aws/estate";
import type { Undecided } from "../../verdict/verdict";

/** What opens the content of an asset: whoever ends it, ends the content. */
export interface KeyOf {
  readonly key?: Resource;
  /** Oracle Cloud: it takes all its keys along. */
  readonly vault?: Resource;
  /** It has a key of a customer's, and which isn't known. */
  readonly open?: Undecided;
}

const AWS_KEYS: ReadonlySet<string> = new Set([
  "aws_kms_key",
  "aws_kms_external_key",
  "aws_kms_replica_key",
  "aws_kms_replica_external_key",
]);

/** The key of an asset; none where the cloud has keys of its own for it, which nobody else ends. */
export function keyOf({ resource, flows }: Asset, estate: Estate): KeyOf {
  if (resource.type.startsWith("aws_")) return awsKey(resource, estate);
  const value = ociKeyValue(resource);
  // A standby is opened by the key of its primary ("Customer-managed keys with Autonomous Data Guard").
  const source = value ? undefined : flows.at(-1)?.from;
  if (!value && resource.type === "oci_database_autonomous_database" && source?.type === resource.type)
    return keyOf({ store: "", resource: source, flows: flows.slice(0, -1) }, estate);
  return value ? ociKey(value, resource, estate) : {};
}

function ociKeyValue(resource: Resource): Value | undefined {
  const [block] = itemsOf(argument(resource, "encryption_key")) ?? [];
  const value = argument(resource, "kms_key_id") ?? argument(resource, "key_id") ?? fieldsOf(block).get("kms_key_id");
  const text = value && knownText(value);
  return text === "" || text === "ORACLE_MANAGED_KEY" ? undefined : value;
}

function ociKey(value: Value, { address }: Resource, { links }: Estate): KeyOf {
  const key = links.resource(value);
  if (key?.type !== "oci_kms_key") return { open: { address, reason: "its key isn't among what was given" } };
  const vault = links.resource(argument(key, "management_endpoint")) ?? links.resource(argument(key, "vault_id"));
  return { key, ...(vault?.type === "oci_kms_vault" ? { vault } : {}) };
}

function awsKey(resource: Resource, { aws, resources, links }: Estate): KeyOf {
  if (resource.type !== "aws_s3_bucket") return {};
  const arn = arnOf(resource);
  const bucket = aws.resources.find((one) => one.kind === "bucket" && one.arn === arn);
  if (bucket?.kind !== "bucket" || bucket.key === undefined || bucket.key === "none") return {};
  if (isUnknown(bucket.key)) {
    if (hasKeyOfService(resource, resources, links)) return {};
    return { open: { address: resource.address, reason: `without knowing ${bucket.key.unknown}, who could end it isn't known` } };
  }
  const key = [...resources.values()].find((one) => AWS_KEYS.has(one.type) && arnOf(one) === bucket.key);
  return key ? { key } : { open: { address: resource.address, reason: "its key isn't among what was given" } };
}

/** `aws:kms` without a key: S3's own in the account, which no customer can end ("AWS managed keys"). */
function hasKeyOfService(bucket: Resource, resources: Estate["resources"], links: Estate["links"]): boolean {
  const own = [...resources.values()].filter(
    (one) =>
      one.type === "aws_s3_bucket_server_side_encryption_configuration" &&
      links.resource(argument(one, "bucket"))?.address === bucket.address,
  );
  const rules = own.flatMap((one) => itemsOf(argument(one, "rule")) ?? []);
  const applied = rules.flatMap((rule) => itemsOf(fieldsOf(rule).get("apply_server_side_encryption_by_default")) ?? []);
  return applied.length > 0 && applied.every((one) => !fieldsOf(one).has("kms_master_key_id"));
}

/** Why a key opens nothing as it is configured; `undefined`: it does. */
export function whyClosed(key: Resource): string | undefined {
  if (key.type.startsWith("aws_")) {
    const enabled = argument(key, "is_enabled") ?? argument(key, "enabled");
    return isFalse(enabled) ? "its key is disabled" : undefined;
  }
  const state = textArgument(key, "desired_state") ?? textArgument(key, "state");
  if (argument(key, "time_of_deletion") && state !== "ENABLED") return "its key is scheduled for deletion";
  return state === undefined || state === "ENABLED" ? undefined : `its key is ${state.toLowerCase().replaceAll("_", " ")}`;
}
