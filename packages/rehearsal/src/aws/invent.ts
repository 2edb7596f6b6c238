import type { Lookup } from "../engine/template";
import { textOf, UNKNOWN, type Value } from "../schema/value";
import { characters, digits, hex, uuid } from "../world/ids";
import { crc32 } from "./crc32";

const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
const MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random in the cloud, here the same for the same seed. By the name of the kind, for so many characters. */
const RANDOM: Readonly<Record<string, (seed: string, length: number) => string>> = {
  hex,
  digits,
  uuid,
  upper: (seed, length) => characters(seed, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
  lower: (seed, length) => characters(seed, length, LOWER),
  mixed: (seed, length) => characters(seed, length, MIXED),
};

/** Made of the value of another name. */
const MADE: Readonly<Record<string, (value: string) => string>> = {
  /** What stands after the last slash, or all of it: the name in an ARN, `ssoins-…` of an instance. */
  tail: (value) => value.slice(value.lastIndexOf("/") + 1),
  /** What stands after the last colon, or all of it: the function's name in its ARN. */
  last: (value) => value.slice(value.lastIndexOf(":") + 1),
  /** An address without its scheme. */
  bare: (value) => value.replace(/^https?:\/\//, ""),
  lowercase: (value) => value.toLowerCase(),
  /** A path without its first slash. */
  relative: (value) => value.replace(/^\//, ""),
  crc: (value) => String(crc32(value)),
};

/** The values that a template of this cloud can name as `{kind:argument}`. */
export function invent(kind: string, argument: string, seed: string, of: Lookup): Value | undefined {
  if (Object.hasOwn(RANDOM, kind)) return RANDOM[kind]?.(seed, Number(argument));
  const value = of(argument);
  if (value === UNKNOWN) return UNKNOWN;
  return Object.hasOwn(MADE, kind) && typeof value === "string" ? MADE[kind]?.(textOf(value)) : undefined;
}
