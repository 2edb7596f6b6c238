import { fields, isNull, list, literal, NULL, openIn, type Reference, reasonOf, unknown, type Value } from "../value";
import { callFunction, same } from "./functions";
import type { Expression, For, Step } from "./syntax";
import { knownText, textOf } from "./text";

/** What names stand for where an expression stands. */
export interface Scope {
  /** The value of a first name with the steps behind it, and how many of them that value has consumed. */
  root(name: string, path: readonly (string | number)[]): { readonly value: Value; readonly consumed: number };
  /** An attribute of what a reference stands for. */
  attribute(of: Reference, key: string | number): Value;
  /** How many more expressions may be evaluated: what takes longer was written to take long. */
  readonly budget: { left: number };
}

/** `each`, `count`, the variables of a `for`. They hide the scope's names. */
export type Bindings = ReadonlyMap<string, Value>;

const NO_BINDINGS: Bindings = new Map();

export function evaluate(expression: Expression, scope: Scope, bindings: Bindings = NO_BINDINGS): Value {
  scope.budget.left -= 1;
  if (scope.budget.left < 0) return unknown("it takes too long to compute");
  switch (expression.kind) {
    case "literal":
      return literal(expression.value);
    case "template":
      return textOf(expression.parts.map((part) => evaluate(part, scope, bindings)));
    case "name":
      return bindings.get(expression.name) ?? scope.root(expression.name, []).value;
    case "steps":
      return steps(expression.of, expression.steps, scope, bindings);
    case "call":
      return call(expression, scope, bindings);
    case "operation":
      return operate(
        expression.operator,
        expression.operands.map((operand) => evaluate(operand, scope, bindings)),
      );
    case "conditional": {
      const test = evaluate(expression.test, scope, bindings);
      if (test.kind === "literal") return evaluate(test.value === true ? expression.then : expression.else, scope, bindings);
      return unknown(`a condition isn't known: ${why(test)}`);
    }
    case "list":
      return list(expression.items.map((item) => evaluate(item, scope, bindings)));
    case "object":
      return object(expression.entries.map(([key, value]) => [evaluate(key, scope, bindings), evaluate(value, scope, bindings)]));
    case "for":
      return loop(expression, scope, bindings);
    case "unread":
      return unknown(`${expression.what} isn't followed`);
  }
}

function why(value: Value): string {
  const open = openIn(value);
  return open ? reasonOf(open) : `${value.kind === "object" ? "an object" : `a ${value.kind}`} stands where none can be used`;
}

/** `try` gives its first argument that is no error: with an unknown one before it, that can't be told. */
function call({ name, arguments: given, expanded }: Expression & { kind: "call" }, scope: Scope, bindings: Bindings): Value {
  const values = given.map((argument) => evaluate(argument, scope, bindings));
  if (name === "try")
    return values[0]?.kind === "unknown" ? unknown(`the function "try" isn't computed here`) : (values[0] ?? NULL);
  if (!expanded) return callFunction(name, values);
  const last = values.at(-1);
  if (last?.kind !== "list") return unknown(`the last argument of "${name}" isn't known`);
  return callFunction(name, [...values.slice(0, -1), ...last.items]);
}

type Operate = (a: number, b: number) => number | boolean;

const ARITHMETIC: ReadonlyMap<string, Operate> = new Map<string, Operate>([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => a / b],
  ["%", (a, b) => a % b],
  ["<", (a, b) => a < b],
  [">", (a, b) => a > b],
  ["<=", (a, b) => a <= b],
  [">=", (a, b) => a >= b],
]);

function operate(operator: string, [left = NULL, right]: readonly Value[]): Value {
  const open = (value: Value | undefined) => value !== undefined && value.kind !== "literal";
  if (right === undefined) return negate(operator, left);
  if (operator === "&&" || operator === "||") {
    const decisive = operator === "||";
    if (isBoolean(left, decisive) || isBoolean(right, decisive)) return literal(decisive);
    return isBoolean(left, !decisive) && isBoolean(right, !decisive) ? literal(!decisive) : unknown(`"${operator}" isn't known`);
  }
  if (operator === "==" || operator === "!=") {
    const equal = same(left, right);
    return equal === undefined
      ? unknown(`a comparison isn't known: ${why(open(left) ? left : right)}`)
      : literal(equal === (operator === "=="));
  }
  const [a, b] = [knownText(left), knownText(right)];
  const result = a !== undefined && b !== undefined ? ARITHMETIC.get(operator)?.(Number(a), Number(b)) : undefined;
  if (result === undefined || (typeof result === "number" && !Number.isFinite(result)))
    return unknown(`"${operator}" isn't known`);
  return literal(result);
}

const isBoolean = (value: Value, wanted: boolean) => value.kind === "literal" && value.value === wanted;

function negate(operator: string, value: Value): Value {
  if (operator === "!" && value.kind === "literal" && typeof value.value === "boolean") return literal(!value.value);
  if (operator === "-" && value.kind === "literal" && typeof value.value === "number") return literal(-value.value);
  return unknown(`"${operator}" isn't known: ${why(value)}`);
}

function object(entries: readonly (readonly [Value, Value])[]): Value {
  const named: (readonly [string, Value])[] = [];
  for (const [key, value] of entries) {
    const name = knownText(key);
    if (name === undefined) return unknown(`a key isn't known: ${why(key)}`);
    named.push([name, value]);
  }
  return fields(named);
}

/** All keys at the front that are known; a reference needs them before it can be followed. */
function steps(of: Expression, path: readonly Step[], scope: Scope, bindings: Bindings): Value {
  if (of.kind !== "name" || bindings.has(of.name)) return walk(evaluate(of, scope, bindings), path, scope, bindings);
  const keys: (string | number)[] = [];
  for (const step of path) {
    const key = keyOf(step, scope, bindings);
    if (key === undefined) break;
    keys.push(key);
  }
  const { value, consumed } = scope.root(of.name, keys);
  return walk(value, path.slice(consumed), scope, bindings);
}

function keyOf(step: Step, scope: Scope, bindings: Bindings): string | number | undefined {
  if (step.kind === "splat") return undefined;
  if (step.kind === "attribute") return step.name;
  const key = evaluate(step.key, scope, bindings);
  if (key.kind === "literal" && typeof key.value === "number") return key.value;
  return knownText(key);
}

function walk(value: Value, path: readonly Step[], scope: Scope, bindings: Bindings): Value {
  let current = value;
  for (const [at, step] of path.entries()) {
    if (step.kind === "splat") return splat(current, path.slice(at + 1), scope, bindings);
    const key = keyOf(step, scope, bindings);
    if (key === undefined) return unknown(`an index isn't known`);
    current = stepInto(current, key, scope);
  }
  return current;
}

function splat(value: Value, rest: readonly Step[], scope: Scope, bindings: Bindings): Value {
  if (isNull(value)) return list([]);
  if (value.kind === "unknown") return value;
  const items = value.kind === "list" ? value.items : [value];
  return list(items.map((item) => walk(item, rest, scope, bindings)));
}

function stepInto(value: Value, key: string | number, scope: Scope): Value {
  switch (value.kind) {
    case "object":
      // A block that stands alone is an object in JSON, and the first of a list in Terraform's eyes.
      return value.entries.get(String(key)) ?? (key === 0 ? value : unknown(`there is no "${key}"`));
    case "list":
      return listItem(value.items, key, scope);
    case "reference":
      return scope.attribute(value, key);
    case "unknown":
      return value;
    default:
      return unknown(`"${key}" of a text isn't known`);
  }
}

/** A block that can stand only once is a list of one in Terraform's eyes, and an object in JSON. */
function listItem(items: readonly Value[], key: string | number, scope: Scope): Value {
  const at = typeof key === "number" ? key : /^\d+$/.test(key) ? Number(key) : undefined;
  if (at !== undefined) return items[at] ?? unknown(`there is no item ${at}`);
  const [only] = items;
  return only && items.length === 1 ? stepInto(only, key, scope) : unknown(`"${key}" of a list isn't known`);
}

function loop({ key, value, in: collection, resultKey, result, grouped, test }: For, scope: Scope, outer: Bindings): Value {
  const over = evaluate(collection, scope, outer);
  const pairs = pairsOf(over);
  if (!pairs) return unknown(`the collection of a "for" isn't known: ${why(over)}`);
  const results: Value[] = [];
  const entries = new Map<string, Value>();
  for (const [name, item] of pairs) {
    const bindings: Bindings = new Map([...outer, ...(key === undefined ? [] : [[key, name] as const]), [value, item]]);
    const kept = test ? evaluate(test, scope, bindings) : literal(true);
    if (kept.kind !== "literal") return unknown(`the test of a "for" isn't known: ${why(kept)}`);
    if (kept.value !== true) continue;
    const made = evaluate(result, scope, bindings);
    if (!resultKey) {
      results.push(made);
      continue;
    }
    const madeKey = knownText(evaluate(resultKey, scope, bindings));
    if (madeKey === undefined) return unknown(`a key of a "for" isn't known`);
    const before = entries.get(madeKey);
    entries.set(madeKey, grouped ? list([...(before?.kind === "list" ? before.items : []), made]) : made);
  }
  return resultKey ? fields(entries) : list(results);
}

/** Keys and values in the order in which Terraform visits them. */
function pairsOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (value.kind === "list") return value.items.map((item, at) => [value.set ? item : literal(at), item]);
  if (value.kind !== "object") return undefined;
  return [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [literal(name), item]);
}
