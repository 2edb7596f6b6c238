import { OCI_REGIONS, type OciRegion, ociRegion } from "oci-policy";
import { argument, itemsOf } from "../../../estate/arguments";
import { knownText } from "../../../input/expression/text";
import { rulesOf } from "../../../simulate/oci/policy";
import type { Facts } from "../../facts";
import { judgementOf } from "../boundary";

/**
 * Regions outside that stand for all of them: those that a statement names, and one that none does, since no condition
 * tells that from any other. Where a condition has a pattern, each region stands for itself.
 */
export function outsideRegions(facts: Facts, family: string | undefined): readonly OciRegion[] {
  const realms = new Set(facts.declared.rests.oci.map((region) => ociRegion(region)?.realm));
  const open = OCI_REGIONS.filter(
    ({ region, realm }) =>
      (realms.size === 0 || realms.has(realm)) &&
      judgementOf({ cloud: "oci", regions: [region] }, facts.declared).kind === "outside",
  ).filter(({ region }) => family === undefined || !isFenced(region, family, facts));
  const about = rulesOf(facts.estate.oci.tenancy)
    .map(({ by }) => by.text.toLowerCase())
    .filter((text) => text.includes("request.region"));
  if (about.some((text) => /request\.region\s*!?=\s*\//.test(text))) return open;
  const named = open.filter(({ region, key }) =>
    about.some((text) => text.includes(`'${key.toLowerCase()}'`) || text.includes(region)),
  );
  return [...named, ...open.filter((one) => !named.includes(one)).slice(0, 1)];
}

/**
 * Whether quotas leave a region nothing of a family: it is set to zero everywhere, and not given back there. Later
 * statements of a quota win ("Quota Policy Syntax").
 */
function isFenced(region: string, family: string, { estate }: Facts): boolean {
  let zero = false;
  for (const quota of estate.resources.values()) {
    if (quota.type !== "oci_limits_quota") continue;
    for (const statement of itemsOf(argument(quota, "statements")) ?? []) {
      const text = knownText(statement)?.trim().toLowerCase() ?? "";
      const [, verb, of, where] = /^(zero|unset|set)\s+(\S+)\s+quotas?\b.*?\bin\s+tenancy(?:\s+where\s+(.*))?$/.exec(text) ?? [];
      if (of !== family) continue;
      const isThere = where === undefined || where.replace(/\s/g, "") === `request.region='${region}'`;
      if (isThere) zero = verb === "zero";
    }
  }
  return zero;
}
