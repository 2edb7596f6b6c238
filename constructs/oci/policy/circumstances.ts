import { type Condition, servicesOf } from "oci-policy";
import type { Role, Scenario } from "../../../config/schema/model";
import { type Circumstances, WEEKDAYS } from "../../../config/schema/registry";
import type { Refusal } from "../../refusal";

type Circumstance = "network" | "multiFactor" | "time" | "ticket";
/**
 * How a service lets a circumstance be enforced: by a condition of the statement, by the sign-on policy of the identity
 * domain, by nothing but the paper it is written on (`record`), or not at all (`refused`).
 */
type Enforcement = "condition" | "sign-on" | "record" | "refused";

const WITH_NETWORK = { network: "condition", multiFactor: "sign-on", time: "condition", ticket: "record" } as const;
const WITHOUT_NETWORK = { ...WITH_NETWORK, network: "refused" } as const;

/**
 * Service × circumstance × how. Services by the names of the permission catalogue; one that is not here supports
 * nothing. Sources: OCI documentation, "Support for Network Sources", "Managing Access Based on Time
 * of Access" (every service), "Managing Sign-On Policies".
 */
export const ENFORCEMENT: Readonly<Record<string, Readonly<Record<Circumstance, Enforcement>>>> = {
  objectstorage: WITH_NETWORK,
  database: WITH_NETWORK,
  identity: WITH_NETWORK,
  audit: WITH_NETWORK,
  monitoring: WITH_NETWORK,
  limits: WITH_NETWORK,
  loadbalancer: WITH_NETWORK,
  waf: WITH_NETWORK,
  kms: WITHOUT_NETWORK,
  core: WITHOUT_NETWORK,
  containerinstances: WITHOUT_NETWORK,
  artifacts: WITHOUT_NETWORK,
  cloudguard: WITHOUT_NETWORK,
  events: WITHOUT_NETWORK,
  logging: WITHOUT_NETWORK,
  ons: WITHOUT_NETWORK,
  sch: WITHOUT_NETWORK,
  dns: WITHOUT_NETWORK,
  healthchecks: WITHOUT_NETWORK,
  certificatesmanagement: WITHOUT_NETWORK,
};

/** A scenario's circumstances, as the cloud can hold them. */
export interface EnforcedCircumstances {
  /** Conditions for the statement. */
  readonly conditions: readonly Condition[];
  /** What is enforced elsewhere, or written down only: for the reviewer. */
  readonly remarks: readonly string[];
  /** What was asked for and can't be enforced. */
  readonly refusals: readonly Refusal[];
}

/** How the scenario's circumstances are enforced on a statement with these permissions. Nothing is dropped. */
export function enforceCircumstances(role: Role, scenario: Scenario, permissions: readonly string[]): EnforcedCircumstances {
  const services = [...new Set(permissions.flatMap(servicesOrItself))];
  const asked = Object.entries(scenario.circumstances).filter(([, value]) => value !== undefined && value !== false);
  const conditions: Condition[] = [];
  const remarks: string[] = [];
  const refusals: Refusal[] = [];
  for (const circumstance of asked.map(([name]) => name as Circumstance)) {
    const unable = services.filter((service) => (ENFORCEMENT[service]?.[circumstance] ?? "refused") === "refused");
    if (unable.length > 0) refusals.push(notEnforceable(scenario, circumstance, unable));
    else if (circumstance === "multiFactor" && role.admittedFrom) refusals.push(signsInElsewhere(role, scenario));
    else if (circumstance === "multiFactor" && role.assumedBy !== "people" && role.assumedBy !== "auditor")
      refusals.push(noSecondFactor(role, scenario));
    else if (circumstance === "multiFactor") remarks.push("second factor: sign-on policy of the domain");
    else if (circumstance === "ticket") remarks.push("ticket: on record only, no cloud checks it");
    else conditions.push(...conditionsOf(scenario, circumstance));
  }
  return { conditions, remarks, refusals };
}

function conditionsOf({ circumstances }: Scenario, circumstance: "network" | "time"): Condition[] {
  const { network, time } = circumstances;
  if (circumstance === "network") return network === undefined ? [] : [oneOf("request.networkSource.name", network)];
  return time === undefined ? [] : windowOf(time);
}

function oneOf(variable: string, values: readonly string[]): Condition {
  const conditions = values.map((value): Condition => ({ kind: "equals", variable, value }));
  return conditions.length === 1 ? (conditions[0] as Condition) : { kind: "any", conditions };
}

/** A window over midnight is two: the evening of its days, and the morning after each of them. */
function windowOf({ days, from, to }: NonNullable<Circumstances["time"]>): Condition[] {
  if (from <= to) return during(days, `${from}:00Z`, `${to}:00Z`);
  const evening: Condition = { kind: "all", conditions: during(days, `${from}:00Z`, "23:59:59Z") };
  const morning: Condition = { kind: "all", conditions: during(days.map(dayAfter), "00:00:00Z", `${to}:00Z`) };
  return [{ kind: "any", conditions: [evening, morning] }];
}

const during = (days: readonly string[], from: string, to: string): Condition[] => [
  { kind: "in", variable: "request.utc-timestamp.day-of-week", values: days },
  { kind: "between", variable: "request.utc-timestamp.time-of-day", from, to },
];

const dayAfter = (day: (typeof WEEKDAYS)[number]): string => WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % WEEKDAYS.length] as string;

/** A permission that the catalogue doesn't know stands for a service that supports nothing. */
function servicesOrItself(permission: string): readonly string[] {
  const services = servicesOf(permission);
  return services.length > 0 ? services : [permission];
}

const notEnforceable = (scenario: Scenario, circumstance: Circumstance, services: readonly string[]): Refusal => ({
  message: `scenario "${scenario.name}" asks for ${WORDS[circumstance]}, which ${services.map(serviceName).join(" and ")} can't check`,
  help: "take the circumstance away, or split the scenario so that only services that check it are left",
  about: ["scenarios", scenario.name, "circumstances", circumstance],
});

const noSecondFactor = (role: Role, scenario: Scenario): Refusal => ({
  message: `scenario "${scenario.name}" asks for a second factor, and role "${role.name}" is assumed by a machine (${role.assumedBy})`,
  help: "take multiFactor away, or give the scenario to people",
  about: ["scenarios", scenario.name, "circumstances", "multiFactor"],
});

const signsInElsewhere = (role: Role, scenario: Scenario): Refusal => ({
  message: `scenario "${scenario.name}" asks for a second factor, and role "${role.name}" signs in to tenancy "${role.admittedFrom?.name}"`,
  help: "take multiFactor away, and ask for it in the agreement with them: their sign-on policy decides it",
  about: ["scenarios", scenario.name, "circumstances", "multiFactor"],
});

const WORDS: Record<Circumstance, string> = {
  network: "a network source",
  multiFactor: "a second factor",
  time: "a window of time",
  ticket: "a ticket",
};

/** The product's name, where the catalogue's is not what people say. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  objectstorage: "Object Storage",
  database: "Autonomous Database",
  identity: "IAM",
  kms: "Vault",
  core: "Networking",
  containerinstances: "Container Instances",
  artifacts: "Container Registry",
  monitoring: "Monitoring",
  audit: "Audit",
  limits: "Quotas",
  cloudguard: "Cloud Guard",
  events: "Events",
  logging: "Logging",
  ons: "Notifications",
  sch: "Connector Hub",
  loadbalancer: "Load Balancer",
  waf: "WAF",
  dns: "DNS",
  healthchecks: "Health Checks",
  certificatesmanagement: "Certificates",
};
const serviceName = (service: string) => SERVICE_NAMES[service] ?? service;
