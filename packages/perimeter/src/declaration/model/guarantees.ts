import { filled, listOf, mapOf, record } from "../shape/collection";
import { text, whole } from "../shape/scalar";
import { described, placed, type Shape } from "../shape/shape";
import type { Placed } from "../written";
import { name } from "./places";
import { oneOrMore, placedSelector } from "./selector";

/** A name of the Domain Name System (RFC 1035, 2.3.1; RFC 1123, 2.1), in lower case. */
const hostname = text(
  /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/,
  "a host name in lower case, such as us.example.com",
);

export const routing = record(
  { hostnames: described("names that the jurisdiction's users resolve", listOf(hostname, "host names")) },
  {},
);

export const oversight = record(
  {
    auditor: described("role of the third party that audits", placed(name)),
    evidence: described("what holds the records: a selector, or a list of them", oneOrMore(placedSelector, "selectors")),
  },
  {},
);

const ofStore = filled(record({}, { copies: whole(0), days: whole(0) }), "copies, days");

export const recovery = record(
  {
    copies: described("copies of each store, besides the store", whole(1)),
    days: described("how long a copy keeps what was deleted or overwritten at the store", whole(0)),
  },
  { stores: described("exceptions by store", mapOf(name, ofStore, "stores")) },
);

/** Roles per store that may read content; of `default` for those that aren't named. */
export const budget: Shape<ReadonlyMap<string, Placed<number>>> = filled(
  mapOf(name, whole(0), "stores"),
  "stores, and default for all others",
);
