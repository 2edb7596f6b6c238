/**
 * Which resources are members of a dynamic group: a language of its own, beside that of policies.
 * Source: OCI documentation, "Writing Matching Rules to Define Dynamic Groups".
 *
 * rule := ("all" | "any") "{" rule,+ [","] "}" | attribute [("=" | "!=") string]
 */
export type MatchingRule =
  | { readonly kind: "all" | "any"; readonly rules: readonly MatchingRule[] }
  | { readonly kind: "equals" | "not-equals"; readonly attribute: Attribute; readonly value: string }
  | { readonly kind: "present"; readonly attribute: Attribute };

/** attribute := one of `RESOURCE_ATTRIBUTES` | "tag" "." namespace "." key ".value" */
export type Attribute = ResourceAttribute | TagAttribute;

/** Those of `instance` concern compute instances, those of `resource` every resource that can be a principal. */
export const RESOURCE_ATTRIBUTES = [
  "instance.id",
  "instance.compartment.id",
  "resource.id",
  "resource.type",
  "resource.compartment.id",
] as const;
export type ResourceAttribute = (typeof RESOURCE_ATTRIBUTES)[number];

/** The value of a defined tag. Neither namespace nor key can hold a dot. */
export interface TagAttribute {
  readonly namespace: string;
  readonly key: string;
}
