import type { ObjectValue } from "../../src/schema/value";

/** An object that is there; later ones name it by `${name.attribute}`. */
export interface There {
  readonly type: string;
  readonly name: string;
  readonly arguments: ObjectValue;
  readonly provider?: ObjectValue;
}

/** What is asked of a cloud, and what is there before. */
export interface Case {
  readonly there?: readonly There[];
  /** The object that is wanted; left out: `removes` is to go. */
  readonly wants?: ObjectValue;
  /** Before a change. */
  readonly from?: ObjectValue;
  /** The name of what is to go. */
  readonly removes?: string;
  readonly provider?: ObjectValue;
}

/** What a row refuses, and a neighbour that passes. */
export interface Pair {
  readonly type: string;
  readonly refused: Case;
  readonly passes: Case;
}

export const there = (name: string, type: string, args: ObjectValue = {}, provider?: ObjectValue): There => ({
  name,
  type,
  arguments: args,
  ...(provider ? { provider } : {}),
});

/** Two ways of asking for the same kind of object, in one world. */
export const wants = (type: string, refused: ObjectValue, passes: ObjectValue, world: readonly There[] = []): Pair => ({
  type,
  refused: { there: world, wants: refused },
  passes: { there: world, wants: passes },
});

/** One object that is asked for, in a world where it is refused and in one where it isn't. */
export const within = (type: string, wanted: ObjectValue, refusing: readonly There[], passing: readonly There[]): Pair => ({
  type,
  refused: { there: refusing, wants: wanted },
  passes: { there: passing, wants: wanted },
});

/** Two changes of one object. */
export const changes = (
  type: string,
  from: ObjectValue,
  refused: ObjectValue,
  passes: ObjectValue,
  world: readonly There[] = [],
): Pair => ({
  type,
  refused: { there: world, from, wants: { ...from, ...refused } },
  passes: { there: world, from, wants: { ...from, ...passes } },
});

/** An object that is to go: while something stands against it, and without that. */
export const removes = (of: There, against: readonly There[], instead: readonly There[] = []): Pair => ({
  type: of.type,
  refused: { there: [of, ...against], removes: of.name },
  passes: { there: [of, ...instead], removes: of.name },
});
