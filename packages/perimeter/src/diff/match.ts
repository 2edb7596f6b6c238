import type { Resource, Value } from "../input";
import { nameKey } from "./identity";

/** Which resource of one estate is which of another, by addresses: `after` → `before`. */
export type Matches = ReadonlyMap<string, string>;

type Group = readonly Resource[];
type Pairs = Map<string, string>;

/**
 * Finds what is the same thing in the cloud, whatever Terraform calls it: by its name there; else by its address; else by
 * what is said of it.
 */
export function matchResources(before: Group, after: Group): Matches {
  const pairs: Pairs = new Map();
  const taken = new Set<string>();
  const pair = (one: Resource, other: Resource) => {
    pairs.set(other.address, one.address);
    taken.add(one.address);
  };
  const left = (all: Group, isTaken: (address: string) => boolean) => all.filter(({ address }) => !isTaken(address));
  const leftBefore = () => left(before, (address) => taken.has(address));
  const leftAfter = () => left(after, (address) => pairs.has(address));

  for (const key of [withAddress, nameKey, addressKey, innerAddressKey])
    for (const [one, other] of onlyPairs(leftBefore(), leftAfter(), key)) if (mayBeSame(one, other)) pair(one, other);
  // What refers to something that was matched may now be told apart by it.
  for (let found = true; found; ) {
    found = false;
    for (const [one, other] of sameContent(leftBefore(), leftAfter(), pairs)) {
      pair(one, other);
      found = true;
    }
  }
  return pairs;
}

/** What has the same name and address is the same where several share the name. */
function withAddress(resource: Resource): string | undefined {
  const name = nameKey(resource);
  return name === undefined ? undefined : `${name} ${resource.address}`;
}

const addressKey = ({ type, address }: Resource) => `${type} ${address}`;

/** The address within its stack: a plan is a stack of its own name. */
const innerAddressKey = ({ type, address }: Resource) => `${type} ${address.slice(address.indexOf("/") + 1)}`;

/** What one key has on both sides, and only once. */
function onlyPairs(before: Group, after: Group, keyOf: (resource: Resource) => string | undefined) {
  const [ones, others] = [grouped(before, keyOf), grouped(after, keyOf)];
  return [...ones].flatMap(([key, [one, second]]): readonly (readonly [Resource, Resource])[] => {
    const [other, third] = others.get(key) ?? [];
    return one && other && !second && !third ? [[one, other]] : [];
  });
}

function grouped(all: Group, keyOf: (resource: Resource) => string | undefined): ReadonlyMap<string, Group> {
  const groups = new Map<string, Resource[]>();
  for (const resource of all) {
    const key = keyOf(resource);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(resource);
    else groups.set(key, [resource]);
  }
  return groups;
}

/** A resource may be called otherwise in place; two ids are two things. */
function mayBeSame(one: Resource, other: Resource): boolean {
  return IDS.every((name) => {
    const [known, second] = [knownId(one, name), knownId(other, name)];
    return known === undefined || second === undefined || known === second;
  });
}

/** Attributes that the cloud gives, and that are never given twice. */
export const IDS = ["id", "ocid", "arn", "bucket_id", "key_id"] as const;

export function knownId({ arguments: given }: Resource, name: string): string | undefined {
  const value = given.entries.get(name);
  const text = value?.kind === "literal" ? value.value : value?.kind === "reference" ? value.value : undefined;
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** Of what the cloud gives no name of its own, what says the same on both sides; twins in the order of their addresses. */
function sameContent(before: Group, after: Group, pairs: Pairs): readonly (readonly [Resource, Resource])[] {
  const signature = (side: "before" | "after") => (resource: Resource) =>
    signatureOf(resource, (to) => (side === "before" ? to : (pairs.get(to) ?? `new ${to}`)));
  const ones = grouped(before, signature("before"));
  const others = grouped(after, signature("after"));
  return [...ones].flatMap(([key, group]) => {
    const twins = others.get(key) ?? [];
    if (twins.length !== group.length) return [];
    const [sorted, second] = [inOrder(group), inOrder(twins)];
    return sorted.flatMap((one, at): readonly (readonly [Resource, Resource])[] => {
      const other = second[at];
      return other && mayBeSame(one, other) ? [[one, other]] : [];
    });
  });
}

const inOrder = (all: Group) => [...all].sort((one, other) => (one.address < other.address ? -1 : 1));

/** Attributes of a plan or a state that say nothing about what a resource is for. */
const TELLS_NOTHING: ReadonlySet<string> = new Set([...IDS, "tags_all", "time_created", "state", "//"]);

function signatureOf({ type, arguments: given, provider }: Resource, called: (to: string) => string): string {
  const entries = [...given.entries].filter(([name]) => !TELLS_NOTHING.has(name));
  const written = entries.map(([name, value]) => [name, writtenAs(value, called)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([type, provider.region && writtenAs(provider.region, called), written]);
}

function writtenAs(value: Value, called: (to: string) => string): unknown {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "list":
      return value.items.map((item) => writtenAs(item, called));
    case "object":
      return [...value.entries].map(([name, item]) => [name, writtenAs(item, called)]).sort();
    case "template":
      return { parts: value.parts.map((part) => writtenAs(part, called)) };
    case "json":
      return { json: writtenAs(value.value, called) };
    case "reference":
      return { to: called(value.to), attribute: value.attribute.join(".") };
    case "unknown":
      return { unknown: value.reason };
  }
}
