import type { Construct } from "constructs";
import type { Definition, Location, Subject } from "oci-policy";
import { isInside } from "../config/schema/jurisdictions";
import { type Deployment, KEY_PURPOSES, type Role } from "../config/schema/model";
import { SERVICE_LIMITS } from "../config/schema/service-limits";
import type { Compartment } from "../constructs/oci/compartment";
import { ChangeAlarms } from "../constructs/oci/oversight/change-alarms";
import { BoundaryPolicy, largestShares } from "../constructs/oci/policy/boundary-policy";
import { EDGE } from "../constructs/oci/policy/edge-grants";
import type { Grant } from "../constructs/oci/policy/grant";
import { guardrails } from "../constructs/oci/policy/guardrails";
import { BUCKET_METADATA, DATABASE_METADATA, KEY_METADATA } from "../constructs/oci/policy/permissions";
import { grantGuard, grantGuardOverview } from "../constructs/oci/policy/records-grants";
import { definitionsOf, FOREIGN_DOMAIN } from "../constructs/oci/principals";
import { BootstrappedStateStore } from "../constructs/oci/state-store";
import { refuse } from "../constructs/refusal";
import { OciStack } from "./oci-stack";
import { grantsOf, grantsOnState, type Opened } from "./registry-grants";
import { CONNECTOR_GROUP, type Compartments } from "./tenancy";

/** Every IAM policy of the deployment, generated from the registry of roles; nothing else grants. */
export class AccessStack extends OciStack {
  readonly purpose = "every IAM policy: grants by scenario, services, guardrails";
  /** In the policies of this stack. */
  readonly grants: readonly Grant[];
  /** On Terraform's state: for the policy that the bootstrap makes. None where the state is a local folder. */
  readonly stateGrants: readonly Grant[];
  readonly policies: readonly BoundaryPolicy[];

  constructor(
    scope: Construct,
    deployment: Deployment,
    private readonly compartments: Compartments,
    private readonly opened: Opened,
  ) {
    super(scope, "access", deployment, deployment.oci.home);
    const { jurisdiction, roles } = deployment;
    const byRole = new Map(roles.map((role) => [role, grantsOf(role, { scope: this, jurisdiction, compartments, ...opened })]));
    const services = this.serviceGrants();
    const records = this.recordGrants();
    const guard = this.guardGrants();
    this.grants = [...[...byRole.values()].flat(), ...services, ...records, ...guard];
    const state = this.stateStore();
    this.stateGrants = state
      ? [...state.grantServiceUse(), ...roles.flatMap((role) => grantsOnState(role, state, deployment.state.name))]
      : [];
    this.policies = [
      ...[...byRole]
        .flatMap(([role, grants]) => [
          { role, suffix: "", grants: grants.filter(({ on }) => on !== EDGE) },
          // Apart, since a policy holds so many statements and no more.
          { role, suffix: `-${EDGE}`, grants: grants.filter(({ on }) => on === EDGE) },
        ])
        .filter(({ grants }) => grants.length > 0)
        .map(({ role, suffix, grants }) => {
          const name = `${role.name}${suffix}`;
          return this.policy(`policy-${name}`, name, role.title, grants, ["roles", role.name], definitionsOf(role));
        }),
      this.policy("services", "services", "what the platform itself needs to serve the stores", services),
      this.policy("records", "records", "what carries records into the evidence, and tells of changes", records),
      this.policy("cloud-guard", "cloud-guard", "what Cloud Guard looks at: settings, never content", guard),
      ...this.guardrails(state),
    ];
    this.refuseTooMany();
  }

  private serviceGrants(): Grant[] {
    const { buckets, databases, app } = this.opened.primary;
    const { replicas, vaultReplica } = this.opened.standby;
    return [
      ...[this.opened.primary, this.opened.standby].flatMap(({ keys, region }) => {
        const storage = `objectstorage-${region.region}`;
        return keys.objects.grantServiceUse({ kind: "service", names: [storage] }, storage);
      }),
      ...[...buckets.values()].flatMap((bucket) => bucket.grantLifecycleService()),
      ...[...replicas.values()].flatMap((replica) => replica.grantReplicationService()),
      ...vaultReplica.grantReplicationService(),
      ...[...databases.values()].flatMap((database) => database.grantOperation()),
      ...this.deployment.databases.flatMap(({ name, exportedTo }) => {
        const bucket = exportedTo === undefined ? undefined : buckets.get(exportedTo);
        return bucket ? (databases.get(name)?.grantExport(bucket) ?? []) : [];
      }),
      ...(app?.grantOperation() ?? []),
    ];
  }

  private recordGrants(): Grant[] {
    const { connectors, records } = this.opened.oversight;
    return [
      ...Object.values(records).flatMap(({ key, evidence, region }) => {
        const storage = `objectstorage-${region.region}`;
        return [
          ...key.grantServiceUse({ kind: "service", names: [storage] }, storage),
          ...evidence.grantWrite(connectors, CONNECTOR_GROUP),
        ];
      }),
      ...ChangeAlarms.grantPublish(connectors, CONNECTOR_GROUP, this.compartments.oversight),
    ];
  }

  private guardGrants(): Grant[] {
    const { buckets, databases } = this.deployment;
    const { network, store, key, evidenceKeyOf, evidenceOf } = this.compartments;
    const settings = (stores: readonly { readonly name: string }[], permissions: readonly string[]) =>
      stores.map(({ name }) => grantGuard(name, permissions, store[name] as Compartment));
    return [
      ...grantGuardOverview(network),
      ...settings(buckets, BUCKET_METADATA),
      ...settings(databases, DATABASE_METADATA),
      ...Object.values(evidenceOf).map((compartment) => grantGuard("evidence", BUCKET_METADATA, compartment)),
      ...KEY_PURPOSES.map((purpose) => grantGuard(`key ${purpose}`, KEY_METADATA, key[purpose])),
      ...Object.values(evidenceKeyOf).map((compartment) => grantGuard("key evidence", KEY_METADATA, compartment)),
    ];
  }

  private stateStore(): BootstrappedStateStore | undefined {
    const { state, jurisdiction } = this.deployment;
    if (state.backend === "local") return undefined;
    const { bucket, compartment } = state;
    return new BootstrappedStateStore(this, "state", { bucket, compartment, region: this.opened.primary.region, jurisdiction });
  }

  private guardrails(state: BootstrappedStateStore | undefined): BoundaryPolicy[] {
    if (!this.deployment.oci.denyPolicies) return [];
    const { stores, keys, key, evidence, oversight } = this.compartments;
    return [
      new BoundaryPolicy(this, "guardrails", {
        tenancy: this.tenancy,
        name: `${this.deployment.prefix}-guardrails`,
        description: "what nobody may do, whatever a policy allows",
        statements: guardrails({
          foreign: this.foreign,
          closed: this.closedToForeigners(state),
          stores,
          keys,
          records: { evidence, keys: key.evidence, oversight },
        }),
      }),
    ];
  }

  /** Everything but health; a role from outside may have been given metadata of stores or keys, and then sees those. */
  private closedToForeigners(state: BootstrappedStateStore | undefined): Location[] {
    const { stores, keys, secrets, evidence, oversight, app, network, edge } = this.compartments;
    const scenarios = this.foreignRoles.flatMap((role) => role.scenarios).filter(({ at }) => at.includes("primary"));
    const closed = [
      ...(scenarios.some((scenario) => scenario.stores.length > 0) ? [] : [stores]),
      ...(scenarios.some((scenario) => scenario.keys.length > 0) ? [] : [keys]),
      ...[secrets, evidence, oversight, app, network, edge],
    ];
    return [...closed, ...(state ? [state] : [])].map(({ location }) => location);
  }

  private get foreignRoles(): Role[] {
    return this.deployment.roles.filter((role) => !isInside(this.deployment.jurisdiction, role.countries));
  }

  private get foreign(): Subject | undefined {
    const names = this.foreignRoles.map(({ name }) => ({ domain: FOREIGN_DOMAIN, name }));
    return names.length > 0 ? { kind: "group", names } : undefined;
  }

  private policy(
    id: string,
    name: string,
    description: string,
    grants: readonly Grant[],
    about?: readonly string[],
    definitions: readonly Definition[] = [],
  ): BoundaryPolicy {
    return new BoundaryPolicy(this, id, {
      tenancy: this.tenancy,
      name: `${this.deployment.prefix}-${name}`,
      description,
      statements: grants,
      definitions,
      ...(about ? { about } : {}),
    });
  }

  /** All policies are attached to the root, so that all their statements count together. */
  private refuseTooMany(): void {
    const { statementsPerPath, policies } = SERVICE_LIMITS;
    const statements = this.policies.reduce((sum, policy) => sum + policy.statements.length, 0);
    if (statements > statementsPerPath.maximum)
      refuse(this, {
        message: `${statements} statements on the path of the stores, and the service takes ${statementsPerPath.maximum}; most are due to ${largestShares(this.grants.map(({ to }) => ({ because: to })))}`,
        help: `give fewer scenarios or stores to these roles (${statementsPerPath.source})`,
        about: ["roles"],
      });
    if (this.policies.length > policies.maximum)
      refuse(this, {
        message: `${this.policies.length} policies, and a tenancy holds ${policies.maximum}`,
        help: `join roles that act in the same scenarios (${policies.source})`,
        about: ["roles"],
      });
  }
}
