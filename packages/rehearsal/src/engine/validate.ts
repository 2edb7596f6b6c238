import type { Diagnostic } from "../protocol/messages";
import type { Block, Facts } from "../schema/types";
import { isList, UNKNOWN, type Value } from "../schema/value";
import { combinations } from "./combinations";
import { type Found, isSet, select } from "./select";

/** Says what is wrong with a value, in the words of terraform-plugin-sdk v2, helper/validation. */
type Check = (value: Value, key: string) => string | undefined;

const quoted = (values: readonly (string | number)[]) => `[${values.map((value) => JSON.stringify(value)).join(" ")}]`;

const oneOf =
  (allowed: readonly (string | number)[], ignoreCase: boolean): Check =>
  (value, key) => {
    const fold = (text: Value) => (ignoreCase ? String(text).toLowerCase() : String(text));
    if (allowed.some((one) => fold(one) === fold(value))) return undefined;
    return `expected ${key} to be one of ${quoted(allowed)}, got ${String(value)}`;
  };

const inRange =
  ([low, high]: readonly [number | null, number | null]): Check =>
  (value, key) => {
    const number = Number(value);
    if (Number.isNaN(number) || ((low === null || number >= low) && (high === null || number <= high))) return undefined;
    if (high === null) return `expected ${key} to be at least (${low}), got ${number}`;
    if (low === null) return `expected ${key} to be at most (${high}), got ${number}`;
    return `expected ${key} to be in the range (${low} - ${high}), got ${number}`;
  };

const ofLength =
  ([low, high]: readonly [number | null, number | null]): Check =>
  (value, key) => {
    if (typeof value !== "string") return undefined;
    const length = Buffer.byteLength(value);
    if (length >= (low ?? 0) && length <= (high ?? length)) return undefined;
    return `expected length of ${key} to be in the range (${low ?? 0} - ${high ?? "∞"}), got ${value}`;
  };

const matching =
  (patterns: readonly string[]): Check =>
  (value, key) => {
    if (typeof value !== "string") return undefined;
    const failed = patterns.find((pattern) => !compiled(pattern).test(value));
    return failed === undefined
      ? undefined
      : `invalid value for ${key} (must match regular expression ${JSON.stringify(failed)})`;
  };

/** Go's inline flags stand in front; a pattern that JavaScript can't read refuses nothing. */
function compiled(pattern: string): RegExp {
  try {
    return pattern.startsWith("(?i)") ? new RegExp(pattern.slice(4), "i") : new RegExp(pattern);
  } catch {
    return /(?:)/;
  }
}

function checksOf(facts: Facts): readonly (readonly [path: string, check: Check])[] {
  const ignoring = new Set(facts.enumsIgnoreCase);
  const all = <T>(rows: Readonly<Record<string, T>> | undefined, make: (row: T, path: string) => Check) =>
    Object.entries(rows ?? {}).map(([path, row]) => [path, make(row, path)] as const);
  return [
    ...all(facts.enums, (allowed, path) => oneOf(allowed, ignoring.has(path))),
    ...all(facts.ranges, inRange),
    ...all(facts.lengths, ofLength),
    ...all(facts.patterns, matching),
  ];
}

/** Limits on the elements of a list; those of blocks are Terraform's own to check, from the schema. */
function countErrors(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  const wrong = (path: string, exceeds: (length: number) => string | undefined) =>
    select(block, config, path).flatMap(({ value, steps, key }): Diagnostic[] => {
      const reason = isList(value) && !isNestedBlock(block, path) ? exceeds(value.length) : undefined;
      return reason === undefined
        ? []
        : [{ summary: reason, detail: `Attribute ${key} has ${(value as readonly Value[]).length} declared.`, path: steps }];
    });
  return [
    ...Object.entries(facts.maxItems ?? {}).flatMap(([path, max]) =>
      wrong(path, (n) => (n > max ? "Too many list items" : undefined)),
    ),
    ...Object.entries(facts.minItems ?? {}).flatMap(([path, min]) =>
      wrong(path, (n) => (n < min ? "Not enough list items" : undefined)),
    ),
  ];
}

function isNestedBlock(block: Block | undefined, path: string): boolean {
  const [name, ...rest] = path.split(".");
  const nested = block?.block_types?.[name ?? ""];
  return nested !== undefined && (rest.length === 0 || isNestedBlock(nested.block, rest.join(".")));
}

const known = (found: Found) => isSet(found) && found.value !== UNKNOWN;

/**
 * What the provider refuses before it asks the service. Only what is known is judged: it may be called again with more.
 * Source: Terraform plugin protocol 5.x, ValidateResourceTypeConfig.
 */
export function validate(block: Block, facts: Facts, config: Value): readonly Diagnostic[] {
  const values = checksOf(facts).flatMap(([path, check]) =>
    select(block, config, path)
      .filter(known)
      .flatMap(({ value, steps, key }): Diagnostic[] => {
        const summary = check(value, key);
        return summary === undefined ? [] : [{ summary, path: steps }];
      }),
  );
  return [...values, ...countErrors(block, facts, config), ...combinations(block, facts, config)];
}
