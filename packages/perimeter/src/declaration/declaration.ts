import type { EstateOptions } from "../estate";
import type { NamedPrincipal } from "../estate/named-principal";
import type { Resource } from "../input";

/** A model held against an estate: every selector is what it means. */
export interface Declaration {
  readonly jurisdiction: { readonly name: string; readonly countries: ReadonlySet<string> };
  /** Regions where this jurisdiction's user data may rest. */
  readonly rests: { readonly oci: readonly string[]; readonly aws: readonly string[] };
  readonly stores: readonly DeclaredStore[];
  readonly roles: readonly DeclaredRole[];
  /** Who may change the boundary itself, as far as the estate knows them. */
  readonly trusted: readonly NamedPrincipal[];
  /** The same as the model names them: also who isn't known to the estate. */
  readonly trustedNames: readonly string[];
  /** How many roles may read a store: its own limit, else the default; with neither there is none, and it is infinite. */
  readonly budgetOf: (store: string) => number;
  readonly oci: { readonly denyPolicies?: boolean; readonly home?: string };
  readonly aws: NonNullable<EstateOptions["aws"]> & { readonly account?: string };
  /** Regions of OCI; where the model doesn't say, the primary may be in any of `rests.oci`. */
  readonly primary: { readonly oci: readonly string[]; readonly standby: readonly string[] };
  /** Backup sites: those of the model, and as active ones all other places of `rests`, under the region's name. */
  readonly sites: readonly DeclaredSite[];
  /** Left out: that guarantee is not declared. */
  readonly routing?: { readonly hostnames: readonly string[] };
  readonly oversight?: DeclaredOversight;
  readonly recovery?: { readonly of: (store: string) => { readonly copies: number; readonly days: number } };
}

export interface DeclaredStore {
  readonly name: string;
  /** One at least. */
  readonly resources: readonly Resource[];
  /** Of the model file. */
  readonly line: number;
}

export interface DeclaredRole {
  readonly name: string;
  /** None only where the role is in another tenancy that nothing admits. */
  readonly principals: readonly NamedPrincipal[];
  /** Another tenancy that the role is in. What admits it may name the whole tenancy: then the group decides there. */
  readonly tenancy?: { readonly tenancy: string; readonly group?: string };
  /** As the model says it: jurisdictions and countries. */
  readonly residency: readonly string[];
  /** Whether all of its residency lies in the jurisdiction. */
  readonly isInside: boolean;
  /** Stores that it may read, and in which scenarios. `*` of the model is spelled out, here and below. */
  readonly content: ReadonlyMap<string, readonly string[] | "any">;
  readonly metadata: ReadonlySet<string>;
  readonly administer: ReadonlySet<string>;
  readonly line: number;
}

export interface DeclaredSite {
  readonly name: string;
  readonly cloud: "oci" | "aws";
  readonly region: string;
  readonly account?: string;
  readonly phase: "active" | "frozen" | "retired";
  /** When the phase began, as `2026-01-31`. */
  readonly since?: string;
}

export interface DeclaredOversight {
  /** A role of the declaration. */
  readonly auditor: string;
  readonly evidence: readonly Resource[];
  readonly line: number;
}
