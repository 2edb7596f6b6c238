import type { Asset } from "../../estate/asset";
import { unreadOf } from "../../estate/estate";
import type { Resource } from "../../input";
import type { Finding, Undecided } from "../../verdict/verdict";
import type { Facts, Guarantee } from "../facts";
import { found } from "../found";
import { notDeclared, outcomeOf } from "../outcome";
import { alterable } from "./alterable";
import { blindness, sightOfContent } from "./auditor";
import { barredIn, reachesOnce } from "./barred";
import { changesIn } from "./changes";
import { deliveriesIn } from "./oci/deliveries";
import { isCollected, keptBy, REMEDY, type Records, readsOf } from "./reads";
import type { Recording } from "./recording";
import { shownRegion } from "./same-region";

/**
 * `oversight`: every read of a store and every change to the boundary is recorded where no reader, operator or administrator
 * of the store can alter or shorten the record, and the auditor can read the records and the rules, and no user data.
 */
export const OVERSIGHT: Guarantee = {
  id: "oversight",
  prove: (facts) => {
    const { declared, estate, open } = facts;
    if (!declared.oversight) return notDeclared("oversight");
    const { auditor } = declared.oversight;
    const evidence = declared.oversight.evidence.map((one) => estate.resources.get(one.address) ?? one);
    const records: Records = { estate, evidence, deliveries: deliveriesIn(estate, evidence) };
    const recorded = recordedIn(facts, records);
    const through = [...new Set(recorded.through)];
    const reachesOf = reachesOnce(facts);
    const altered = alterable(evidence, through, barredIn(facts, reachesOf), facts);
    const [blind, sees] = [blindness(auditor, evidence, through, facts), sightOfContent(auditor, facts, reachesOf)];
    return outcomeOf("oversight", {
      findings: [...recorded.findings, ...altered.findings, ...blind.findings, ...sees.findings],
      notes: [...recorded.notes, ...altered.notes],
      undecided: [
        ...recorded.undecided,
        ...altered.undecided,
        ...blind.undecided,
        ...sees.undecided,
        // Where a copy lies that isn't known, nobody knows who records its reads.
        ...open.map(({ by, reason }) => ({ address: by.address, reason })),
      ],
    });
  },
};

interface Recorded {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly through: readonly Resource[];
}

/** What of reads and changes is recorded, and by what. */
function recordedIn(facts: Facts, records: Records): Recorded {
  const { assets, estate } = facts;
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const through: Resource[] = [];
  const judge = (
    recording: Recording,
    place: Resource,
    missing: (gaps: Extract<Recording, { kind: "missing" }>["gaps"]) => Finding,
  ) => {
    if (recording.kind === "recorded") through.push(...recording.through);
    if (recording.kind === "open") undecided.push(...recording.open);
    if (recording.kind !== "missing") return;
    // What can't be read may hold what records.
    const unread = recording.gaps.length === 0 ? unreadBeside(place, facts) : [];
    if (unread.length > 0) undecided.push(...unread);
    else findings.push(missing(recording.gaps));
  };

  for (const asset of assets)
    judge(readsOf(asset.resource, records), asset.resource, (gaps) => unrecordedRead(asset, gaps, facts));
  for (const { name, place, recording, remedy } of changesIn(assets, records))
    judge(recording, place, ([gap]) => {
      const path = [gap?.at ?? { step: "flow" as const, address: place.address, text: `changes in ${name}` }];
      const message = `changes to the boundary in ${name} aren't all recorded in the evidence: ${gap?.says ?? "nothing carries their record there"}`;
      return found(
        { rule: "oversight/unrecorded-change", severity: "high", path, message, fix: gap?.fix ?? { text: remedy, edits: [] } },
        facts,
      );
    });
  const databases = assets.filter(
    ({ resource }) => resource.type === "oci_database_autonomous_database" && !isCollected(resource, estate),
  );
  return { findings, notes: databases.map((asset) => readBySql(asset, facts)), undecided, through };
}

function unreadBeside({ type, address }: Resource, { estate }: Facts): readonly Undecided[] {
  const cloud = type.startsWith("oci_") ? "oci" : "aws";
  return unreadOf(cloud, [...estate.resources.values()], estate.unread).map(({ address: unread, reason }) => ({
    address: unread,
    reason: `whether it records what happens to ${address} isn't known: ${reason}`,
  }));
}

function unrecordedRead(asset: Asset, gaps: Extract<Recording, { kind: "missing" }>["gaps"], facts: Facts): Finding {
  const { resource, store, flows } = asset;
  const [gap] = gaps;
  const what = flows.length > 0 ? `the copy of "${store}" at ${resource.address}` : `"${store}"`;
  const remedy = REMEDY[keptBy(resource) ?? "audit-log"](resource.address);
  return found(
    {
      rule: "oversight/unrecorded-read",
      severity: "high",
      asset,
      path: [gap?.at ?? { step: "flow", address: resource.address, text: "reads" }],
      message: `reads of ${what} aren't all recorded in the evidence: ${gap?.says ?? `nothing in ${shownRegion(resource)} records them`}`,
      fix: gap?.fix ?? { text: remedy, edits: [] },
    },
    facts,
  );
}

/** What SQL reads no configuration of the cloud records: the database does, and Data Safe where somebody registers it. */
function readBySql(asset: Asset, facts: Facts): Finding {
  const { resource, store } = asset;
  return found(
    {
      rule: "oversight/unrecorded-read",
      severity: "low",
      asset,
      path: [{ step: "flow", address: resource.address, text: "reads by SQL" }],
      message: `what SQL reads in "${store}" (${resource.address}) stands in the database's own audit trail; nothing here says that Data Safe collects it`,
      fix: { text: `register ${resource.address} with Data Safe, and start its audit trail`, edits: [] },
    },
    facts,
  );
}
