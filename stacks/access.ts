import type { Construct } from "constructs";
import type { Subject } from "oci-policy";
import { isInside } from "../config/schema/jurisdictions";
import type { Deployment, Role, Scenario } from "../config/schema/model";
import { SERVICE_LIMITS } from "../config/schema/service-limits";
import type { Compartment } from "../constructs/oci/compartment";
import { BoundaryPolicy, largestShares } from "../constructs/oci/policy/boundary-policy";
import type { Grant } from "../constructs/oci/policy/grant";
import { guardrails } from "../constructs/oci/policy/guardrails";
import { grantBoundary, grantHealth, grantInfrastructure } from "../constructs/oci/policy/tenancy-grants";
import { FOREIGN_DOMAIN } from "../constructs/oci/principals";
import { refuse } from "../constructs/refusal";
import { OciStack } from "./oci-stack";
import type { PrimaryStack } from "./primary";
import type { Compartments } from "./tenancy";

/** Every IAM policy of the deployment, generated from the registry of roles; nothing else grants. */
export class AccessStack extends OciStack {
  readonly purpose = "every IAM policy: grants by scenario, services, guardrails";
  readonly grants: readonly Grant[];
  readonly policies: readonly BoundaryPolicy[];

  constructor(
    scope: Construct,
    deployment: Deployment,
    private readonly compartments: Compartments,
    private readonly primary: PrimaryStack,
  ) {
    super(scope, "access", deployment, deployment.oci.home);
    const byRole = new Map(deployment.roles.map((role) => [role, this.grantsOf(role)]));
    const services = this.serviceGrants();
    this.grants = [...[...byRole.values()].flat(), ...services];
    this.policies = [
      ...[...byRole]
        .filter(([, grants]) => grants.length > 0)
        .map(([role, grants]) => this.policy(role.name, role.title, grants, ["roles", role.name])),
      this.policy("services", "what the platform itself needs to serve the stores", services),
      ...this.guardrails(),
    ];
    this.refuseTooMany();
  }

  private grantsOf(role: Role): Grant[] {
    return role.scenarios
      .filter(({ at }) => at.includes("primary"))
      .flatMap((scenario) => [
        ...scenario.stores.flatMap((store) => this.grantsOn(store, role, scenario)),
        ...scenario.keys.flatMap((purpose) => {
          const key = this.primary.keys[purpose as keyof typeof this.primary.keys];
          return scenario.capability === "administer" ? key.grantAdminister(role, scenario) : key.grantMetadata(role, scenario);
        }),
        ...this.grantsBeyondStores(role, scenario),
      ]);
  }

  /** A store that isn't here is the state's: its policy comes from the bootstrap. */
  private grantsOn(store: string, role: Role, scenario: Scenario): Grant[] {
    const bucket = this.primary.buckets.get(store);
    const database = this.primary.databases.get(store);
    const written = scenario.writes ? (bucket?.grantWrite(role, scenario) ?? []) : [];
    switch (scenario.capability) {
      case "metadata":
        return [...(bucket?.grantMetadata(role, scenario) ?? []), ...(database?.grantMetadata(role, scenario) ?? []), ...written];
      case "content":
        return [...(bucket?.grantRead(role, scenario) ?? []), ...(database?.grantConnect(role, scenario) ?? []), ...written];
      case "administer":
        return [
          ...(bucket?.grantAdminister(role, scenario) ?? []),
          ...(database?.grantAdminister(role, scenario) ?? []),
          ...written,
        ];
    }
  }

  private grantsBeyondStores(role: Role, scenario: Scenario): Grant[] {
    const { jurisdiction } = this.deployment;
    return [
      ...(scenario.boundary ? grantBoundary(this, role, scenario, jurisdiction, this.compartments.keys) : []),
      ...(scenario.infrastructure ? grantInfrastructure(this, role, scenario, jurisdiction, this.compartments) : []),
      ...(scenario.health ? grantHealth(this, role, scenario, jurisdiction, this.compartments.health) : []),
    ];
  }

  private serviceGrants(): Grant[] {
    const { buckets, databases, keys, app, region } = this.primary;
    const storage = `objectstorage-${region.region}`;
    return [
      ...keys.objects.grantServiceUse({ kind: "service", names: [storage] }, storage),
      ...[...buckets.values()].flatMap((bucket) => bucket.grantLifecycleService()),
      ...[...databases.values()].flatMap((database) => database.grantOperation()),
      ...(app?.grantOperation() ?? []),
    ];
  }

  private guardrails(): BoundaryPolicy[] {
    if (!this.deployment.oci.denyPolicies) return [];
    const { network, app, secrets, evidence, stores, keys } = this.compartments;
    const statements = guardrails({
      foreign: this.foreign,
      closed: [stores, keys, secrets, evidence, app, network].filter((c) => !this.isSeenFromOutside(c)),
      stores,
      keys,
    });
    return [
      new BoundaryPolicy(this, "guardrails", {
        tenancy: this.tenancy,
        name: `${this.deployment.prefix}-guardrails`,
        description: "what nobody may do, whatever a policy allows",
        statements,
      }),
    ];
  }

  /** A role from outside may have been given metadata of stores or keys; then their compartment isn't closed to it. */
  private isSeenFromOutside(compartment: Compartment): boolean {
    const scenarios = this.foreignRoles.flatMap((role) => role.scenarios).filter(({ at }) => at.includes("primary"));
    if (compartment === this.compartments.stores) return scenarios.some(({ stores }) => stores.length > 0);
    if (compartment === this.compartments.keys) return scenarios.some(({ keys, boundary }) => keys.length > 0 || boundary);
    return false;
  }

  private get foreignRoles(): Role[] {
    return this.deployment.roles.filter((role) => !isInside(this.deployment.jurisdiction, role.countries));
  }

  private get foreign(): Subject | undefined {
    const names = this.foreignRoles.map(({ name }) => ({ domain: FOREIGN_DOMAIN, name }));
    return names.length > 0 ? { kind: "group", names } : undefined;
  }

  private policy(name: string, description: string, grants: readonly Grant[], about?: readonly string[]): BoundaryPolicy {
    return new BoundaryPolicy(this, `policy-${name}`, {
      tenancy: this.tenancy,
      name: `${this.deployment.prefix}-${name}`,
      description,
      statements: grants,
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
