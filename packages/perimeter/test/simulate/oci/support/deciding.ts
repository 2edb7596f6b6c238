import { expect } from "@jest/globals";
import type { OciPrincipal, OciTenancy } from "../../../../src/simulate/oci";
import { ask, estateWith, type PrincipalName, policy } from "./setting";

export type Decision = "allowed" | "denied" | "undecided";

export interface Case {
  /** Statements of one policy, attached to the root. */
  readonly statements: readonly string[];
  readonly who?: PrincipalName | OciPrincipal;
  readonly permission?: string;
  readonly where?: string;
  readonly variables?: Readonly<Record<string, string | readonly string[]>>;
  readonly tenancy?: Partial<OciTenancy>;
}

/** What the tenancy of the worked examples answers: else to u1, of `readers`, who reads an object in `stores`. */
export function decisionOf({ statements, who = "u1", permission = "OBJECT_READ", where = "stores", variables, tenancy }: Case) {
  return ask(estateWith([policy("tenancy", ...statements)], tenancy), who, permission, where, variables).decision;
}

export function expectDecision(decision: Decision, asked: Case): void {
  expect(decisionOf(asked)).toBe(decision);
}

/** Holds a condition of an allow statement against variables: met, not met, or open. */
export function conditionOf(condition: string, variables: Case["variables"] = {}, asked: Partial<Case> = {}): Decision {
  return decisionOf({
    statements: [`allow any-user to manage all-resources in tenancy where ${condition}`],
    variables,
    ...asked,
  });
}
