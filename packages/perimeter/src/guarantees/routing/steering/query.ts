import { parseAddressRange } from "../../../aws/policy/address";
import {
  type Addresses,
  ALL_ADDRESSES,
  addressBlock,
  addressText,
  complementAddresses,
  hasAddress,
  intersectAddresses,
  memberAddress,
} from "../../../logic/addresses";
import { type Condition, type Subject, valuesOf } from "./condition";
import { chainOf, placeOf } from "./geography";
import type { Steering } from "./policy";

/** Where a query comes from, as far as a policy tells origins apart. */
export interface Origin {
  /** The keys of where it is, and of all that this lies in. */
  readonly places: ReadonlySet<string>;
  readonly asn?: string;
  /** As `logic/addresses` counts. */
  readonly address?: bigint;
  /** As a person says it. */
  readonly text: string;
}

/** Whether a query from there is in one of the values; `undefined`: they aren't understood. */
export function comesFrom(origin: Origin, subject: Subject, values: readonly string[]): boolean | undefined {
  if (subject === "asn") return values.includes(origin.asn ?? "");
  if (subject === "address") {
    const { address } = origin;
    return address !== undefined && values.some((value) => hasAddress(block(value), address));
  }
  if (values.some((value) => origin.places.has(value))) return true;
  return values.some((value) => !placeOf(value)) ? undefined : false;
}

/** One query for every way in which the conditions of a policy can tell queries apart, the plainest first. */
export function originsIn(steering: Steering): readonly Origin[] {
  const conditions = steering.rules.flatMap(({ cases = [] }) => cases.flatMap(({ condition }) => (condition ? [condition] : [])));
  const named = (subject: Subject) => [...new Set(conditions.flatMap((one: Condition) => valuesOf(one, subject)))];
  const places = [new Set<string>(), ...named("geokey").map((key) => new Set([key, ...chainOf(key).map((place) => place.key)]))];
  const asns = [undefined, ...named("asn")];
  const addresses = addressesIn(named("address"));
  return places.flatMap((place) =>
    asns.flatMap((asn) =>
      addresses.map((address) => ({
        places: place,
        ...(asn === undefined ? {} : { asn }),
        ...(address === undefined ? {} : { address }),
        text: textOf(place, asn, address, [places.length, asns.length, addresses.length]),
      })),
    ),
  );
}

/** A member of each part into which the ranges divide all addresses. */
function addressesIn(ranges: readonly string[]): readonly (bigint | undefined)[] {
  const parts = ranges.reduce<readonly Addresses[]>(
    (all, range) =>
      all
        .flatMap((part) => [intersectAddresses(part, complementAddresses(block(range))), intersectAddresses(part, block(range))])
        .filter((part) => memberAddress(part) !== undefined),
    [ALL_ADDRESSES],
  );
  return ranges.length === 0 ? [undefined] : parts.map(memberAddress);
}

function block(range: string): Addresses {
  const parsed = parseAddressRange(range);
  return parsed ? addressBlock(parsed) : intersectAddresses(ALL_ADDRESSES, complementAddresses(ALL_ADDRESSES));
}

function textOf(
  places: ReadonlySet<string>,
  asn: string | undefined,
  address: bigint | undefined,
  [byPlace, byAsn, byAddress]: readonly [number, number, number],
): string {
  const [key] = places;
  const parts = [
    ...(byPlace > 1 ? [key === undefined ? "anywhere else" : (placeOf(key)?.name ?? `geokey ${key}`)] : []),
    ...(byAsn > 1 ? [asn === undefined ? "any other network" : `AS${asn}`] : []),
    ...(byAddress > 1 && address !== undefined ? [addressText(address)] : []),
  ];
  return parts.length === 0 ? "anywhere" : parts.join(", ");
}
