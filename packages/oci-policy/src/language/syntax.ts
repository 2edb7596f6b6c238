/**
 * OCI's IAM policy language as trees. A tree says what a text means and nothing of how it was written: two texts that
 * mean the same give equal trees, and a parsed one equals one that was built by hand. Where a parsed node stood in its
 * text is told by `spansOf`.
 * Source: OCI documentation, "Policy Syntax" (IAM, Managing Policies), "Deny Policies", "Cross-Tenancy Access Policies".
 */

/** statement := grant | define | endorse | admit | associate */
export type PolicyStatement = Statement | Definition | Endorsement | Admission | Association;

/** grant := ("allow" | "deny") subject action "in" location ["where" condition]. The only statement without a `kind`. */
export interface Statement {
  readonly kind?: undefined;
  readonly effect: Effect;
  readonly subject: Subject;
  readonly action: Action;
  readonly location: Location;
  readonly condition?: Condition;
}

export type Effect = "allow" | "deny";

/** define := "define" what qualified-name "as" ["id"] ocid: a name for something of another tenancy, in this policy only. */
export interface Definition {
  readonly kind: "define";
  readonly what: Defined;
  readonly name: QualifiedName;
  readonly ocid: string;
}

export const DEFINED = ["tenancy", "compartment", "group", "dynamic-group", "service"] as const;
export type Defined = (typeof DEFINED)[number];

/** endorse := ["deny"] "endorse" subject action "in" cross-location ["where" condition] */
export interface Endorsement {
  readonly kind: "endorse";
  readonly effect: Effect;
  readonly subject: Subject;
  readonly action: Action;
  readonly location: CrossLocation;
  readonly condition?: Condition;
}

/** admit := ["deny"] "admit" subject ["of" source] action "in" location ["where" condition] */
export interface Admission {
  readonly kind: "admit";
  readonly effect: Effect;
  readonly subject: Subject;
  readonly source?: Source;
  readonly action: Action;
  readonly location: Location;
  readonly condition?: Condition;
}

/**
 * associate := ["deny"] ("endorse" subject | "admit" subject ["of" source])
 *              "to" "associate" joined "with" joined ["where" condition]
 */
export interface Association {
  readonly kind: "associate";
  readonly half: "endorse" | "admit";
  readonly effect: Effect;
  readonly subject: Subject;
  readonly source?: Source;
  readonly joins: Joined;
  readonly with: Joined;
  readonly condition?: Condition;
}

/** joined := resource-type "in" cross-location */
export interface Joined {
  readonly resourceType: string;
  readonly location: CrossLocation;
}

/** source := "tenancy" name | "any-tenancy": where the admitted subject comes from. */
export type Source = { readonly kind: "any-tenancy" } | { readonly kind: "foreign"; readonly tenancy: string };

/**
 * subject := "any-user" | "any-group" | "group" item,+ | "dynamic-group" item,+ | "service" name,+ | "resource" name+
 * A `resource` is a principal of the platform itself: a service, then the types of its resources.
 */
export type Subject =
  | { readonly kind: "any-user" | "any-group" }
  | { readonly kind: "group" | "dynamic-group"; readonly names: readonly (QualifiedName | ById)[] }
  | { readonly kind: "service" | "resource"; readonly names: readonly string[] };

/** qualified name := [ domain "/" ] name; without a domain the service reads `Default`. */
export interface QualifiedName {
  readonly domain?: string;
  readonly name: string;
}

/** item := "id" ocid | qualified name */
export interface ById {
  readonly id: string;
}

/** action := "to" verb resource-type | ["to"] "{" permission,+ "}"; read with types in lower case, permissions in upper. */
export type Action =
  | { readonly kind: "verb"; readonly verb: Verb; readonly resourceType: string }
  | { readonly kind: "permissions"; readonly permissions: readonly string[] };

export const VERBS = ["inspect", "read", "use", "manage"] as const;
/** Cumulative: each verb includes the permissions of those before it ("Verbs" in the policy reference). */
export type Verb = (typeof VERBS)[number];

/**
 * location := "tenancy" | compartment
 * compartment := "compartment" name (":" name)* | "compartment" "id" ocid, the path starting below the policy's attachment
 */
export type Location = { readonly kind: "tenancy" } | CompartmentLocation;
export type CompartmentLocation =
  | { readonly kind: "compartment"; readonly path: readonly string[] }
  | { readonly kind: "compartment-id"; readonly id: string };

/**
 * cross-location := location | "any-tenancy" | "tenancy" name | compartment "of" "tenancy" name
 * A bare `tenancy` is the one that holds the policy.
 */
export type CrossLocation =
  | Location
  | { readonly kind: "any-tenancy" }
  | { readonly kind: "foreign"; readonly tenancy: string; readonly compartment?: CompartmentLocation };

/**
 * condition := ("all" | "any") "{" condition,+ "}" | atom
 * atom := variable ("=" | "!=") value | variable ["not"] "in" "(" value,+ ")" | variable ("before" | "after") string
 *       | variable "between" string "and" string | variable | ("!" | "not") variable
 *       | ("sets-intersect" | "sets-equal") "(" set "," set ")"
 * Of the two sets one is a variable; which of them comes first means nothing.
 */
export type Condition =
  | { readonly kind: "all" | "any"; readonly conditions: readonly Condition[] }
  | { readonly kind: "equals" | "not-equals"; readonly variable: string; readonly value: Value }
  | { readonly kind: "in" | "not-in"; readonly variable: string; readonly values: readonly Value[] }
  | { readonly kind: "before" | "after"; readonly variable: string; readonly time: string }
  | { readonly kind: "between"; readonly variable: string; readonly from: string; readonly to: string }
  | { readonly kind: "present" | "absent"; readonly variable: string }
  | { readonly kind: "sets-intersect" | "sets-equal"; readonly variable: string; readonly set: ValueSet };

/** value := string | "/" pattern "/" | variable. A string is the text between its quotes. */
export type Value =
  | string
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "variable"; readonly variable: string };

/** set := value | "(" value,+ ")" */
export type ValueSet = Value | { readonly kind: "values"; readonly values: readonly Value[] };
