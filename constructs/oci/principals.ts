import type { QualifiedName, Subject } from "oci-policy";
import { isInside, type Jurisdiction } from "../../config/schema/jurisdictions";
import type { Role } from "../../config/schema/model";

/** The domain of everybody who sits outside the jurisdiction: nobody of it can be in the jurisdiction's own domain. */
export const FOREIGN_DOMAIN = "international";

/** The identity domain that holds a role: the jurisdiction's own, or that of everybody else. */
export function domainOf(role: Pick<Role, "countries">, jurisdiction: Jurisdiction): string {
  return isInside(jurisdiction, role.countries) ? jurisdiction.toLowerCase() : FOREIGN_DOMAIN;
}

/** The role as statements name it. Machines without credentials of their own are dynamic groups. */
export function subjectOf(role: Pick<Role, "name" | "countries" | "assumedBy">, jurisdiction: Jurisdiction): Subject {
  const name: QualifiedName = { domain: domainOf(role, jurisdiction), name: role.name };
  return { kind: role.assumedBy === "app" ? "dynamic-group" : "group", names: [name] };
}
