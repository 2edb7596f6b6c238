import type { Diagnostic } from "../diagnostic";
import type { Fields, Value } from "./value";

/** A managed resource of some stack, with everything that the input says of it. */
export interface Resource {
  readonly stack: string;
  /** `stack/type.name`; in modules and loops Terraform's own form stands after the slash. */
  readonly address: string;
  readonly type: string;
  readonly provider: Provider;
  /** Arguments, and the attributes that a plan or a state knows. What is null or not written has no entry. */
  readonly arguments: Fields;
  readonly source: Source | null;
  /** Why it isn't certain that the resource exists, or how often. */
  readonly uncertain?: string;
}

/** Where somebody wrote a resource. */
export interface Source {
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  /** The path of its construct. */
  readonly construct: string | null;
}

/** With which credentials, and where, a resource is made. What isn't said is left out. */
export interface Provider {
  /** The provider's local name: `oci`, `aws`. */
  readonly name: string;
  readonly alias?: string;
  readonly region?: Value;
  /** AWS: `allowed_account_ids` if it is one, else the account of the assumed role. */
  readonly account?: Value;
  /** AWS: the ARN of the role that the provider assumes. */
  readonly assumedRole?: Value;
  /** AWS: tags of everything that takes tags. */
  readonly defaultTags?: Value;
  /** OCI: `tenancy_ocid`. */
  readonly tenancy?: Value;
}

/** Something of a stack that can't be read, and so isn't among the resources. */
export interface Unread {
  /** `stack/module.name` and the like. */
  readonly address: string;
  readonly reason: string;
}

/** What all files together say. */
export interface Input {
  readonly resources: readonly Resource[];
  readonly stacks: readonly string[];
  readonly unread: readonly Unread[];
  /** Where stacks keep their state, as their configuration says; a plan or a state doesn't say it. */
  readonly backends?: readonly StateBackend[];
}

/** Where Terraform keeps the state of a stack. */
export interface StateBackend {
  readonly stack: string;
  /** `s3`, `oci`, `local`, …; `cloud` for HCP Terraform. */
  readonly type: string;
  readonly config: Value;
}

/** A text that was read, under the name that the user knows. */
export interface NamedText {
  /** The path as the user would write it. */
  readonly file: string;
  readonly text: string;
  /** The stack that the text belongs to. */
  readonly stack: string;
  /** Texts of one scope are one Terraform module: they refer to each other's resources. */
  readonly scope: string;
}

/** An answer, or what is wrong with the question. */
export type Read<T> = { readonly read: T } | { readonly diagnostics: readonly Diagnostic[] };
