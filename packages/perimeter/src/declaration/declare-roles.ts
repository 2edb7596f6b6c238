import type { NamedPrincipal } from "../estate/named-principal";
import { quote } from "../quote";
import type { DeclaredRole } from "./declaration";
import { countriesOf, isInside } from "./jurisdictions";
import type { Model } from "./model/model";
import { ALL } from "./model/roles";
import type { Notes } from "./notes";
import type { Facts } from "./select/facts";
import { type Estate, selectPrincipals, selectStrangers } from "./select/principals";
import type { Place, Placed } from "./written";

type WrittenRole = NonNullable<Model["content"]["roles"]> extends ReadonlyMap<string, Placed<infer Role>> ? Role : never;

/** Who the roles of the model are in this estate, and which of them are inside. */
export function declareRoles(
  { roles, stores, jurisdiction }: Model["content"],
  estate: Estate,
  facts: Facts,
  notes: Notes,
): readonly DeclaredRole[] {
  const all = [...stores.keys()];
  const spelledOut = (names: readonly Placed<string>[] = []) =>
    new Set(names.flatMap(({ value }) => (value === ALL ? all : value)));
  const declared = [...(roles ?? [])].map(([name, { value: role, place }]): DeclaredRole => {
    return {
      name,
      ...principalsOf(name, role, estate, facts, notes),
      residency: role.residency,
      isInside: isInside(jurisdiction, role.residency),
      content: contentOf(role, all),
      metadata: spelledOut(role.metadata),
      administer: spelledOut(role.administer),
      line: place.line,
    };
  });
  noteContradictions(declared, placesOf(roles), notes);
  return declared;
}

function principalsOf(
  name: string,
  { principal }: WrittenRole,
  estate: Estate,
  facts: Facts,
  notes: Notes,
): Pick<DeclaredRole, "principals" | "tenancy"> {
  const label = `roles.${name}.principal`;
  const found = new Set<NamedPrincipal>();
  let tenancy: DeclaredRole["tenancy"];
  for (const { value, place } of principal) {
    if ("selector" in value) {
      for (const one of selectPrincipals({ value: value.selector, place }, label, estate, facts, notes)) found.add(one);
      continue;
    }
    if (tenancy) {
      const help = "give each tenancy a role of its own";
      notes.add(place, "model/two-tenancies", `${label}: a role is in one other tenancy at most`, { help });
    }
    tenancy = value.strangers;
    for (const one of selectStrangers(value.strangers, estate.principals)) found.add(one);
  }
  return { principals: [...found], ...(tenancy ? { tenancy } : {}) };
}

/** What a store's own entry says counts before what is said of all. */
function contentOf({ content = [] }: WrittenRole, all: readonly string[]): DeclaredRole["content"] {
  const ofAll = content.filter(({ store }) => store.value === ALL);
  const entries = [...ofAll, ...content.filter(({ store }) => store.value !== ALL)];
  return new Map(
    entries.flatMap(({ store, scenarios }) =>
      (store.value === ALL ? all : [store.value]).map((name) => [name, scenarios] as const),
    ),
  );
}

const placesOf = (roles: Model["content"]["roles"]): ReadonlyMap<string, Place> =>
  new Map([...(roles ?? [])].map(([name, { value, place }]) => [name, value.principal[0]?.place ?? place]));

/** Nobody sits in two places at once: whether somebody is inside must have one answer. */
function noteContradictions(roles: readonly DeclaredRole[], places: ReadonlyMap<string, Place>, notes: Notes): void {
  const known = new Map<NamedPrincipal, DeclaredRole>();
  for (const role of roles)
    for (const principal of role.principals) {
      const other = known.get(principal);
      known.set(principal, other ?? role);
      if (!other || residence(other) === residence(role)) continue;
      const who = `${principal.kind} ${quote(principal.name)}`;
      const message = `${who} is listed by "${other.name}" with residency ${other.residency.join(", ")} and by "${role.name}" with ${role.residency.join(", ")}`;
      const place = places.get(role.name) ?? { line: role.line, column: 1 };
      notes.add(place, "model/two-residencies", message, { help: "list it once, or under the same residency" });
    }
}

const residence = ({ residency }: DeclaredRole) => [...new Set(residency.flatMap(countriesOf))].sort().join(" ");
