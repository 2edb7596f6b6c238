/** What can't be read without evaluating an expression. */
export const UNREAD: unique symbol = Symbol("unread");

/** A literal of the configuration: JSON's values, `UNREAD` for and inside everything else. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | typeof UNREAD
  | readonly Literal[]
  | { readonly [name: string]: Literal };

/** A block of Terraform's language, in either syntax. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, Literal>;
  readonly blocks: readonly Block[];
  /** As the user would name it: `main.tf:3`, in JSON without a line. */
  readonly place: string;
  readonly syntax: "hcl" | "json";
}

export const ofType = (blocks: readonly Block[], type: string): readonly Block[] => blocks.filter((block) => block.type === type);

/** The members of an object literal; none of anything else. */
export const members = (value: Literal | undefined): readonly (readonly [string, Literal])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
