import type { Resource } from "../input";

/** Somebody or something that may act: made by a resource, or only named by a statement, a rule or a document. */
export interface NamedPrincipal {
  readonly cloud: "oci" | "aws";
  readonly kind: PrincipalKind;
  /** As the cloud knows it: `Domain/Group` (of `Default` the group alone), the name of a role or user, an OCID, a service. */
  readonly name: string;
  /** AWS: the ARN of a role or user. OCI: the OCID, or what stands for it, where one is known. */
  readonly id?: string;
  /** `stack/type.name` of the resource that makes it; left out where it is only named. */
  readonly resource?: Resource;
}

export type PrincipalKind =
  | "group"
  | "dynamic-group"
  | "user"
  | "role"
  | "permission-set"
  /** A resource that acts by itself, of a type and in a compartment that a rule or condition names. */
  | "resource"
  /** Everybody with an identity: `any-user`, `any-group`. */
  | "any-user"
  /** Everybody at all. */
  | "anonymous"
  /** A cloud's own principal of a service. */
  | "service"
  /** All principals of another tenancy, or of another account. */
  | "tenancy"
  | "account";
