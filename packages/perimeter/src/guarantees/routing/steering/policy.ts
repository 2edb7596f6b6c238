import type { Value } from "../../../input";
import type { Condition } from "./condition";

/**
 * A steering policy as the service reads it.
 * Source: OCI documentation, "Traffic Management Steering Policies API Guide"; DNS API, SteeringPolicy and its rules.
 */
export interface Steering {
  readonly answers: readonly Answer[];
  readonly rules: readonly Rule[];
}

export interface Answer {
  readonly name: string;
  readonly pool?: string;
  readonly rtype: string;
  readonly rdata: Value;
  /** Taken out by an administrator: only a rule that asks for it heeds it. */
  readonly isDisabled: boolean;
  /** Whether a health check looks at it; one that none looks at counts as healthy. */
  readonly isMonitored: boolean;
}

export interface Rule {
  readonly type: string;
  /** The first that matches a query configures the rule; where none matches, the rule is passed over. */
  readonly cases?: readonly Case[];
  readonly data: readonly AnswerData[];
  readonly count?: number;
}

export interface Case {
  /** Left out: it always matches. */
  readonly condition?: Condition;
  readonly data: readonly AnswerData[];
  readonly count?: number;
}

export interface AnswerData {
  /** Left out: it is for every answer. */
  readonly condition?: Condition;
  readonly keeps?: boolean;
  readonly value?: number;
}
