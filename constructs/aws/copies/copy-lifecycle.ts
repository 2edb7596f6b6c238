import type { S3BucketLifecycleConfigurationRule } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { daysAfter, type PhaseHistory } from "../../../config/schema/phases";

export interface CopyLifecycle {
  readonly retentionDays: number;
  /** For how long what came from another site may be locked, where that is longer. */
  readonly longestLockDays: number;
  readonly phases: PhaseHistory;
}

/** Unfinished uploads are no copies, and cost like some. */
const UNFINISHED_DAYS = 7;

/**
 * Versions go when they are neither current nor locked. From the day on which the last lock has run out after freezing,
 * everything goes; until then every copy can be restored. Nothing here removes a version that is locked (S3 User Guide,
 * "Object Lock considerations").
 */
export function lifecycleRules({
  retentionDays,
  longestLockDays,
  phases: { frozen, retired },
}: CopyLifecycle): S3BucketLifecycleConfigurationRule[] {
  const markers: Expiration = { expiredObjectDeleteMarker: true };
  return [
    {
      ...rule("versions", ...(frozen === undefined ? [markers] : [])),
      noncurrentVersionExpiration: [{ noncurrentDays: retired === undefined ? retentionDays : 1 }],
      abortIncompleteMultipartUpload: [{ daysAfterInitiation: UNFINISHED_DAYS }],
    },
    ...(frozen === undefined
      ? []
      : [rule("markers", markers), rule("end", { date: `${daysAfter(frozen, longestLockDays)}T00:00:00Z` })]),
  ];
}

type Expiration = Extract<S3BucketLifecycleConfigurationRule["expiration"], readonly unknown[]>[number];

/** A rule for every object. */
const rule = (id: string, ...expiration: Expiration[]): S3BucketLifecycleConfigurationRule => ({
  id,
  status: "Enabled",
  filter: [{ prefix: "" }],
  ...(expiration.length > 0 ? { expiration } : {}),
});
