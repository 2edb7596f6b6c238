/**
 * A text of a policy with its wildcards and variables cut out, so that nobody parses it again. What stays literal in its
 * place (`*` under `StringEquals`, `${…}` under version 2008-10-17, the escapes `${*}`, `${?}` and `${$}`) is text.
 * Adjacent texts are one part, and so are adjacent `*`: equal patterns are equal trees.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export type Pattern = readonly PatternPart[];

export type PatternPart =
  | { readonly kind: "text"; readonly text: string }
  /** `*`: any number of characters. */
  | { readonly kind: "many" }
  /** `?`: exactly one character. */
  | { readonly kind: "one" }
  /** `${key}` or `${key, 'fallback'}`: the value of that key in the request. */
  | { readonly kind: "variable"; readonly key: string; readonly fallback?: string };
