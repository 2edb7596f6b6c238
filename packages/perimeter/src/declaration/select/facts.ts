import { type Links, linksIn } from "../../estate/links";
import type { OciFindings } from "../../estate/oci";
import { ociFindings } from "../../estate/oci";
import { type People, peopleIn } from "../../estate/oci/people";
import type { Resource } from "../../input";

/** What selectors ask of resources; what only some ask is found out when the first asks. */
export interface Facts {
  readonly links: Links;
  readonly people: () => People;
  readonly findings: () => OciFindings;
}

export function factsOf(resources: readonly Resource[]): Facts {
  const links = linksIn(resources);
  return {
    links,
    people: once(() => peopleIn(resources, links)),
    findings: once(() => ociFindings(resources, [], links, {})),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
