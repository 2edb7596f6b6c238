import type { Resource } from "../../input";
import { argument, textArgument } from "../arguments";
import type { BucketFinder } from "../bucket-finder";
import { isUnknown } from "../maybe";
import { placeOfId } from "../place";
import type { End } from "./spot";

export const isLocation = ({ type }: Resource): boolean => type.startsWith("aws_datasync_location_");

/** Arguments by which locations of DataSync name a file system of AWS. */
const FILE_SYSTEMS = ["efs_file_system_arn", "fsx_filesystem_arn", "fsx_storage_virtual_machine_arn"];

/** What is behind a location of DataSync: S3 by its ARN, any object storage by the name of the bucket, or somebody's server. */
export function locationOf(location: Resource, buckets: BucketFinder): End {
  if (location.type === "aws_datasync_location_s3") {
    const found = buckets.ofAws(argument(location, "s3_bucket_arn"));
    if (isUnknown(found) || found.length > 0) return found;
    return [{ place: nowhereKnown(location), what: `the bucket of ${location.address}`, unseen: true }];
  }
  if (location.type === "aws_datasync_location_object_storage") return objectStorage(location, buckets);
  const arn = FILE_SYSTEMS.map((name) => textArgument(location, name)).find((one) => one !== undefined);
  if (arn !== undefined) {
    const place = placeOfId(arn);
    return place ? [{ place, what: arn, unseen: true }] : { unknown: `where "${arn}" is isn't known` };
  }
  if (FILE_SYSTEMS.some((name) => argument(location, name))) return { unknown: `what "${location.address}" is isn't known` };
  return [{ place: { cloud: "elsewhere" }, what: serverOf(location), unseen: true }];
}

function objectStorage(location: Resource, buckets: BucketFinder): End {
  const server = textArgument(location, "server_hostname");
  if (server === undefined) return { unknown: `the server of "${location.address}" isn't known` };
  const region = serverRegion(location);
  if (region === undefined) {
    const ofAws = /(?:^|\.)s3[.-]([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com$/.exec(server)?.[1];
    if (ofAws !== undefined) return [{ place: { cloud: "aws", regions: [ofAws] }, what: `a bucket at ${server}`, unseen: true }];
    return [{ place: { cloud: "elsewhere" }, what: `the server ${server}`, unseen: true }];
  }
  const found = buckets.ofOci(argument(location, "bucket_name"), { region });
  if (isUnknown(found) || found.length > 0) return found;
  return [{ place: { cloud: "oci", regions: [region] }, what: `a bucket at ${server}`, unseen: true }];
}

const nowhereKnown = ({ address }: Resource) =>
  ({ cloud: "aws", regions: { unknown: `the bucket of "${address}" isn't among what was given` } }) as const;

/** Servers of files, and other clouds' stores: as the location names them. */
function serverOf(location: Resource): string {
  const named = ["container_url", "server_hostname"].map((name) => textArgument(location, name)).find((one) => one !== undefined);
  return named === undefined ? `what ${location.address} names` : `the server ${named}`;
}

/** `<namespace>.compat.objectstorage.<region>.oraclecloud.com` ("Amazon S3 Compatibility API", endpoints), in both of its forms. */
export function serverRegion(location: Resource): string | undefined {
  return /\.objectstorage\.([a-z0-9-]+)\.(?:oraclecloud|oci\.customer-oci)\./.exec(
    textArgument(location, "server_hostname") ?? "",
  )?.[1];
}
