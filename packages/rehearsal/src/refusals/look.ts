import { valueAt } from "../engine/template";
import { isObject, type ObjectValue, objectsIn, textOf, type Value } from "../schema/value";
import type { World } from "../world/world";

/** The blocks at a path whose every step may be a list: `rule.destination.metrics`. */
export function blocksAt(of: ObjectValue, path: string): readonly ObjectValue[] {
  return path.split(".").reduce<readonly ObjectValue[]>(
    (all, name) =>
      all.flatMap((one) => {
        const value = one[name];
        return isObject(value) ? [value] : objectsIn(value);
      }),
    [of],
  );
}

/** The first block at a path, if there is one. */
export const blockAt = (of: ObjectValue, path: string): ObjectValue | undefined => blocksAt(of, path)[0];

/** A number that may be written as a text. */
export function numberOf(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

export const textAt = (of: ObjectValue, path: string): string => textOf(valueAt(of, path));

/** The living objects of a type one of whose arguments has a value. */
export const having = (world: World, type: string, name: string, value: string): readonly ObjectValue[] =>
  value === "" ? [] : world.all(type).filter((one) => one[name] === value);

export const byId = (world: World, type: string, id: Value | undefined): ObjectValue | undefined =>
  having(world, type, "id", textOf(id))[0];

export const DAY_MS = 86_400_000;

/** The day of a time, `2026-01-31`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const timeOf = (world: World): number => Date.parse(world.now);
