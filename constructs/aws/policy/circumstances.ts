import type { Deployment, Role, Scenario } from "../../../config/schema/model";
import type { Refusal } from "../../refusal";
import type { Conditions } from "./document";

/** A scenario's circumstances, as policies on AWS can hold them. */
export interface EnforcedCircumstances {
  /** Conditions for the statement. */
  readonly conditions: Conditions;
  /** What is enforced elsewhere, or written down only: for the reviewer. */
  readonly remarks: readonly string[];
  /** What was asked for and can't be enforced. */
  readonly refusals: readonly Refusal[];
}

/** Address blocks by network source, as the configuration declares them. */
export type DeclaredNetworks = Deployment["networkSources"];

type Circumstance = "network" | "multiFactor" | "time" | "ticket";
type Enforcement = Partial<EnforcedCircumstances>;

/**
 * Circumstance × how. Sources: IAM User Guide, "AWS global condition context keys" (`aws:SourceIp` is kept where a service
 * calls on with the caller's session; `aws:CurrentTime` is a moment, not a time of day; `aws:MultiFactorAuthPresent` is
 * absent from federated sessions).
 */
const ENFORCEMENT: Readonly<Record<Circumstance, (role: Role, scenario: Scenario, networks: DeclaredNetworks) => Enforcement>> = {
  network: (_, scenario, networks) => fromNetworks(scenario, networks),
  multiFactor: (role, scenario) =>
    role.assumedBy === "people" || role.assumedBy === "auditor"
      ? { remarks: ["second factor: sign-on policy of the domain"] }
      : refused(scenario, "multiFactor", `role "${role.name}" is assumed by a machine (${role.assumedBy})`),
  time: (_, scenario) => refused(scenario, "time", "IAM compares moments, and no times of day"),
  ticket: () => ({ remarks: ["ticket: on record only, no cloud checks it"] }),
};

/** How the scenario's circumstances are enforced on a statement of a policy on AWS. Nothing is dropped. */
export function enforceCircumstances(role: Role, scenario: Scenario, networks: DeclaredNetworks): EnforcedCircumstances {
  const enforced = Object.entries(scenario.circumstances)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name]) => ENFORCEMENT[name as Circumstance](role, scenario, networks));
  return {
    // Only the network makes a condition: there is nothing to join.
    conditions: enforced.find(({ conditions }) => conditions)?.conditions ?? {},
    remarks: enforced.flatMap(({ remarks = [] }) => remarks),
    refusals: enforced.flatMap(({ refusals = [] }) => refusals),
  };
}

function fromNetworks(scenario: Scenario, networks: DeclaredNetworks): Enforcement {
  const named = scenario.circumstances.network ?? [];
  const unseen = named.filter((name) => networks[name] === undefined);
  if (unseen.length > 0)
    return refused(scenario, "network", `AWS sees no request from "${unseen.join('" or "')}", a network of the other cloud`);
  const addresses = named.flatMap((name) => networks[name]?.addresses ?? []);
  return { conditions: { IpAddress: { "aws:SourceIp": addresses } } };
}

function refused(scenario: Scenario, circumstance: Circumstance, because: string): Enforcement {
  return {
    refusals: [
      {
        message: `scenario "${scenario.name}" asks for ${WORDS[circumstance]} at a backup site: ${because}`,
        help: "take the circumstance away, or split the scenario so that the backup sites have one of their own",
        about: ["scenarios", scenario.name, "circumstances", circumstance],
      },
    ],
  };
}

const WORDS: Record<Circumstance, string> = {
  network: "a network source",
  multiFactor: "a second factor",
  time: "a window of time",
  ticket: "a ticket",
};
