import type { Scalar } from "../value";

/**
 * Terraform's expressions as trees, as far as they stand in strings of JSON configuration.
 * Source: Terraform documentation, "Expressions", "Strings and Templates", "JSON Configuration Syntax".
 */
export type Expression =
  | { readonly kind: "literal"; readonly value: Scalar }
  /** Texts and interpolations, one behind the other. */
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  /** The first name of a reference: `var`, `local`, `data`, `each`, a resource type, the variable of a `for`. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "steps"; readonly of: Expression; readonly steps: readonly Step[] }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[]; readonly expanded: boolean }
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] }
  | { readonly kind: "conditional"; readonly test: Expression; readonly then: Expression; readonly else: Expression }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | For
  /** What is read but not followed, such as the directive `%{ if … }`. */
  | { readonly kind: "unread"; readonly what: string };

export type Step =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "index"; readonly key: Expression }
  | { readonly kind: "splat" };

/** for := "for" [key ","] value "in" collection ":" [result "=>"] result ["..."] ["if" test] */
export interface For {
  readonly kind: "for";
  readonly key?: string;
  readonly value: string;
  readonly in: Expression;
  /** Of an object. */
  readonly resultKey?: Expression;
  readonly result: Expression;
  readonly grouped: boolean;
  readonly test?: Expression;
}
