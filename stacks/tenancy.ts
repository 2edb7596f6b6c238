import type { Construct } from "constructs";
import { isInside } from "../config/schema/jurisdictions";
import {
  type Deployment,
  KEY_PURPOSES,
  type KeyPurpose,
  type Role,
  SERVING_SITES,
  type ServingSite,
} from "../config/schema/model";
import { copierNetworkSource } from "../config/schema/network-sources";
import { APP_TIER_RESOURCE_TYPE } from "../constructs/oci/app-tier";
import { Compartment } from "../constructs/oci/compartment";
import { IdentityDomain } from "../constructs/oci/identity-domain";
import { AddressNetworkSource } from "../constructs/oci/network-source";
import { CONNECTOR_RESOURCE_TYPE } from "../constructs/oci/oversight/evidence-connector";
import { FOREIGN_DOMAIN } from "../constructs/oci/principals";
import { RegionFence } from "../constructs/oci/region-fence";
import { ResidencyTagNamespace } from "../constructs/oci/residency-tags";
import { SecondFactorSignOn } from "../constructs/oci/sign-on-policy";
import { OciStack } from "./oci-stack";

/** Everything that has a boundary of its own. */
export interface Compartments {
  readonly root: Compartment;
  readonly network: Compartment;
  /** All that has a public address or says where users are led: nothing public is made anywhere else. */
  readonly edge: Compartment;
  readonly app: Compartment;
  readonly health: Compartment;
  readonly secrets: Compartment;
  /** What makes the records: logs, connectors, topics. */
  readonly oversight: Compartment;
  readonly evidence: Compartment;
  /** The evidence of each region, alone. */
  readonly evidenceOf: Readonly<Record<ServingSite, Compartment>>;
  readonly stores: Compartment;
  readonly store: Readonly<Record<string, Compartment>>;
  readonly keys: Compartment;
  readonly key: Readonly<Record<KeyPurpose | "evidence", Compartment>>;
  /** The key of each region's evidence, alone; their vaults are in the compartment above. */
  readonly evidenceKeyOf: Readonly<Record<ServingSite, Compartment>>;
}

/** The ground that the boundary stands on: compartments, tags, identities, networks to come from, regions to be in. */
export class TenancyStack extends OciStack {
  readonly purpose = "compartments, tags, identity domains, networks to come from, region fence";
  readonly compartments: Compartments;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, "tenancy", deployment, deployment.oci.home);
    this.compartments = this.makeCompartments();
    this.makeTags();
    const domain = this.makeDomain(
      deployment.prefix,
      `people and machines that reside in ${deployment.jurisdiction}`,
      this.inside,
    );
    const emergency = this.groups.get(deployment.breakGlass.role);
    new SecondFactorSignOn(domain, "sign-on", {
      domain,
      ...this.perimeter(),
      ...(emergency ? { fromAnywhere: { name: deployment.breakGlass.role, groupId: emergency } } : {}),
    });
    if (this.foreign.length > 0) {
      const abroad = this.makeDomain(FOREIGN_DOMAIN, `people who reside outside ${deployment.jurisdiction}`, this.foreign);
      new SecondFactorSignOn(abroad, "sign-on", { domain: abroad });
    }
    this.makeMachines(domain);
    this.makeNetworkSources();
    new RegionFence(this, "region-fence", {
      tenancy: this.tenancy,
      name: deployment.prefix,
      regions: [...new Set([deployment.oci.primary.region, deployment.oci.standby.region])],
    });
  }

  private readonly groups = new Map<string, string>();

  private get inside(): Role[] {
    return this.deployment.roles.filter((role) => isInside(this.deployment.jurisdiction, role.countries));
  }

  private get foreign(): Role[] {
    return this.deployment.roles.filter((role) => !isInside(this.deployment.jurisdiction, role.countries));
  }

  private makeCompartments(): Compartments {
    const { prefix, buckets, databases, jurisdiction } = this.deployment;
    const below = (parent: Compartment, name: string, description: string) =>
      new Compartment(this, `compartment-${[...parent.path.slice(1), name].join("-")}`, { parent, name, description });
    const root = new Compartment(this, "compartment", {
      parent: this.tenancy,
      name: prefix,
      description: `all that serves users of ${jurisdiction}`,
    });
    const stores = below(root, "stores", "user data; each store in a compartment of its own");
    const keys = below(root, "keys", "the vault; each purpose of a key in a compartment of its own");
    const evidence = below(root, "evidence", "records of reads and of changes to the boundary");
    const key = Object.fromEntries(
      KEY_PURPOSES.map((purpose) => [purpose, below(keys, purpose, `the key of the ${purpose}, and nothing else`)]),
    ) as Readonly<Record<KeyPurpose, Compartment>>;
    const evidenceKeys = below(keys, "evidence", "the vaults of the evidence, apart from those of the stores");
    const bySite = (parent: Compartment, description: (site: ServingSite) => string) =>
      Object.fromEntries(SERVING_SITES.map((site) => [site, below(parent, site, description(site))])) as Readonly<
        Record<ServingSite, Compartment>
      >;
    return {
      root,
      network: below(root, "network", "networks; no user data"),
      edge: below(root, "edge", "public addresses, load balancers, names; no user data at rest"),
      app: below(root, "app", "the app tier; no user data at rest"),
      health: below(root, "health", "metrics that everybody may see; nothing else"),
      secrets: below(root, "secrets", "generated passwords of the databases"),
      oversight: below(root, "oversight", "what makes the records: logs, connectors, topics"),
      evidence,
      evidenceOf: bySite(evidence, (site) => `evidence of the ${site} region, and nothing else`),
      stores,
      store: Object.fromEntries(
        [...buckets, ...databases].map(({ name, description }) => [name, below(stores, name, description)]),
      ),
      keys,
      key: { ...key, evidence: evidenceKeys },
      evidenceKeyOf: bySite(evidenceKeys, (site) => `the key of the evidence of the ${site} region, and nothing else`),
    };
  }

  private makeTags(): void {
    const { jurisdiction, buckets, databases } = this.deployment;
    const stores = [...buckets, ...databases].map(({ name }) => name);
    const tags = new ResidencyTagNamespace(this, "tags", { tenancy: this.tenancy, jurisdiction, stores });
    tags.markEverythingIn(this.compartments.root);
  }

  private makeDomain(name: string, description: string, roles: readonly Role[]): IdentityDomain {
    const domain = new IdentityDomain(this, `domain-${name}`, {
      compartment: this.compartments.root,
      name,
      description,
      homeRegion: this.deployment.oci.home,
    });
    for (const role of roles)
      if (role.assumedBy === "copier") domain.addServiceUser({ name: role.name, description: role.title });
      else if (role.assumedBy !== "app" && !role.admittedFrom) this.groups.set(role.name, domain.addGroup(role.name, role.title));
    return domain;
  }

  /** Beside the compartments, since a matching rule that names one may not leave the stack. */
  private makeMachines(domain: IdentityDomain): void {
    const { app, oversight, store } = this.compartments;
    for (const role of this.deployment.roles)
      if (role.assumedBy === "app")
        domain.addMachineGroup({
          name: role.name,
          description: role.title,
          resourceType: APP_TIER_RESOURCE_TYPE,
          compartment: app,
        });
    domain.addMachineGroup({
      name: CONNECTOR_GROUP,
      description: "what carries records into the evidence",
      resourceType: CONNECTOR_RESOURCE_TYPE,
      compartment: oversight,
    });
    for (const { name } of this.deployment.databases)
      domain.addMachineGroup({
        name: databaseGroup(name),
        description: `the database of the store ${name}`,
        resourceType: "autonomousdatabase",
        compartment: store[name] as Compartment,
      });
  }

  private makeNetworkSources(): void {
    const { networkSources, sites, prefix } = this.deployment;
    const source = (name: string, description: string, addresses: readonly string[]) =>
      new AddressNetworkSource(this, `network-source-${name}`, { tenancy: this.tenancy, name, description, addresses });
    for (const [name, { description, addresses }] of Object.entries(networkSources)) source(name, description, addresses);
    const egress = sites.flatMap(({ from, egressAddresses }) => (from === "primary" ? egressAddresses : []));
    if (egress.length > 0) source(copierNetworkSource(prefix), "fixed addresses that the backup site copies from", egress);
  }

  /** Where people of the jurisdiction sign in from: the networks that their scenarios name. */
  private perimeter() {
    const { networkSources, prefix } = this.deployment;
    const people = this.inside.filter(({ assumedBy }) => assumedBy === "people");
    const named = new Set(
      people.flatMap(({ scenarios }) => scenarios.flatMap(({ circumstances }) => circumstances.network ?? [])),
    );
    const addresses = [...named].flatMap((name) => networkSources[name]?.addresses ?? []);
    return addresses.length > 0 ? { perimeter: { name: `${prefix}-people`, addresses } } : {};
  }
}

/** The dynamic group of everything that carries records. */
export const CONNECTOR_GROUP = "records";

/** The dynamic group that a database is a member of. */
export const databaseGroup = (store: string) => `${store}-database`;
