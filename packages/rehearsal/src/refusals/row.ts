import type { Scope } from "../engine/cloud";
import type { ObjectValue } from "../schema/value";
import type { World } from "../world/world";

/** What somebody asks of a cloud. */
export interface Asked {
  readonly type: string;
  /** The object as it is wanted; on removal as it is. */
  readonly wanted: ObjectValue;
  /** The object before a change. */
  readonly prior?: ObjectValue;
  readonly scope: Scope;
  readonly world: World;
}

export type Occasion = "create" | "update" | "remove";

/** Something that a service refuses. */
export interface RefusalRow {
  /** `s3/lock-without-versioning`: the service, and what is wrong. */
  readonly id: string;
  readonly types: readonly string[];
  /** @default creation and change */
  readonly on?: readonly Occasion[];
  /** As the service names the error: `409-BucketNotEmpty` of OCI, `InvalidBucketState` of AWS. */
  readonly code: string;
  /** What is wrong, in words for the user; `undefined`: nothing. */
  readonly refuses: (asked: Asked) => string | undefined;
  /** Whether it stands before anything is applied: what protects data says so in the plan. */
  readonly isKnownAtPlan?: boolean;
  /** Page of the documentation. */
  readonly source: string;
}
