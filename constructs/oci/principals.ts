import type { Definition, QualifiedName, Subject } from "oci-policy";
import { isInside, type Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role } from "../../config/schema/model";

/** The domain of everybody who sits outside the jurisdiction: nobody of it can be in the jurisdiction's own domain. */
export const FOREIGN_DOMAIN = "international";

/** The identity domain that holds a role: the jurisdiction's own, or that of everybody else. */
export function domainOf(role: Pick<Role, "countries">, jurisdiction: Jurisdiction): string {
  return isInside(jurisdiction, role.countries) ? jurisdiction.toLowerCase() : FOREIGN_DOMAIN;
}

/**
 * The role as statements name it. Machines without credentials of their own are dynamic groups; a group of another
 * tenancy has the name that its definition gives it, and no domain.
 */
export function subjectOf(
  role: Pick<Role, "name" | "countries" | "assumedBy" | "admittedFrom">,
  jurisdiction: Jurisdiction,
): Subject {
  if (role.admittedFrom) return { kind: "group", names: [{ name: role.name }] };
  const name: QualifiedName = { domain: domainOf(role, jurisdiction), name: role.name };
  return { kind: role.assumedBy === "app" ? "dynamic-group" : "group", names: [name] };
}

/** What an admission's names stand for; a definition counts in its own policy only ("Cross-Tenancy Access Policies"). */
export function definitionsOf({ name, admittedFrom }: Pick<Role, "name" | "admittedFrom">): Definition[] {
  if (!admittedFrom) return [];
  return [
    { kind: "define", what: "tenancy", name: { name: admittedFrom.name }, ocid: admittedFrom.id },
    { kind: "define", what: "group", name: { name }, ocid: admittedFrom.group },
  ];
}
