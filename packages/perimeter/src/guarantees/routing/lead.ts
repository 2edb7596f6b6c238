import type { Estate } from "../../estate";
import { shown } from "../../estate/shown";
import type { Resource, Value } from "../../input";
import type { PathStep } from "../../verdict/verdict";
import { literalOf } from "./literal";

/** What a query is answered with, and in which state of the world. */
export interface Lead {
  readonly end: End;
  /** How the answer comes about, from the name to what it ends at. */
  readonly path: readonly PathStep[];
  /** Of answers by name: `healthy`, `unhealthy`, `disabled`; empty: it doesn't hang on health. */
  readonly health: Readonly<Record<string, string>>;
  readonly from: string;
  /** What had to be assumed for it: then it is only possible. */
  readonly doubts: readonly string[];
  /** Whether only somebody who enables it makes it an answer. */
  readonly isAsleep: boolean;
  /** Where the data stand that lead there. */
  readonly said: Said | undefined;
  /** Who answers for the name that was asked for. */
  readonly provider: string;
}

export interface Said {
  readonly by: Resource;
  readonly argument: string;
  readonly text: string;
}

export type End =
  /** An address, or what the name of a resource stands for. */
  | { readonly kind: "address"; readonly value: Value; readonly text: string }
  /** A name that nothing of the estate answers for. */
  | { readonly kind: "elsewhere"; readonly text: string; readonly because: string }
  /** Others answer for a part of the names. */
  | { readonly kind: "delegated"; readonly text: string; readonly because: string }
  | { readonly kind: "unknown"; readonly address: string | null; readonly because: string };

export const step = ({ address }: Resource, text: string): PathStep => ({ step: "route", address, text });

/** A question to the name system, and how it came to it. */
export interface Asked {
  readonly name: string;
  /** `A`, `AAAA` or `HTTPS`. */
  readonly type: string;
  readonly path: readonly PathStep[];
  readonly health: Lead["health"];
  readonly from: string;
  readonly doubts: readonly string[];
  /** Names that led here. */
  readonly seen: readonly string[];
  /** How many more names may be looked up: what takes longer was written to take long. */
  readonly budget: { left: number };
  /** Whether only somebody who enables it makes it an answer. */
  readonly isAsleep?: true;
  /** The provider of the name that was asked for first. */
  readonly provider?: string;
  readonly said?: Said;
}

/** No name leads to as many others by any sensible way. */
const MOST_LOOKUPS = 2000;

export const query = (name: string, type: string): Asked => ({
  name,
  type,
  path: [],
  health: {},
  from: "anywhere",
  doubts: [],
  seen: [],
  budget: { left: MOST_LOOKUPS },
});

export function lead(asked: Asked, end: End): Lead {
  const { path, health, from, doubts, said, provider = "", isAsleep = false } = asked;
  return { end, path, health, from, doubts, said, provider, isAsleep };
}

export const unknownEnd = (by: Resource | undefined, because: string): End => ({
  kind: "unknown",
  address: by?.address ?? null,
  because,
});

/** The value as far as it is known, else in Terraform's own form. */
export const shownValue = (value: Value, estate: Estate): string => literalOf(value, estate) ?? shown(value);
