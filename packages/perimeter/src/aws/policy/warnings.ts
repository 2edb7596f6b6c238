import type { Diagnostic } from "../../diagnostic";
import { findConditionKey } from "../catalogue/condition-keys";
import { CONDITION_RULES } from "./condition-warnings";
import { STATEMENT_RULES } from "./statement-warnings";
import type { PolicyDocument } from "./syntax";
import { type Warnings, warning } from "./warning";

/** As with mistakes, a person reads the first of them. */
const MOST = 1000;

/**
 * What AWS takes in a document and what probably isn't meant: names that nobody knows, conditions that hold by accident,
 * text that looks like more. Each has the path of what it speaks of. At most a thousand are told.
 * Source, unless a rule says otherwise: IAM User Guide, "IAM policy validation check reference".
 */
export function warningsOf(document: PolicyDocument): readonly Diagnostic[] {
  const told: Diagnostic[] = [];
  for (const each of allWarnings(document)) {
    told.push(each);
    if (told.length === MOST) break;
  }
  return told;
}

function* allWarnings(document: PolicyDocument): Warnings {
  yield* idOfIdentity(document);
  for (const statement of document.statements) {
    for (const rule of STATEMENT_RULES) yield* rule(statement, document);
    for (const condition of statement.conditions) {
      const key = findConditionKey(condition.key);
      for (const rule of CONDITION_RULES) yield* rule(condition, key);
    }
  }
}

/** The grammar has no `Id` there; that IAM refuses one isn't documented, and it means nothing. */
function* idOfIdentity({ kind, id }: PolicyDocument): Warnings {
  if (id !== undefined && ["identity", "boundary", "session"].includes(kind))
    yield warning("meaningless-id", "Id", `an "Id" means nothing in a policy of kind "${kind}"`);
}
