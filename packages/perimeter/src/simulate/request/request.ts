import type { Answer } from "../answer";

/** One request as somebody wrote it, whole by itself; nothing in it has been looked up in an estate. */
export type WrittenRequest = OciRequestText | AwsRequestText;

/** Names, ids and addresses are texts as they were written. */
export interface OciRequestText {
  readonly cloud: "oci";
  readonly principal: OciPrincipalText;
  /** In upper case. */
  readonly permission: string;
  readonly target: OciTargetText;
  /** By name, in the order of the file. A list is a variable with several values. */
  readonly variables: ReadonlyMap<string, string | readonly string[]>;
}

export type OciPrincipalText =
  /** Somebody who is in these groups, and in no other. */
  | { readonly kind: "groups"; readonly groups: readonly string[] }
  /** A user by name or id; the estate knows the groups. */
  | { readonly kind: "user"; readonly user: string }
  | { readonly kind: "dynamic-groups"; readonly dynamicGroups: readonly string[] }
  | { readonly kind: "service"; readonly service: string }
  /** A resource of this type that acts by itself, and is in no dynamic group. */
  | { readonly kind: "resource"; readonly type: string; readonly compartment?: readonly string[] }
  | { readonly kind: "anonymous" }
  /** Whatever stands at `stack/type.name`. */
  | { readonly kind: "address"; readonly address: string };

export type OciTargetText =
  /** Names from below the root; empty for the root. */
  { readonly kind: "compartment"; readonly path: readonly string[] } | { readonly kind: "address"; readonly address: string };

export interface AwsRequestText {
  readonly cloud: "aws";
  readonly principal: AwsPrincipalText;
  /** `s3:GetObject` */
  readonly action: string;
  readonly target: AwsTargetText;
  /** Condition keys by name, in the order of the file. */
  readonly variables: ReadonlyMap<string, string | readonly string[]>;
}

export type AwsPrincipalText =
  | { readonly kind: "role" | "user" | "root"; readonly arn: string }
  | { readonly kind: "service"; readonly service: string }
  /** Somebody whom this provider vouches for: the ARN of a provider in IAM, or a domain. */
  | { readonly kind: "web-identity"; readonly provider: string }
  | { readonly kind: "anonymous" }
  | { readonly kind: "address"; readonly address: string };

export type AwsTargetText =
  /** `*` for an action that knows no resource. */
  { readonly kind: "arn"; readonly arn: string } | { readonly kind: "address"; readonly address: string };

/** One row of a file of requests. */
export interface Row {
  readonly request: WrittenRequest;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly expected?: Answer["decision"];
  /** What somebody wrote beside it, for those who read the file. */
  readonly note?: string;
}
