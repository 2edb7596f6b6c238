import { ascending, between, complementOf, holdsAfter, intersectLines, type Line, spansOf } from "./line";

/** A range as CIDR writes it. `bits` are the address's, as a number. */
export interface AddressBlock {
  readonly family: 4 | 6;
  readonly bits: bigint;
  readonly prefix: number;
}

/** A set of addresses on one line: those of version 4 first, then those of version 6. The families never meet. */
export type Addresses = Line<bigint>;

const WIDTH = { 4: 32, 6: 128 } as const;
const FIRST = { 4: 0n, 6: 1n << 32n } as const;
const END = FIRST[6] + (1n << 128n);

export const ALL_ADDRESSES: Addresses = between<bigint>(0n, END, ascending);

export function addressBlock({ family, bits, prefix }: AddressBlock): Addresses {
  const size = 1n << BigInt(WIDTH[family] - prefix);
  const from = FIRST[family] + (bits / size) * size;
  return between(from, from + size, ascending);
}

export function complementAddresses(set: Addresses): Addresses {
  return intersectAddresses(complementOf(set), ALL_ADDRESSES);
}

export function intersectAddresses(one: Addresses, other: Addresses): Addresses {
  return intersectLines(one, other, ascending);
}

/** @param address as its place on the line, which `addressText` writes */
export function hasAddress(set: Addresses, address: bigint): boolean {
  return holdsAfter(set, address, ascending);
}

export function memberAddress(set: Addresses): bigint | undefined {
  const spans = spansOf(set);
  const usual = USUAL.find((address) => hasAddress(set, address));
  return usual ?? spans[0]?.from;
}

/** Addresses that documentation uses, RFC 5737 and RFC 3849: preferred in a witness. */
const USUAL = [
  (203n << 24n) | (113n << 8n) | 7n,
  (198n << 24n) | (51n << 16n) | (100n << 8n) | 7n,
  FIRST[6] + (0x2001_0db8n << 96n) + 7n,
];

/** Where an address of a family stands on the line. */
export function addressPlace(family: 4 | 6, bits: bigint): bigint {
  return FIRST[family] + bits;
}

/** An address as people write it; version 6 in eight groups, none left out. */
export function addressText(address: bigint): string {
  if (address < FIRST[6]) return groups(address, 4, 8n).join(".");
  return groups(address - FIRST[6], 8, 16n)
    .map((group) => group.toString(16))
    .join(":");
}

function groups(bits: bigint, count: number, width: bigint): readonly bigint[] {
  return Array.from({ length: count }, (_, index) => (bits >> (width * BigInt(count - 1 - index))) & ((1n << width) - 1n));
}
