import { findConditionKey } from "../catalogue/condition-keys";
import { CONDITION_RULES } from "./condition-warnings";
import { STATEMENT_RULES } from "./statement-warnings";
import type { PolicyDocument } from "./syntax";
import { type Warnings, warn } from "./warning";

/**
 * What AWS takes in a document and what probably isn't meant: names that nobody knows, conditions that hold by accident,
 * text that looks like more. Each has the path of what it speaks of.
 * Source, unless a rule says otherwise: IAM User Guide, "IAM policy validation check reference".
 */
export function warningsOf(document: PolicyDocument): Warnings {
  return [
    ...idOfIdentity(document),
    ...document.statements.flatMap((statement) => STATEMENT_RULES.flatMap((rule) => rule(statement, document))),
    ...document.statements.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => {
        const key = findConditionKey(condition.key);
        return CONDITION_RULES.flatMap((rule) => rule(condition, key));
      }),
    ),
  ];
}

/** The grammar has no `Id` there; that IAM refuses one isn't documented, and it means nothing. */
function idOfIdentity({ kind, id }: PolicyDocument): Warnings {
  const meaningless = id !== undefined && ["identity", "boundary", "session"].includes(kind);
  return meaningless ? warn("meaningless-id", "Id", `an "Id" means nothing in a policy of kind "${kind}"`) : [];
}
