/** What is wrong with an input: where, what was found, what to do. One type for every file that a person writes. */
export interface Diagnostic {
  /** The rule that speaks, such as `request/unknown-permission`. */
  readonly code: string;
  /** One sentence: lower case, no full stop, the user's own text in quotes. */
  readonly message: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column?: number;
  /** Where in a JSON document: `Statement[0].Condition.StringEquals`. */
  readonly path?: string;
  /** The resource that holds the text: `stack/type.name`. */
  readonly address?: string;
  /** What could have stood there. */
  readonly expected?: readonly string[];
  /** What to do, such as the nearest valid word. */
  readonly help?: string;
}
