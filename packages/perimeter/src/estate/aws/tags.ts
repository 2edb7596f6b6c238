import type { Resource } from "../../input";
import type { Tags } from "../../simulate/aws/estate";
import { argument } from "../arguments";
import type { Links } from "../links";
import { isUnknown } from "../maybe";

/** Tags of a resource, those that its provider gives to everything among them. */
export function tagsOf(resource: Resource, links: Links): Tags {
  const all = argument(resource, "tags_all");
  const given = [resource.provider.defaultTags, argument(resource, "tags")].filter((value) => value !== undefined);
  const sources = all?.kind === "object" ? [all] : given;
  const entries = sources.map((value) => (value.kind === "object" ? [...value.entries] : undefined));
  if (!entries.every((each) => each !== undefined)) return { unknown: `the tags of "${resource.address}"` };
  return new Map(
    entries.flat().map(([name, value]) => {
      const text = links.text(value);
      return [name, isUnknown(text) ? { unknown: `the tag "${name}" of "${resource.address}"` } : text];
    }),
  );
}
