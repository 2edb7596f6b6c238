import { printStatement } from "../../aws/policy/print";
import type { PolicyStatement } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import type { Deciding } from "../answer";
import { type Check, lacks, open } from "./check";
import { describeDifference, nearnessOf } from "./difference";
import { type AttachedPolicy, isUnknown, type Policies, type Unknown } from "./estate";
import type { Naming } from "./principal";
import { type Difference, type Facts, type Match, matchStatement } from "./statement";

/** What the policies of one kind say to the request. */
export interface Evaluation {
  /** As messages call them: `identity policy of role "us-restore"`. */
  readonly name: string;
  /** The statement that denies, or what isn't known of one that may. */
  readonly denial: Check;
  /** Statements that allow, or may, in the order of the policies. */
  readonly allows: readonly Allow[];
  /** A policy whose text isn't known may allow whatever it names. */
  readonly unread: Unknown | undefined;
  /** The allow statement that came closest. */
  readonly nearest: Nearest | undefined;
  readonly facts: Facts;
}

interface Placed {
  readonly policy: AttachedPolicy;
  readonly statement: PolicyStatement;
}

interface Allow extends Placed {
  /** How it names the caller, and what isn't known of its match. */
  readonly namings: ReadonlyMap<Naming, true | Unknown>;
}

interface Nearest extends Placed {
  readonly difference: Difference;
}

/** Reads every statement once. `name` is a noun for one of the policies. */
export function evaluate(name: string, policies: Policies, facts: Facts): Evaluation {
  const allows: Allow[] = [];
  let denying: Placed | undefined;
  let doubt: Unknown | undefined = policies.find(isUnknown);
  const unread = doubt;
  let nearest: Nearest | undefined;
  for (const policy of policies) {
    if (isUnknown(policy)) continue;
    for (const statement of policy.document.statements) {
      const match = matchStatement(policy.document, statement, facts);
      if (statement.effect === "Deny") {
        if (match.kind === "applies") denying ??= { policy, statement };
        if (match.kind === "unknown") doubt ??= { unknown: match.why };
      } else if (match.kind === "differs") {
        if (isNearer(match.in, nearest)) nearest = { policy, statement, difference: match.in };
      } else allows.push({ policy, statement, namings: namingsOf(match) });
    }
  }
  return { name, denial: denialOf(name, denying, doubt), allows, unread, nearest, facts };
}

function denialOf(name: string, denying: Placed | undefined, unknown: Unknown | undefined): Check {
  if (denying) return { kind: "yes", by: [deciding(denying)], because: `the ${name} denies it, by ${place(denying)}` };
  return unknown ? open(unknown.unknown) : lacks("no statement denies it");
}

function namingsOf(match: Exclude<Match, { kind: "differs" }>): Allow["namings"] {
  const unknown = match.kind === "unknown" ? { unknown: match.why } : undefined;
  return new Map(match.named.map(({ as, truth }) => [as, unknown ?? truth]));
}

/** Whether one of the statements allows the request, naming the caller in one of these ways. */
export function allowing(evaluation: Evaluation, accepts: (naming: Naming) => boolean = () => true): Check {
  let unknown = evaluation.unread;
  for (const allow of evaluation.allows)
    for (const [naming, truth] of allow.namings) {
      if (!accepts(naming)) continue;
      if (truth === true)
        return { kind: "yes", by: [deciding(allow)], because: `the ${evaluation.name} allows it, by ${place(allow)}` };
      unknown ??= truth;
    }
  return unknown ? open(unknown.unknown) : lacks(notAllowed(evaluation), nearness(evaluation));
}

function notAllowed({ name, nearest, facts }: Evaluation): string {
  const none = `no ${name} allows it`;
  return nearest
    ? `${none}: ${place(nearest)} comes closest, but ${describeDifference(nearest.statement, nearest.difference, facts)}`
    : none;
}

function nearness({ nearest }: Evaluation): number {
  return nearest ? nearnessOf(nearest.difference) : 0;
}

function isNearer(difference: Difference, best: Nearest | undefined): boolean {
  return best === undefined || nearnessOf(difference) > nearnessOf(best.difference);
}

function place({ policy, statement }: Placed): string {
  const sid = statement.sid === undefined ? "" : ` ${quote(statement.sid)}`;
  return `${statement.path}${sid} of ${policy.address}`;
}

function deciding({ policy, statement }: Placed): Deciding {
  return { address: policy.address, text: printStatement(statement) };
}
