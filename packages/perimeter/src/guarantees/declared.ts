import type { NamedPrincipal } from "../estate/named-principal";
import type { Resource } from "../input";

/** What the model says for the proof of access; `declaration` reads it. */
export interface Declared {
  readonly jurisdiction: { readonly name: string };
  readonly stores: readonly { readonly name: string; readonly resources: readonly Resource[] }[];
  readonly roles: readonly DeclaredRole[];
  readonly trusted: readonly NamedPrincipal[];
  /** How many roles may read a store; infinite where the model doesn't say. */
  readonly budgetOf: (store: string) => number;
  readonly oci: { readonly denyPolicies?: boolean };
}

export interface DeclaredRole {
  readonly name: string;
  readonly principals: readonly NamedPrincipal[];
  readonly residency: readonly string[];
  readonly isInside: boolean;
  readonly content: ReadonlyMap<string, readonly string[] | "any">;
  readonly metadata: ReadonlySet<string>;
  readonly administer: ReadonlySet<string>;
}
