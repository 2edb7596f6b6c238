import type { Resource } from "../../input";
import type { Flow } from "../asset";
import type { Links } from "../links";
import { isUnknown } from "../maybe";
import type { Place } from "../place";
import { AWS_COPIES } from "./aws-copies";
import { AWS_PASSAGES } from "./aws-passages";
import { selectionLegs, snapshotPolicyLegs, volumePolicyLegs } from "./backups";
import { eventRuleLegs, eventTargetLegs, trailLegs } from "./events";
import { type Finder, finderIn } from "./finder";
import { keyReplicaLegs, vaultReplicaLegs } from "./keys";
import { type Leg, legsOf } from "./legs";
import { OCI_COPIES } from "./oci-copies";
import { OCI_PASSAGES } from "./oci-passages";
import type { FlowKind, FlowRow } from "./row";
import { isSomewhere, type Somewhere } from "./spot";

export { serverRegion } from "./locations";
export type { FlowKind, FlowRow } from "./row";

/** A flow to somewhere that no resource of the estate stands for. */
export interface Departure {
  readonly kind: FlowKind;
  readonly by: Resource;
  readonly from: Resource;
  readonly to: Place;
  /** The other end as a sentence calls it. */
  readonly what: string;
  /** It is a resource of its own, of which nothing else is known. */
  readonly unseen: boolean;
}

/** A flow one of whose ends isn't known, or is of nobody whom the estate knows. */
export interface OpenFlow {
  readonly kind: FlowKind;
  readonly by: Resource;
  /** Left out: it may take from anything of these types. */
  readonly from?: Resource;
  readonly of: readonly string[];
  readonly reason: string;
}

export interface Flows {
  readonly flows: readonly Flow[];
  readonly departures: readonly Departure[];
  readonly open: readonly OpenFlow[];
}

export const FLOW_ROWS: readonly FlowRow[] = [...OCI_COPIES, ...OCI_PASSAGES, ...AWS_COPIES, ...AWS_PASSAGES];

const ROWS = new Map<string, readonly FlowRow[]>();
for (const row of FLOW_ROWS) ROWS.set(row.type, [...(ROWS.get(row.type) ?? []), row]);

/** What arguments don't say in one place: their ends are found by walking. */
const WALKS: ReadonlyMap<string, (by: Resource, finder: Finder) => readonly Leg[]> = new Map([
  ["aws_backup_selection", selectionLegs],
  ["aws_cloudtrail", trailLegs],
  ["aws_cloudwatch_event_target", eventTargetLegs],
  ["aws_dlm_lifecycle_policy", snapshotPolicyLegs],
  ["aws_kms_replica_key", keyReplicaLegs],
  ["oci_core_boot_volume", volumePolicyLegs],
  ["oci_core_volume", volumePolicyLegs],
  ["oci_core_volume_backup_policy_assignment", volumePolicyLegs],
  ["oci_core_volume_group", volumePolicyLegs],
  ["oci_events_rule", eventRuleLegs],
  ["oci_kms_vault_replication", vaultReplicaLegs],
]);

/** Types of which the tables say what they carry where. */
export const FLOWING: ReadonlySet<string> = new Set([
  ...ROWS.keys(),
  ...WALKS.keys(),
  "aws_backup_plan",
  "oci_core_volume_backup_policy",
]);

/** The resources that carry content or records of it, and what they carry from where to where. */
export function flowsIn(resources: readonly Resource[], links: Links): Flows {
  const finder = finderIn(resources, links);
  const found = resources.flatMap((by) => {
    const legs = [
      ...(ROWS.get(by.type) ?? []).flatMap((row) => legsOf(row, by, finder)),
      ...(WALKS.get(by.type)?.(by, finder) ?? []),
    ];
    return legs.map((leg) => flowsBetween(by, leg));
  });
  return {
    flows: found.flatMap(({ flows }) => flows),
    departures: found.flatMap(({ departures }) => departures),
    open: found.flatMap(({ open }) => open),
  };
}

function flowsBetween(by: Resource, { kind, from, of, to: toOf }: Leg): Flows {
  const open: OpenFlow[] = [];
  if (isUnknown(from)) open.push({ kind, by, of, reason: `what it copies isn't known: ${from.unknown}` });
  const flows: Flow[] = [];
  const departures: Departure[] = [];
  const sources = isUnknown(from) ? [] : from.filter((spot): spot is Resource => !isSomewhere(spot));
  for (const source of sources) {
    const to = toOf(source);
    if (isUnknown(to)) open.push({ kind, by, of, from: source, reason: `where it copies to isn't known: ${to.unknown}` });
    else
      for (const target of to)
        if (isSomewhere(target)) departures.push(departure(kind, by, source, target));
        else if (target !== source) flows.push({ kind, by, from: source, to: target });
  }
  if (sources.length < 2 || flows.length === 0) return { flows, departures, open };
  // Of several buckets of one name that it may copy from one is right, and one that leads nowhere isn't.
  const led = new Set(flows.map((flow) => flow.from));
  return {
    flows,
    departures: departures.filter((one) => led.has(one.from) || !isUnplaced(one.to)),
    open: open.filter((one) => !one.from || led.has(one.from)),
  };
}

const departure = (kind: FlowKind, by: Resource, from: Resource, { place, what, unseen }: Somewhere): Departure => ({
  kind,
  by,
  from,
  to: place,
  what,
  unseen: unseen === true,
});

const isUnplaced = (place: Place) => place.cloud !== "elsewhere" && isUnknown(place.regions);
