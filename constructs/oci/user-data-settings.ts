import type { ObjectstorageBucketConfig } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Compartment } from "./compartment";
import { residencyTags } from "./residency-tags";
import type { HsmKey } from "./vault";

/** What a bucket and its replica have in common: statements select both by it. */
export interface BucketIdentity {
  /** The store's name, as people call it. */
  readonly store: string;
  /** The literal bucket name, as policies spell it: access must be provable before anything is applied. */
  readonly name: string;
  /** Whose users' data this is; decides which roles may ever read it. */
  readonly jurisdiction: Jurisdiction;
  readonly namespace: string;
  /** Its own: a grant on the compartment is a grant on this bucket, and on its replica. */
  readonly compartment: Compartment;
}

/** What every bucket of user data is, whatever its props say: private, under a key of the customer, never destroyed. */
export function userDataSettings({ store, name, jurisdiction, namespace, compartment }: BucketIdentity, key: HsmKey) {
  return {
    compartmentId: compartment.id,
    namespace,
    name,
    accessType: "NoPublicAccess",
    storageTier: "Standard",
    kmsKeyId: key.id,
    objectEventsEnabled: true,
    definedTags: { ...residencyTags(jurisdiction, "user-data", store) },
    lifecycle: { preventDestroy: true },
  } as const satisfies ObjectstorageBucketConfig;
}
