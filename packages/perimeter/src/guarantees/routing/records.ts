import type { Estate } from "../../estate";
import type { Resource, Value } from "../../input";
import { domainOf } from "./domain";
import { literalOf } from "./literal";

/** Who answers for a zone. Another provider than these two is told by the name of its Terraform provider. */
export type Provider = "oci" | "route53" | (string & {});

/** A part of the name space that one provider answers for, to everybody. */
export interface Zone {
  /** Left out: it isn't known. */
  readonly name?: string;
  readonly provider: Provider;
  /** Left out: the zone was made elsewhere, and only records of it are here. */
  readonly resource?: Resource;
}

/** A set of records of one name and type, or what stands for one. */
export interface RecordSet {
  readonly zone: Zone;
  readonly by: Resource;
  /** In lower case, without the last dot; `undefined`: it isn't known. */
  readonly name: string | undefined;
  /** Where the name isn't known: whether it may be this one. */
  readonly mayBe: (name: string) => boolean;
  /** `undefined`: it isn't known. */
  readonly type: string | undefined;
  /** `undefined`: they aren't known. */
  readonly values: readonly Value[] | undefined;
  /** Where the values stand. */
  readonly argument: string;
  /** Of several sets of one name: which one, and for whom. */
  readonly choice?: { readonly name: string; readonly from: string };
}

/** A name that leads to a steering policy, whatever the zone's own records say. */
export interface Attachment {
  readonly zone: Zone;
  readonly by: Resource;
  readonly name: string | undefined;
  readonly mayBe: (name: string) => boolean;
  /** `undefined`: it isn't among what was given. */
  readonly policy: Resource | undefined;
}

/** Something that may hold records which can't be read. */
export interface Unreadable {
  readonly by: Resource;
  /** Of the zone; left out: it isn't known. */
  readonly zone?: string;
  readonly reason: string;
}

/** All of the public name system that an estate has. */
export interface NameSystem {
  readonly zones: readonly Zone[];
  readonly records: readonly RecordSet[];
  readonly attachments: readonly Attachment[];
  readonly unreadable: readonly Unreadable[];
}

/** A name as it is compared, or what is known of it. */
export function nameOf(value: Value | undefined, estate: Estate): Pick<RecordSet, "name" | "mayBe"> {
  const text = literalOf(value, estate);
  if (text !== undefined) return { name: domainOf(text), mayBe: (name) => name === domainOf(text) };
  const [head, tail] = value?.kind === "template" ? [value.parts[0], value.parts.at(-1)] : [];
  const [before, after] = [head, tail].map((part) => domainOf(literalOf(part, estate) ?? ""));
  return { name: undefined, mayBe: (name) => name.startsWith(before ?? "") && name.endsWith(after ?? "") };
}

/**
 * A key for a zone that only a data source or a variable names: the same one has the same key, and what else isn't known is
 * never taken for one.
 */
export function openKey(value: Value | undefined, { stack }: Resource): string | undefined {
  return value?.kind === "unknown" && /\b(data|var)\./.test(value.reason) ? `${stack} ${value.reason}` : undefined;
}
