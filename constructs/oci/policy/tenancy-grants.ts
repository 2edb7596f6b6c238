import type { Construct } from "constructs";
import type { Location } from "oci-policy";
import type { Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import type { Compartment } from "../compartment";
import { admits, type Grant, grantTo } from "./grant";
import {
  BOUNDARY_ADMINISTER,
  BOUNDARY_METADATA,
  BOUNDARY_RECORDS,
  KEY_METADATA,
  METRICS_READ,
  QUOTA_ADMINISTER,
  SECRET_CREATE,
  VAULT_CREATE,
} from "./permissions";

const TENANCY: Location = { kind: "tenancy" };

/**
 * The boundary itself: seeing it, or changing it. Its metadata names people and addresses, so that nobody from outside
 * sees it; whoever changes it belongs to the trust base.
 */
export function grantBoundary(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  keys: Compartment,
): Grant[] {
  const grant = (permissions: readonly string[], location = TENANCY) =>
    grantTo(construct, role, scenario, jurisdiction, { on: "boundary", permissions, location });
  const administers = scenario.capability === "administer";
  if (!admits(construct, role, scenario, jurisdiction, `${administers ? "change" : "see"} the boundary`)) return [];
  if (!administers) return [...grant(BOUNDARY_METADATA), ...grant(BOUNDARY_RECORDS), ...grant(KEY_METADATA, keys.location)];
  return [...grant(BOUNDARY_METADATA), ...grant(BOUNDARY_ADMINISTER), ...grant(QUOTA_ADMINISTER)];
}

/** Metrics of the app, published where nothing else is: the one thing that everybody may see. */
export function grantHealth(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  health: Compartment,
): Grant[] {
  return grantTo(construct, role, scenario, jurisdiction, { on: "health", permissions: METRICS_READ, location: health.location });
}

export interface InfrastructureCompartments {
  readonly network: Compartment;
  readonly app: Compartment;
  readonly keys: Compartment;
  readonly secrets: Compartment;
}

/**
 * What holds no user data: networks, the app tier, the vault, and secrets that nobody sees. Networks go by verb and
 * individual type, since the subnet permission that container instances ask for stands in no permission table.
 */
export function grantInfrastructure(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  { network, app, keys, secrets }: InfrastructureCompartments,
): Grant[] {
  // Content is a store's: on what has none, it is no more than metadata.
  const administers = scenario.capability === "administer";
  if (!admits(construct, role, scenario, jurisdiction, `${administers ? "change" : "see"} the infrastructure`)) return [];
  const verb = administers ? ("manage" as const) : ("inspect" as const);
  const types = (names: readonly string[], { location }: Compartment) =>
    names.flatMap((resourceType) =>
      grantTo(construct, role, scenario, jurisdiction, { on: "infrastructure", verb: { verb, resourceType }, location }),
    );
  const permissions = (names: readonly string[], { location }: Compartment) =>
    grantTo(construct, role, scenario, jurisdiction, { on: "infrastructure", permissions: names, location });
  const created = administers ? [...permissions(VAULT_CREATE, keys), ...permissions(SECRET_CREATE, secrets)] : [];
  return [...types(NETWORK_TYPES, network), ...types(APP_TYPES, app), ...created];
}

const NETWORK_TYPES = [
  ...["vcns", "subnets", "route-tables", "security-lists", "dhcp-options", "network-security-groups", "service-gateways"],
  ...["vnics", "vnic-attachments", "private-ips", "objectstorage-private-endpoint"],
];
const APP_TYPES = ["compute-container-instances", "compute-containers", "repos"];
