import type { Resource, Value } from "../../input";
import type { Tags } from "../../simulate/oci";
import { argument, fieldsOf, itemsOf } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";

/** Resources of identity domains keep their defined tags in an extension of their schema, as a list. */
const DOMAIN_TAGS = "urnietfparamsscimschemasoracleidcsextension_oci_tags";

/** Defined tags of a resource, `namespace.key` to value. */
export function tagsOf(resource: Resource, links: Links): Maybe<Tags> {
  const written = argument(resource, "defined_tags");
  if (written?.kind === "object") return textsOf([...written.entries], links);
  if (written) return { unknown: `the tags of "${resource.address}" aren't known` };
  const blocks = itemsOf(fieldsOf(itemsOf(argument(resource, DOMAIN_TAGS))?.[0]).get("defined_tags"));
  if (!blocks) return { unknown: `the tags of "${resource.address}" aren't known` };
  return textsOf(
    blocks.map((block) => {
      const of = (name: string) => links.text(fieldsOf(block).get(name));
      return [`${of("namespace")}.${of("key")}`, fieldsOf(block).get("value")] as const;
    }),
    links,
  );
}

function textsOf(entries: readonly (readonly [string, Value | undefined])[], links: Links): Tags {
  return new Map(entries.map(([name, value]) => [name, links.text(value)]));
}

/** A tag that a compartment gives to what is made in it: of what was there before, nobody can tell. */
export interface TagDefault {
  readonly name: string;
  readonly compartment: Maybe<readonly string[]>;
  readonly address: string;
}

/** The tags of a resource in a compartment, with what defaults may have added. */
export function withDefaults(own: Maybe<Tags>, path: readonly string[], defaults: readonly TagDefault[]): Maybe<Tags> {
  if (isUnknown(own)) return own;
  const tags = new Map(own);
  for (const { name, compartment, address } of defaults)
    if (!tags.has(name) && (isUnknown(compartment) || compartment.every((part, at) => path[at] === part)))
      tags.set(name, { unknown: `it may be older than the default "${address}"` });
  return tags;
}
