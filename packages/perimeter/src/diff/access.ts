import { whenOf } from "../guarantees/access/matrix";
import { closureSays } from "./chain";
import type { AccessChange } from "./difference";
import { beyond, changeOf, type Facet, type FacetChange, type Kind } from "./facet";
import { type AssetPair, isMoved, placeOf } from "./places";
import type { Shown } from "./shown";
import type { Capabilities, Person, Survey } from "./survey";

type Capability = AccessChange["capability"];
const CAPABILITIES: readonly (readonly [Capability, Kind])[] = [
  ["content", "same"],
  ["administer", "own"],
  ["metadata", "same"],
];

const NOTHING: Facet = { open: [], doubts: new Set() };
const NO_CAPABILITIES: Capabilities = { metadata: NOTHING, content: NOTHING, administer: NOTHING, reached: { kind: "never" } };

/** Who can do more or less with what is a store or copy afterwards. */
export function accessChanges(before: Survey, after: Survey, pairs: readonly AssetPair[], shown: Shown): readonly AccessChange[] {
  const keys = new Set([...before.people.keys(), ...after.people.keys()]);
  const changes = [...keys].flatMap((key) => {
    const [was, is] = [before.people.get(key), after.people.get(key)];
    return pairs.flatMap((pair) => changesOf(was, is, pair));
  });
  return inOrder(together(changes));

  function changesOf(was: Person | undefined, is: Person | undefined, pair: AssetPair): readonly AccessChange[] {
    const person = is ?? was;
    if (!person || !pair.after) return [];
    // Whoever may change the boundary itself comes to whatever is new.
    if (person.standing.isTrusted && !pair.before) return [];
    const could = was && pair.before ? before.capabilities(was, pair.before) : NO_CAPABILITIES;
    const can = is ? after.capabilities(is, pair.after) : NO_CAPABILITIES;
    const told = { principal: principalIn(person, shown), ...rolesOf(person), ...placesOf(pair, shown) };
    // They have the power whatever the ways are.
    const asked = CAPABILITIES.filter(([capability]) => capability !== "administer" || !person.standing.isTrusted);
    const own = asked.flatMap(([capability, kind]): readonly AccessChange[] => {
      const change = isMoved(pair)
        ? openedOf(could[capability], can[capability])
        : changeOf(could[capability], can[capability], kind);
      return change ? [{ ...told, change, capability, ...wordsOf(could[capability], can[capability], change, kind) }] : [];
    });
    if (person.standing.isTrusted) return withoutImplied(own);
    return [...withoutImplied(own), ...chainChange(could, can, own).map((chain) => ({ ...told, ...chain }))];
  }
}

/** What rests elsewhere now is asked for by other names: circumstances can't be compared, but whether there are any. */
function openedOf(before: Facet, after: Facet): FacetChange | undefined {
  const change = changeOf(before, after, "same");
  return change === "gained" || change === "lost" ? change : undefined;
}

/** Whoever reads also lists. */
function withoutImplied(changes: readonly AccessChange[]): readonly AccessChange[] {
  const stronger = changes.filter(({ capability }) => capability !== "metadata");
  return changes.filter((one) => one.capability !== "metadata" || !stronger.some(({ change }) => change === one.change));
}

function chainChange(
  could: Capabilities,
  can: Capabilities,
  own: readonly AccessChange[],
): readonly Pick<AccessChange, "change" | "capability" | "before" | "after" | "by">[] {
  const change = closureSays(could, can);
  if (!change || (change.change === "unknown" && own.length > 0)) return [];
  return [{ capability: "content", ...change }];
}

function wordsOf(before: Facet, after: Facet, change: FacetChange, kind: Kind): Pick<AccessChange, "before" | "after" | "by"> {
  const isLess = change === "lost" || change === "narrowed";
  const ways = isLess ? beyond(before, after, kind) : beyond(after, before, kind);
  return { before: circumstances(before), after: circumstances(after), by: [...new Set(ways.map(({ says }) => says))] };
}

function circumstances({ open: [first], doubts }: Facet): string {
  if (first) return whenOf(first.way);
  return doubts.size > 0 ? "unknown" : "never";
}

const principalIn = ({ principal }: Person, { address }: Shown) => ({
  ...principal,
  name: address(principal.name),
  address: principal.address && address(principal.address),
});

function rolesOf({ standing: { roles, residency, isInside, isTrusted } }: Person) {
  return { role: roles[0]?.name ?? null, residency, isInside: isInside || isTrusted };
}

function placesOf({ before, after }: AssetPair, { address }: Shown) {
  const asset = after ?? before;
  return { store: asset?.store ?? "", places: asset ? [placeOf(asset, address)] : [] };
}

/** The same change of a store and of its copies is told once. */
function together(changes: readonly AccessChange[]): readonly AccessChange[] {
  const groups = new Map<string, AccessChange>();
  for (const one of changes) {
    const { places, ...rest } = one;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, places: [...known.places, ...places] } : one);
  }
  return [...groups.values()];
}

const GRAVITY: readonly AccessChange["change"][] = ["gained", "widened", "changed", "unknown", "narrowed", "lost"];

/** More before less, others before one's own, content before the rest; then an order that hangs on nothing else. */
function inOrder(changes: readonly AccessChange[]): readonly AccessChange[] {
  const keyOf = ({ change, isInside, capability, principal, store, places }: AccessChange) =>
    [
      GRAVITY.indexOf(change),
      Number(isInside),
      CAPABILITIES.findIndex(([name]) => name === capability),
      principal.kind,
      principal.name,
      principal.account,
      store,
      places[0]?.address,
    ].join("\u0000");
  return [...changes].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
