import type { Resource } from "../../input";
import type { Fact } from "./fact";

/** What keeps content that was deleted or overwritten, whatever the cloud. */
export interface Protection {
  /** Whether what is deleted or overwritten stays as a version. */
  readonly versions: boolean;
  readonly lifecycle: Lifecycle;
  /** Left out: there is none. */
  readonly lock?: Lock;
}

/** After how many days rules take content away; infinite: never. */
export interface Lifecycle {
  /** What is current, since it was written. */
  readonly current: number;
  /** What was deleted or overwritten, since then. */
  readonly previous: number;
  /** The rules' resource. */
  readonly by?: Resource;
}

export const NO_LIFECYCLE: Lifecycle = { current: Number.POSITIVE_INFINITY, previous: Number.POSITIVE_INFINITY };

/** For how long content can't be taken away. */
export interface Lock {
  /** Infinite: as long as the lock is there. */
  readonly days: number;
  /** Whether a right lifts it. */
  readonly lifted: "never" | "by-right";
  /** Whether content outlives everybody who may delete it; else the lock only binds what keeps it. */
  readonly outlives: boolean;
  /** Nobody lifts it from then on. */
  readonly from?: Date;
  readonly by: Resource;
  /** As it is written there. */
  readonly text: string;
}

export type ProtectionOf = (resource: Resource) => Fact<Protection>;

/** Of something whose settings keep nothing that was deleted or overwritten. */
export const UNPROTECTED: Protection = { versions: false, lifecycle: NO_LIFECYCLE };
