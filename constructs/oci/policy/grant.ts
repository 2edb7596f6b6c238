import type { Construct } from "constructs";
import {
  type Action,
  type Admission,
  type Condition,
  type Location,
  permissionsOf,
  type Statement,
  type Subject,
  type Verb,
} from "oci-policy";
import { isInside, type Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import { refuse } from "../../refusal";
import { subjectOf } from "../principals";
import { enforceCircumstances } from "./circumstances";

/** One statement, and why it is there. */
export interface Grant {
  /** For somebody of another tenancy an admission, which their own tenancy must endorse. */
  readonly statement: Statement | Admission;
  /** The role, or the service of the platform, that gets it. */
  readonly to: string;
  /** The scenario, or what the service does with it. */
  readonly because: string;
  /** What it opens, as a reviewer calls it. */
  readonly on: string;
  /** Circumstances that are enforced elsewhere or only written down. */
  readonly remarks: readonly string[];
}

/** What a construct opens of itself. */
export type Opening = {
  /** As a reviewer calls it, such as `media`. */
  readonly on: string;
  readonly location: Location;
  /** Conditions that select the thing itself, such as its bucket name. */
  readonly conditions?: readonly Condition[];
} & ({ readonly permissions: readonly string[] } | { readonly verb: { readonly verb: Verb; readonly resourceType: string } });

/**
 * The grant of an opening to a role in a scenario, with the scenario's circumstances. What can't be enforced is refused
 * on `construct`, and then nothing is granted.
 */
export function grantTo(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  jurisdiction: Jurisdiction,
  opening: Opening,
): Grant[] {
  const { conditions, remarks, refusals } = enforceCircumstances(role, scenario, permissionsIn(opening));
  for (const refusal of refusals) refuse(construct, refusal);
  if (refusals.length > 0) return [];
  return [
    {
      statement: allowOrAdmit(role, allow(subjectOf(role, jurisdiction), opening, conditions)),
      to: role.name,
      because: scenario.name,
      on: opening.on,
      remarks,
    },
  ];
}

/** The grant of an opening to a service of the platform, or to what acts for one. */
export function grantToService(subject: Subject, to: string, because: string, opening: Opening): Grant {
  return { statement: allow(subject, opening, []), to, because, on: opening.on, remarks: [] };
}

/**
 * Refuses a role from outside the jurisdiction on `construct`, in words that say so.
 * @returns whether the role may have what it asks for.
 */
export function admits(construct: Construct, role: Role, scenario: Scenario, jurisdiction: Jurisdiction, asks: string): boolean {
  if (isInside(jurisdiction, role.countries)) return true;
  refuse(construct, {
    message: `role "${role.name}" resides in ${role.residency} and can't ${asks} (${jurisdiction} user data)`,
    help: `give scenario "${scenario.name}" to a role that resides in ${jurisdiction}, or use grantMetadata`,
    about: ["roles", role.name, "scenarios"],
  });
  return false;
}

function allowOrAdmit({ admittedFrom }: Role, statement: Statement): Statement | Admission {
  if (!admittedFrom) return statement;
  return { ...statement, kind: "admit", source: { kind: "foreign", tenancy: admittedFrom.name } };
}

function allow(subject: Subject, opening: Opening, circumstances: readonly Condition[]): Statement {
  const all = [...(opening.conditions ?? []), ...circumstances];
  const condition: Condition | undefined = all.length > 1 ? { kind: "all", conditions: all } : all[0];
  return { effect: "allow", subject, action: actionOf(opening), location: opening.location, ...(condition ? { condition } : {}) };
}

function actionOf(opening: Opening): Action {
  return "verb" in opening ? { kind: "verb", ...opening.verb } : { kind: "permissions", permissions: opening.permissions };
}

function permissionsIn(opening: Opening): readonly string[] {
  if (!("verb" in opening)) return opening.permissions;
  const { verb, resourceType } = opening.verb;
  const permissions = permissionsOf(verb, resourceType);
  if (!permissions) throw new Error(`the catalogue has no resource type "${resourceType}"`);
  return permissions;
}
