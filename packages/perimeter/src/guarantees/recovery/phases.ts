import { knownText } from "../../input/expression/text";
import type { Finding, Undecided } from "../../verdict/verdict";
import type { DeclaredSite } from "../declared";
import type { Facts } from "../facts";
import { found } from "../found";
import { assetOf, type StoreCopies } from "./copies";
import { flowSteps } from "./count-findings";
import { keyOf, whyClosed } from "./keys";
import { siteOf } from "./sites";

export interface Phased {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** At a frozen site nothing new arrives: else what it holds never runs out (design §2, "The pivot"). */
export function arrivalsAt({ store, copies }: StoreCopies, facts: Facts): Phased {
  const [findings, undecided]: [Finding[], Undecided[]] = [[], []];
  for (const reach of copies) {
    const site = siteOf(reach.resource, facts.declared);
    const last = reach.path.at(-1);
    if (site?.phase !== "frozen" || !last || last.state === "off") continue;
    if (last.state !== "on") undecided.push(last.state);
    else
      findings.push(
        found(
          {
            rule: "recovery/days",
            severity: "high",
            asset: assetOf(reach, store),
            path: flowSteps(reach),
            message: `${last.by.address} still brings "${store}" to the site "${site.name}", which is frozen${site.since === undefined ? "" : ` since ${site.since}`}: what it holds never runs out`,
            fix: { text: `remove ${last.by.address}`, edits: [] },
          },
          facts,
        ),
      );
  }
  return { findings, undecided };
}

/** Of a retired site everything has run out, and its key opens nothing any more. */
export function keysOfRetired(facts: Facts): Phased {
  const { estate, declared } = facts;
  const [findings, undecided]: [Finding[], Undecided[]] = [[], []];
  const told = new Set<string>();
  for (const resource of estate.resources.values()) {
    const site = resource.type === "aws_s3_bucket" ? siteOf(resource, declared) : undefined;
    if (site?.phase !== "retired" || !isOfAccount(resource.provider, site)) continue;
    const asset = { store: site.name, resource, flows: [] };
    const { key, open } = keyOf(asset, estate);
    if (open) undecided.push(open);
    if (!key || told.has(key.address) || whyClosed(key) !== undefined) continue;
    told.add(key.address);
    findings.push(
      found(
        {
          rule: "recovery/days",
          severity: "medium",
          path: [{ step: "key", address: key.address, text: `encrypts ${resource.address}` }],
          message: `${key.address} still opens what is left at the site "${site.name}", which is retired`,
          fix: {
            text: `disable ${key.address}, and schedule it for deletion`,
            edits: [{ address: key.address, argument: "is_enabled", before: "true", after: "false" }],
          },
        },
        facts,
      ),
    );
  }
  return { findings, undecided };
}

/** A region alone holds more than one site's buckets. */
const isOfAccount = ({ account }: Facts["declared"]["stores"][number]["resources"][number]["provider"], site: DeclaredSite) =>
  site.account !== undefined && account !== undefined && knownText(account) === site.account;
