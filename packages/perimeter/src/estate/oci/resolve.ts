import type { Resource } from "../../input";
import type { OciPrincipal, OciRequest } from "../../simulate/oci";
import { argument } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import type { OciFindings } from "./index";
import { IN_ROOT, PRINCIPAL_TYPES, SUPPLIED } from "./kinds";
import { personKind } from "./people";
import { tagsOf, withDefaults } from "./tags";

/** What an address fills in as the target of a request: its compartment, and the variables that its service supplies. */
export function ociTarget(resource: Resource, findings: OciFindings, links: Links): Pick<OciRequest, "target" | "variables"> {
  const compartment = compartmentOf(resource, findings, links);
  const variables = new Map<string, Maybe<string>>();
  for (const [name, from] of Object.entries(SUPPLIED.get(resource.type) ?? {})) {
    const value = supplied(resource, from, links);
    if (value !== undefined) variables.set(name, value);
  }
  const own = tagsOf(resource, links);
  const tags = isUnknown(own) || isUnknown(compartment) ? own : withDefaults(own, compartment, findings.defaults);
  if (!isUnknown(tags))
    for (const [name, value] of tags) {
      variables.set(`target.resource.tag.${name}`, value);
      if (resource.type === "oci_objectstorage_bucket") variables.set(`target.bucket.tag.${name}`, value);
    }
  return { target: { compartment }, variables };
}

function supplied(resource: Resource, from: string, links: Links): Maybe<string> | undefined {
  if (from === "id") return links.id(resource);
  if (!from.startsWith("→")) return argument(resource, from) && links.text(argument(resource, from));
  const value = argument(resource, from.slice(1)) ?? argument(resource, "management_endpoint");
  const referred = links.resource(value);
  if (referred) return links.id(referred);
  return value && links.text(value);
}

function compartmentOf(resource: Resource, { places }: OciFindings, links: Links): Maybe<readonly string[]> {
  if (IN_ROOT.has(resource.type)) return [];
  // A compartment is in itself: a grant on it covers it.
  if (resource.type === "oci_identity_compartment") {
    const own = places.compartments.find(({ id }) => id === links.id(resource));
    return own?.path ?? { unknown: `the place of "${resource.address}" isn't known` };
  }
  const domain = resource.type.startsWith("oci_identity_domains_")
    ? links.resource(argument(resource, "idcs_endpoint"))
    : undefined;
  const holder = domain ?? resource;
  return places.pathOf(argument(holder, "compartment_id"), holder);
}

/** Who acts where an address is the principal: a group's member, a user, a member of a dynamic group, a resource. */
export function ociPrincipal(resource: Resource, findings: OciFindings, links: Links): OciPrincipal | undefined {
  const name = findings.people.nameOf(resource);
  switch (personKind(resource.type)?.kind) {
    case "group":
      return { kind: "user", groups: isUnknown(name) ? name : [name] };
    case "user":
      return {
        kind: "user",
        ...(isUnknown(name) ? {} : { name }),
        id: links.id(resource),
        groups: findings.people.groupsOf(resource),
      };
    case "dynamic-group":
      return isUnknown(name) ? undefined : { kind: "resource", dynamicGroups: [name] };
    case undefined:
      return resourcePrincipal(resource, findings, links);
  }
}

function resourcePrincipal(resource: Resource, findings: OciFindings, links: Links): OciPrincipal | undefined {
  const type = PRINCIPAL_TYPES.get(resource.type);
  if (type === undefined) return undefined;
  const compartment = compartmentOf(resource, findings, links);
  const own = tagsOf(resource, links);
  const tags = isUnknown(own) || isUnknown(compartment) ? own : withDefaults(own, compartment, findings.defaults);
  return { kind: "resource", type, id: links.id(resource), compartment, tags };
}
