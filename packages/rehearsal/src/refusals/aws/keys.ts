import { type ObjectValue, textOf } from "../../schema/value";
import type { World } from "../../world/world";
import type { Asked, RefusalRow } from "../row";
import { afterDays, bucketNamed, lockedUntil } from "./buckets";
import { ownOf } from "./own";

const keyNamed = (asked: Asked, named: string) =>
  ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"]
    .flatMap((type) => ownOf(asked, type))
    .find((one) => one["arn"] === named || one["key_id"] === named || one["id"] === named);

const KEY = ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key"];

/** The bucket that a key encrypts, by its own block or by a configuration beside it. */
function bucketUnder(world: World, arn: string): ObjectValue | undefined {
  const says = (type: string) => world.all(type).find((one) => JSON.stringify(one).includes(arn));
  const setting = says("aws_s3_bucket_server_side_encryption_configuration") ?? says("aws_s3_bucket");
  return setting && bucketNamed(world, textOf(setting["bucket"]));
}

/** What a key encrypts. */
function encrypts(asked: Asked, arn: string): string | undefined {
  const bucket = bucketUnder(asked.world, arn);
  if (bucket) return `bucket "${textOf(bucket["bucket"])}"`;
  const secret = ownOf(asked, "aws_secretsmanager_secret").find((one) => one["kms_key_id"] === arn);
  return secret && `secret "${textOf(secret["name"])}"`;
}

/** Sources: KMS API reference, the errors of each operation; KMS Developer Guide. */
export const AWS_KEYS: readonly RefusalRow[] = [
  {
    id: "kms/key-of-locked-objects",
    types: KEY,
    on: ["remove"],
    code: "KMSInvalidStateException",
    isKnownAtPlan: true,
    refuses: ({ wanted, world }) => {
      const bucket = bucketUnder(world, textOf(wanted["arn"]));
      const until = bucket && lockedUntil(world, textOf(bucket["bucket"]));
      return (
        until &&
        `the key encrypts objects of bucket "${textOf(bucket["bucket"])}" that are locked until ${until}: without it nobody can read them`
      );
    },
    source: "KMS Developer Guide, Delete an AWS KMS key: deleting makes what it encrypted unrecoverable; here it is refused",
  },
  {
    id: "kms/key-in-use",
    types: KEY,
    on: ["remove"],
    code: "KMSInvalidStateException",
    refuses: (asked) => {
      const store = encrypts(asked, textOf(asked.wanted["arn"]));
      const days = Number(asked.wanted["deletion_window_in_days"] ?? 30) || 30;
      return (
        store &&
        `the key still encrypts ${store}, which nobody could read after ${afterDays(asked.world, days)}: empty that first`
      );
    },
    source: "KMS Developer Guide, Delete an AWS KMS key: deleting makes what it encrypted unrecoverable; here it is refused",
  },
  {
    id: "kms/alias-name",
    types: ["aws_kms_alias"],
    code: "InvalidAliasNameException",
    refuses: ({ wanted }) =>
      /^alias\/[a-zA-Z0-9/_-]{1,250}$/.test(textOf(wanted["name"])) || textOf(wanted["name"]) === ""
        ? undefined
        : `"${textOf(wanted["name"])}" is no name of an alias`,
    source: "KMS API reference, CreateAlias, AliasName",
  },
  {
    id: "kms/reserved-alias",
    types: ["aws_kms_alias"],
    code: "NotAuthorizedException",
    refuses: ({ wanted }) =>
      textOf(wanted["name"]).startsWith("alias/aws/") ? 'aliases that begin with "alias/aws/" are kept for AWS' : undefined,
    source: "KMS API reference, CreateAlias, AliasName",
  },
  {
    id: "kms/alias-of-nothing",
    types: ["aws_kms_alias"],
    code: "NotFoundException",
    refuses: (asked) => {
      const target = textOf(asked.wanted["target_key_id"]);
      return target !== "" && !keyNamed(asked, target) ? `Key '${target}' does not exist` : undefined;
    },
    source: "KMS API reference, CreateAlias, NotFoundException",
  },
  {
    id: "kms/grant-on-nothing",
    types: ["aws_kms_grant"],
    on: ["create"],
    code: "NotFoundException",
    refuses: (asked) => {
      const key = textOf(asked.wanted["key_id"]);
      return key !== "" && !keyNamed(asked, key) ? `Key '${key}' does not exist` : undefined;
    },
    source: "KMS API reference, CreateGrant, NotFoundException",
  },
  {
    id: "kms/grant-on-disabled-key",
    types: ["aws_kms_grant"],
    on: ["create"],
    code: "DisabledException",
    refuses: (asked) =>
      keyNamed(asked, textOf(asked.wanted["key_id"]))?.["is_enabled"] === false ? "the key is disabled" : undefined,
    source: "KMS API reference, CreateGrant, DisabledException",
  },
  {
    id: "kms/replica-in-the-same-region",
    types: ["aws_kms_replica_key"],
    on: ["create"],
    code: "UnsupportedOperationException",
    refuses: ({ wanted, scope }) =>
      textOf(wanted["primary_key_arn"]).split(":")[3] === textOf(scope["region"])
        ? "a replica is in another region than its primary key"
        : undefined,
    source: "KMS API reference, ReplicateKey, ReplicaRegion",
  },
  {
    id: "kms/replica-of-single-region-key",
    types: ["aws_kms_replica_key"],
    on: ["create"],
    code: "UnsupportedOperationException",
    refuses: (asked) =>
      keyNamed(asked, textOf(asked.wanted["primary_key_arn"]))?.["multi_region"] === false
        ? "the primary key is no multi-Region key"
        : undefined,
    source: "KMS API reference, ReplicateKey, UnsupportedOperationException",
  },
];
