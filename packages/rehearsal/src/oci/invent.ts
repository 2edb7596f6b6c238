import { createHash } from "node:crypto";
import type { Scope } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { isList, textOf, type Value } from "../schema/value";
import { characters, digits, hex, ocid, uuid } from "../world/ids";
import { isGlobal } from "./kinds";

/** Regions of the first realm whose OCIDs carry the key and not the name. */
const SHORT: Readonly<Record<string, string>> = { "us-phoenix-1": "phx", "us-ashburn-1": "iad" };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** What an OCID of a regional kind calls its region. */
export const placeOf = (region: string) => SHORT[region] ?? region;

/** The region of an OCID; undefined for an object of the tenancy, and for what is no OCID. */
export function regionOf(id: string): string | undefined {
  const place = /^ocid1\.[^.]+\.[^.]+\.([^.]+)\./.exec(id)?.[1];
  return Object.keys(SHORT).find((region) => SHORT[region] === place) ?? place;
}

/** A number from 0 below a bound, the same for the same seed. */
const number = (seed: string, below: number) => Number.parseInt(hex(seed, 8), 16) % below;

/** Networks that stand in documents and never on the internet. Source: RFC 5737. */
const DOCUMENTATION = ["192.0.2", "198.51.100", "203.0.113"];

const publicAddress = (seed: string) => `${DOCUMENTATION[number(`${seed} net`, 3)]}.${number(`${seed} host`, 254) + 1}`;

const numberOf = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const addressOf = (value: number) => [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256).join(".");

/** An address of a subnet; the first two and the last are the service's. Source: Networking, Allowed VCN Size and Address Ranges. */
function privateAddress(cidr: Value | undefined, seed: string): string {
  const [, base = "10.0.0.0", length = "24"] = /^([\d.]+)\/(\d+)$/.exec(textOf(cidr)) ?? [];
  const size = 2 ** (32 - Number(length));
  return addressOf(numberOf(base) + (size > 4 ? 2 + number(seed, size - 3) : 0));
}

/** `url.PathEscape` of Go, by which the provider makes ids of names. */
const pathEscaped = (text: string) =>
  encodeURIComponent(text).replace(/%(24|26|2B|3A|3D|40)/g, (code) => decodeURIComponent(code));

/** The fingerprint of a public key in PEM. Source: API Signing Key, "How to Get the Key's Fingerprint". */
function fingerprint(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  return (createHash("md5").update(der).digest("hex").match(/../g) ?? []).join(":");
}

type Invention = (argument: string, seed: string, scope: Scope, lookup: Lookup) => Value | undefined;

/** What a template can name as `{kind:argument}`: random by the seed, or worked out from the value that the argument names. */
const INVENTIONS: Readonly<Record<string, Invention>> = {
  base64: (length, seed) => characters(seed, Number(length), BASE64),
  digits: (length, seed) => digits(seed, Number(length)),
  hex: (length, seed) => hex(seed, Number(length)),
  letters: (length, seed) => characters(seed, Number(length), LETTERS),
  upper: (length, seed) => characters(seed, Number(length), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
  uuid: (argument, seed) => uuid(argument === "4" ? seed : `${seed} ${argument}`),
  ocid: (kind, seed, scope) => ocid(kind, textOf(scope["realm"]), isGlobal(kind) ? "" : textOf(scope["place"]), seed),
  /** `kind=name`: of what the service made for the object that is named, the same for whoever asks. */
  ocidFor: (argument, seed, scope, lookup) => {
    const [kind = "", name = ""] = argument.split("=", 2);
    return INVENTIONS["ocid"]?.(kind, textOf(lookup(name)) || seed, scope, lookup);
  },
  /** An address in the subnet whose range the argument names. */
  private: (range, seed, _scope, lookup) => privateAddress(lookup(range), `${seed} ${range}`),
  /** The same, where there is such a subnet. */
  inside: (range, seed, scope, lookup) =>
    lookup(range) === undefined ? undefined : INVENTIONS["private"]?.(range, seed, scope, lookup),
  /** An address of the internet; the argument tells several of one object apart. */
  public: (which, seed) => publicAddress(`${seed} ${which}`),
  /** The address of what is private or public by its `is_private`. */
  front: (range, seed, _scope, lookup) =>
    lookup("is_private") === true ? privateAddress(lookup(range), seed) : publicAddress(seed),
  /** The first address of a range, which is the router's. */
  first: (range, _seed, _scope, lookup) => {
    const base = /^([\d.]+)\/\d+$/.exec(textOf(lookup(range)))?.[1];
    return base === undefined ? undefined : addressOf(numberOf(base) + 1);
  },
  /** As a part of an id that is a path. */
  path: (name, _seed, _scope, lookup) => {
    const value = lookup(name);
    return value === undefined ? undefined : pathEscaped(String(value));
  },
  fingerprint: (name, _seed, _scope, lookup) => fingerprint(textOf(lookup(name))),
  bytes: (name, _seed, _scope, lookup) => String(Buffer.byteLength(textOf(lookup(name)))),
  md5: (name, _seed, _scope, lookup) =>
    createHash("md5")
      .update(textOf(lookup(name)))
      .digest("base64"),
  lower: (name, _seed, _scope, lookup) => textOf(lookup(name)).toLowerCase() || undefined,
  /** How many elements or blocks there are. */
  count: (name, _seed, _scope, lookup) => {
    const value = lookup(name);
    return isList(value) ? value.length : 0;
  },
  /** `text=name`: the text, where the name has a value that isn't false. */
  if: (condition, _seed, _scope, lookup) => {
    const [text, name = ""] = condition.split("=", 2);
    return lookup(name) ? text : undefined;
  },
  not: (name, _seed, _scope, lookup) => lookup(name) !== true,
  /** Whether there is a value; of a block: whether there is one. */
  has: (name, _seed, _scope, lookup) => lookup(name) !== undefined,
  /** Letters of a private host's own name, where the argument has a value. */
  host: (name, seed, _scope, lookup) => (lookup(name) === undefined ? undefined : characters(seed, 12, LETTERS)),
};

/** Ids and the like that a template can name. */
export const invent = (kind: string, argument: string, seed: string, scope: Scope, lookup: Lookup): Value | undefined =>
  Object.hasOwn(INVENTIONS, kind) ? INVENTIONS[kind]?.(argument, seed, scope, lookup) : undefined;
