import type { Construct } from "constructs";
import { type Deployment, KEY_PURPOSES, type KeyPurpose } from "../config/schema/model";
import { AppTier } from "../constructs/oci/app-tier";
import type { Compartment } from "../constructs/oci/compartment";
import { SubnetNetworkSource } from "../constructs/oci/network-source";
import { PrivateBucketEndpoint } from "../constructs/oci/private-bucket-endpoint";
import { PrivateNetwork } from "../constructs/oci/private-network";
import { UserDataBucket } from "../constructs/oci/user-data-bucket";
import { UserDatabase } from "../constructs/oci/user-database";
import { HsmKey, HsmVault } from "../constructs/oci/vault";
import { OciStack } from "./oci-stack";
import { type Compartments, databaseGroup } from "./tenancy";

export type StoreKeys = Readonly<Record<KeyPurpose, HsmKey>>;

/** Where the stores live: their network, their keys, the stores themselves, and the app that serves them. */
export class PrimaryStack extends OciStack {
  readonly purpose = "network, vault and keys, stores, app tier";
  readonly buckets: ReadonlyMap<string, UserDataBucket>;
  readonly databases: ReadonlyMap<string, UserDatabase>;
  readonly keys: StoreKeys;
  /** None where no role of the registry is assumed by the app. */
  readonly app: AppTier | undefined;

  constructor(
    scope: Construct,
    deployment: Deployment,
    private readonly compartments: Compartments,
  ) {
    super(scope, "primary", deployment, deployment.oci.primary.region);
    const { prefix, jurisdiction, oci } = deployment;
    const network = new PrivateNetwork(this, "network", {
      compartment: compartments.network,
      name: `${prefix}-primary`,
      region: this.region,
      dnsLabel: prefix,
      addresses: oci.primary.network,
      addressesFrom: ["oci", "primary", "network"],
    });
    new SubnetNetworkSource(this, "network-source-app", {
      tenancy: this.tenancy,
      name: `${prefix}-app`,
      description: "the app tier, by way of its service gateway",
      network,
      addresses: [network.app.addresses],
    });
    const vault = new HsmVault(this, "vault", { compartment: compartments.keys, name: `${prefix}-stores` });
    this.keys = Object.fromEntries(
      KEY_PURPOSES.map((purpose) => [
        purpose,
        new HsmKey(this, `key-${purpose}`, {
          vault,
          compartment: compartments.key[purpose],
          purpose,
          name: `${prefix}-${purpose}`,
          jurisdiction,
        }),
      ]),
    ) as StoreKeys;
    this.buckets = this.makeBuckets();
    this.databases = this.makeDatabases(network, vault);
    this.makeEndpoint(network);
    this.app = this.makeApp(network);
  }

  private makeBuckets() {
    const { company, prefix, jurisdiction, oci, buckets } = this.deployment;
    return new Map(
      buckets.map(({ name, previousVersionsDays }) => [
        name,
        new UserDataBucket(this, `store-${name}`, {
          store: name,
          name: `${company.name}-${prefix}-${name}`,
          jurisdiction,
          namespace: oci.namespace,
          region: this.region,
          compartment: this.compartmentOf(name),
          key: this.keys.objects,
          previousVersionsDays,
        }),
      ]),
    );
  }

  private makeDatabases(network: PrivateNetwork, vault: HsmVault) {
    const { prefix, jurisdiction, databases } = this.deployment;
    return new Map(
      databases.map(({ name, backupDays, ecpus, storageTerabytes }) => [
        name,
        new UserDatabase(this, `store-${name}`, {
          store: name,
          jurisdiction,
          compartment: this.compartmentOf(name),
          network,
          vault,
          key: this.keys.database,
          secrets: { compartment: this.compartments.secrets, key: this.keys.secrets },
          actsAs: { kind: "dynamic-group", names: [{ domain: prefix, name: databaseGroup(name) }] },
          backupDays,
          ecpus,
          storageTerabytes,
        }),
      ]),
    );
  }

  private makeEndpoint(network: PrivateNetwork): void {
    const { prefix, oci } = this.deployment;
    if (this.buckets.size === 0) return;
    new PrivateBucketEndpoint(this, "bucket-endpoint", {
      compartment: this.compartments.network,
      network,
      namespace: oci.namespace,
      prefix: `${prefix}primary`,
      buckets: [...this.buckets].map(([store, { name }]) => ({ name, compartment: this.compartmentOf(store) })),
    });
  }

  private makeApp(network: PrivateNetwork): AppTier | undefined {
    const { prefix, oci, app, roles } = this.deployment;
    const role = roles.find(({ assumedBy }) => assumedBy === "app");
    if (!role) return undefined;
    return new AppTier(this, "app", {
      name: role.name,
      compartment: this.compartments.app,
      network,
      health: this.compartments.health,
      actsAs: { kind: "dynamic-group", names: [{ domain: prefix, name: role.name }] },
      availabilityDomains: oci.primary.availabilityDomains,
      ...app,
    });
  }

  private compartmentOf(store: string): Compartment {
    return this.compartments.store[store] as Compartment;
  }
}
