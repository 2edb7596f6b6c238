import type { SiteConfig } from "./amazon";
import type { DeploymentConfig } from "./deployment";
import type { NamedFiles } from "./files";
import { countriesOf, isInside, type Jurisdiction } from "./jurisdictions";
import { appNetworkSources } from "./network-sources";
import { type Phase, phaseInForce } from "./phases";
import { recordsRegionOf } from "./records-region";
import type { Circumstances, RoleConfig, ScenarioConfig } from "./registry";
import type { BucketStoreConfig, DatabaseStoreConfig, StateStoreConfig } from "./stores";

/** Somebody who may act: one name for the OCI group, the AWS role and the findings of the proof. */
export interface Role {
  readonly name: string;
  readonly title: string;
  /** As the configuration says it: a jurisdiction, a country, or several. */
  readonly residency: string;
  /** ISO 3166 countries. */
  readonly countries: readonly string[];
  readonly assumedBy: RoleConfig["assumedBy"];
  /** The tenancy of their own that they are admitted from; without it they have a group in this one. */
  readonly admittedFrom?: ForeignTenancy;
  readonly scenarios: readonly Scenario[];
}

/** Another tenancy, and a group there, under the names that statements give them. */
export interface ForeignTenancy {
  readonly name: string;
  readonly id: string;
  /** OCID: a name would be looked up in this tenancy. */
  readonly group: string;
}

/** A named situation in which roles act. */
export interface Scenario extends Omit<ScenarioConfig, "stores" | "keys" | "circumstances"> {
  readonly name: string;
  /** Names of stores; never a wildcard. */
  readonly stores: readonly string[];
  /** Purposes of keys; never a wildcard. */
  readonly keys: readonly string[];
  readonly circumstances: ScenarioCircumstances;
}

/** Under which circumstances; the network as the sources that admit, any of them: that of the app tier is two. */
export interface ScenarioCircumstances extends Omit<Circumstances, "network"> {
  readonly network?: readonly string[];
}

export type BucketStore = BucketStoreConfig & { readonly name: string };
export type DatabaseStore = DatabaseStoreConfig & { readonly name: string };
export type StateStore = StateStoreConfig & { readonly name: string };

/** A backup site, in the phase that is in force. */
export type Site = SiteConfig & { readonly name: string; readonly phase: Phase };

/** Keys are apart by purpose: a key opens one kind of thing. */
export const KEY_PURPOSES = ["objects", "database", "secrets"] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** The two regions that serve users: the one that does, and the one that stands by. */
export const SERVING_SITES = ["primary", "standby"] as const;
export type ServingSite = (typeof SERVING_SITES)[number];

/** A deployment whose configuration holds together: names are resolved, wildcards spelled out. */
export interface Deployment extends Omit<DeploymentConfig, "stores" | "sites" | "roles" | "scenarios">, NamedFiles {
  /** Leads the names that belong to the jurisdiction: `us`. */
  readonly prefix: string;
  readonly buckets: readonly BucketStore[];
  readonly databases: readonly DatabaseStore[];
  readonly state: StateStore;
  readonly sites: readonly Site[];
  /** AWS region of the records: inside the jurisdiction. */
  readonly recordsRegion: string;
  readonly roles: readonly Role[];
}

/** Resolves a configuration that passed every rule. */
export function resolveDeployment(config: DeploymentConfig, files: NamedFiles): Deployment {
  const stores = Object.entries(config.stores).map(([name, store]) => ({ name, ...store }));
  const userDataStores = stores.filter((store) => store.kind !== "state").map((store) => store.name);
  const prefix = config.jurisdiction.toLowerCase();
  const scenario = (name: string): Scenario => {
    const declared = config.scenarios[name] as ScenarioConfig;
    return {
      ...declared,
      name,
      stores: spellOut(declared.stores, userDataStores),
      keys: spellOut(declared.keys, KEY_PURPOSES),
      circumstances: spellOutNetwork(declared.circumstances, prefix),
    };
  };
  return {
    ...config,
    ...files,
    prefix,
    buckets: stores.filter((store): store is BucketStore => store.kind === "bucket"),
    databases: stores.filter((store): store is DatabaseStore => store.kind === "database"),
    state: stores.find((store): store is StateStore => store.kind === "state") as StateStore,
    sites: Object.entries(config.sites).map(([name, site]) => ({ name, ...site, phase: phaseInForce(site.phases) })),
    recordsRegion: recordsRegionOf(config) as string,
    roles: Object.entries(config.roles).map(([name, role]) => ({
      name,
      title: role.title,
      residency: [role.residency ?? []].flat().join(", "),
      countries: residenceOf(role),
      assumedBy: role.assumedBy,
      ...(name === config.auditor.role && config.auditor.tenancy ? { admittedFrom: config.auditor.tenancy } : {}),
      scenarios: role.scenarios.map(scenario),
    })),
  };
}

/** The countries in which a role's people sit. */
export function residenceOf(role: Pick<RoleConfig, "residency">): readonly string[] {
  return [role.residency ?? []].flat().flatMap(countriesOf);
}

/** Whether a role sits inside the jurisdiction: all of it, not most of it. */
export function resides(role: Pick<Role, "countries">, jurisdiction: Jurisdiction): boolean {
  return isInside(jurisdiction, role.countries);
}

const spellOut = (names: "*" | readonly string[] | undefined, all: readonly string[]) => (names === "*" ? all : (names ?? []));

function spellOutNetwork({ network, ...others }: Circumstances, prefix: string): ScenarioCircumstances {
  if (network === undefined) return others;
  const app = appNetworkSources(prefix);
  return { network: network === app.primary ? Object.values(app) : [network], ...others };
}
