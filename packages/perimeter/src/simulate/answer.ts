/** A statement that had a part in a decision. */
export interface Deciding {
  /** `stack/type.name` of the resource that holds it, or `file:line`. */
  readonly address: string;
  /** The statement as it stands there; of a document, the JSON of the statement. */
  readonly text: string;
}

/**
 * What the cloud answers to a request. `undecided` where a rule or a fact that would decide isn't known: it is never
 * taken for one of the other two.
 */
export interface Answer {
  readonly decision: "allowed" | "denied" | "undecided";
  /** The statements that decide: those that allow together, the one that denies, or none. */
  readonly by: readonly Deciding[];
  /** One sentence for a person. For a denial without a statement that denies: what came closest, and what it lacked. */
  readonly because: string;
}
