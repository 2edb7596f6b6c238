import { argument, fieldsOf } from "../../estate/arguments";
import { tagsOf as awsTagsOf } from "../../estate/aws/tags";
import { isUnknown, type Maybe } from "../../estate/maybe";
import { ociTarget } from "../../estate/oci/resolve";
import { tagsOf as ociTagsOf } from "../../estate/oci/tags";
import type { Resource } from "../../input";
import type { Facts } from "./facts";

/** A tag that a resource has: `namespace.key` of defined tags, the key of others. */
type Tag = readonly [key: string, value: Maybe<string>];

/** Whether a resource has this tag, `key=value`. */
export function hasTag(wanted: string, resource: Resource, facts: Facts): Maybe<boolean> {
  const tags = tagsOf(resource, facts);
  if (isUnknown(tags)) return tags;
  // Keys of AWS may hold the sign: whatever splits the text is tried.
  const [written, compare] = resource.type.startsWith("oci_") ? [lowerKey(wanted), lowerKeyOf] : [wanted, (key: string) => key];
  const open: { readonly unknown: string }[] = [];
  for (const [key, value] of tags) {
    if (isUnknown(value)) {
      if (written.startsWith(`${compare(key)}=`)) open.push(value);
    } else if (`${compare(key)}=${value}` === written) return true;
  }
  return open[0] ?? false;
}

/** Keys of OCI are without regard to case ("Tagging Overview"), values are not. */
const lowerKeyOf = (key: string) => key.toLowerCase();
const lowerKey = (tag: string) => tag.replace(/^[^=]+/, lowerKeyOf);

function tagsOf(resource: Resource, facts: Facts): Maybe<readonly Tag[]> {
  if (resource.type.startsWith("oci_")) return ociTags(resource, facts);
  if (!resource.type.startsWith("aws_")) return [];
  const tags = awsTagsOf(resource, facts.links);
  return isUnknown(tags) ? tags : [...tags];
}

/** Free-form tags, defined tags, and those that a default of its compartment may have given it. */
function ociTags(resource: Resource, { links, findings }: Facts): Maybe<readonly Tag[]> {
  const written = argument(resource, "freeform_tags");
  if (written && written.kind !== "object") return { unknown: `the tags of "${resource.address}" aren't known` };
  const own = ociTagsOf(resource, links);
  if (isUnknown(own)) return own;
  const free = [...fieldsOf(written)].map(([key, value]): Tag => [key, links.text(value)]);
  return [...free, ...own, ...defaultTags(resource, new Set(own.keys()), { links, findings })];
}

const VARIABLE = "target.resource.tag.";

function defaultTags(
  resource: Resource,
  own: ReadonlySet<string>,
  { links, findings }: Pick<Facts, "links" | "findings">,
): Tag[] {
  const found = findings();
  if (found.defaults.length === 0) return [];
  const { target, variables } = ociTarget(resource, found, links);
  if (isUnknown(target.compartment))
    return found.defaults
      .filter(({ name }) => !own.has(name))
      .map(({ name, address }) => [name, { unknown: `it may have the default "${address}"` }]);
  return [...variables].flatMap(([variable, value]): Tag[] => {
    const name = variable.slice(VARIABLE.length);
    const isTag = variable.startsWith(VARIABLE) && (typeof value === "string" || isUnknown(value));
    return isTag && !own.has(name) ? [[name, value]] : [];
  });
}
