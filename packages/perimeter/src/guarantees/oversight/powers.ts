import type { Reaches, Row, Step, Way } from "../../detours";
import type { AwsDetour } from "../../detours/aws/row";
import type { OciDetour } from "../../detours/row";
import { type Actor, keyOf, shownActor } from "../../estate/actor";
import type { Resource } from "../../input";
import type { Finding, Undecided } from "../../verdict/verdict";
import { addressIn } from "../access/open-question";
import type { Facts } from "../facts";
import { found } from "../found";
import { leading } from "../leading";

/** Something whose loss is the loss of records, and what does that to it. */
export interface Target {
  readonly resource: Resource;
  /** As a sentence calls it: `the evidence`, `its key`. */
  readonly what: string;
  readonly oci: readonly OciDetour[];
  readonly aws: readonly AwsDetour[];
}

/** Who comes to do something to one of these, in any number of steps. */
export interface Held {
  readonly reaches: Reaches;
  /** What the last step is about. */
  readonly targetOf: (steps: readonly Step[]) => Target | undefined;
}

export function powersOver(targets: readonly Target[], facts: Facts): Held {
  const targetOf = new Map<Row, Target>();
  const reaches = leading(facts, (actor) => {
    const ways: Way[] = [];
    for (const target of targets)
      for (const cloud of facts.clouds)
        for (const way of cloud.powers(actor, { store: target.what, resource: target.resource, flows: [] }, target)) {
          // Each has a row of its own, so that the step tells what it is about.
          const row = { ...way.row };
          targetOf.set(row, target);
          ways.push({ row, held: way.held });
          // One that is open is enough.
          if (way.held.kind === "possible") return ways;
        }
    return ways;
  });
  return {
    reaches,
    targetOf: (steps) => {
      const last = steps.at(-1);
      return last && targetOf.get(last.row);
    },
  };
}

export interface Verdicts {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** What these powers mean: a finding for whoever may not have them, and a note on whoever is trusted with them. */
export function verdictsOn(held: Held, isBarred: (actor: Actor) => boolean, facts: Facts): Verdicts {
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const actor of facts.closure.actors) {
    const reached = held.reaches.get(keyOf(actor));
    const barred = isBarred(actor);
    if (!reached) continue;
    if (reached.kind === "undecided") {
      if (barred) undecided.push(...reached.reasons.map((reason) => ({ address: addressIn(reason), reason })));
      continue;
    }
    const finding = alteration(actor, reached.steps, held, barred, facts);
    if (barred) findings.push(finding);
    else if (facts.standings(actor).isTrusted) notes.push(finding);
  }
  return { findings, notes, undecided };
}

function alteration(actor: Actor, steps: readonly Step[], held: Held, barred: boolean, facts: Facts): Finding {
  const target = held.targetOf(steps);
  const address = target?.resource.address ?? "";
  const clauses = steps.map(({ actor: who, row, as }, at) => {
    return `${at === 0 ? "it" : shownActor(who)} ${row.says}${as ? ` (${shownActor(as)})` : ""}`;
  });
  const statement = steps[0]?.held.by[0];
  const { isInside, isTrusted } = facts.standings(actor);
  const who = isTrusted ? ", which is trusted," : isInside ? ", which reads or runs a store," : "";
  return found(
    {
      rule: "oversight/alterable-record",
      severity: barred ? (isInside ? "high" : "critical") : "low",
      actor,
      steps,
      path: [{ step: "flow", address, text: target?.what ?? "" }],
      message: `${shownActor(actor)}${who} can alter or stop the record (${target?.what} ${address}): ${clauses.join("; then ")}`,
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
  );
}
