import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { argument } from "../arguments";
import { type BucketFinder, bucketFinder, type Whereabouts } from "../bucket-finder";
import type { Links } from "../links";
import { isUnknown } from "../maybe";
import { placeOf, placeOfId, regionText } from "../place";
import { arnOf } from "../stand-in";
import { isLocation, locationOf } from "./locations";
import type { End } from "./spot";

/** Finds what values mean, by reference, id, ARN or name. */
export interface Finder {
  readonly buckets: BucketFinder;
  readonly resources: readonly Resource[];
  readonly links: Links;
  /** Resources of these types that a value means; none: what it names isn't among what was given. */
  readonly find: (value: Value, types: readonly string[], where: Whereabouts) => End;
}

/** Arguments by which resources of the providers are named. */
const NAMES = [
  "id",
  "arn",
  "name",
  "bucket",
  "identifier",
  "cluster_identifier",
  "global_cluster_identifier",
  "replication_group_id",
  "global_replication_group_id",
  "function_name",
  "db_snapshot_identifier",
  "target_db_snapshot_identifier",
  "db_cluster_snapshot_identifier",
  "target_db_cluster_snapshot_identifier",
  "snapshot_identifier",
  "cluster_name",
];

export function finderIn(resources: readonly Resource[], links: Links): Finder {
  const buckets = bucketFinder(resources, links);
  const byName = new Map<string, Resource[]>();
  for (const resource of resources)
    for (const name of namesOf(resource)) byName.set(name, [...(byName.get(name) ?? []), resource]);

  function find(value: Value, types: readonly string[], where: Whereabouts): End {
    const made = links.resource(value);
    if (made) return isLocation(made) ? locationOf(made, buckets) : [made];
    const text = links.text(value);
    if (isUnknown(text)) return text;
    const ofOci = types.includes("oci_objectstorage_bucket") ? buckets.ofOci(value, where) : [];
    if (isUnknown(ofOci) || ofOci.length > 0) return ofOci;
    const bucket = types.includes("aws_s3_bucket") ? bucketIn(text) : undefined;
    // A name is unique within a type; what may be of any type is told by a whole ARN.
    const names = types.length === 0 ? [text] : [text, tailOf(text), ...(bucket === undefined ? [] : [bucket])];
    const named = names.flatMap((name) => byName.get(name) ?? []);
    const isMeant = (one: Resource) => (types.length === 0 ? arnOf(one) === text : types.includes(one.type));
    const found = [...new Set(named)].filter((one) => isMeant(one) && mayBe(one, text));
    if (found.length > 0) return found;
    return mayBeMade(text, types) ? { unknown: `"${text}" isn't among what was given` } : [];
  }

  /** An OCID of a kind of which something will be made: which of them has it isn't known before. */
  function mayBeMade(text: string, types: readonly string[]): boolean {
    if (!text.startsWith("ocid1.")) return false;
    return resources.some((one) => types.includes(one.type) && argument(one, "id") === undefined);
  }

  return { buckets, resources, links, find };
}

function namesOf(resource: Resource): ReadonlySet<string> {
  const given = NAMES.flatMap((name) => {
    const value = argument(resource, name);
    const text = value && knownText(value);
    return text === undefined || text === "" ? [] : [text];
  });
  return new Set(resource.type.startsWith("aws_") ? [...given, arnOf(resource)] : given);
}

/** What stands behind the last colon or slash of an ARN. */
const tailOf = (text: string) => (text.startsWith("arn:") ? (text.split(/[:/]/).at(-1) ?? text) : text);

/** The bucket in `arn:aws:s3:::bucket/key`, `s3://bucket/key`, `bucket/key` and `bucket.s3.us-east-1.amazonaws.com`. */
function bucketIn(text: string): string | undefined {
  const host = /^([a-z0-9][a-z0-9.-]*?)\.s3[.-]([a-z0-9-]+\.)?(website[.-][a-z0-9-]+\.)?amazonaws\.com/.exec(text)?.[1];
  return host ?? text.replace(/^(arn:[^:]*:s3:::|s3:\/\/)/, "").split("/")[0];
}

/** A resource of another region than an ARN names isn't what it means. */
function mayBe(resource: Resource, text: string): boolean {
  const [named, own] = [placeOfId(text), placeOf(resource)];
  if (named?.cloud !== "aws" || own.cloud !== "aws" || isUnknown(named.regions) || isUnknown(own.regions)) return true;
  const { regions } = named;
  return own.regions.some((region) => regions.includes(region));
}

export const whereabouts = (by: Resource): Whereabouts => ({ region: regionText(by) });
