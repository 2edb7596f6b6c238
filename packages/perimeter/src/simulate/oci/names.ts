import { visible } from "oci-policy";
import type { CompartmentPath, DomainName } from "./estate";
import { QUESTIONS } from "./questions";
import { readings, type Truth } from "./truth";

/** Values, ids and names of compartments compare without regard to case ("Conditions"). */
export function sameText(one: string, other: string): boolean {
  return one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());
}

/** Names of groups and dynamic groups: Oracle's pages disagree on case. Those of domains are written in both. */
export function sameName(one: DomainName, other: DomainName): Truth {
  if (!sameText(one.domain, other.domain) || !sameText(one.name, other.name)) return false;
  return readings(one.name === other.name, true, QUESTIONS.nameCase);
}

/** `Domain/Name`, as findings and requests write it. */
export function shownName({ domain, name }: DomainName): string {
  return `${domain}/${name}`;
}

/** A compartment by its path from the root; the root is `tenancy`. */
export function shownPath(path: CompartmentPath): string {
  return path.length === 0 ? "tenancy" : path.join(":");
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(ancestor: CompartmentPath, path: CompartmentPath): boolean {
  if (ancestor.length > path.length) return false;
  for (const [at, name] of ancestor.entries()) if (!sameText(name, path[at] ?? "")) return false;
  return true;
}

export function samePath(one: CompartmentPath, other: CompartmentPath): boolean {
  return one.length === other.length && isWithin(one, other);
}

/** A text of the user's inside a sentence. */
export function quoted(text: string): string {
  return `"${visible(text, 160)}"`;
}
