import type { QualifiedName, Subject } from "oci-policy";
import type { Resource } from "../../input";
import type { CompartmentPath, DomainName, OciPrincipal } from "../../simulate/oci";
import { atomsOf } from "../../simulate/oci/condition/evaluate";
import { type Rule, rulesOf } from "../../simulate/oci/policy";
import { keyOf, type OciActor } from "../actor";
import type { Links } from "../links";
import { isUnknown } from "../maybe";
import type { OciFindings } from "./index";
import { personKind } from "./people";
import { ociPrincipal } from "./resolve";

/** Everybody on Oracle Cloud of whom the estate knows: made by a resource, or only named by a statement. */
export function ociActors(resources: readonly Resource[], findings: OciFindings, links: Links): readonly OciActor[] {
  const made = resources.flatMap((resource) => madeBy(resource, findings, links));
  const rules = rulesOf(findings.estate.tenancy);
  const all = [administrators(), ...made, ...rules.flatMap((rule) => namedBy(rule, findings))];
  const unique = new Map<string, OciActor>();
  for (const actor of all) {
    const known = unique.get(keyOf(actor));
    if (!known || (!known.principal.resource && actor.principal.resource)) unique.set(keyOf(actor), actor);
  }
  return [...unique.values()];
}

/** `Domain/Name`; of the Default domain the name alone. */
export function shortName({ domain, name }: DomainName): string {
  return domain === "Default" ? name : `${domain}/${name}`;
}

/** A group, a user, a dynamic group, or a resource that acts by itself: what it holds as a member of groups is theirs. */
function madeBy(resource: Resource, findings: OciFindings, links: Links): readonly OciActor[] {
  if (!resource.type.startsWith("oci_")) return [];
  const kind = personKind(resource.type)?.kind ?? "resource";
  const acts = ociPrincipal(resource, findings, links);
  if (acts?.kind === "resource" && kind === "resource")
    return [
      {
        cloud: "oci",
        principal: { cloud: "oci", kind, name: resource.address, id: links.id(resource), resource },
        acts: { ...acts, dynamicGroups: [] },
      },
    ];
  const name = findings.people.nameOf(resource);
  if (!acts) return [];
  const called = isUnknown(name) ? resource.address : shortName(name);
  return [{ cloud: "oci", principal: { cloud: "oci", kind, name: called, id: links.id(resource), resource }, acts }];
}

const administrators = (): OciActor => named("group", { domain: "Default", name: "Administrators" });

function named(kind: "group" | "dynamic-group", name: DomainName): OciActor {
  const acts: OciPrincipal = kind === "group" ? { kind: "user", groups: [name] } : { kind: "resource", dynamicGroups: [name] };
  return { cloud: "oci", principal: { cloud: "oci", kind, name: shortName(name) }, acts };
}

/** Whom a statement names, and the kinds of resources that it lets in by their type. */
function namedBy(rule: Rule, findings: OciFindings): readonly OciActor[] {
  const { statement } = rule;
  if (!statement || !("subject" in statement)) return [];
  if (statement.kind === "admit") return [admitted(rule)];
  if (statement.kind !== undefined || statement.effect !== "allow") return [];
  const { subject } = statement;
  switch (subject.kind) {
    case "any-user":
    case "any-group":
      return [everybody(), ...resourceTypes(rule, findings)];
    case "group":
    case "dynamic-group":
      return subject.names.flatMap((item) => ofItem(subject.kind as "group" | "dynamic-group", item, rule, findings));
    default:
      return [];
  }
}

type Item = Extract<Subject, { kind: "group" | "dynamic-group" }>["names"][number];

function ofItem(kind: "group" | "dynamic-group", item: Item, { aliases }: Rule, { people }: OciFindings): readonly OciActor[] {
  const listed = kind === "group" ? people.groups : people.dynamicGroups;
  const alias = "id" in item ? item.id : aliasOf(item, kind === "group" ? aliases.group : aliases.dynamicGroup);
  if (alias === undefined) return "id" in item ? [] : namesOf(item).map((name) => named(kind, name));
  const known = listed.find(({ id }) => id !== undefined && id.toLowerCase() === alias.toLowerCase());
  return known ? [] : [byId(kind, alias)];
}

const aliasOf = ({ domain, name }: QualifiedName, aliases: ReadonlyMap<string, string>) =>
  domain === undefined ? aliases.get(name.toLowerCase()) : undefined;

/** A quoted name with a slash may be a domain and a name. */
function namesOf({ domain, name }: QualifiedName): readonly DomainName[] {
  const slash = name.indexOf("/");
  if (domain !== undefined || slash < 0) return [{ domain: domain ?? "Default", name }];
  return [{ domain: name.slice(0, slash), name: name.slice(slash + 1) }];
}

/** A group that only its id is known of. */
function byId(kind: "group" | "dynamic-group", id: string): OciActor {
  const name = { domain: "", name: id };
  const acts: OciPrincipal = kind === "group" ? { kind: "user", groups: [name] } : { kind: "resource", dynamicGroups: [name] };
  return { cloud: "oci", principal: { cloud: "oci", kind, name: id, id }, acts };
}

/** A user in no group: what a statement gives everybody, it gives them. */
function everybody(): OciActor {
  return { cloud: "oci", principal: { cloud: "oci", kind: "any-user", name: "any-user" }, acts: { kind: "user", groups: [] } };
}

/** Resources of the types that a condition on everybody names, each standing for one that somebody could create. */
function resourceTypes({ statement }: Rule, { places }: OciFindings): readonly OciActor[] {
  const condition = statement && "condition" in statement ? statement.condition : undefined;
  const atoms = condition ? atomsOf(condition) : [];
  const asksWhere = atoms.some(({ variable }) => variable.toLowerCase().startsWith("request.principal.compartment."));
  const paths = asksWhere ? places.compartments.flatMap(({ path }) => (isUnknown(path) ? [] : [path])) : [undefined];
  const types = atoms.flatMap((atom) => {
    if (atom.variable.toLowerCase() !== "request.principal.type") return [];
    return "values" in atom ? atom.values : "value" in atom ? [atom.value] : [];
  });
  return types.flatMap((type) =>
    typeof type === "string" && type.toLowerCase() !== "user" ? paths.map((path) => newResource(type, path)) : [],
  );
}

/** One that isn't there yet: its id is nobody's. */
function newResource(type: string, compartment: CompartmentPath | undefined): OciActor {
  const name = compartment === undefined ? type : `${type} in ${compartment.length === 0 ? "tenancy" : compartment.join(":")}`;
  const acts: OciPrincipal = {
    kind: "resource",
    type,
    id: `ocid1.${type.toLowerCase()}.unmade..new`,
    dynamicGroups: [],
    ...(compartment === undefined ? {} : { compartment }),
  };
  return { cloud: "oci", principal: { cloud: "oci", kind: "resource", name }, acts };
}

/** The tenancy that a statement admits; who acts for it there lies with others. */
function admitted({ statement, aliases }: Rule): OciActor {
  const source = statement?.kind === "admit" ? statement.source : undefined;
  const alias = source?.kind === "foreign" ? source.tenancy : undefined;
  const id = alias === undefined ? undefined : aliases.tenancy.get(alias.toLowerCase());
  const principal = { cloud: "oci", kind: "tenancy", name: alias ?? "any tenancy", ...(id === undefined ? {} : { id }) } as const;
  return { cloud: "oci", principal, acts: { kind: "user", groups: [], tenancy: id ?? "any tenancy" } };
}
