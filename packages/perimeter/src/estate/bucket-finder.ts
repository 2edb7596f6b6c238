import type { Resource, Value } from "../input";
import { argument, textArgument } from "./arguments";
import type { Links } from "./links";
import { isUnknown, type Maybe } from "./maybe";
import { regionText } from "./place";
import { regionOfOcid } from "./regions";
import { arnOf } from "./stand-in";

/** Where a bucket of OCI may lie: its name is unique within a region alone. */
export interface Whereabouts {
  /** Left out: it isn't known. */
  readonly region?: string | undefined;
  /** A bucket that it isn't. */
  readonly not?: Resource;
}

export interface BucketFinder {
  /** The buckets that a value may mean, by reference, by name or by ARN; several where its region isn't known. */
  readonly ofOci: (value: Value | undefined, where: Whereabouts) => Maybe<readonly Resource[]>;
  readonly ofAws: (value: Value | undefined) => Maybe<readonly Resource[]>;
}

export function bucketFinder(resources: readonly Resource[], links: Links): BucketFinder {
  const ofType = (type: string) => resources.filter((one) => one.type === type);
  const [oci, aws] = [ofType("oci_objectstorage_bucket"), ofType("aws_s3_bucket")];

  function find(buckets: readonly Resource[], name: string, value: Value | undefined): Maybe<readonly Resource[]> {
    const made = links.resource(value);
    if (made && buckets.includes(made)) return [made];
    const text = links.text(value);
    if (isUnknown(text)) return text;
    return buckets.filter((one) => links.text(argument(one, name)) === text || arnOf(one) === text);
  }

  return {
    ofAws: (value) => find(aws, "bucket", value),
    ofOci: (value, where) => {
      const found = find(oci, "name", value);
      return isUnknown(found) ? found : found.filter((one) => mayLie(one, where));
    },
  };
}

/** What isn't known of a region never excludes a bucket. */
function mayLie(bucket: Resource, { region, not }: Whereabouts): boolean {
  const own = regionText(bucket) ?? regionOfOcid(textArgument(bucket, "bucket_id"));
  return bucket !== not && (own === undefined || region === undefined || own === region);
}
