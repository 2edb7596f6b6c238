import { printStatement } from "../../aws/policy/print";
import type { PolicyStatement } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import type { Deciding } from "../answer";
import { type Check, lacks, open } from "./check";
import { describeDifference, nearnessOf } from "./difference";
import { type AttachedPolicy, isUnknown, type Policies, type Unknown } from "./estate";
import type { Naming } from "./principal";
import { type Difference, type Facts, matchStatement } from "./statement";

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

interface Allow {
  readonly policy: AttachedPolicy;
  readonly statement: PolicyStatement;
  /** How it names the caller, and what isn't known of its match. */
  readonly namings: ReadonlyMap<Naming, true | Unknown>;
}

interface Nearest {
  readonly policy: AttachedPolicy;
  readonly statement: PolicyStatement;
  readonly difference: Difference;
}

/** Reads every statement once. `name` is a noun for one of the policies. */
export function evaluate(name: string, policies: Policies, facts: Facts): Evaluation {
  const allows: Allow[] = [];
  const unread = policies.find(isUnknown);
  let denial: Check | undefined = unread && open(unread.unknown);
  let denied = false;
  let nearest: Nearest | undefined;
  for (const policy of policies) {
    if (isUnknown(policy)) continue;
    for (const statement of policy.document.statements) {
      const match = matchStatement(policy.document, statement, facts);
      if (match.kind === "differs") {
        if (statement.effect === "Allow" && isNearer(match.in, nearest)) nearest = { policy, statement, difference: match.in };
      } else if (statement.effect === "Allow") {
        const truth = match.kind === "unknown" ? { unknown: match.why } : undefined;
        allows.push({ policy, statement, namings: new Map(match.named.map((named) => [named.as, truth ?? named.truth])) });
      } else if (match.kind === "unknown") {
        denial ??= open(match.why);
      } else if (!denied) {
        denied = true;
        const because = `the ${name} denies it, by ${place({ policy, statement })}`;
        denial = { kind: "yes", by: [deciding({ policy, statement })], because };
      }
    }
  }
  return { name, denial: denial ?? lacks("no statement denies it"), allows, unread, nearest, facts };
}

/** Whether one of the statements allows the request, naming the caller in one of these ways. */
export function allowing(evaluation: Evaluation, accepts: (naming: Naming) => boolean = () => true): Check {
  let unknown = evaluation.unread;
  for (const { policy, statement, namings } of evaluation.allows) {
    for (const [naming, truth] of namings) {
      if (!accepts(naming)) continue;
      if (isUnknown(truth)) unknown ??= truth;
      else
        return {
          kind: "yes",
          by: [deciding({ policy, statement })],
          because: `the ${evaluation.name} allows it, by ${place({ policy, statement })}`,
        };
    }
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

function place({ policy, statement }: Pick<Nearest, "policy" | "statement">): string {
  const sid = statement.sid === undefined ? "" : ` ${quote(statement.sid)}`;
  return `${statement.path}${sid} of ${policy.address}`;
}

function deciding({ policy, statement }: Pick<Nearest, "policy" | "statement">): Deciding {
  return { address: policy.address, text: printStatement(statement) };
}
