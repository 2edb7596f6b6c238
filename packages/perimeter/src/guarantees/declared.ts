import type { EstateOptions } from "../estate";
import type { NamedPrincipal } from "../estate/named-principal";
import type { Resource } from "../input";

/** What the model says; `declaration` reads it. */
export interface Declared {
  readonly jurisdiction: { readonly name: string; readonly countries: ReadonlySet<string> };
  /** Regions where user data may rest. */
  readonly rests: { readonly oci: readonly string[]; readonly aws: readonly string[] };
  /** Regions of the primary and of its standby. */
  readonly primary: { readonly oci: readonly string[]; readonly standby: readonly string[] };
  readonly sites: readonly DeclaredSite[];
  /** These three left out: that guarantee is not declared. */
  readonly routing?: { readonly hostnames: readonly string[] };
  readonly oversight?: { readonly auditor: string; readonly evidence: readonly Resource[] };
  readonly recovery?: { readonly of: (store: string) => { readonly copies: number; readonly days: number } };
  readonly stores: readonly { readonly name: string; readonly resources: readonly Resource[] }[];
  readonly roles: readonly DeclaredRole[];
  readonly trusted: readonly NamedPrincipal[];
  /** How many roles may read a store; infinite where the model doesn't say. */
  readonly budgetOf: (store: string) => number;
  /** What no stack says of accounts, as the estate was read with it. */
  readonly aws: NonNullable<EstateOptions["aws"]>;
  readonly oci: { readonly denyPolicies?: boolean };
}

/** A backup site, and where in its life it stands. */
export interface DeclaredSite {
  readonly name: string;
  readonly cloud: "oci" | "aws";
  readonly region: string;
  readonly account?: string;
  readonly phase: "active" | "frozen" | "retired";
  /** When the phase began, as `2026-01-31`. */
  readonly since?: string;
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
