import type { OperatorName, SetOperator } from "./operators";
import type { Pattern } from "./pattern";

/**
 * AWS policy documents as trees: what a document means, with single values and lists written alike. A document that has
 * such a tree is one that AWS takes for its kind of policy.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export interface PolicyDocument {
  readonly kind: PolicyKind;
  /** A document without one has the older: its `${…}` are literal text. */
  readonly version: PolicyVersion;
  readonly id?: string;
  readonly statements: readonly PolicyStatement[];
}

export type PolicyVersion = "2008-10-17" | "2012-10-17";

/** What a policy is attached to decides which elements it must and may have. `resource` stands for any other service's. */
export const POLICY_KINDS = [
  "identity",
  "boundary",
  "session",
  "scp",
  "rcp",
  "bucket",
  "access-point",
  "key",
  "secret",
  "queue",
  "topic",
  "endpoint",
  "trust",
  "resource",
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

export interface PolicyStatement {
  /** `Statement[0]`, or `Statement` where the document holds a single one outside of a list. */
  readonly path: string;
  readonly sid?: string;
  readonly effect: Effect;
  /** `Principal` or `NotPrincipal`; policies of identities and of organizations (SCP) have none. */
  readonly principal?: Element<Principal>;
  /** `Action` or `NotAction`; only a key policy may lack it, and such a statement has no effect. */
  readonly action?: Element<ActionPattern>;
  /** `Resource` or `NotResource`; a trust policy has none, and a statement of a key policy without it has no effect. */
  readonly resource?: Element<ResourcePattern>;
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

export type Effect = "Allow" | "Deny";

/** One of the elements that come in two forms: what is listed, or all but what is listed. */
export interface Element<Item> {
  /** `Statement[0].NotAction` */
  readonly path: string;
  /** The `Not` form. */
  readonly negated: boolean;
  /** In the order of the document; never empty. */
  readonly items: readonly Item[];
}

/** Who, as a statement names them (IAM User Guide, "AWS JSON policy elements: Principal"). */
export type Principal =
  /** `"*"` and `{"AWS": "*"}`, which are the same: also anonymous callers. */
  | { readonly kind: "everyone" }
  /** `arn:aws:iam::111122223333:root` or the bare id: hands the decision to that account. */
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "role" | "user"; readonly arn: string; readonly account: string }
  /** `arn:aws:sts::…:assumed-role/ROLE/SESSION`; the role's path isn't part of it. */
  | { readonly kind: "session"; readonly arn: string; readonly account: string; readonly role: string; readonly session: string }
  /** `arn:aws:sts::…:federated-user/NAME` */
  | { readonly kind: "federated-user"; readonly arn: string; readonly account: string; readonly name: string }
  /** `AROA…`, `AIDA…`: how AWS shows a principal that was deleted since the policy was stored. */
  | { readonly kind: "unique-id"; readonly id: string }
  | { readonly kind: "service"; readonly name: string }
  /** A SAML or OIDC provider's ARN, or a web identity provider's domain. */
  | { readonly kind: "federated"; readonly provider: string }
  /** An owner of S3 buckets, by the id that S3 knows; a CloudFront origin access identity has one as well. */
  | { readonly kind: "canonical-user"; readonly id: string }
  /** `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ID` */
  | { readonly kind: "origin-access-identity"; readonly id: string };

/** `service:name`, case playing no part: both are in lower case. `*` alone is `{ service: "*", name: [many] }`. */
export interface ActionPattern {
  readonly text: string;
  /** Without wildcards, or `*`. */
  readonly service: string;
  /** Wildcards, never variables. */
  readonly name: Pattern;
}

/** `*` alone, or the six segments of an ARN, case playing a part. Only the last may hold variables. */
export type ResourcePattern =
  | { readonly kind: "everything"; readonly text: "*" }
  | { readonly kind: "arn"; readonly text: string; readonly segments: ArnSegments };

/** What stands between the colons: `arn`, partition, service, region, account, and the resource with all further colons. */
export type ArnSegments = readonly [Pattern, Pattern, Pattern, Pattern, Pattern, Pattern];

/** One key under one operator. Any of the values makes it hold; under a negated operator none may match. */
export interface Condition {
  /** `Statement[0].Condition.StringEquals.aws:PrincipalArn` */
  readonly path: string;
  readonly operator: ConditionOperator;
  /** As written; keys are compared without case. */
  readonly key: string;
  /** Never empty; all of the kind that the operator compares. */
  readonly values: readonly ConditionValue[];
}

/** `ForAnyValue:StringNotEqualsIfExists`, taken apart. */
export interface ConditionOperator {
  readonly name: OperatorName;
  readonly ifExists: boolean;
  readonly set?: SetOperator;
}

/** What a key is compared with; `text` is how it was written. */
export type ConditionValue =
  | { readonly kind: "string"; readonly text: string; readonly pattern: Pattern }
  /** Cut into its segments only when its variables have values: one of them may be a whole ARN (`segmentsOf`). */
  | { readonly kind: "arn"; readonly text: string; readonly pattern: Pattern }
  | { readonly kind: "number"; readonly text: string; readonly number: number }
  /** Milliseconds since 1970. */
  | { readonly kind: "date"; readonly text: string; readonly time: number }
  | { readonly kind: "boolean"; readonly text: string; readonly boolean: boolean }
  /** The bytes, base64 in its one canonical form. */
  | { readonly kind: "binary"; readonly text: string; readonly base64: string }
  | { readonly kind: "address"; readonly text: string; readonly range: AddressRange };

/** The addresses that begin with the first `prefix` bits of `bits`; the bits behind them are zero. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}
