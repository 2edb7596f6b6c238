/**
 * Decides conditions on requests, exactly: for every request, for some, and which, or for none.
 *
 * A statement on OCI and its location, for a reader whose bucket names begin with `eu-`:
 *
 *     const bucket = { name: "target.bucket.name", sort: "name" } as const;
 *     const user = { name: "request.user.name", sort: "name" } as const;
 *     const grant = all(
 *       some(bucket, globbed(parseGlob("*-media", { one: false }), { ignoreCase: true })),
 *       other(user, words(["guest"], { ignoreCase: true })),
 *     );
 *     const asset = some(bucket, globbed(parseGlob("eu-*"), { ignoreCase: true }));
 *     decide(all(grant, asset));
 *     // { kind: "sometimes", witness: Map { "request.user.name" → "a", "target.bucket.name" → "eu-media" } }
 *
 * An absent variable is part of every domain: `some` is false of it, `not(some(…))` true (AWS's negated operators), `other`
 * false (OCI's `!=`). All that OCI asks of a request's time is asked of one variable, an instant. What can't be read is `unknown(reason)` and makes the answer `undecided` where it matters.
 */

export type { AddressBlock, Addresses } from "./addresses";
export { addressBlock, addressPlace, addressText, complementAddresses, intersectAddresses } from "./addresses";
export { type Comparison, type Decision, decide, equivalent, implies, type Undecided } from "./decide";
export { evaluate, type Witness } from "./evaluate";
export {
  all,
  any,
  equal,
  every,
  FALSE,
  type Formula,
  is,
  not,
  onlyIf,
  other,
  present,
  some,
  TRUE,
  unknown,
  type Variable,
} from "./formula";
export { type Glob, type GlobPart, parseGlob } from "./glob";
export { calendarDays, complementInstants, type Instants, instantsBetween, intersectInstants, timesOfDay } from "./instants";
export { ALL_TEXTS, complement, globbed, intersection, type Language, NO_TEXT, union, words } from "./language";
export { complementOf } from "./line";
export { type Numbers, numberAbove, numberBelow, numberEquals } from "./numbers";
export type { SetOf, Sort, Value, ValueOf } from "./value-set";
