import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf } from "../../estate/arguments";
import { isUnknown } from "../../estate/maybe";
import { arnOf } from "../../estate/stand-in";
import type { Resource, Value } from "../../input";
import type { Undecided } from "../../verdict/verdict";

/** What opens the records: whoever destroys it destroys them, whatever lock they are under. */
export interface Keys {
  readonly found: readonly Resource[];
  readonly open: readonly Undecided[];
}

/** The key of a bucket or trail, with the vault that holds it. Keys that the cloud has of its own nobody deletes. */
export function keysOf(resource: Resource, estate: Estate): Keys {
  const value = resource.type === "aws_s3_bucket" ? defaultKey(resource, estate) : argument(resource, "kms_key_id");
  if (!value || (value.kind === "literal" && (value.value === null || value.value === ""))) return { found: [], open: [] };
  const { links } = estate;
  const made = links.resource(value);
  const key = made?.type === "aws_kms_alias" ? links.resource(argument(made, "target_key_id")) : (made ?? named(value, estate));
  if (!key || !/_kms_(key|external_key|replica_key)$/.test(key.type))
    return {
      found: [],
      open: [{ address: resource.address, reason: "its key isn't among what was given: who could destroy it isn't known" }],
    };
  const vault = links.resource(argument(key, "management_endpoint"));
  return { found: [key, ...(vault ? [vault] : [])], open: [] };
}

/** A key by its ARN, which a stack of another folder may have made. */
function named(value: Value, { resources, links }: Estate): Resource | undefined {
  const text = links.text(value);
  if (isUnknown(text) || !text.startsWith("arn:")) return undefined;
  return [...resources.values()].find((one) => one.type.startsWith("aws_kms_") && arnOf(one) === text);
}

function defaultKey(bucket: Resource, { resources, links }: Estate): Value | undefined {
  const name = links.text(argument(bucket, "bucket"));
  const part = [...resources.values()].find((one) => {
    if (one.type !== "aws_s3_bucket_server_side_encryption_configuration") return false;
    const value = argument(one, "bucket");
    const text = links.text(value);
    return links.resource(value) === bucket || (!isUnknown(text) && (text === name || text === arnOf(bucket)));
  });
  const inline = fieldsOf(itemsOf(argument(bucket, "server_side_encryption_configuration"))?.[0]);
  const rule = fieldsOf(itemsOf(part ? argument(part, "rule") : inline.get("rule"))?.[0]);
  return fieldsOf(itemsOf(rule.get("apply_server_side_encryption_by_default"))?.[0]).get("kms_master_key_id");
}
