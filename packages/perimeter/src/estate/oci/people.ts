import type { Resource, Value } from "../../input";
import type { DomainName, OciDynamicGroup, OciGroup, OciUser } from "../../simulate/oci";
import { argument, fieldsOf, itemsOf, textArgument } from "../arguments";
import type { Links } from "../links";
import { allKnown, isUnknown, type Maybe } from "../maybe";
import { tagsOf } from "./tags";

/** Groups, users and dynamic groups, of the tenancy's own directory (the Default domain) and of identity domains. */
export interface People {
  readonly groups: readonly OciGroup[];
  readonly users: readonly OciUser[];
  readonly dynamicGroups: readonly OciDynamicGroup[];
  readonly nameOf: (resource: Resource) => Maybe<DomainName>;
  readonly groupsOf: (user: Resource) => Maybe<readonly DomainName[]>;
}

const DEFAULT_DOMAIN = "Default";

/** What each type is, and under which argument its name stands ("Identity Domains API", display name and user name). */
const KINDS = {
  oci_identity_group: { kind: "group", name: "name" },
  oci_identity_domains_group: { kind: "group", name: "display_name" },
  oci_identity_user: { kind: "user", name: "name" },
  oci_identity_domains_user: { kind: "user", name: "user_name" },
  oci_identity_dynamic_group: { kind: "dynamic-group", name: "name" },
  oci_identity_domains_dynamic_resource_group: { kind: "dynamic-group", name: "display_name" },
} as const;

export function personKind(type: string): (typeof KINDS)[keyof typeof KINDS] | undefined {
  return Object.entries(KINDS).find(([name]) => name === type)?.[1];
}

export function peopleIn(resources: readonly Resource[], links: Links): People {
  const of = (kind: string) => resources.filter(({ type }) => personKind(type)?.kind === kind);
  const members = membershipsIn(resources, links);
  const groupsOf = (user: Resource): Maybe<readonly DomainName[]> => {
    if (members.open) return members.open;
    const groups = members.all.filter((one) => one.user.address === user.address).map(({ group }) => group);
    return allKnown(groups.map((group) => (isUnknown(group) ? group : nameOf(group))));
  };

  function nameOf(resource: Resource): Maybe<DomainName> {
    const name = links.text(argument(resource, personKind(resource.type)?.name ?? "name"));
    const domain = domainOf(resource);
    if (isUnknown(name)) return { unknown: `the name of "${resource.address}" isn't known: ${name.unknown}` };
    return isUnknown(domain) ? domain : { domain, name };
  }

  /** The domain whose endpoint a resource is made through. */
  function domainOf(resource: Resource): Maybe<string> {
    if (!resource.type.startsWith("oci_identity_domains_")) return DEFAULT_DOMAIN;
    const endpoint = argument(resource, "idcs_endpoint");
    const domain = links.resource(endpoint) ?? domainAt(endpoint);
    const name = domain && links.text(argument(domain, "display_name"));
    if (name !== undefined && !isUnknown(name)) return name;
    return { unknown: `the identity domain of "${resource.address}" isn't known` };
  }

  function domainAt(endpoint: Value | undefined): Resource | undefined {
    const url = links.text(endpoint);
    if (isUnknown(url)) return undefined;
    const port = (text: string) => text.replace(/:443\/?$|\/$/, "").toLowerCase();
    return resources.find((one) => one.type === "oci_identity_domain" && port(textArgument(one, "url") ?? "") === port(url));
  }

  return {
    nameOf,
    groupsOf,
    groups: of("group").map((group) => ({ name: standingName(nameOf(group)), id: links.id(group), tags: tagsOf(group, links) })),
    users: [
      ...of("user").map((user) => ({ name: standingName(nameOf(user)), id: links.id(user), groups: groupsOf(user) })),
      ...strangers(members, nameOf),
    ],
    dynamicGroups: of("dynamic-group").map((group) => {
      const rule = links.text(argument(group, "matching_rule"));
      const rules = isUnknown(rule)
        ? { unknown: `the matching rule of "${group.address}" isn't known: ${rule.unknown}` }
        : [rule];
      return { name: standingName(nameOf(group)), id: links.id(group), tags: tagsOf(group, links), rules };
    }),
  };
}

/** A name that isn't known can't be named by a statement: this one, which holds a character that no name may hold, is none. */
function standingName(name: Maybe<DomainName>): DomainName {
  return isUnknown(name) ? { domain: "", name: `\u0000${name.unknown}` } : name;
}

interface Memberships {
  readonly all: readonly { readonly user: Resource; readonly group: Maybe<Resource> }[];
  /** Users that are named by an id and made elsewhere. */
  readonly strangers: readonly { readonly id: string; readonly group: Maybe<Resource> }[];
  /** A membership of somebody unknown: then nobody's groups are known. */
  readonly open?: { readonly unknown: string };
}

/** Memberships of their own, and those that a domain's group lists ("Group", members). */
function membershipsIn(resources: readonly Resource[], links: Links): Memberships {
  const all: { user: Resource; group: Maybe<Resource> }[] = [];
  const strangers: { id: string; group: Maybe<Resource> }[] = [];
  let open: { unknown: string } | undefined;
  const add = (user: Value | undefined, group: Maybe<Resource>, address: string) => {
    const made = links.resource(user);
    const id = links.text(user);
    if (made) all.push({ user: made, group });
    else if (!isUnknown(id)) strangers.push({ id, group });
    else open = { unknown: `it isn't known who is a member of a group in "${address}"` };
  };
  for (const resource of resources) {
    const { type, address } = resource;
    if (type === "oci_identity_user_group_membership") {
      const group = links.resource(argument(resource, "group_id")) ?? {
        unknown: `it isn't known which group "${address}" is about`,
      };
      add(argument(resource, "user_id"), group, address);
    }
    if (type !== "oci_identity_domains_group") continue;
    const members = itemsOf(argument(resource, "members"));
    if (!members) open = { unknown: `it isn't known who is a member of a group in "${address}"` };
    for (const member of members ?? []) add(fieldsOf(member).get("value"), resource, address);
  }
  return { all, strangers, ...(open ? { open } : {}) };
}

function strangers({ strangers: all, open }: Memberships, nameOf: People["nameOf"]): readonly OciUser[] {
  return [...new Set(all.map(({ id }) => id))].map((id) => {
    const groups = all.filter((one) => one.id === id).map(({ group }) => (isUnknown(group) ? group : nameOf(group)));
    return { name: { domain: "", name: id }, id, groups: open ?? allKnown(groups) };
  });
}
