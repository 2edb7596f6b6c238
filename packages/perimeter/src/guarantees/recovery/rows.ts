import { OCI_DETOURS } from "../../detours/oci-rows";
import type { OciDetour } from "../../detours/row";
import type { Powers } from "../../detours/ways";
import type { Asset } from "../../estate/asset";
import * as aws from "./aws-rows";
import * as oci from "./oci-rows";
import type { Protection } from "./protection";

/** Whoever writes policies gives anybody any right, and so also this one. */
const WRITERS: readonly OciDetour[] = OCI_DETOURS.filter(({ yields }) => yields === "grant");

const withWriters = (rows: Powers): Powers => ({ ...rows, oci: [...rows.oci, ...WRITERS] });

/** Who could take the content of an asset away. */
export function destroying({ resource }: Asset, protection: Protection): Powers {
  const content = contentRows(resource.type, protection);
  return withWriters({
    oci: [...content.oci, ...oci.TYPES],
    aws: [...content.aws, ...aws.TYPES, ...aws.ACCOUNTS],
  });
}

function contentRows(type: string, { versions, lock }: Protection): Powers {
  if (lock?.outlives && lock.lifted === "never") return { oci: [], aws: [] };
  if (type === "oci_objectstorage_bucket") {
    if (lock?.outlives) return { oci: oci.LIFTING_AND_DELETING, aws: [] };
    return { oci: versions ? oci.PURGING : oci.WRITING, aws: [] };
  }
  if (type !== "aws_s3_bucket") return { oci: [], aws: [] };
  if (lock?.outlives) return { oci: [], aws: aws.BYPASSING };
  return { oci: [], aws: versions ? aws.PURGING : aws.WRITING };
}

/** Who could delete or overwrite what is current, which is taken over where nothing is kept. */
export const writing: Powers = withWriters({ oci: oci.WRITING, aws: aws.WRITING });

/** The same where deletions aren't taken over. */
export const overwriting: Powers = withWriters({ oci: oci.OVERWRITING, aws: aws.OVERWRITING });

/** Who could take away or shorten what versions keep. */
export const shorteningVersions: Powers = withWriters({
  oci: [...oci.PURGING, ...oci.SUSPENDING],
  aws: [...aws.PURGING, ...aws.SUSPENDING],
});

/** Who could shorten what a lock keeps, or the locks of what comes later. */
export function shorteningLock({ type }: Asset["resource"], { lock }: Protection): Powers {
  const isLifted = lock?.lifted === "by-right";
  if (type === "oci_objectstorage_bucket") return isLifted ? withWriters({ oci: oci.LIFTING, aws: [] }) : { oci: [], aws: [] };
  if (type.startsWith("oci_")) return withWriters({ oci: isLifted ? [...oci.BACKUPS, ...oci.TYPES] : oci.TYPES, aws: [] });
  return { oci: [], aws: isLifted ? [...aws.RELOCKING, ...aws.BYPASSING] : aws.RELOCKING };
}

export const endingKeys: Powers = withWriters({ oci: oci.KEYS, aws: aws.KEYS });
