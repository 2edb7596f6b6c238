import type { Construct } from "constructs";
import type { Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import type { Compartment } from "../compartment";
import { admits, type Grant, grantTo } from "./grant";
import { EDGE_ADDRESSES, EDGE_CERTIFICATES, EDGE_LOAD_BALANCERS, EDGE_METADATA, EDGE_NAMES } from "./permissions";

/** What grants on the edge are on, and how their policy is called. */
export const EDGE = "edge";

/**
 * Where users are led: addresses, load balancers, the web firewall, names, health checks, certificates. Whoever changes
 * these could lead users elsewhere, so that nobody from outside sees or changes any of it.
 */
export function grantEdge(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  { location }: Compartment,
): Grant[] {
  const administers = scenario.capability === "administer";
  if (!admits(construct, role, scenario, jurisdiction, `${administers ? "change" : "see"} where users are led`)) return [];
  const created = [EDGE_LOAD_BALANCERS, EDGE_ADDRESSES, EDGE_NAMES, EDGE_CERTIFICATES];
  return [EDGE_METADATA, ...(administers ? created : [])].flatMap((permissions) =>
    grantTo(construct, role, scenario, jurisdiction, { on: EDGE, permissions, location }),
  );
}
