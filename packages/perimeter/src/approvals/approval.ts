/** A finding that somebody answers for. */
export interface Approval {
  readonly covers: Covers;
  readonly reason: string;
  readonly approver: string;
  /** The last day on which it counts, `2026-01-31`. */
  readonly expires: string;
  /** Of the file. */
  readonly line: number;
}

/** One finding, or all that a role can do with a store in one way. */
export type Covers =
  | { readonly fingerprint: string }
  | { readonly role: string; readonly store: string; readonly capability: "content" | "administer" };

/** A file of approvals that was read. */
export interface Approvals {
  readonly file: string;
  readonly approvals: readonly Approval[];
}
