import type { Condition, Value } from "oci-policy";
import { isTagVariable } from "oci-policy";
import { all, any, equal, FALSE, type Formula, not, other, present, some, unknown, type Variable, words } from "../logic";
import type { Bindings } from "../simulate/oci/condition/binding";
import { type Atom, atomHolds, atomIsMet, atomsOf } from "../simulate/oci/condition/evaluate";
import { QUESTIONS } from "../simulate/oci/questions";
import { readingOf } from "./text-reading";
import { isTime, TIME, timeFormula } from "./time-reading";
import { formulaOf } from "./truth-formula";
import type { Held } from "./variables";

/** What conditions are read with: the fixed facts of a question, and which variables the request decides. */
export interface Scope {
  readonly bindings: Bindings;
  readonly held: (variable: string) => Held;
}

/** When the condition of a statement that allows is met ("Conditions"). */
export function met(condition: Condition, scope: Scope): Formula {
  return compound(condition, (atom) => atomFormula(atom, scope, (fixed) => formulaOf(atomIsMet(fixed, scope.bindings))));
}

/**
 * The same for a statement that denies. Where a variable is absent the documentation can be read so that the statement
 * doesn't apply at all, unless it asks for the absence itself ("Deny Policies").
 */
export function metInDeny(condition: Condition, scope: Scope): Formula {
  const holds = (atom: Atom) => atomFormula(atom, scope, (fixed) => formulaOf(atomHolds(fixed, scope.bindings)));
  const isMet = compound(condition, holds);
  const atoms = atomsOf(condition);
  if (atoms.some(({ variable }) => variable.toLowerCase().startsWith("target.dynamicgroup.")))
    return all(isMet, unknown(QUESTIONS.dynamicGroupInDeny));
  const areThere = all(...atoms.filter(({ kind }) => kind !== "absent").map(({ variable }) => isThere(variable, scope)));
  const byAbsenceAlone = compound(condition, (atom) => (atom.kind === "absent" ? holds(atom) : FALSE));
  return all(isMet, any(areThere, byAbsenceAlone, unknown(QUESTIONS.absentInDeny)));
}

/** `all` is and, `any` is or; the parser bounds how deep they nest. */
function compound(condition: Condition, leaf: (atom: Atom) => Formula): Formula {
  if (!("conditions" in condition)) return leaf(condition);
  const parts = condition.conditions.map((each) => compound(each, leaf));
  return condition.kind === "all" ? all(...parts) : any(...parts);
}

function isThere(name: string, { held, bindings }: Scope): Formula {
  if (isTime(name)) return present(TIME);
  const it = held(name);
  if (it.kind === "free") return present(it.variable);
  const binding = bindings(name);
  return binding.kind === "absent" || (binding.kind === "values" && binding.values.length === 0) ? FALSE : not(FALSE);
}

function atomFormula(atom: Atom, scope: Scope, ofFixed: (atom: Atom) => Formula): Formula {
  if (isTime(atom.variable)) return timeFormula(atom);
  const it = scope.held(atom.variable);
  if (it.kind === "fixed") return ofFixedVariable(atom, scope, ofFixed);
  return ofFreeVariable(atom, it.variable, scope);
}

/** A fixed variable is compared here and now, but with one that the request decides. */
function ofFixedVariable(atom: Atom, scope: Scope, ofFixed: (atom: Atom) => Formula): Formula {
  const others = valuesOf(atom).filter((value) => isFree(value, scope));
  if (others.length === 0) return ofFixed(atom);
  switch (atom.kind) {
    case "equals":
    case "not-equals":
      return compareWithFree(atom.kind, atom.variable, atom.value, scope);
    case "in":
      return any(...atom.values.map((value) => atomFormula({ kind: "equals", variable: atom.variable, value }, scope, ofFixed)));
    case "not-in":
      return all(
        ...atom.values.map((value) => atomFormula({ kind: "not-equals", variable: atom.variable, value }, scope, ofFixed)),
      );
    default:
      return unknown(QUESTIONS.sets);
  }
}

function valuesOf(atom: Atom): readonly Value[] {
  if (atom.kind === "equals" || atom.kind === "not-equals") return [atom.value];
  if (atom.kind === "in" || atom.kind === "not-in") return atom.values;
  if (atom.kind !== "sets-intersect" && atom.kind !== "sets-equal") return [];
  return typeof atom.set === "object" && atom.set.kind === "values" ? atom.set.values : [atom.set];
}

function isFree(value: Value, scope: Scope): boolean {
  return variableOf(value) !== undefined && scope.held(variableOf(value) ?? "").kind === "free";
}

const variableOf = (value: Value) => (typeof value === "object" && value.kind === "variable" ? value.variable : undefined);

/** The fixed variable on the left, a free one on the right. Both have to be there. */
function compareWithFree(kind: "equals" | "not-equals", name: string, value: Value, { held, bindings }: Scope): Formula {
  const it = held(variableOf(value) ?? "");
  const binding = bindings(name);
  if (it.kind !== "free") return unknown(QUESTIONS.severalValues);
  if (binding.kind === "absent") return FALSE;
  if (binding.kind !== "values" || binding.more) return unknown(`which value \`${name}\` has`);
  if (binding.values.length === 0) return FALSE;
  if (binding.values.length > 1 || it.variable.many) return unknown(QUESTIONS.severalValues);
  const set = words(binding.values, { ignoreCase: true });
  return kind === "equals" ? some(it.variable, set) : other(it.variable, set);
}

function ofFreeVariable(atom: Atom, variable: Variable<"name">, scope: Scope): Formula {
  switch (atom.kind) {
    case "equals":
      return equals(atom.variable, variable, atom.value, scope);
    case "in":
      return any(...atom.values.map((value) => equals(atom.variable, variable, value, scope)));
    case "not-equals":
      return differs(atom.variable, variable, [atom.value], scope);
    case "not-in":
      return differs(atom.variable, variable, atom.values, scope);
    case "absent":
      return not(present(variable));
    case "present":
      return unknown(QUESTIONS.presence);
    case "sets-intersect":
    case "sets-equal":
      return all(present(variable), unknown(QUESTIONS.sets));
    default:
      return unknown(`which time \`${atom.variable}\` is`);
  }
}

function equals(name: string, variable: Variable<"name">, value: Value, scope: Scope): Formula {
  if (typeof value === "object" && value.kind === "variable") return compareVariables("equals", variable, value.variable, scope);
  const { certain, perhaps } = readingOf(name, value);
  const surely = some(variable, certain);
  return perhaps ? any(surely, all(some(variable, perhaps.language), unknown(perhaps.question))) : surely;
}

/** None of the values equals; of a tag that isn't there nobody says. */
function differs(name: string, variable: Variable<"name">, values: readonly Value[], scope: Scope): Formula {
  const each = all(...values.map((value) => differsFrom(name, variable, value, scope)));
  return isTagVariable(name) ? any(each, all(not(present(variable)), unknown(QUESTIONS.absentTag))) : each;
}

function differsFrom(name: string, variable: Variable<"name">, value: Value, scope: Scope): Formula {
  if (typeof value === "object" && value.kind === "variable")
    return compareVariables("not-equals", variable, value.variable, scope);
  const { certain, perhaps } = readingOf(name, value);
  if (!perhaps) return other(variable, certain);
  return any(other(variable, perhaps.language), all(other(variable, certain), unknown(perhaps.question)));
}

function compareVariables(kind: "equals" | "not-equals", variable: Variable<"name">, name: string, scope: Scope): Formula {
  const second = isTime(name) ? undefined : scope.held(name);
  if (!second) return unknown(`what \`${variable.name}\` and \`${name}\` have in common`);
  if (second.kind === "fixed") return compareWithFree(kind, name, { kind: "variable", variable: variable.name }, scope);
  if (variable.many || second.variable.many) return unknown(QUESTIONS.severalValues);
  const same = equal(variable, second.variable);
  return kind === "equals" ? same : all(present(variable), present(second.variable), not(same));
}
