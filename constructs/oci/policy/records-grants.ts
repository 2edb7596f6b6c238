import type { Construct } from "constructs";
import type { Condition, Location, Subject } from "oci-policy";
import type { Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import type { Compartment } from "../compartment";
import { admits, type Grant, grantTo, grantToService } from "./grant";
import {
  IDENTITIES_METADATA,
  LOGS_READ,
  NETWORKS_METADATA,
  OVERSIGHT_CREATE,
  OVERSIGHT_METADATA,
  TOPIC_SUBSCRIBE,
  WATCH_CREATE,
  WATCH_METADATA,
} from "./permissions";

const TENANCY: Location = { kind: "tenancy" };

/** Cloud Guard as statements name it. */
export const CLOUD_GUARD: Subject = { kind: "service", names: ["cloudguard"] };

/** Subscribing and looking; DeleteSubscription and UpdateSubscription ask for the same permission, and are left out. */
const SUBSCRIBING: Condition = {
  kind: "in",
  variable: "request.operation",
  values: ["CreateSubscription", "GetSubscription", "ListSubscriptions"],
};

/**
 * What makes the records, the evidence itself aside: seeing it and reading the logs, or creating it. Nobody changes,
 * stops or deletes it, whoever made it included.
 */
export function grantRecords(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  oversight: Compartment,
): Grant[] {
  const administers = scenario.capability === "administer";
  if (!admits(construct, role, scenario, jurisdiction, `${administers ? "make" : "read"} the records`)) return [];
  const grant = (permissions: readonly string[], location: Location, conditions: readonly Condition[] = []) =>
    grantTo(construct, role, scenario, jurisdiction, { on: "records", permissions, location, conditions });
  if (!administers)
    return [...grant([...OVERSIGHT_METADATA, ...LOGS_READ], oversight.location), ...grant(WATCH_METADATA, TENANCY)];
  return [
    ...grant([...OVERSIGHT_METADATA, ...OVERSIGHT_CREATE], oversight.location),
    ...grant(TOPIC_SUBSCRIBE, oversight.location, [SUBSCRIBING]),
    ...grant([...WATCH_METADATA, ...WATCH_CREATE], TENANCY),
  ];
}

/** What Cloud Guard looks at beside stores and keys: identities, policies, the audit log, networks. */
export function grantGuardOverview(network: Compartment): Grant[] {
  return [
    grantToService(CLOUD_GUARD, GUARD, GUARD_LOOKS, { on: "boundary", permissions: IDENTITIES_METADATA, location: TENANCY }),
    grantToService(CLOUD_GUARD, GUARD, GUARD_LOOKS, {
      on: "infrastructure",
      permissions: NETWORKS_METADATA,
      location: network.location,
    }),
  ];
}

/** The settings of one thing, never its content. */
export function grantGuard(on: string, permissions: readonly string[], { location }: Compartment): Grant {
  return grantToService(CLOUD_GUARD, GUARD, GUARD_LOOKS, { on, permissions, location });
}

const GUARD = "cloudguard";
const GUARD_LOOKS = "problems with settings";
