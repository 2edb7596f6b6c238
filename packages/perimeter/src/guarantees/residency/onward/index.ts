import type { Reaches, Step } from "../../../detours";
import { type Actor, keyOf, shownActor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";
import type { Finding, Undecided } from "../../../verdict/verdict";
import { addressIn } from "../../access/open-question";
import type { Facts } from "../../facts";
import { found } from "../../found";
import type { Part } from "../verdict";
import { awsWaysOnward } from "./aws";
import { ociWaysOnward } from "./oci";

/** Who can send content on to a place outside, in any number of steps, and isn't trusted. */
export function onwardPart(facts: Facts): Part {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const ways = [ociWaysOnward(facts), awsWaysOnward(facts)];
  const known = new Map<string, Reaches>();
  for (const asset of facts.assets) {
    const { address } = asset.resource;
    const reaches = known.get(address) ?? facts.closure.leading((actor) => ways.flatMap((of) => of(actor, asset)));
    known.set(address, reaches);
    for (const actor of facts.closure.actors) {
      const reached = reaches.get(keyOf(actor));
      if (!reached || facts.standings(actor).isTrusted) continue;
      if (reached.kind === "undecided")
        undecided.push(...reached.reasons.map((reason) => ({ address: addressIn(reason), reason })));
      else findings.push(sentOn(actor, asset, reached.steps, facts));
    }
  }
  return { findings, undecided };
}

function sentOn(actor: Actor, asset: Asset, steps: readonly Step[], facts: Facts): Finding {
  const { isInside } = facts.standings(actor);
  const where = asset.flows.length > 0 ? `the copy of "${asset.store}" at ${asset.resource.address}` : `"${asset.store}"`;
  const clauses = steps.map(({ actor: who, row, as }, at) => {
    const subject = at === 0 ? "it" : shownActor(who);
    return `${subject} ${row.says}${as ? ` (${shownActor(as)})` : ""}`;
  });
  const statement = steps[0]?.held.by[0];
  return found(
    {
      rule: "residency/flow-outside",
      severity: isInside ? "high" : "critical",
      actor,
      asset,
      steps,
      path: [],
      message: `${shownActor(actor)} can send ${where} to a place outside: ${clauses.join("; then ")}`,
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
