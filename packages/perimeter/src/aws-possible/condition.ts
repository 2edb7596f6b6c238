import { OPERATORS, type Operator } from "../aws/policy/operators";
import type { Pattern, PatternPart } from "../aws/policy/pattern";
import type { Condition, ConditionValue } from "../aws/policy/syntax";
import {
  any,
  equal,
  every,
  FALSE,
  type Formula,
  not,
  present,
  type SetOf,
  type Sort,
  some,
  TRUE,
  unknown,
  type Variable,
  words,
} from "../logic";
import { quote } from "../quote";
import { holds } from "../simulate/aws/condition";
import type { Facts } from "../simulate/aws/statement";
import { type Held, sortOf } from "./keys";
import { truthFormula } from "./truth";
import { setOf } from "./values";

/** What conditions are read with. */
export interface Scope {
  readonly facts: Facts;
  readonly held: (key: string) => Held;
}

/**
 * For which requests one key holds under one operator.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context keys".
 */
export function conditionFormula(condition: Condition, scope: Scope): Formula {
  const held = scope.held(condition.key);
  const operator: Operator = OPERATORS[condition.operator.name];
  if (held.kind === "fixed") return ofFixed(condition, operator, held.value, scope);
  const { variable } = held;
  if (operator.test === "absent") return ofPresence(condition, variable);
  if (variable.sort !== sortOf(operator.value)) return ofOtherKind(condition, operator, variable);
  const matched = matchesOf(condition, operator, variable, scope);
  if ("unknown" in matched) return matched.unknown;
  return quantified(condition, operator, variable, matched);
}

/** `Null` asks for the key itself; each of its values is an answer that is taken. */
function ofPresence({ values }: Condition, variable: Variable): Formula {
  const takes = (absent: boolean) => values.some((value) => value.kind === "boolean" && value.boolean === absent);
  return any(takes(true) ? not(present(variable)) : FALSE, takes(false) ? present(variable) : FALSE);
}

/** A key that is compared as another kind than its own: what then holds is only known where it is missing. */
function ofOtherKind(condition: Condition, operator: Operator, variable: Variable): Formula {
  const doubt = unknown(`how ${quote(condition.key)} compares under "${condition.operator.name}"`);
  return whenMissing(condition, operator) ? any(not(present(variable)), doubt) : doubt;
}

function whenMissing({ operator }: Condition, { whenMissing: ofOperator }: Operator): boolean {
  if (operator.ifExists) return true;
  if (operator.set !== undefined) return operator.set === "ForAllValues";
  return ofOperator === true;
}

/** What one value has to be to match: in one of the sets, or the same as another key's. */
interface Matched {
  readonly sets: readonly SetOf[Sort][];
  readonly equals: readonly Variable[];
}

function quantified(condition: Condition, operator: Operator, variable: Variable, { sets, equals }: Matched): Formula {
  const { set, ifExists } = condition.operator;
  if (variable.many && set === undefined)
    return unknown(`how several values of ${quote(condition.key)} compare without a set operator`);
  if (equals.length > 0) {
    if (variable.many) return unknown(`how ${quote(condition.key)} compares with the value of another key`);
    const matches = any(
      ...sets.map((one) => some(variable, one as SetOf[typeof variable.sort])),
      ...equals.map((one) => equal(variable, one)),
    );
    const decided = operator.negated ? not(matches) : matches;
    return whenMissing(condition, operator) ? any(not(present(variable)), decided) : onlyPresent(variable, decided);
  }
  const inSet = any(...sets.map((one) => some(variable, one as never)));
  const allIn = sets.length === 1 ? every(variable, sets[0] as never) : undefined;
  const missing = not(present(variable));
  if (set === "ForAllValues") return operator.negated ? not(inSet) : (allIn ?? everyOf(variable, sets));
  if (set === "ForAnyValue") {
    const one = operator.negated ? not(allIn ?? everyOf(variable, sets)) : inSet;
    return ifExists ? any(missing, one) : one;
  }
  const decided = operator.negated ? not(inSet) : inSet;
  return ifExists ? any(missing, decided) : decided;
}

const onlyPresent = (variable: Variable, formula: Formula): Formula => not(any(not(present(variable)), not(formula)));

/** No value outside of all the sets. */
function everyOf(variable: Variable, sets: readonly SetOf[Sort][]): Formula {
  if (variable.many) return unknown(`whether every value of "${variable.name}" matches one of several`);
  return any(not(present(variable)), ...sets.map((one) => some(variable, one as never)));
}

/** The sets that a free key is compared with. */
function matchesOf(
  condition: Condition,
  operator: Operator,
  variable: Variable,
  scope: Scope,
): Matched | { readonly unknown: Formula } {
  const sets: SetOf[Sort][] = [];
  const equals: Variable[] = [];
  for (const value of condition.values) {
    const resolved = resolvedPattern(value, scope);
    switch (resolved.kind) {
      case "pattern":
        sets.push(setOf(operator.test, value, resolved.pattern));
        break;
      case "nothing":
        break;
      case "variable":
        if (operator.test === "equals-ignoring-case" || resolved.variable.sort !== variable.sort)
          return { unknown: unknown(`how ${quote(condition.key)} compares with \${${resolved.variable.name}}`) };
        equals.push(resolved.variable);
        break;
      case "unknown":
        return { unknown: unknown(resolved.why) };
    }
  }
  return { sets, equals };
}

export type Resolved =
  | { readonly kind: "pattern"; readonly pattern: Pattern }
  /** A variable in it has no value. */
  | { readonly kind: "nothing" }
  /** It is one variable, which the request decides. */
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "unknown"; readonly why: string };

function resolvedPattern(value: ConditionValue, scope: Scope): Resolved {
  return "pattern" in value ? resolve(value.pattern, scope) : { kind: "pattern", pattern: [] };
}

/** A pattern with the variables that follow from the question replaced ("IAM policy elements: Variables and tags"). */
export function resolve(pattern: Pattern, { held }: Scope): Resolved {
  const parts: PatternPart[] = [];
  for (const part of pattern) {
    if (part.kind !== "variable") {
      parts.push(part);
      continue;
    }
    const key = held(part.key);
    if (key.kind === "free") {
      const alone = pattern.length === 1 && part.fallback === undefined && !key.variable.many;
      return alone
        ? { kind: "variable", variable: key.variable }
        : { kind: "unknown", why: `what \${${part.key}} stands for, which the request decides` };
    }
    const { value } = key;
    if (isUnknownValue(value)) return { kind: "unknown", why: value.unknown };
    const text = value === undefined ? part.fallback : value.length === 1 ? value[0] : undefined;
    if (value !== undefined && value.length > 1)
      return { kind: "unknown", why: `what \${${part.key}} stands for, since the key has several values` };
    if (text === undefined) return { kind: "nothing" };
    parts.push({ kind: "text", text });
  }
  return { kind: "pattern", pattern: parts };
}

const isUnknownValue = (value: unknown): value is { readonly unknown: string } =>
  typeof value === "object" && value !== null && "unknown" in value;

/** A key whose value is known: as the evaluator says, unless it is compared with one that the request decides. */
function ofFixed(
  condition: Condition,
  operator: Operator,
  value: Extract<Held, { kind: "fixed" }>["value"],
  scope: Scope,
): Formula {
  const resolved = condition.values.map((one) => resolvedPattern(one, scope));
  if (!resolved.some(({ kind }) => kind === "variable")) {
    const open = resolved.find((one) => one.kind === "unknown");
    const truth = holds(condition, scope.facts.context);
    // A variable that the request decides is absent to the evaluator: what it says holds where another value matches.
    const isDecided = value === undefined || (condition.operator.set === undefined && truth === !operator.negated);
    return open && !isDecided ? unknown(open.why) : truthFormula(truth);
  }
  if (value === undefined) return whenMissing(condition, operator) ? TRUE : FALSE;
  if (isUnknownValue(value)) return unknown(value.unknown);
  const [only] = value;
  if (value.length !== 1 || only === undefined || condition.operator.set !== undefined || operator.test !== "equals")
    return unknown(`how ${quote(condition.key)} compares with the value of another key`);
  const matches = any(
    ...resolved.map((one) => {
      if (one.kind === "variable") return some(one.variable as Variable<"text">, words([only]));
      if (one.kind === "unknown") return unknown(one.why);
      return one.kind === "pattern" && one.pattern.every((part) => part.kind === "text" && part.text === only) ? TRUE : FALSE;
    }),
  );
  return operator.negated ? not(matches) : matches;
}
