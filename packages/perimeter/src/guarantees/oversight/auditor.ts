import type { Way } from "../../detours";
import type { AwsDetour } from "../../detours/aws/row";
import type { OciDetour } from "../../detours/row";
import { type Actor, keyOf, shownActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { accountOfActor } from "../../estate/aws/actors";
import type { Resource } from "../../input";
import type { Finding, Undecided } from "../../verdict/verdict";
import { addressIn } from "../access/open-question";
import type { Facts } from "../facts";
import { found } from "../found";
import { accountIn } from "./aws/trails";
import type { ReachesOf } from "./barred";
import * as aws from "./rows/aws";
import * as oci from "./rows/oci";

export interface Answer {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

type Asked = { readonly kind: "yes" } | { readonly kind: "no" } | { readonly kind: "open"; readonly reasons: readonly string[] };

/** Who acts as the auditor. */
export const auditorsIn = ({ closure, standings }: Facts, auditor: string): readonly Actor[] =>
  closure.actors.filter((actor) => standings(actor).roles.some(({ name }) => name === auditor));

/** Whether the auditor reads records and rules, in each cloud that holds something of the stores ("What counts"). */
export function blindness(auditor: string, evidence: readonly Resource[], through: readonly Resource[], facts: Facts): Answer {
  const auditors = auditorsIn(facts, auditor);
  const questions = [
    ...recordsOn("oci", evidence, through, auditors, facts),
    ...recordsOn("aws", evidence, through, auditors, facts),
  ];
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const { asked, what, at } of questions) {
    if (asked.kind === "open") undecided.push(...asked.reasons.map((reason) => ({ address: addressIn(reason), reason })));
    if (asked.kind === "no") findings.push(blind(auditor, what, at, auditors, facts));
  }
  return { findings, undecided };
}

interface Sight {
  readonly what: string;
  /** Where it should be seen. */
  readonly at: string;
  readonly asked: Asked;
}

function recordsOn(
  cloud: "oci" | "aws",
  evidence: readonly Resource[],
  through: readonly Resource[],
  auditors: readonly Actor[],
  facts: Facts,
): readonly Sight[] {
  const kept = facts.assets.map(({ resource }) => resource).filter(({ type }) => type.startsWith(`${cloud}_`));
  if (kept.length === 0) return [];
  const own = evidence.filter(({ type }) => type.startsWith(`${cloud}_`));
  const reads = own.map(
    (one): Sight => ({
      what: `the records in ${one.address}`,
      at: one.address,
      asked: anyOf(auditors.map((actor) => first(facts.clouds.flatMap((ways) => ways.reads(actor, assetOf(one)))))),
    }),
  );
  if (cloud === "aws") return [...reads, ...rulesOnAws(kept, auditors, facts)];
  const groups = through.filter(({ type }) => type === "oci_logging_log_group");
  const logs = allOf([
    powers(auditors, kept[0] as Resource, oci.READS_AUDIT, facts),
    ...groups.map((group) => powers(auditors, group, oci.READS_LOGS, facts)),
  ]);
  const [any] = kept as [Resource, ...Resource[]];
  const rules: Sight = {
    what: "the policies of the tenancy",
    at: any.address,
    asked: powers(auditors, any, oci.READS_RULES, facts),
  };
  const sees = logs.kind === "yes" ? [] : reads.length > 0 ? reads : [{ what: "the audit log", at: any.address, asked: logs }];
  return [...sees, rules];
}

function rulesOnAws(kept: readonly Resource[], auditors: readonly Actor[], facts: Facts): readonly Sight[] {
  const accounts = new Map([...kept].reverse().map((one) => [accountIn(one), one]));
  return [...accounts].map(([account, one]) => {
    const own = auditors.filter((actor) => actor.cloud === "aws" && accountOfActor(actor) === account);
    return { what: `the policies of the account ${account}`, at: one.address, asked: powers(own, one, aws.READS_RULES, facts) };
  });
}

const assetOf = (resource: Resource): Asset => ({ store: "evidence", resource, flows: [] });

function powers(
  actors: readonly Actor[],
  resource: Resource,
  rows: readonly (OciDetour | AwsDetour)[],
  { clouds }: Facts,
): Asked {
  const given = { oci: rows as readonly OciDetour[], aws: rows as readonly AwsDetour[] };
  const ids = new Set(rows.map(({ id }) => id));
  // What an auditor could only see after a change of the rules, they don't see.
  return anyOf(
    actors.map((actor) =>
      first(clouds.flatMap((ways) => ways.powers(actor, assetOf(resource), given)).filter(({ row }) => ids.has(row.id))),
    ),
  );
}

function first(ways: readonly Way[]): Asked {
  if (ways.some(({ held }) => held.kind === "possible")) return { kind: "yes" };
  const reasons = ways.flatMap(({ held }) => (held.kind === "undecided" ? held.reasons : []));
  return reasons.length > 0 ? { kind: "open", reasons } : { kind: "no" };
}

function anyOf(all: readonly Asked[]): Asked {
  if (all.some(({ kind }) => kind === "yes")) return { kind: "yes" };
  const reasons = all.flatMap((one) => (one.kind === "open" ? one.reasons : []));
  return reasons.length > 0 ? { kind: "open", reasons: [...new Set(reasons)] } : { kind: "no" };
}

function allOf(all: readonly Asked[]): Asked {
  if (all.some(({ kind }) => kind === "no")) return { kind: "no" };
  return all.find(({ kind }) => kind === "open") ?? { kind: "yes" };
}

function blind(auditor: string, what: string, at: string, auditors: readonly Actor[], facts: Facts): Finding {
  const [actor] = auditors.filter(({ cloud }) => facts.estate.resources.get(at)?.type.startsWith(cloud));
  return found(
    {
      rule: "oversight/auditor-blind",
      severity: "medium",
      ...(actor ? { actor } : {}),
      path: [{ step: "grant", address: at, text: `nothing lets the auditor read ${what}` }],
      message: `the auditor "${auditor}" can't read ${what}`,
      fix: { text: `let "${auditor}" read ${what}`, edits: [] },
    },
    facts,
  );
}

/** Whether the auditor comes to the content of a store or copy, in any number of steps. */
export function sightOfContent(auditor: string, facts: Facts, reachesOf: ReachesOf): Answer {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const asset of facts.assets)
    for (const actor of auditorsIn(facts, auditor)) {
      const reached = reachesOf(asset).get(keyOf(actor));
      if (reached?.kind === "undecided")
        undecided.push(...reached.reasons.map((reason) => ({ address: addressIn(reason), reason })));
      if (reached?.kind !== "reached") continue;
      const statement = reached.steps[0]?.held.by[0];
      findings.push(
        found(
          {
            rule: "oversight/auditor-reads",
            severity: "critical",
            actor,
            asset,
            steps: reached.steps,
            path: [],
            message: `${shownActor(actor)}, the auditor, can read ${asset.flows.length > 0 ? "a copy of " : ""}"${asset.store}": ${reached.steps
              .map(({ row }) => `it ${row.says}`)
              .join("; then ")}`,
            fix: statement
              ? {
                  text: `take this away from ${shownActor(actor)}: ${statement.text}`,
                  edits: [
                    {
                      address: statement.address,
                      argument: actor.cloud === "oci" ? "statements" : "policy",
                      before: statement.text,
                      after: null,
                    },
                  ],
                }
              : null,
          },
          facts,
        ),
      );
    }
  return { findings, undecided };
}
