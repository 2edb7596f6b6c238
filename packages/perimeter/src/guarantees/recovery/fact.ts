import { type Fields, openIn, type Resource, reasonOf, type Value } from "../../input";
import { knownText } from "../../input/expression/text";
import type { Undecided } from "../../verdict/verdict";

/** What is known of a setting, or the resource that leaves it open. */
export type Fact<T> = T | Undecided;

export function isOpen<T>(fact: Fact<T>): fact is Undecided {
  return typeof fact === "object" && fact !== null && "reason" in fact && "address" in fact && Object.keys(fact).length === 2;
}

/** The text of a setting; `undefined`: it isn't set. */
export function textIn(fields: Fields["entries"], name: string, { address }: Resource): Fact<string | undefined> {
  const value = fields.get(name);
  const text = value && knownText(value);
  return value && text === undefined ? { address, reason: `its ${name} isn't known: ${whyOpen(value)}` } : text;
}

/** The same for a number of days and the like. */
export function numberIn(fields: Fields["entries"], name: string, resource: Resource): Fact<number | undefined> {
  const text = textIn(fields, name, resource);
  if (text === undefined || isOpen(text)) return text;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  return { address: resource.address, reason: `its ${name} isn't a number: "${text}"` };
}

function whyOpen(value: Value): string {
  const open = openIn(value);
  return open ? reasonOf(open) : "something else stands where a text should";
}
