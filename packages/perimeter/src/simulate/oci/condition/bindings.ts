import { OCI_REGIONS } from "oci-policy";
import type { Caller } from "../caller";
import { type CompartmentPath, isUnknown, type Maybe, type OciCompartment, type OciTenancy, type Tags } from "../estate";
import { samePath, sameText } from "../names";
import type { OciRequest } from "../request";
import { isDoubt } from "../truth";
import { isFrom } from "./address";
import { ABSENT, type Binding, type Bindings, fact, UNNAMED, type Unread, values } from "./binding";
import { isSupplied } from "./supplied";
import { partOfTime } from "./time";

/** The tenancies of a request, as far as they are known: that of the principal and that of the target. */
export interface Tenancies {
  readonly home: OciTenancy | undefined;
  readonly host: OciTenancy | undefined;
}

interface Context {
  readonly request: OciRequest;
  readonly caller: Caller;
  readonly tenancies: Tenancies;
  /** What the request names, by variable in lower case. */
  readonly named: ReadonlyMap<string, Maybe<string | readonly string[]>>;
}

/**
 * What every variable holds in a request ("General Variables for All Requests"): what the request says, else what follows
 * from its principal, permission and target.
 */
export function bindingsOf(request: OciRequest, caller: Caller, tenancies: Tenancies): Bindings {
  const named = new Map([...request.variables].map(([name, held]) => [name.toLowerCase(), held]));
  const context = { request, caller, tenancies, named };
  const bound = new Map<string, Binding>();
  return (variable) => {
    const name = variable.toLowerCase();
    const known = bound.get(name) ?? supplied(name, context);
    bound.set(name, known);
    return known;
  };
}

function supplied(name: string, context: Context): Binding {
  const { named, request } = context;
  const held = named.get(name);
  const binding = held === undefined ? derived(name, context) : fact(held);
  if (binding.kind === "absent") return ABSENT;
  const operation = named.get("request.operation");
  const is = isSupplied(name, request.permission, typeof operation === "string" ? operation : undefined);
  if (is === true) return name === "request.region" ? regionKey(binding) : binding;
  return is === false ? ABSENT : { kind: "unknown", why: `it isn't known ${is.doubt}` };
}

/** `request.region` holds keys; a request may say it by the region's name. */
function regionKey(binding: Binding): Binding {
  if (binding.kind !== "values") return binding;
  return values(...binding.values.map((name) => OCI_REGIONS.find(({ region }) => sameText(region, name))?.key ?? name));
}

function derived(name: string, context: Context): Binding {
  const { caller, request, named } = context;
  const { host } = context.tenancies;
  const [, part] = /^request\.utc-timestamp\.(.+)$/.exec(name) ?? [];
  if (part !== undefined) return timePart(part, named.get("request.utc-timestamp"));
  if (name.startsWith("request.principal.") || name.startsWith("request.user.")) return ofPrincipal(name, context);
  const compartmentTag = tagOf(name, "target.resource.compartment.tag.");
  if (compartmentTag !== undefined) return ofCompartments(compartmentTag, ancestors(request.target.compartment), host);
  switch (name) {
    case "request.permission":
      return values(request.permission);
    case "request.groups.id":
      return caller.principal.kind === "user" ? groupIds(caller) : ABSENT;
    case "request.service.name":
      return caller.principal.kind === "service" ? values(caller.principal.name) : ABSENT;
    case "request.networksource.name":
      return networkSources(context);
    case "target.compartment.id":
      return compartmentId(request.target.compartment, host);
    case "target.compartment.name":
      return compartmentName(request.target.compartment, host);
    default:
      return ABSENT;
  }
}

function ofPrincipal(name: string, { caller, tenancies: { home } }: Context): Binding {
  const { principal } = caller;
  const groupTag = tagOf(name, "request.principal.group.tag.");
  if (groupTag !== undefined) return groupTags(groupTag, caller, home);
  const compartmentTag = tagOf(name, "request.principal.compartment.tag.");
  switch (principal.kind) {
    case "user":
      // Users reside in the root.
      if (compartmentTag !== undefined) return ofCompartments(compartmentTag, [[]], home);
      if (name === "request.user.id" || name === "request.principal.id") return fact(principal.id);
      if (name === "request.user.name") return fact(principal.name?.name);
      return name === "request.principal.type" ? values("user") : ABSENT;
    case "resource":
      if (compartmentTag !== undefined)
        return principal.compartment === undefined ? UNNAMED : ofCompartments(compartmentTag, own(principal.compartment), home);
      if (name === "request.principal.id") return fact(principal.id);
      if (name === "request.principal.type") return fact(principal.type);
      if (name !== "request.principal.compartment.id") return ABSENT;
      return principal.compartment === undefined ? UNNAMED : compartmentId(principal.compartment, home);
    case "service":
      if (name === "request.principal.id") return { kind: "unknown", why: "no page says whether services have one" };
      return name === "request.principal.type" ? values("service") : ABSENT;
    case "anonymous":
      return ABSENT;
  }
}

function tagOf(name: string, prefix: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

function timePart(part: string, timestamp: Maybe<string | readonly string[]> | undefined): Binding {
  if (typeof timestamp !== "string") return timestamp === undefined ? ABSENT : fact(timestamp);
  const text = partOfTime(part, timestamp);
  return text === undefined ? { kind: "unknown", why: `"${timestamp}" is no time` } : values(text);
}

function groupIds({ groups }: Caller): Binding {
  if (isUnknown(groups)) return fact(groups);
  const ids = groups.flatMap(({ id }) => id ?? []);
  return listed(ids, ids.length < groups.length ? UNNAMED : undefined);
}

/** Tags of all groups and dynamic groups of the principal together ("Using Tags to Manage Access"). */
function groupTags(tag: string, { groups, mayHaveMore }: Caller, home: OciTenancy | undefined): Binding {
  if (isUnknown(groups)) return fact(groups);
  const tagsOf = groups.map(({ tags, member }) => (isDoubt(member) ? { unknown: `it isn't known ${member.doubt}` } : tags));
  return union(tag, mayHaveMore ? [...tagsOf, undefined] : tagsOf, home);
}

/** Tags of a compartment count, and those of every one above it (same page). */
function ofCompartments(tag: string, paths: Maybe<readonly CompartmentPath[]>, tenancy: OciTenancy | undefined): Binding {
  if (isUnknown(paths)) return fact(paths);
  const tagsOf = paths.map((path) => compartmentAt(path, tenancy)?.tags);
  return union(tag, tagsOf, tenancy);
}

function ancestors(path: Maybe<CompartmentPath>): Maybe<readonly CompartmentPath[]> {
  return isUnknown(path) ? path : [[], ...path.map((_, at) => path.slice(0, at + 1))];
}

function own(path: Maybe<CompartmentPath>): Maybe<readonly CompartmentPath[]> {
  return isUnknown(path) ? path : [path];
}

/** What is held under a tag by all of these; what isn't listed has none only where the lists are complete. */
function union(tag: string, all: readonly (Maybe<Tags> | undefined)[], tenancy: OciTenancy | undefined): Binding {
  const texts: string[] = [];
  let more: Unread | undefined;
  for (const tags of all) {
    if (tags === undefined) more ??= tenancy?.complete ? undefined : UNNAMED;
    else if (isUnknown(tags)) more = { kind: "unknown", why: tags.unknown };
    else
      for (const [name, held] of tags) {
        if (!sameText(name, tag)) continue;
        if (isUnknown(held)) more = { kind: "unknown", why: held.unknown };
        else texts.push(held);
      }
  }
  return listed(texts, more);
}

function listed(texts: readonly string[], more: Unread | undefined): Binding {
  if (texts.length === 0) return more ?? ABSENT;
  return { kind: "values", values: texts, ...(more && { more }) };
}

function compartmentId(path: Maybe<CompartmentPath>, tenancy: OciTenancy | undefined): Binding {
  if (isUnknown(path)) return fact(path);
  return fact(path.length === 0 ? tenancy?.id : compartmentAt(path, tenancy)?.id);
}

function compartmentName(path: Maybe<CompartmentPath>, tenancy: OciTenancy | undefined): Binding {
  if (isUnknown(path)) return fact(path);
  return fact(path.length === 0 ? tenancy?.name : path.at(-1));
}

function compartmentAt(path: CompartmentPath, tenancy: OciTenancy | undefined): OciCompartment | undefined {
  return tenancy?.compartments.find((each) => !isUnknown(each.path) && samePath(each.path, path));
}

/** The network sources that hold the address of the request, where it names one. */
function networkSources({ named, tenancies: { home } }: Context): Binding {
  const [address, vcnId] = [named.get("request.ipv4.ipaddress"), named.get("request.vcn.id")];
  if (typeof address !== "string") return ABSENT;
  const names: string[] = [];
  let more: Unread | undefined;
  for (const source of home?.networkSources ?? []) {
    const from = isFrom(source, address, typeof vcnId === "string" ? vcnId : undefined);
    if (from === true) names.push(source.name);
    else if (isDoubt(from)) more = { kind: "unknown", why: `it isn't known ${from.doubt}` };
  }
  return listed(names, more ?? (home?.complete ? undefined : UNNAMED));
}
