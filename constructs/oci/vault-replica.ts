import { KmsVaultReplication } from "@cdktf/provider-oci/lib/kms-vault-replication";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import type { Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../config/schema/model";
import { admits, type Grant, grantTo, grantToService } from "./policy/grant";
import { VAULT_REPLICATE, VAULT_REPLICATION_SERVICE } from "./policy/permissions";
import { type ReplicaSource, refuseSameRegion } from "./replica-source";
import type { HsmVault } from "./vault";

export interface VaultReplicaProps {
  readonly vault: HsmVault;
  readonly region: OciRegion;
  readonly source: ReplicaSource;
  readonly jurisdiction: Jurisdiction;
}

/** The vault's service, which keeps the replica. */
const SERVICE = "keymanagementservice";

/**
 * The keys of a vault, usable in a second region under the same ids: what a database there decrypts with. The material
 * stays in Oracle's hardware, and nothing can be managed at the replica. A vault has one.
 */
export class VaultReplica extends Construct {
  /** For what can't be made before the keys are there. */
  readonly replication: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: VaultReplicaProps,
  ) {
    super(scope, id);
    const { vault, region, source } = props;
    refuseSameRegion(this, "the vault", region, source);
    this.replication = new KmsVaultReplication(this, "Resource", {
      vaultId: vault.id,
      replicaRegion: region.region,
      provider: source.provider,
      lifecycle: { preventDestroy: true },
    });
  }

  /** Making the replica; not ending it. */
  grantAdminister(role: Role, scenario: Scenario): Grant[] {
    const { jurisdiction } = this.props;
    if (!admits(this, role, scenario, jurisdiction, "replicate the vault")) return [];
    return grantTo(this, role, scenario, jurisdiction, {
      ...this.opening,
      permissions: VAULT_REPLICATE,
      conditions: [{ kind: "equals", variable: "request.operation", value: "CreateVaultReplica" }],
    });
  }

  /** What the Vault service needs to keep the replica. */
  grantReplicationService(): Grant[] {
    const opening = { ...this.opening, permissions: VAULT_REPLICATION_SERVICE };
    return [grantToService({ kind: "service", names: [SERVICE] }, SERVICE, "replica of the vault", opening)];
  }

  private get opening() {
    return { on: "vault", location: this.props.vault.compartment.location };
  }
}
