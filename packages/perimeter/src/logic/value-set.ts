import { type Addresses, ALL_ADDRESSES, complementAddresses, hasAddress, intersectAddresses, memberAddress } from "./addresses";
import { fold } from "./case";
import {
  ALL_INSTANTS,
  complementInstants,
  hasInstant,
  type Instants,
  instantsBetween,
  intersectInstants,
  memberInstant,
} from "./instants";
import { ALL_TEXTS, complement, contains, keyOfLanguage, type Language, words } from "./language";
import { ascending, between, complementOf, intersectLines } from "./line";
import { ALL_NUMBERS, hasNumber, memberNumber, type Numbers, numberEquals, numberOrder } from "./numbers";
import { compiled, complementTexts, intersectTexts, memberText, type TextSet } from "./text-set";

/**
 * What kind of values a variable has. `name` is a text that compares without case, whatever it is compared with: OCI's;
 * `text` is AWS's, where each operator has its own reading.
 */
export type Sort = "text" | "name" | "number" | "instant" | "address" | "flag";

/** What one value is, by sort; an address as its place on the line of addresses, an instant in milliseconds since 1970. */
export interface ValueOf {
  readonly text: string;
  readonly name: string;
  readonly number: number;
  readonly instant: number;
  readonly address: bigint;
  readonly flag: boolean;
}
export type Value = ValueOf[Sort];

/** A set of values as formulas have it. */
export interface SetOf {
  readonly text: Language;
  readonly name: Language;
  readonly number: Numbers;
  readonly instant: Instants;
  readonly address: Addresses;
  readonly flag: readonly boolean[];
}

/** A set of values as a decision computes with it: the same, but for texts. */
export interface RegionOf extends Omit<SetOf, "text" | "name"> {
  readonly text: TextSet;
  readonly name: TextSet;
}

/** The operations that every sort has. */
export interface Algebra<Value, Set, Region> {
  readonly every: Set;
  only(value: Value): Set;
  has(set: Set, value: Value): boolean;
  outside(set: Set): Set;
  key(set: Set): string;
  region(set: Set): Region;
  intersect(one: Region, other: Region): Region;
  complement(region: Region): Region;
  /** Always the same one; none if and only if the region is empty. */
  member(region: Region): Value | undefined;
}

const TEXT: Algebra<string, Language, TextSet> = {
  every: ALL_TEXTS,
  only: (text) => words([text]),
  has: contains,
  outside: complement,
  key: keyOfLanguage,
  region: compiled,
  intersect: intersectTexts,
  complement: complementTexts,
  member: (region) => memberText(region, false),
};

const otherFlags = (flags: readonly boolean[]) => [false, true].filter((flag) => !flags.includes(flag));
const same = <Value>(value: Value) => value;
const keyOf = (set: unknown) => JSON.stringify(set, (_, value) => (typeof value === "bigint" ? String(value) : value));

export const ALGEBRAS: { readonly [S in Sort]: Algebra<ValueOf[S], SetOf[S], RegionOf[S]> } = {
  text: TEXT,
  name: {
    ...TEXT,
    only: (text) => words([text], { ignoreCase: true }),
    has: (language, text) => contains(language, fold(text)),
    member: (region) => memberText(region, true),
  },
  number: {
    every: ALL_NUMBERS,
    only: numberEquals,
    has: hasNumber,
    outside: complementOf,
    key: keyOf,
    region: same,
    intersect: (one, other) => intersectLines(one, other, numberOrder),
    complement: complementOf,
    member: memberNumber,
  },
  instant: {
    every: ALL_INSTANTS,
    only: (instant) => instantsBetween(instant, instant + 1),
    has: hasInstant,
    outside: complementInstants,
    key: keyOf,
    region: same,
    intersect: intersectInstants,
    complement: complementInstants,
    member: memberInstant,
  },
  address: {
    every: ALL_ADDRESSES,
    only: (address) => between<bigint>(address, address + 1n, ascending),
    has: hasAddress,
    outside: complementAddresses,
    key: keyOf,
    region: same,
    intersect: intersectAddresses,
    complement: complementAddresses,
    member: memberAddress,
  },
  flag: {
    every: [false, true],
    only: (flag) => [flag],
    has: (set, flag) => set.includes(flag),
    outside: otherFlags,
    key: keyOf,
    region: same,
    intersect: (one, other) => one.filter((flag) => other.includes(flag)),
    complement: otherFlags,
    member: ([first]) => first,
  },
};
