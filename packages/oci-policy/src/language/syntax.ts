/**
 * One statement of OCI's IAM policy language, as a tree.
 * Source: OCI documentation, "Policy Syntax" (IAM, Managing Policies).
 */
export interface Statement {
  readonly effect: "allow" | "deny";
  readonly subject: Subject;
  readonly action: Action;
  readonly location: Location;
  readonly condition?: Condition;
}

/** statement subject := "any-user" | "group" name,+ | "dynamic-group" name,+ | "service" name,+ */
export type Subject =
  | { readonly kind: "any-user" }
  | { readonly kind: "group" | "dynamic-group"; readonly names: readonly QualifiedName[] }
  | { readonly kind: "service"; readonly names: readonly string[] };

/** qualified name := [ domain "/" ] name; without a domain the service reads `Default`. */
export interface QualifiedName {
  readonly domain?: string;
  readonly name: string;
}

/** action := verb resource-type | "{" permission,+ "}" */
export type Action =
  | { readonly kind: "verb"; readonly verb: Verb; readonly resourceType: string }
  | { readonly kind: "permissions"; readonly permissions: readonly string[] };

export const VERBS = ["inspect", "read", "use", "manage"] as const;
/** Cumulative: each verb includes the permissions of those before it ("Verbs" in the policy reference). */
export type Verb = (typeof VERBS)[number];

/** location := "tenancy" | "compartment" name (":" name)*, the path starting below the policy's attachment */
export type Location = { readonly kind: "tenancy" } | { readonly kind: "compartment"; readonly path: readonly string[] };

/** condition := ("all" | "any") "{" condition,+ "}" | comparison */
export type Condition =
  | { readonly kind: "all" | "any"; readonly conditions: readonly Condition[] }
  | { readonly kind: "equals" | "not-equals"; readonly variable: string; readonly value: string }
  | { readonly kind: "in"; readonly variable: string; readonly values: readonly string[] }
  | { readonly kind: "between"; readonly variable: string; readonly from: string; readonly to: string };
