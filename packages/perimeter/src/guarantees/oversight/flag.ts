import { argument } from "../../estate/arguments";
import type { Maybe } from "../../estate/maybe";
import { openIn, type Resource, reasonOf, type Value } from "../../input";
import { knownText } from "../../input/expression/text";

/** A switch as the configuration sets it, else as the provider does. */
export function flagOf(resource: Resource, name: string, otherwise: boolean): Maybe<boolean> {
  return flagIn(argument(resource, name), name, otherwise);
}

export function flagIn(value: Value | undefined, name: string, otherwise: boolean): Maybe<boolean> {
  if (!value) return otherwise;
  const text = knownText(value)?.toLowerCase();
  if (text === "true" || text === "false") return text === "true";
  const open = openIn(value);
  return { unknown: `its ${name} isn't known${open ? `: ${reasonOf(open)}` : ""}` };
}
