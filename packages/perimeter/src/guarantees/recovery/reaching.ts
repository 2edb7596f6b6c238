import type { Reached, Reaches, Way } from "../../detours";
import type { Powers } from "../../detours/ways";
import { type Actor, keyOf as keyOfActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { accountOfActor } from "../../estate/aws/actors";
import { knownText } from "../../input/expression/text";
import { accountOf } from "../../input/names";
import { isUnknown } from "../../simulate/aws/estate";
import type { Facts } from "../facts";
import { leading, type WaysOf } from "../leading";
import { keyOf } from "./keys";
import { endingKeys } from "./rows";

/** Something that whoever has one of these powers over it has power over the whole. */
export interface Target {
  readonly asset: Asset;
  readonly powers: Powers;
}

/**
 * Who comes to one of several powers, or ends the key of an asset, in any number of steps; each question is asked once.
 * @param among whoever else isn't asked about, and these by what they can do themselves: it takes far less
 */
export type Reaching = (targets: readonly Target[], keyOf?: Asset, among?: readonly Actor[]) => Reaches;

const KEY_ROW: Way["row"] = {
  id: "DES-KEY-0",
  source: "Backing Up and Restoring Vaults and Keys",
  yields: "control",
  says: "may end its key",
};

export function reachingIn(facts: Facts): Reaching {
  const { clouds, estate } = facts;
  const asked = new Map<string, { readonly ways: WaysOf; all?: Reaches }>();
  return (targets, keyed, among) => {
    const name = JSON.stringify([targets.map(nameOf), keyed?.resource.address]);
    const one = asked.get(name) ?? { ways: waysTo(targets, keyed) };
    asked.set(name, one);
    if (!one.all && among) return themselves(among, one.ways);
    one.all ??= leading(facts, one.ways);
    return one.all;
  };

  function waysTo(targets: readonly Target[], keyed: Asset | undefined): WaysOf {
    return remembered((actor) => [
      ...targets.flatMap((target) => waysOf(actor, target)),
      ...(keyed ? waysToKey(actor, keyed) : []),
    ]);
  }

  /** What closes an account is asked of those alone who could: a way round doesn't say what it is used for in the end. */
  function waysOf(actor: Actor, { asset, powers }: Target): readonly Way[] {
    const own = { ...powers, aws: powers.aws.filter(({ id }) => mayClose(id, actor, asset)) };
    return clouds.flatMap((cloud) => cloud.powers(actor, asset, own));
  }

  function waysToKey(actor: Actor, asset: Asset): readonly Way[] {
    const { key, vault, open } = keyOf(asset, estate);
    if (open) return [{ row: KEY_ROW, held: { kind: "undecided", reasons: [`"${open.address}": ${open.reason}`] } }];
    if (!key) return [];
    if (key.type.startsWith("aws_")) {
      // A grant gives the use of a key, and never what ends it ("Grants in AWS KMS", grant operations).
      return clouds.flatMap((cloud) => cloud.powers(actor, asset, endingKeys)).filter(({ row }) => row.id !== "K02");
    }
    const resources = [key, ...(vault ? [vault] : [])];
    return resources.flatMap((resource) =>
      clouds.flatMap((cloud) => cloud.powers(actor, { store: asset.store, resource, flows: [] }, endingKeys)),
    );
  }

  /** An account is closed from within, or from the management account of its organization. */
  function mayClose(row: string, actor: Actor, { resource }: Asset): boolean {
    if (row !== "DES-ACC-1" && row !== "DES-ACC-2") return true;
    const own = actor.cloud === "aws" ? accountOfActor(actor) : undefined;
    const account = knownText(accountOf(resource.provider));
    if (row === "DES-ACC-1") return own === account;
    const membership = estate.aws.accounts.find(({ id }) => id === own)?.organization;
    return membership !== undefined && membership !== "none" && !isUnknown(membership) && membership.management;
  }
}

const nameOf = ({ asset, powers }: Target) => [
  asset.resource.address,
  ...powers.oci.map(({ id }) => id),
  ...powers.aws.map(({ id }) => id),
];

function remembered(look: WaysOf): WaysOf {
  const known = new Map<string, readonly Way[]>();
  return (actor) => {
    const found = known.get(keyOfActor(actor)) ?? look(actor);
    known.set(keyOfActor(actor), found);
    return found;
  };
}

function themselves(actors: readonly Actor[], ways: WaysOf): Reaches {
  return new Map(
    actors.flatMap((actor): readonly (readonly [string, Exclude<Reached, { kind: "never" }>])[] => {
      const open = ways(actor).find(({ held }) => held.kind === "possible");
      if (open?.held.kind !== "possible") return [];
      return [[keyOfActor(actor), { kind: "reached", steps: [{ actor, row: open.row, held: open.held }] }]];
    }),
  );
}
