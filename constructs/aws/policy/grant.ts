import type { Construct } from "constructs";
import { isInside, type Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role, Scenario } from "../../../config/schema/model";
import { refuse } from "../../refusal";
import { type DeclaredNetworks, enforceCircumstances } from "./circumstances";
import { bothOf } from "./conditions";
import type { Conditions, PolicyStatement } from "./document";

/** One statement of a role's policy, and why it is there. */
export interface AwsGrant {
  readonly statement: PolicyStatement;
  /** The role that gets it. */
  readonly to: string;
  /** The scenario. */
  readonly because: string;
  /** What it opens, as a reviewer calls it. */
  readonly on: string;
  /** Circumstances that are enforced elsewhere or only written down. */
  readonly remarks: readonly string[];
}

/** Where grants are made, and for whom. */
export interface Granting {
  readonly jurisdiction: Jurisdiction;
  readonly networks: DeclaredNetworks;
}

/** What a construct opens of itself. */
export interface Opening {
  /** As a reviewer calls it, such as `copies of media`. */
  readonly on: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Conditions that select the thing itself. */
  readonly conditions?: Conditions;
}

/**
 * The grant of an opening to a role in a scenario, with the scenario's circumstances. What can't be enforced is refused
 * on `construct`, and then nothing is granted.
 */
export function grantTo(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  { networks }: Granting,
  { on, actions, resources, conditions }: Opening,
): AwsGrant[] {
  const enforced = enforceCircumstances(role, scenario, networks);
  for (const refusal of enforced.refusals) refuse(construct, refusal);
  if (enforced.refusals.length > 0) return [];
  const all = bothOf(conditions ?? {}, enforced.conditions);
  return [
    {
      statement: {
        sid: sidOf(scenario.name, on),
        effect: "Allow",
        actions,
        resources,
        ...(Object.keys(all).length > 0 ? { conditions: all } : {}),
      },
      to: role.name,
      because: scenario.name,
      on,
      remarks: enforced.remarks,
    },
  ];
}

/**
 * Refuses a role from outside the jurisdiction on `construct`, in words that say so.
 * @returns whether the role may have what it asks for.
 */
export function admits(
  construct: Construct,
  role: Role,
  scenario: Scenario,
  { jurisdiction }: Pick<Granting, "jurisdiction">,
  asks: string,
): boolean {
  if (isInside(jurisdiction, role.countries)) return true;
  refuse(construct, {
    message: `role "${role.name}" resides in ${role.residency} and can't ${asks} (${jurisdiction} user data)`,
    help: `give scenario "${scenario.name}" to a role that resides in ${jurisdiction}; from elsewhere only health is seen here`,
    about: ["roles", role.name, "scenarios"],
  });
  return false;
}

/** A statement's id has letters and digits only, and is unique in its document. */
export const sidOf = (...words: readonly string[]): string =>
  words
    .flatMap((text) => text.split(/[^A-Za-z0-9]+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
