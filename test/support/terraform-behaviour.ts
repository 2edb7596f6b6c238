import type { Facts } from "rehearsal/schema";
import { holdsTemplate, isObject, isSet, type JsonObject, listOf, type Place, shown } from "./terraform-json";

type ByPath<T> = Readonly<Record<string, T>>;
/** Lower and upper bound, both included; null is open. */
type Bounds = readonly [number | null, number | null];
type Groups = readonly (readonly string[])[];

/** What the provider would refuse although its schema admits it. */
export function behaviourViolations(args: JsonObject, facts: Facts, isBlock: (path: string) => boolean): string[] {
  return [...valueViolations(args, facts), ...countViolations(args, facts, isBlock), ...companyViolations(args, facts)];
}

/** Single values, and each element of a list. What holds an expression isn't known, and passes. */
function valueViolations(args: JsonObject, facts: Facts): string[] {
  const { enums = {}, enumsIgnoreCase = [], applyEnums = {}, ranges = {}, lengths = {}, patterns = {} } = facts;
  const check = <T>(rules: ByPath<T>, judge: (value: unknown, rule: T, path: string) => string | undefined) =>
    Object.entries(rules).flatMap(([path, rule]) =>
      placesAt(args, path)
        .flatMap(elementsAt)
        .filter(({ value }) => isSet(value) && !holdsTemplate(value))
        .flatMap((place) => report(place, judge(place.value, rule, path))),
    );
  return [
    ...check(enums, (value, allowed, path) => notOneOf(value, allowed, enumsIgnoreCase.includes(path))),
    ...check(applyEnums, (value, allowed) => notOneOf(value, allowed, true)),
    ...check(ranges, (value, bounds) => (isWithin(Number(value), bounds) ? undefined : `a number ${between(bounds)}`)),
    ...check(lengths, (value, bounds) => (isWithin(String(value).length, bounds) ? undefined : `a length ${between(bounds)}`)),
    ...check(patterns, (value, all) => {
      const missed = all.find((pattern) => !new RegExp(pattern).test(String(value)));
      return missed === undefined ? undefined : `text like /${missed}/`;
    }),
  ];
}

const report = ({ path, value }: Place, expected: string | undefined) =>
  expected === undefined ? [] : [`${path}: expected ${expected}, found ${shown(value)}`];

function notOneOf(value: unknown, allowed: readonly (string | number)[], ignoreCase: boolean): string | undefined {
  const alike = (text: unknown) => (ignoreCase ? String(text).toLowerCase() : String(text));
  if (allowed.some((each) => alike(each) === alike(value))) return undefined;
  return `one of ${[...new Set(allowed)].map(shown).join(", ")}`;
}

const isWithin = (number: number, [least, most]: Bounds) =>
  number >= (least ?? Number.NEGATIVE_INFINITY) && number <= (most ?? Number.POSITIVE_INFINITY);

const between = ([least, most]: Bounds) =>
  [least === null ? [] : `from ${least}`, most === null ? [] : `up to ${most}`].flat().join(" ");

/**
 * Blocks and elements of lists; those of an unset argument aren't counted, those of an expression can't be. An empty
 * list is an argument of no elements, but no block at all.
 */
function countViolations(
  args: JsonObject,
  { minItems = {}, maxItems = {} }: Facts,
  isBlock: (path: string) => boolean,
): string[] {
  const check = (limits: ByPath<number>, isBroken: (count: number, limit: number) => boolean, word: string) =>
    Object.entries(limits).flatMap(([path, limit]) =>
      placesAt(args, path)
        .filter(({ value }) => (isBlock(path) ? isSet(value) : value !== undefined && value !== null))
        .filter(({ value }) => !holdsTemplate(value))
        .filter(({ value }) => isBroken(listOf(value).length, limit))
        .map(({ path: at, value }) => tooFewOrMany(at, word, limit, listOf(value).length)),
    );
  return [
    ...check(minItems, (count, limit) => count < limit, "at least"),
    ...check(maxItems, (count, limit) => count > limit, "at most"),
  ];
}

/** The same words for the schema's limits and for those that only the behaviour knows. */
export const tooFewOrMany = (path: string, word: string, limit: number, found: number) =>
  `${path}: expected ${word} ${limit}, found ${found}`;

/** Which arguments may, must or can't be set together. */
function companyViolations(args: JsonObject, facts: Facts): string[] {
  const { conflictsWith = {}, requiredWith = {}, exactlyOneOf = [], atLeastOneOf = [] } = facts;
  const pairs = (rules: ByPath<readonly string[]>, judge: (isThere: boolean) => boolean, words: string) =>
    Object.entries(rules).flatMap(([path, others]) =>
      others.flatMap((other) =>
        companies(args, [path, other])
          .filter(({ set }) => set.includes(path) && judge(set.includes(other)))
          .map(({ at }) => `${at}${lastOf(path)}: ${words} ${other}`),
      ),
    );
  const groups = (all: Groups, isBroken: (count: number) => boolean, words: string) =>
    all.flatMap((group) =>
      companies(args, group)
        .filter(({ set }) => isBroken(set.length))
        .map(({ at, set }) => `${at}${group.map(lastOf).join(", ")}: expected ${words} of them, found ${set.length}`),
    );
  return [
    ...pairs(conflictsWith, (isThere) => isThere, "conflicts with"),
    ...pairs(requiredWith, (isThere) => !isThere, "is of use only together with"),
    ...groups(exactlyOneOf, (count) => count !== 1, "exactly one"),
    ...groups(atLeastOneOf, (count) => count === 0, "at least one"),
  ];
}

const lastOf = (path: string) => path.split(".").at(-1) ?? path;

/** For each block that is the nearest common parent of `paths`: which of them are set in it. */
function companies(args: JsonObject, paths: readonly string[]): { at: string; set: string[] }[] {
  const parent = commonParent(paths);
  const within = (path: string) => path.split(".").slice(parent.length).join(".");
  return blocksAt(args, parent.join(".")).map(({ path, value }) => ({
    at: path === "" ? "" : `${path}.`,
    set: paths.filter((each) => placesAt(value, within(each)).some((place) => isSet(place.value))),
  }));
}

function commonParent(paths: readonly string[]): string[] {
  const [first = [], ...others] = paths.map((path) => path.split(".").slice(0, -1));
  const end = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return end === -1 ? first : first.slice(0, end);
}

/** Each single block at a dotted path. */
const blocksAt = (args: unknown, path: string): Place[] =>
  path === ""
    ? [{ path: "", value: args }]
    : placesAt(args, path)
        .flatMap(elementsAt)
        .filter(({ value }) => isObject(value));

/**
 * The values at a dotted path without indexes, as `behaviour.json` writes it: one for each block on the way. `[]` at
 * its end stands for the elements of a list.
 */
function placesAt(args: unknown, path: string): Place[] {
  const wantsElements = path.endsWith("[]");
  const segments = path.replace(/\[\]$/, "").split(".");
  const places = segments.reduce<Place[]>(
    (parents, name) =>
      parents
        .flatMap(elementsAt)
        .flatMap(({ path: at, value }) =>
          isObject(value) ? [{ path: at === "" ? name : `${at}.${name}`, value: value[name] }] : [],
        ),
    [{ path: "", value: args }],
  );
  return wantsElements ? places.flatMap(elementsAt) : places;
}

const elementsAt = ({ path, value }: Place): Place[] =>
  Array.isArray(value) ? value.map((each, index) => ({ path: `${path}[${index}]`, value: each })) : [{ path, value }];
