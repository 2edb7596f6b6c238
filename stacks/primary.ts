import type { Construct } from "constructs";
import { type OciRegion, ociRegion } from "oci-policy";
import { type Deployment, KEY_PURPOSES, type KeyPurpose } from "../config/schema/model";
import { UserDataBucket } from "../constructs/oci/user-data-bucket";
import { UserDatabase } from "../constructs/oci/user-database";
import { type HsmKey, HsmVault } from "../constructs/oci/vault";
import { ServingStack } from "./serving-stack";
import { type Compartments, databaseGroup } from "./tenancy";

export type StoreKeys = Readonly<Record<KeyPurpose, HsmKey>>;

/** Where the stores live: their network, their keys, the stores themselves, and the app that serves them. */
export class PrimaryStack extends ServingStack {
  readonly purpose = "network, vault and keys, stores, app tier";
  readonly vault: HsmVault;
  readonly keys: StoreKeys;
  readonly buckets: ReadonlyMap<string, UserDataBucket>;
  readonly databases: ReadonlyMap<string, UserDatabase>;

  constructor(scope: Construct, deployment: Deployment, compartments: Compartments) {
    super(scope, "primary", deployment, compartments);
    this.vault = new HsmVault(this, "vault", { compartment: compartments.keys, name: `${deployment.prefix}-stores` });
    this.keys = Object.fromEntries(KEY_PURPOSES.map((purpose) => [purpose, this.makeKey(this.vault, purpose)])) as StoreKeys;
    this.buckets = this.makeBuckets();
    this.databases = this.makeDatabases();
    this.makeEndpoint(this.buckets);
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
          replicaRegion: ociRegion(oci.standby.region) as OciRegion,
          compartment: this.compartmentOf(name),
          key: this.keys.objects,
          previousVersionsDays,
        }),
      ]),
    );
  }

  private makeDatabases() {
    const { prefix, jurisdiction, databases } = this.deployment;
    return new Map(
      databases.map(({ name, backupDays, ecpus, storageTerabytes }) => [
        name,
        new UserDatabase(this, `store-${name}`, {
          store: name,
          jurisdiction,
          compartment: this.compartmentOf(name),
          network: this.network,
          vault: this.vault,
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
}
