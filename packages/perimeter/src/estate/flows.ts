import type { Resource, Value } from "../input";
import { argument, fieldsOf, itemsOf, textArgument } from "./arguments";
import type { Flow } from "./asset";
import { bucketFinder, regionText } from "./bucket-finder";
import type { Links } from "./links";
import { isUnknown, type Maybe } from "./maybe";

/** A flow one of whose ends isn't known, or is of nobody whom the estate knows. */
export interface OpenFlow {
  readonly by: Resource;
  /** Left out: it may copy from anything. */
  readonly from?: Resource;
  readonly reason: string;
}

export interface Flows {
  readonly flows: readonly Flow[];
  readonly open: readonly OpenFlow[];
}

/** One end of a flow: what it may be, or why that isn't known. */
type End = Maybe<readonly Resource[]>;

/**
 * The resources that copy content, and what they copy from and to.
 * Source: the providers' documentation of each type.
 */
export function flowsIn(resources: readonly Resource[], links: Links): Flows {
  const buckets = bucketFinder(resources, links);
  const found = resources.map((by) => ends(by).map(([from, to]) => flowsBetween(by, from, to)));
  return { flows: found.flat().flatMap(({ flows }) => flows), open: found.flat().flatMap(({ open }) => open) };

  function ends(by: Resource): readonly (readonly [End, (from: Resource) => End])[] {
    switch (by.type) {
      case "oci_objectstorage_replication_policy": {
        const region = textArgument(by, "destination_region_name");
        const from = buckets.ofOci(argument(by, "bucket"), { region: regionText(by) });
        const to = argument(by, "destination_bucket_name");
        return [[from, (source) => buckets.ofOci(to, { region, not: source })]];
      }
      case "aws_s3_bucket_replication_configuration": {
        const rules = itemsOf(argument(by, "rule"));
        if (!rules) return [[buckets.ofAws(argument(by, "bucket")), () => ({ unknown: "its rules aren't known" })]];
        return rules.map((rule) => {
          const to = fieldsOf(itemsOf(fieldsOf(rule).get("destination"))?.[0]).get("bucket");
          return [buckets.ofAws(argument(by, "bucket")), () => buckets.ofAws(to)];
        });
      }
      case "aws_datasync_task":
        return [[location(argument(by, "source_location_arn")), () => location(argument(by, "destination_location_arn"))]];
      case "oci_database_autonomous_database":
      case "oci_database_autonomous_database_backup": {
        const source = argument(by, "source_id") ?? argument(by, "autonomous_database_id");
        return source ? [[database(source), () => [by]]] : [];
      }
      default:
        return [];
    }
  }

  /** The bucket behind a location of DataSync: S3 by its ARN, any object storage by the name of the bucket. */
  function location(value: Value | undefined): End {
    const made = links.resource(value);
    if (made?.type === "aws_datasync_location_s3") return buckets.ofAws(argument(made, "s3_bucket_arn"));
    if (made?.type === "aws_datasync_location_object_storage")
      return buckets.ofOci(argument(made, "bucket_name"), { region: serverRegion(made) });
    return made ? [] : { unknown: "its location isn't among what was given" };
  }

  function database(source: Value): End {
    const made = links.resource(source);
    if (made) return made.type === "oci_database_autonomous_database" ? [made] : [];
    const text = links.text(source);
    return { unknown: isUnknown(text) ? text.unknown : `"${text}" isn't among what was given` };
  }
}

function flowsBetween(by: Resource, from: End, toOf: (from: Resource) => End): Flows {
  if (isUnknown(from)) return { flows: [], open: [{ by, reason: `what it copies isn't known: ${from.unknown}` }] };
  const flows: Flow[] = [];
  const open: OpenFlow[] = [];
  for (const source of from) {
    const to = toOf(source);
    if (isUnknown(to)) open.push({ by, from: source, reason: `where it copies to isn't known: ${to.unknown}` });
    else if (to.length === 0) open.push({ by, from: source, reason: "what it copies to isn't among what was given" });
    else flows.push(...to.map((target) => ({ by, from: source, to: target })));
  }
  // Of several that it may copy from one is right, and one that leads nowhere isn't.
  return { flows, open: flows.length > 0 && from.length > 1 ? [] : open };
}

/** `<namespace>.compat.objectstorage.<region>.oraclecloud.com` ("Amazon S3 Compatibility API", endpoints). */
export function serverRegion(location: Resource): string | undefined {
  return /\.objectstorage\.([a-z0-9-]+)\./.exec(textArgument(location, "server_hostname") ?? "")?.[1];
}
