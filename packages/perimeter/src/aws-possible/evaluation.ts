import type { PolicyStatement } from "../aws/policy/syntax";
import { any, FALSE, type Formula, unknown } from "../logic";
import { isUnknown, type Policies } from "../simulate/aws/estate";
import type { Naming } from "../simulate/aws/principal";
import { type Reading, statementFormula } from "./statement";

/** What the policies of one kind say. */
export interface Evaluation {
  readonly denial: Formula;
  readonly allowing: (accepts?: (naming: Naming) => boolean) => Formula;
}

/** Reads each statement once, when it is asked for; a policy whose text isn't known may allow and deny whatever it names. */
export function evaluate(policies: Policies, reading: Reading): Evaluation {
  const unread = policies.flatMap((policy) => (isUnknown(policy) ? [unknown(policy.unknown)] : []));
  const formulasOf = (effect: PolicyStatement["effect"]) =>
    policies.flatMap((policy) =>
      isUnknown(policy)
        ? []
        : policy.document.statements
            .filter((statement) => statement.effect === effect)
            .flatMap((statement) => [...statementFormula(policy.document, statement, reading)]),
    );
  let allows: ReturnType<typeof formulasOf> | undefined;
  let denial: Formula | undefined;
  return {
    get denial() {
      denial ??= any(...formulasOf("Deny").map(([, formula]) => formula), ...unread);
      return denial;
    },
    allowing: (accepts = () => true) => {
      allows ??= formulasOf("Allow");
      return any(...allows.flatMap(([naming, formula]) => (accepts(naming) ? [formula] : [])), ...unread);
    },
  };
}

export const NOTHING: Evaluation = { denial: FALSE, allowing: () => FALSE };
