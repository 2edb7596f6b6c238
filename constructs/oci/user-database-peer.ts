import { DatabaseAutonomousDatabase } from "@cdktf/provider-oci/lib/database-autonomous-database";
import { Construct } from "constructs";
import type { Role, Scenario } from "../../config/schema/model";
import { accountPassword, type PasswordKeeper } from "./database-account";
import { admits, type Grant } from "./policy/grant";
import type { PrivateNetwork } from "./private-network";
import { residencyTags } from "./residency-tags";
import type { DatabaseIdentity } from "./user-database";
import type { VaultReplica } from "./vault-replica";

export interface UserDatabasePeerProps {
  /** The database that it follows: its compartment is the peer's too. */
  readonly of: DatabaseIdentity;
  readonly network: PrivateNetwork;
  /** What the peer decrypts with: the key of its primary, replicated to this region. */
  readonly keys: VaultReplica;
  /** In this region: secrets of the primary's can't be read when its region is down. */
  readonly passwords: PasswordKeeper;
}

/**
 * The standby of a database in another region: kept current by Autonomous Data Guard, reached over mutual TLS from the
 * private network alone, encrypted with the primary's key. Compute, storage, accounts and backups are the primary's.
 */
export class UserDatabasePeer extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserDatabasePeerProps,
  ) {
    super(scope, id);
    const { of, network, keys } = props;
    new DatabaseAutonomousDatabase(this, "Resource", {
      compartmentId: of.compartment.id,
      source: "CROSS_REGION_DISASTER_RECOVERY",
      sourceId: of.id,
      remoteDisasterRecoveryType: "ADG",
      // A week of backups here too, so that a restore to a moment survives the loss of a region.
      isReplicateAutomaticBackups: true,
      dbName: of.databaseName,
      displayName: of.store,
      subnetId: network.data.id,
      nsgIds: [network.databases.id],
      privateEndpointLabel: of.store,
      isMtlsConnectionRequired: true,
      definedTags: { ...residencyTags(of.jurisdiction, "user-data", of.store) },
      dependsOn: [keys.replication],
      lifecycle: { preventDestroy: true },
    });
  }

  /**
   * A password of this region's own, for an account of this region's own: accounts are copied with the data, secrets
   * are not. The statement is that on the primary's secret, which bears the same name; so are all others.
   */
  grantConnect(role: Role, scenario: Scenario): Grant[] {
    const { of, passwords } = this.props;
    const { store, jurisdiction } = of;
    if (!admits(this, role, scenario, jurisdiction, `connect to the standby of "${store}"`)) return [];
    return accountPassword(this, {
      store,
      jurisdiction,
      keeper: passwords,
      account: role.name,
      description: `password of the account of ${role.name} in ${store}, at the standby`,
    }).grantRead(role, scenario);
  }
}
