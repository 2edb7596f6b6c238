import type { Construct } from "constructs";
import type { Jurisdiction } from "../config/schema/jurisdictions";
import type { KeyPurpose, Role, Scenario } from "../config/schema/model";
import { grantEdge } from "../constructs/oci/policy/edge-grants";
import type { Grant } from "../constructs/oci/policy/grant";
import { grantRecords } from "../constructs/oci/policy/records-grants";
import { grantBoundary, grantHealth, grantInfrastructure } from "../constructs/oci/policy/tenancy-grants";
import type { BootstrappedStateStore } from "../constructs/oci/state-store";
import type { UserDataBucket } from "../constructs/oci/user-data-bucket";
import type { UserDatabase } from "../constructs/oci/user-database";
import type { OversightStack } from "./oversight";
import type { PrimaryStack } from "./primary";
import type { StandbyStack } from "./standby";
import type { Compartments } from "./tenancy";

/** The stacks that hold what a scenario calls the primary. */
export interface Opened {
  readonly primary: PrimaryStack;
  readonly standby: StandbyStack;
  readonly oversight: OversightStack;
}

/** Everything that the registry can open. */
export interface Openable extends Opened {
  /** Where a refusal is shown that no store or key makes itself. */
  readonly scope: Construct;
  readonly jurisdiction: Jurisdiction;
  readonly compartments: Compartments;
}

/** What a role gets in the primary: the sum over its scenarios, and nothing that no scenario names. */
export function grantsOf(role: Role, openable: Openable): Grant[] {
  return scenariosInPrimary(role).flatMap((scenario) => [
    ...scenario.stores.flatMap((store) => grantsOnStore(store, role, scenario, openable)),
    ...scenario.keys.flatMap((purpose) => {
      const key = openable.primary.keys[purpose as KeyPurpose];
      return scenario.capability === "administer" ? key.grantAdminister(role, scenario) : key.grantMetadata(role, scenario);
    }),
    ...grantsBeyondStores(role, scenario, openable),
  ]);
}

/** What a role gets on Terraform's state; it goes into the policy of the bootstrap. */
export function grantsOnState(role: Role, state: BootstrappedStateStore, name: string): Grant[] {
  return scenariosInPrimary(role)
    .filter(({ stores, capability }) => stores.includes(name) && capability === "content")
    .flatMap((scenario) => state.grantContent(role, scenario));
}

const scenariosInPrimary = (role: Role) => role.scenarios.filter(({ at }) => at.includes("primary"));

function grantsOnStore(store: string, role: Role, scenario: Scenario, { primary, standby }: Openable): Grant[] {
  const bucket = primary.buckets.get(store);
  const database = primary.databases.get(store);
  const replica = standby.replicas.get(store);
  const peer = standby.peers.get(store);
  return [
    ...(bucket ? grantsOnBucket(bucket, role, scenario) : []),
    ...(database ? grantsOnDatabase(database, role, scenario) : []),
    // Name and path select the copies as well; a copy needs no more than its own making, and its own passwords.
    ...(replica && scenario.capability === "administer" ? replica.grantAdminister(role, scenario) : []),
    ...(peer && scenario.capability === "content" ? peer.grantConnect(role, scenario) : []),
  ];
}

function grantsOnBucket(bucket: UserDataBucket, role: Role, scenario: Scenario): Grant[] {
  const byCapability = {
    metadata: () => bucket.grantMetadata(role, scenario),
    content: () => bucket.grantRead(role, scenario),
    administer: () => bucket.grantAdminister(role, scenario),
  };
  return [
    ...byCapability[scenario.capability](),
    ...(scenario.writes ? bucket.grantWrite(role, scenario) : []),
    ...(scenario.deletes ? bucket.grantDelete(role, scenario) : []),
  ];
}

function grantsOnDatabase(database: UserDatabase, role: Role, scenario: Scenario): Grant[] {
  const byCapability = {
    metadata: () => database.grantMetadata(role, scenario),
    content: () => database.grantConnect(role, scenario),
    administer: () => database.grantAdminister(role, scenario),
  };
  return byCapability[scenario.capability]();
}

function grantsBeyondStores(role: Role, scenario: Scenario, openable: Openable): Grant[] {
  const { scope, jurisdiction, compartments, standby } = openable;
  return [
    ...(scenario.boundary ? grantBoundary(scope, role, scenario, jurisdiction, compartments.keys) : []),
    ...(scenario.infrastructure ? grantInfrastructure(scope, role, scenario, jurisdiction, compartments) : []),
    ...(scenario.infrastructure ? grantEdge(scope, role, scenario, jurisdiction, compartments.edge) : []),
    ...(scenario.infrastructure && scenario.capability === "administer"
      ? standby.vaultReplica.grantAdminister(role, scenario)
      : []),
    ...(scenario.records ? grantsOnRecords(role, scenario, openable) : []),
    ...(scenario.health ? grantHealth(scope, role, scenario, jurisdiction, compartments.health) : []),
  ];
}

function grantsOnRecords(role: Role, scenario: Scenario, { scope, jurisdiction, compartments, oversight }: Openable): Grant[] {
  const administers = scenario.capability === "administer";
  return [
    ...grantRecords(scope, role, scenario, jurisdiction, compartments.oversight),
    ...Object.values(oversight.records).flatMap(({ evidence, key }) =>
      administers
        ? [...evidence.grantAdminister(role, scenario), ...key.grantAdminister(role, scenario)]
        : evidence.grantRead(role, scenario),
    ),
  ];
}
