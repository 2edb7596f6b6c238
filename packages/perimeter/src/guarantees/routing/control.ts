import type { Row } from "../../detours";
import type { OciDetour } from "../../detours/row";
import { type Actor, shownActor } from "../../estate/actor";
import type { Resource } from "../../input";
import { shownResidency } from "../access/finding";
import type { Facts } from "../facts";
import type { About } from "../found";
import { LOAD_BALANCERS, NETWORK_LOAD_BALANCERS } from "./load-balancer";

/**
 * What lets somebody lead users elsewhere. The update of a steering policy is spelled in two ways on one page.
 * Source: OCI documentation, "Details for the DNS Service", "Details for Load Balancing", "Details for Network Load
 * Balancing": permissions required for each API operation.
 */
const ROWS: readonly OciDetour[] = [
  {
    id: "RTE-1",
    source: "Details for the DNS Service: permissions required for each API operation",
    needs: [["DNS_RECORD_UPDATE"], ["DNS_ZONE_UPDATE", "DNS_STEERING_POLICY_READ"]],
    at: "asset",
    yields: "control",
    of: ["oci_dns_zone"],
    says: "may change its records, or attach a policy",
  },
  {
    id: "RTE-2",
    source: "Details for the DNS Service: permissions required for each API operation; details for verbs",
    needs: [["DNS_STEERING_POLICY_UPDATE"], ["DNS_POLICY_STEERING_UPDATE"]],
    at: "asset",
    yields: "control",
    of: ["oci_dns_steering_policy"],
    says: "may change its answers and rules",
  },
  {
    id: "RTE-3",
    source: "Details for Load Balancing: permissions required for each API operation",
    needs: [["LOAD_BALANCER_UPDATE"]],
    at: "asset",
    yields: "control",
    of: [...LOAD_BALANCERS],
    says: "may change its listeners and backends",
  },
  {
    id: "RTE-4",
    source: "Details for Network Load Balancing: permissions required for each API operation",
    needs: [["NETWORK_LOAD_BALANCER_UPDATE"]],
    at: "asset",
    yields: "control",
    of: [...NETWORK_LOAD_BALANCERS],
    says: "may change its listeners and backends",
  },
];

const STEERS: ReadonlySet<string> = new Set(ROWS.flatMap(({ of = [] }) => of));

/**
 * Who from outside could lead users elsewhere, by the resources on which answers hang. It is noted and fails nothing: the
 * promise is about answers, and who may change the boundary is asked by `access` (design §1).
 */
export function controllers(resources: readonly Resource[], { clouds, standings }: Facts): readonly About[] {
  const foreign = clouds.flatMap(({ actors }) => actors).filter((actor) => isForeign(actor, { standings }));
  return resources
    .filter(({ type }) => STEERS.has(type))
    .flatMap((resource) => {
      const asset = { store: resource.address, resource, flows: [] };
      return foreign.flatMap((actor) =>
        clouds.flatMap((cloud) => {
          const way = cloud.powers(actor, asset, { oci: ROWS, aws: [] }).find(({ held }) => held.kind === "possible");
          return way?.held.kind === "possible" ? [note(actor, resource, { actor, row: way.row, held: way.held })] : [];
        }),
      );
    });

  function note(actor: Actor, resource: Resource, step: NonNullable<About["steps"]>[number] & { readonly row: Row }): About {
    const who = `${shownActor(actor)} (${shownResidency(standings(actor), "")})`;
    return {
      rule: "routing/control",
      severity: "low",
      actor,
      path: [],
      steps: [step],
      message: `${who} can lead users elsewhere by ${resource.address}: it ${step.row.says}`,
      fix: null,
    };
  }
}

function isForeign(actor: Actor, { standings }: Pick<Facts, "standings">): boolean {
  const { isInside, isTrusted } = standings(actor);
  return !isInside && !isTrusted;
}
