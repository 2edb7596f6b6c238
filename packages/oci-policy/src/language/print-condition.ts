import { printList, printQuoted, UnprintableStatementError } from "./print-name";
import type { Condition, Value, ValueSet } from "./syntax";

/** A condition as it stands behind `where`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return `${condition.kind} {${printList(condition.conditions, printCondition)}}`;
    case "equals":
      return `${condition.variable} = ${printValue(condition.value)}`;
    case "not-equals":
      return `${condition.variable} != ${printValue(condition.value)}`;
    case "in":
      return `${condition.variable} in ${printValues(condition.values)}`;
    case "not-in":
      return `${condition.variable} not in ${printValues(condition.values)}`;
    case "before":
    case "after":
      return `${condition.variable} ${condition.kind} ${printQuoted(condition.time)}`;
    case "between":
      return `${condition.variable} between ${printQuoted(condition.from)} and ${printQuoted(condition.to)}`;
    case "present":
      return condition.variable;
    case "absent":
      return `!${condition.variable}`;
    case "sets-intersect":
    case "sets-equal":
      return `${condition.kind}(${condition.variable}, ${printSet(condition.set)})`;
  }
}

function printValues(values: readonly Value[]): string {
  return `(${printList(values, printValue)})`;
}

function printSet(set: ValueSet): string {
  return typeof set === "object" && set.kind === "values" ? printValues(set.values) : printValue(set);
}

export function printValue(value: Value): string {
  if (typeof value === "string") return value === "" ? "''" : printQuoted(value);
  switch (value.kind) {
    case "pattern":
      return printPattern(value.pattern);
    case "variable":
      return value.variable;
  }
}

function printPattern(pattern: string): string {
  if (!/^[^/'\r\n]+$/.test(pattern) || pattern.endsWith("\\"))
    throw new UnprintableStatementError(
      `the pattern "${pattern}" can't stand in a policy statement: it needs at least one character and may not hold / or ' or a line break, nor end in \\`,
    );
  return `/${pattern}/`;
}
