import type { Construct } from "constructs";
import type { Deployment } from "../config/schema/model";
import { BucketReplica } from "../constructs/oci/bucket-replica";
import type { ReplicaSource } from "../constructs/oci/replica-source";
import { UserDatabasePeer } from "../constructs/oci/user-database-peer";
import { HsmVault } from "../constructs/oci/vault";
import { VaultReplica } from "../constructs/oci/vault-replica";
import type { PrimaryStack, StoreKeys } from "./primary";
import { ServingStack } from "./serving-stack";
import type { Compartments } from "./tenancy";

/** Where the replicas live and failover leads: a copy of every store, and the app at rest that could serve it. */
export class StandbyStack extends ServingStack {
  readonly purpose = "network, vault replica and keys, replicas of the stores, app tier at rest";
  /** The primary's vault in this region: the key of the databases is in it. */
  readonly vaultReplica: VaultReplica;
  /** Of a vault of its own, since nothing can be managed in a replica. */
  readonly keys: Pick<StoreKeys, "objects" | "secrets">;
  readonly replicas: ReadonlyMap<string, BucketReplica>;
  readonly peers: ReadonlyMap<string, UserDatabasePeer>;

  constructor(scope: Construct, deployment: Deployment, compartments: Compartments, primary: PrimaryStack) {
    super(scope, "standby", deployment, compartments);
    const { prefix, jurisdiction } = deployment;
    const vault = new HsmVault(this, "vault", { compartment: compartments.keys, name: `${prefix}-standby` });
    this.keys = { objects: this.makeKey(vault, "objects"), secrets: this.makeKey(vault, "secrets") };
    const region = this.region;
    const source = { region: primary.region, provider: this.providerIn("primary", primary.region.region) };
    this.vaultReplica = new VaultReplica(this, "vault-replica", { vault: primary.vault, region, source, jurisdiction });
    this.replicas = this.makeReplicas(primary, source);
    this.peers = this.makePeers(primary, vault);
    this.makeEndpoint(this.replicas);
  }

  private makeReplicas({ buckets }: PrimaryStack, source: ReplicaSource) {
    return new Map(
      [...buckets].map(([store, bucket]) => [
        store,
        new BucketReplica(this, `store-${store}`, {
          of: bucket.identity,
          region: this.region,
          key: this.keys.objects,
          source,
        }),
      ]),
    );
  }

  private makePeers({ databases }: PrimaryStack, vault: HsmVault) {
    return new Map(
      [...databases].map(([store, database]) => [
        store,
        new UserDatabasePeer(this, `store-${store}`, {
          of: database.identity,
          network: this.network,
          keys: this.vaultReplica,
          passwords: { vault, key: this.keys.secrets, compartment: this.compartments.secrets },
        }),
      ]),
    );
  }
}
