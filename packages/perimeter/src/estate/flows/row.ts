/** What a flow does with what it takes. */
export type FlowKind =
  /** The content rests at the other end as well. */
  | "copy"
  /** The content is handed on, and doesn't rest there: a function, a topic, somebody's endpoint. */
  | "passage"
  /** Names, requests and events about the content, and not the content itself. */
  | "records"
  /** What opens the content: a replica of its key. */
  | "key";

/**
 * A type of resource that carries data on, as its arguments say. Paths are dotted, and go through blocks and lists; `.` is
 * the resource itself.
 */
export interface FlowRow {
  readonly type: string;
  /** The page of the documentation that says so; the arguments are those of the provider's schema. */
  readonly source: string;
  readonly kind: FlowKind;
  /** A block of which each makes a flow of its own: the paths of both ends begin there, or with `/` at the resource. */
  readonly each?: string;
  readonly from: readonly string[];
  /** Where the bucket lies that it takes from; left out: where the resource itself is. */
  readonly fromRegion?: string;
  /** Types that it may take from. */
  readonly of: readonly string[];
  readonly to?: readonly string[];
  /** Types that it may bring to. */
  readonly into?: readonly string[];
  /** Where it brings to a region, or where the bucket that it brings to lies. */
  readonly region?: readonly string[];
  /** Both ends lie in one region, because the service asks for it. */
  readonly near?: true;
  /** Endpoints that are in neither cloud. */
  readonly elsewhere?: readonly string[];
  /** The same without an argument: in words that follow "to". */
  readonly everywhere?: string;
}
