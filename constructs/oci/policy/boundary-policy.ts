import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { Construct } from "constructs";
import { type Admission, type Definition, printStatement, type Statement, UnprintableStatementError } from "oci-policy";
import { SERVICE_LIMITS } from "../../../config/schema/service-limits";
import { refuse } from "../../refusal";
import type { Tenancy } from "../compartment";

export interface BoundaryPolicyProps {
  /** Attached to the root, so that every location is a path that can be read and proven without an apply. */
  readonly tenancy: Tenancy;
  readonly name: string;
  readonly description: string;
  readonly statements: readonly SourcedStatement[];
  /** Names for what belongs to another tenancy. @default - none */
  readonly definitions?: readonly Definition[];
  /** Where the configuration asks for these statements, for a refusal. */
  readonly about?: readonly string[];
}

/** A statement and what it is due to, such as the name of a scenario. */
export interface SourcedStatement {
  readonly statement: Statement | Admission;
  readonly because: string;
}

/** A policy whose statements are all printed here, from trees: no caller can put in a sentence of its own. */
export class BoundaryPolicy extends Construct {
  /** As they are written into the policy; without repetitions. */
  readonly statements: readonly string[];

  constructor(scope: Construct, id: string, props: BoundaryPolicyProps) {
    super(scope, id);
    const { tenancy, name, description, statements, definitions = [], about } = props;
    const dueTo = new Map<string, string>();
    // A name is defined before it is used.
    for (const definition of definitions) for (const text of this.print(definition)) dueTo.set(text, "definitions");
    for (const { statement, because } of statements)
      for (const text of this.print(statement)) dueTo.set(text, dueTo.get(text) ?? because);
    this.statements = [...dueTo.keys()];
    const { maximum, source } = SERVICE_LIMITS.statementsPerPolicy;
    if (this.statements.length > maximum)
      refuse(this, {
        message: `policy "${name}" would hold ${this.statements.length} statements, and the service takes ${maximum}; most are due to ${largestShares([...dueTo.values()].map((because) => ({ because })))}`,
        help: `give fewer scenarios or stores to the role, or divide it in two (${source})`,
        ...(about ? { about } : {}),
      });
    new IdentityPolicy(this, "Resource", { compartmentId: tenancy.id, name, description, statements: [...this.statements] });
  }

  private print(statement: Statement | Admission | Definition): string[] {
    try {
      return [printStatement(statement)];
    } catch (error) {
      if (!(error instanceof UnprintableStatementError)) throw error;
      refuse(this, { message: error.message, help: "rename it in the configuration" });
      return [];
    }
  }
}

/** The three largest contributors with their counts, such as `operations (24), audit (12), restore (9)`. */
export function largestShares(statements: readonly { readonly because: string }[]): string {
  const counts = new Map<string, number>();
  for (const { because } of statements) counts.set(because, (counts.get(because) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, count]) => `${name} (${count})`)
    .join(", ");
}
