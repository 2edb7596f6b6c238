import { type Condition, isTagVariable, type Value } from "oci-policy";
import { sameText } from "../names";
import { QUESTIONS } from "../questions";
import { every, not, readings, some, type Truth } from "../truth";
import { ABSENT, type Binding, type Bindings, type Unread, values } from "./binding";
import { isText } from "./text";
import { isBeforeOrAfter, isBetween } from "./time";

export type Atom = Exclude<Condition, { kind: "all" | "any" }>;

/** Whether the condition of a statement that allows is met ("Conditions"). */
export function isMet(condition: Condition, bindings: Bindings): Truth {
  return evaluate(condition, (atom) => atomIsMet(atom, bindings));
}

/**
 * The same for a statement that denies. Where a variable is absent the documentation can be read so that the statement
 * doesn't apply at all, unless it asks for the absence itself ("Deny Policies").
 */
export function isMetInDeny(condition: Condition, bindings: Bindings): Truth {
  const met = evaluate(condition, (atom) => atomHolds(atom, bindings));
  if (met !== true) return met;
  if (namesDynamicGroup(condition)) return { doubt: QUESTIONS.dynamicGroupInDeny };
  if (!hasAbsentVariable(condition, bindings)) return true;
  const byAbsenceAlone = evaluate(condition, (atom) => atom.kind === "absent" && atomHolds(atom, bindings));
  return readings(true, byAbsenceAlone, QUESTIONS.absentInDeny);
}

/** `all` is and, `any` is or; the parser bounds how deep they nest. */
function evaluate(condition: Condition, holds: (atom: Atom) => Truth): Truth {
  switch (condition.kind) {
    case "all":
      return every(condition.conditions, (each) => evaluate(each, holds));
    case "any":
      return some(condition.conditions, (each) => evaluate(each, holds));
    default:
      return holds(condition);
  }
}

/** A single comparison of a statement that allows. What the request doesn't name is absent there, but never known to be. */
export function atomIsMet(atom: Atom, bindings: Bindings): Truth {
  return atomHolds(atom, atom.kind === "absent" ? bindings : (variable) => asNamed(bindings(variable)));
}

function asNamed(binding: Binding): Binding {
  if (binding.kind === "unnamed") return ABSENT;
  return binding.kind === "values" && binding.more?.kind === "unnamed" ? values(...binding.values) : binding;
}

/**
 * A comparison with a variable that the request doesn't have is false, `!=` and `not in` among them; only `!variable` is
 * true then ("Conditions": a variable that isn't applicable).
 */
export function atomHolds(atom: Atom, bindings: Bindings): Truth {
  const binding = bindings(atom.variable);
  if (binding.kind === "unnamed" || binding.kind === "unknown") return ofUnread(atom, binding);
  if (atom.kind === "absent") return binding.kind === "absent" || binding.values.length === 0;
  if (binding.kind === "absent" || binding.values.length === 0) return ofAbsent(atom);
  const truth = compare(atom, binding.values, bindings);
  const isSettled = truth === !isNegative(atom);
  return binding.more && !isSettled ? ofUnread(atom, binding.more) : truth;
}

/** A value more can make `=` true and `!=` false, never the reverse. */
function isNegative({ kind }: Atom): boolean {
  return kind === "not-equals" || kind === "not-in";
}

function ofAbsent(atom: Atom): Truth {
  return isNegative(atom) && isTagVariable(atom.variable) ? { doubt: QUESTIONS.absentTag } : false;
}

/** Of what has a value that isn't known, only the presence is. */
function ofUnread(atom: Atom, binding: Unread): Truth {
  const why = binding.kind === "unnamed" ? "the request doesn't name it" : binding.why;
  return atom.kind === "absent" ? false : { doubt: `which value \`${atom.variable}\` has, since ${why}` };
}

function compare(atom: Atom, held: readonly string[], bindings: Bindings): Truth {
  switch (atom.kind) {
    case "equals":
      return equals(atom.variable, held, atom.value, bindings, "=");
    case "not-equals":
      return notEquals(atom.variable, held, atom.value, bindings);
    case "in":
      return some(atom.values, (value) => equals(atom.variable, held, value, bindings, "in"));
    case "not-in":
      return every(atom.values, (value) => notEquals(atom.variable, held, value, bindings));
    case "before":
    case "after":
      return some(held, (value) => isBeforeOrAfter(atom.kind, value, atom.time));
    case "between":
      return some(held, (value) => isBetween(value, atom.from, atom.to));
    case "absent":
      return false;
    case "present":
      return { doubt: QUESTIONS.presence };
    case "sets-intersect":
    case "sets-equal":
      return compareSets(atom, held, bindings);
  }
}

/** With several values one that equals is enough ("Using Tags to Manage Access", requestor in several groups). */
function equals(variable: string, held: readonly string[], value: Value, bindings: Bindings, operator: "=" | "in"): Truth {
  if (typeof value === "string" || value.kind === "pattern") return some(held, (each) => isText(variable, each, value));
  return compareVariables(variable, value.variable, bindings, (other) =>
    readings(
      isSubset(held, other) || isSubset(other, held),
      operator === "=" ? isSubset(held, other) && isSubset(other, held) : isSubset(held, other),
      QUESTIONS.severalValues,
    ),
  );
}

/** `!=`: none of the values equals. */
function notEquals(variable: string, held: readonly string[], value: Value, bindings: Bindings): Truth {
  if (typeof value === "string" || value.kind === "pattern") return not(some(held, (each) => isText(variable, each, value)));
  return compareVariables(variable, value.variable, bindings, (other) =>
    readings(
      !isSubset(held, other) && !isSubset(other, held),
      !held.some((one) => other.some((each) => sameText(one, each))),
      QUESTIONS.severalValues,
    ),
  );
}

/** Both variables have to be there. */
function compareVariables(
  variable: string,
  otherVariable: string,
  bindings: Bindings,
  compareValues: (other: readonly string[]) => Truth,
): Truth {
  const other = bindings(otherVariable);
  const atom: Atom = { kind: "equals", variable: otherVariable, value: { kind: "variable", variable } };
  if (other.kind === "unnamed" || other.kind === "unknown") return ofUnread(atom, other);
  if (other.kind === "absent" || other.values.length === 0) return false;
  return other.more ? ofUnread(atom, other.more) : compareValues(other.values);
}

function isSubset(these: readonly string[], those: readonly string[]): boolean {
  return these.every((one) => those.some((other) => sameText(one, other)));
}

/** What the functions compare is written nowhere beyond samples: that they hold is never certain. */
function compareSets({ set, kind }: Extract<Atom, { set: unknown }>, held: readonly string[], bindings: Bindings): Truth {
  const texts: string[] = [];
  for (const item of typeof set === "object" && set.kind === "values" ? set.values : [set]) {
    if (typeof item === "string") texts.push(item);
    else if (item.kind === "pattern") return { doubt: QUESTIONS.sets };
    else {
      const other = bindings(item.variable);
      if (other.kind === "values" && !other.more) texts.push(...other.values);
      else if (other.kind !== "absent") return { doubt: QUESTIONS.sets };
    }
  }
  const shared = held.some((one) => texts.some((text) => sameText(one, text)));
  return shared || kind === "sets-equal" ? { doubt: QUESTIONS.sets } : false;
}

function hasAbsentVariable(condition: Condition, bindings: Bindings): boolean {
  return atomsOf(condition).some((atom) => atom.kind !== "absent" && isMissing(bindings(atom.variable)));
}

function isMissing(binding: Binding): boolean {
  return binding.kind === "absent" || (binding.kind === "values" && binding.values.length === 0);
}

/** "`target.dynamicgroup.id` and `target.dynamicgroup.name` aren't enforced" in deny statements (known issues of IAM). */
function namesDynamicGroup(condition: Condition): boolean {
  return atomsOf(condition).some(({ variable }) => variable.toLowerCase().startsWith("target.dynamicgroup."));
}

/** The comparisons of a condition, in the order in which they stand. */
export function atomsOf(condition: Condition): readonly Atom[] {
  return "conditions" in condition ? condition.conditions.flatMap(atomsOf) : [condition];
}
