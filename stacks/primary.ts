import type { Construct } from "constructs";
import { type Deployment, KEY_PURPOSES, type KeyPurpose } from "../config/schema/model";
import { PrivateBucketEndpoint } from "../constructs/oci/private-bucket-endpoint";
import { UserDataBucket } from "../constructs/oci/user-data-bucket";
import { UserDatabase } from "../constructs/oci/user-database";
import { HsmKey, HsmVault } from "../constructs/oci/vault";
import { ServingStack } from "./serving-stack";
import { type Compartments, databaseGroup } from "./tenancy";

export type StoreKeys = Readonly<Record<KeyPurpose, HsmKey>>;

/** Where the stores live: their network, their keys, the stores themselves, and the app that serves them. */
export class PrimaryStack extends ServingStack {
  readonly purpose = "network, vault and keys, stores, app tier";
  readonly buckets: ReadonlyMap<string, UserDataBucket>;
  readonly databases: ReadonlyMap<string, UserDatabase>;
  readonly keys: StoreKeys;

  constructor(scope: Construct, deployment: Deployment, compartments: Compartments) {
    super(scope, "primary", deployment, compartments);
    const { prefix, jurisdiction } = deployment;
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
    this.databases = this.makeDatabases(vault);
    this.makeEndpoint();
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

  private makeDatabases(vault: HsmVault) {
    const { prefix, jurisdiction, databases } = this.deployment;
    return new Map(
      databases.map(({ name, backupDays, ecpus, storageTerabytes }) => [
        name,
        new UserDatabase(this, `store-${name}`, {
          store: name,
          jurisdiction,
          compartment: this.compartmentOf(name),
          network: this.network,
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

  private makeEndpoint(): void {
    const { prefix, oci } = this.deployment;
    if (this.buckets.size === 0) return;
    new PrivateBucketEndpoint(this, "bucket-endpoint", {
      compartment: this.compartments.network,
      network: this.network,
      namespace: oci.namespace,
      prefix: `${prefix}primary`,
      buckets: [...this.buckets].map(([store, { name }]) => ({ name, compartment: this.compartmentOf(store) })),
    });
  }
}
