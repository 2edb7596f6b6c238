import { any, FALSE, type Formula, unknown } from "../logic";
import { isUnknown, type Policies } from "../simulate/aws/estate";
import type { Naming } from "../simulate/aws/principal";
import { type Reading, statementFormula } from "./statement";

/** What the policies of one kind say. */
export interface Evaluation {
  readonly denial: Formula;
  readonly allowing: (accepts?: (naming: Naming) => boolean) => Formula;
}

/** Reads every statement once; a policy whose text isn't known may allow and deny whatever it names. */
export function evaluate(policies: Policies, reading: Reading): Evaluation {
  const allows: [Naming, Formula][] = [];
  const denials: Formula[] = [];
  const unread: Formula[] = [];
  for (const policy of policies) {
    if (isUnknown(policy)) {
      unread.push(unknown(policy.unknown));
      continue;
    }
    for (const statement of policy.document.statements) {
      const formulas = statementFormula(policy.document, statement, reading);
      if (statement.effect === "Deny") denials.push(...formulas.values());
      else allows.push(...formulas);
    }
  }
  return {
    denial: any(...denials, ...unread),
    allowing: (accepts = () => true) =>
      any(...allows.flatMap(([naming, formula]) => (accepts(naming) ? [formula] : [])), ...unread),
  };
}

export const NOTHING: Evaluation = { denial: FALSE, allowing: () => FALSE };
