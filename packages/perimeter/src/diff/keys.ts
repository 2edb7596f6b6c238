import type { Estate } from "../estate";
import { argument, fieldsOf, itemsOf } from "../estate/arguments";
import type { Asset } from "../estate/asset";
import { isUnknown } from "../estate/maybe";
import { arnOf } from "../estate/stand-in";
import type { Resource, Value } from "../input";
import type { KeyChange } from "./difference";
import { type AssetPair, placeOf } from "./places";
import { AS_IT_IS, type Shown } from "./shown";
import type { Survey } from "./survey";

const OF_THE_SERVICE = "of the service";

/**
 * Arguments that name the key of what a resource holds, alone or in a block.
 * Source: the schemas of both providers.
 */
const ARGUMENTS: readonly (readonly [string, string?])[] = [
  ["kms_key_id"],
  ["kms_key_arn"],
  ["kms_master_key_id"],
  ["encryption_key", "kms_key_id"],
  ["encryption_key", "key_arn"],
  ["custom_encryption_key", "kms_key_id"],
  ["server_side_encryption", "kms_key_arn"],
];

/** Stores and copies that another key encrypts than before. */
export function keyChanges(before: Survey, after: Survey, pairs: readonly AssetPair[], shown: Shown): readonly KeyChange[] {
  return pairs.flatMap(({ before: was, after: is }): readonly KeyChange[] => {
    if (!was || !is) return [];
    const [old, key] = [keyOf(was, before.question.estate), keyOf(is, after.question.estate)];
    if (old === key) return [];
    const place = placeOf(is, shown.address);
    return [{ store: is.store, place, before: AS_IT_IS.address(old), after: shown.address(key) }];
  });
}

function keyOf({ resource }: Asset, estate: Estate): string {
  if (resource.type === "aws_s3_bucket") return bucketKey(resource, estate);
  for (const [name, field] of ARGUMENTS) {
    const given = argument(resource, name);
    const value = field === undefined ? given : fieldsOf(itemsOf(given)?.[0]).get(field);
    if (value) return named(value, estate);
  }
  return OF_THE_SERVICE;
}

function named(value: Value, { links }: Estate): string {
  const text = links.text(value);
  return links.resource(value)?.address ?? (isUnknown(text) ? "unknown" : text || OF_THE_SERVICE);
}

/** What encrypts a bucket of S3 is said by a resource of its own. */
function bucketKey(resource: Resource, { aws, resources }: Estate): string {
  const bucket = aws.resources.find((one) => one.kind === "bucket" && one.arn === arnOf(resource));
  if (bucket?.kind !== "bucket" || bucket.key === undefined || bucket.key === "none") return OF_THE_SERVICE;
  const { key } = bucket;
  if (typeof key !== "string") return "unknown";
  return [...resources.values()].find((one) => one.type.startsWith("aws_kms_") && arnOf(one) === key)?.address ?? key;
}
