import type { NamedPrincipal } from "../estate/named-principal";
import { quote } from "../quote";
import type { DeclaredRole } from "./declaration";
import type { Model } from "./model/model";
import type { Notes } from "./notes";
import type { Facts } from "./select/facts";
import { type Estate, principalsAt, principalsCalled } from "./select/principals";
import { noteAmbiguous } from "./select/resources";

/**
 * Who may change the boundary itself: by the name of a role of the model, of a group or role of a cloud, or by address. A
 * name that nobody here has may be somebody's outside. The trust base lies in the jurisdiction: a role from elsewhere
 * can't be trusted.
 */
export function declareTrusted(
  { trusted = [], jurisdiction }: Model["content"],
  roles: readonly DeclaredRole[],
  estate: Estate,
  facts: Facts,
  notes: Notes,
): readonly NamedPrincipal[] {
  const found = new Set<NamedPrincipal>();
  for (const { value: name, place } of trusted) {
    const made = principalsAt(name, estate.principals, facts);
    const resources = made.flatMap(({ resource }) => resource ?? []);
    noteAmbiguous(place, "trusted", { address: name }, resources, notes);
    const called = [...made, ...principalsCalled(name, estate.principals)];
    const listing = roles.filter((role) => role.name === name || role.principals.some((one) => called.includes(one)));
    for (const role of listing)
      if (!role.isInside) {
        const message = `${quote(name)} can't be trusted: role "${role.name}" resides in ${role.residency.join(", ")}`;
        notes.add(place, "model/foreign-trust", message, { help: `who may change the boundary resides in ${jurisdiction}` });
      }
    const members = roles.filter((role) => role.name === name).flatMap(({ principals }) => principals);
    for (const one of [...members, ...called]) found.add(one);
  }
  return [...found];
}
