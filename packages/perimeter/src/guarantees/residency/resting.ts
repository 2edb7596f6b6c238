import type { Trail } from "../../estate/copies";
import { type Place, placeOf } from "../../estate/place";
import type { Finding } from "../../verdict/verdict";
import type { Facts } from "../facts";
import { found } from "../found";
import { type Judgement, judgementOf } from "./boundary";
import { fixOf, lastStep, severityOf, shownData, stepsOf } from "./told";
import type { Part } from "./verdict";

/** Where data has come to, or goes: inside, outside, or nobody can tell. */
export function restingPart(facts: Facts): Part {
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  const undecided: Part["undecided"][number][] = [];
  const unknown = (address: string, reason: string, about: Parameters<typeof found>[0]) => {
    undecided.push({ address, reason });
    notes.push(found({ ...about, rule: "residency/region-unknown", severity: "low" }, facts));
  };

  for (const trail of facts.trails) {
    const judgement = judgementOf(placeOfTrail(trail, facts), facts.declared);
    if (judgement.kind === "inside") continue;
    const about = aboutTrail(trail, judgement, facts);
    if (judgement.kind === "outside") findings.push(found(about, facts));
    else unknown(trail.asset.resource.address, judgement.reason, about);
  }
  for (const { trail, departure, carries } of facts.leaving) {
    const judgement = judgementOf(departure.to, facts.declared);
    if (judgement.kind === "inside") continue;
    const flows = [...trail.asset.flows, { ...departure, to: trail.asset.resource }];
    const leaves = { asset: { ...trail.asset, flows }, carries, passes: departure.kind === "passage" };
    const rests = carries === "key" || (carries === "content" && departure.kind === "copy");
    const about = {
      rule: rests ? "residency/copy-outside" : "residency/flow-outside",
      severity: severityOf(carries),
      asset: trail.asset,
      path: [...stepsOf(trail.asset.flows), lastStep(departure)],
      message: `${shownData(leaves)} ${departure.what === "" ? "is kept" : `goes to ${departure.what}`}${whyOf(judgement)}`,
      fix: fixOf(departure.by, regionOf(judgement), insideOf(departure.to.cloud, facts)),
    };
    if (judgement.kind === "outside") findings.push(found(about, facts));
    else unknown(departure.by.address, judgement.reason, about);
  }
  undecided.push(...facts.doubts.map(({ by, reason }) => ({ address: by.address, reason })));
  return { findings, notes, undecided };
}

/** Evidence has an account of its own, apart from the sites: of records there, the region alone is asked. */
function placeOfTrail({ asset: { resource }, carries }: Trail, { declared: { oversight } }: Facts): Place {
  const place = placeOf(resource);
  const isEvidence = carries === "records" && oversight?.evidence.some(({ address }) => address === resource.address);
  return isEvidence && place.cloud !== "elsewhere" ? { cloud: place.cloud, regions: place.regions } : place;
}

function aboutTrail(trail: Trail, judgement: Judgement, facts: Facts): Parameters<typeof found>[0] {
  const { asset, carries, passes } = trail;
  const { address } = asset.resource;
  const by = asset.flows.at(-1)?.by ?? asset.resource;
  const rests = carries === "key" || (carries === "content" && !passes);
  const cloud = asset.resource.type.startsWith("oci_") ? "oci" : "aws";
  return {
    rule: rests ? "residency/copy-outside" : "residency/flow-outside",
    severity: severityOf(carries),
    asset,
    path: asset.flows.length > 0 ? stepsOf(asset.flows) : [{ step: "flow", address, text: `rests${whyOf(judgement)}` }],
    message: `${shownData(trail)} ${rests || carries === "records" ? "rests at" : "passes through"} ${address}${whyOf(judgement)}`,
    fix: fixOf(by, regionOf(judgement), insideOf(cloud, facts)),
  };
}

const whyOf = (judgement: Judgement): string =>
  judgement.kind === "outside" ? judgement.why : ", and where that is can't be told";

const regionOf = (judgement: Judgement) => (judgement.kind === "outside" ? judgement.region : undefined);

/** A region where the model lets data rest, for a remedy to name. */
export function insideOf(cloud: "oci" | "aws" | "elsewhere", { declared: { rests, sites } }: Facts): string | undefined {
  if (cloud === "oci") return rests.oci[0];
  return sites.find((site) => site.cloud === "aws" && site.phase !== "retired")?.region ?? rests.aws[0];
}
