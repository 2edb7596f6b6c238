import type { Resource, Value } from "../input";
import { knownText } from "../input/expression/text";
import { argument, fieldsOf, itemsOf, textArgument } from "./arguments";
import type { Asset, Flow } from "./asset";
import type { Links } from "./links";
import { isUnknown } from "./maybe";
import { arnOf } from "./stand-in";

/** A flow whose other end isn't known, or is of nobody whom the estate knows. */
export interface OpenFlow {
  readonly by: Resource;
  readonly from: Resource;
  readonly reason: string;
}

export interface Copies {
  readonly assets: readonly Asset[];
  readonly open: readonly OpenFlow[];
}

/** Every place to which the content of a store is copied, in chains of any length; each once, by the shortest way. */
export function withCopies(stores: readonly Asset[], resources: readonly Resource[], links: Links): Copies {
  const { flows, open } = flowsIn(resources, links);
  const assets = new Map(stores.map((asset) => [`${asset.store} ${asset.resource.address}`, asset]));
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [, asset] of assets)
    for (const flow of flows) {
      const key = `${asset.store} ${flow.to.address}`;
      if (flow.from.address !== asset.resource.address || assets.has(key)) continue;
      assets.set(key, { store: asset.store, resource: flow.to, flows: [...asset.flows, flow] });
    }
  const held = new Set([...assets.values()].map(({ resource }) => resource.address));
  return { assets: [...assets.values()], open: open.filter(({ from }) => held.has(from.address)) };
}

/**
 * The resources that copy content, and what they copy from and to.
 * Source: the providers' documentation of each type.
 */
function flowsIn(
  resources: readonly Resource[],
  links: Links,
): { readonly flows: readonly Flow[]; readonly open: readonly OpenFlow[] } {
  const flows: Flow[] = [];
  const open: OpenFlow[] = [];
  const find = finderIn(resources, links);
  const add = (by: Resource, from: Resource | undefined, to: Resource | undefined, reason: string) => {
    if (from && to) flows.push({ by, from, to });
    else if (from) open.push({ by, from, reason });
  };
  for (const by of resources)
    switch (by.type) {
      case "oci_objectstorage_replication_policy": {
        const region = textArgument(by, "destination_region_name");
        const to = find.bucket("oci", argument(by, "destination_bucket_name"), region);
        add(
          by,
          find.bucket("oci", argument(by, "bucket"), regionText(by)),
          to,
          "the bucket that it replicates to isn't among what was given",
        );
        break;
      }
      case "aws_s3_bucket_replication_configuration":
        for (const rule of itemsOf(argument(by, "rule")) ?? [])
          add(
            by,
            find.bucket("aws", argument(by, "bucket")),
            find.bucket("aws", fieldsOf(itemsOf(fieldsOf(rule).get("destination"))?.[0]).get("bucket")),
            "the bucket that it replicates to isn't among what was given",
          );
        break;
      case "aws_datasync_task": {
        const [from, to] = ["source_location_arn", "destination_location_arn"].map((name) => find.location(argument(by, name)));
        add(by, from, to, "the location that it copies to isn't among what was given");
        break;
      }
      case "oci_database_autonomous_database":
      case "oci_database_autonomous_database_backup": {
        const source = argument(by, "source_id") ?? argument(by, "autonomous_database_id");
        const from = links.resource(source);
        if (from?.type === "oci_database_autonomous_database") add(by, from, by, "");
        break;
      }
    }
  return { flows, open };
}

function finderIn(resources: readonly Resource[], links: Links) {
  const buckets = (cloud: "oci" | "aws") =>
    resources.filter(({ type }) => type === (cloud === "oci" ? "oci_objectstorage_bucket" : "aws_s3_bucket"));

  /** By reference, by name or by ARN; names of OCI are unique within a region. */
  function bucket(cloud: "oci" | "aws", value: Value | undefined, region?: string): Resource | undefined {
    const made = links.resource(value);
    if (made && buckets(cloud).includes(made)) return made;
    const text = links.text(value);
    if (isUnknown(text)) return undefined;
    const found = buckets(cloud).filter(
      (one) => links.text(argument(one, cloud === "oci" ? "name" : "bucket")) === text || arnOf(one) === text,
    );
    const inRegion = found.filter((one) => region === undefined || regionText(one) === region);
    return inRegion.length === 1 ? inRegion[0] : undefined;
  }

  /** The bucket behind a location of DataSync: S3 by its ARN, any object storage by the name of the bucket. */
  function location(value: Value | undefined): Resource | undefined {
    const made = links.resource(value);
    if (made?.type === "aws_datasync_location_s3") return bucket("aws", argument(made, "s3_bucket_arn"));
    return made?.type === "aws_datasync_location_object_storage"
      ? bucket("oci", argument(made, "bucket_name"), serverRegion(made))
      : undefined;
  }

  return { bucket, location };
}

const regionText = ({ provider }: Resource) => provider.region && knownText(provider.region);

/** `<namespace>.compat.objectstorage.<region>.oraclecloud.com` ("Amazon S3 Compatibility API", endpoints). */
function serverRegion(location: Resource): string | undefined {
  return /\.objectstorage\.([a-z0-9-]+)\./.exec(textArgument(location, "server_hostname") ?? "")?.[1];
}
