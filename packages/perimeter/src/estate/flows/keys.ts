import type { Resource, Value } from "../../input";
import { argument } from "../arguments";
import { isUnknown } from "../maybe";
import { placeOfRegion } from "../place";
import type { Finder } from "./finder";
import type { Leg } from "./legs";
import { valuesAt } from "./paths";
import type { End } from "./spot";

/** Arguments by which resources of either cloud name the key that encrypts them. */
const KEYS = [
  "kms_key_id",
  "key_id",
  "kms_key_arn",
  "kms_master_key_id",
  "kms_key",
  "encryption_key.kms_key_id",
  "server_side_encryption.kms_key_arn",
  "rule.apply_server_side_encryption_by_default.kms_master_key_id",
];

/** A vault's replica holds all of its keys ("Replicating Vaults and Keys"). */
export function vaultReplicaLegs(by: Resource, finder: Finder): readonly Leg[] {
  const { links, resources } = finder;
  const vault = links.resource(argument(by, "vault_id"));
  const region = argument(by, "replica_region");
  const place = placeOfRegion("oci", region, by);
  const keys = resources.filter((one) => one.type === "oci_kms_key" && isIn(one, vault, finder));
  const to = (): End => [{ place, what: "a replica of its vault" }];
  return [{ kind: "key", of: [], from: encryptedWith(keys, finder), to }];
}

/** A key is made through the endpoint of its vault; where that isn't told, it may be in any. */
function isIn(key: Resource, vault: Resource | undefined, { links }: Finder): boolean {
  const made = links.resource(argument(key, "management_endpoint"));
  return !vault || !made || made === vault;
}

/** A replica of a key of several regions opens what the key opens ("Multi-Region keys in AWS KMS"). */
export function keyReplicaLegs(by: Resource, finder: Finder): readonly Leg[] {
  const key = finder.links.resource(argument(by, "primary_key_arn"));
  return key ? [{ kind: "key", of: [], from: encryptedWith([key], finder), to: () => [by] }] : [];
}

/** What is encrypted with one of these keys; a bucket's encryption may stand in a resource of its own. */
function encryptedWith(keys: readonly Resource[], { links, resources, buckets }: Finder): readonly Resource[] {
  const isOne = (value: Value) => {
    const made = links.resource(value);
    const key = made?.type === "aws_kms_alias" ? links.resource(argument(made, "target_key_id")) : made;
    return key !== undefined && keys.includes(key);
  };
  const holders = resources.filter((one) => KEYS.some((path) => valuesAt(one, one.arguments, path).some(isOne)));
  return holders.flatMap((one) => {
    if (one.type !== "aws_s3_bucket_server_side_encryption_configuration") return [one];
    const bucket = buckets.ofAws(argument(one, "bucket"));
    return isUnknown(bucket) ? [] : bucket;
  });
}
