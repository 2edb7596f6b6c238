import { describe, expect, test } from "@jest/globals";
import { type Condition, isPermission, isVariable, servicesOf } from "oci-policy";
import type { ScenarioCircumstances } from "../../../../config/schema/model";
import { ENFORCEMENT, enforceCircumstances } from "../../../../constructs/oci/policy/circumstances";
import { role, scenario } from "../../../support/construct-stack";

/** A permission of each service, and what people call the service. */
const SERVICES = {
  objectstorage: ["OBJECT_READ", "Object Storage"],
  database: ["AUTONOMOUS_DATABASE_INSPECT", "Autonomous Database"],
  identity: ["GROUP_INSPECT", "IAM"],
  audit: ["AUDIT_EVENT_READ", "Audit"],
  monitoring: ["METRIC_READ", "Monitoring"],
  limits: ["QUOTA_READ", "Quotas"],
  kms: ["KEY_READ", "Vault"],
  core: ["VCN_READ", "Networking"],
  containerinstances: ["COMPUTE_CONTAINER_INSTANCE_READ", "Container Instances"],
  artifacts: ["REPOSITORY_READ", "Container Registry"],
  cloudguard: ["CG_PROBLEM_READ", "Cloud Guard"],
  events: ["EVENTRULE_READ", "Events"],
  logging: ["LOG_CONTENT_READ", "Logging"],
  ons: ["ONS_TOPIC_READ", "Notifications"],
  sch: ["SERVICE_CONNECTOR_READ", "Connector Hub"],
  loadbalancer: ["LOAD_BALANCER_READ", "Load Balancer"],
  waf: ["WAF_POLICY_READ", "WAF"],
  dns: ["DNS_ZONE_READ", "DNS"],
  healthchecks: ["HEALTH_CHECK_MONITOR_READ", "Health Checks"],
  certificatesmanagement: ["CERTIFICATE_READ", "Certificates"],
} as const;
type Service = keyof typeof SERVICES;

const ASKED = {
  network: { network: ["us-offices"] },
  multiFactor: { multiFactor: true },
  time: { time: { days: ["monday", "friday"], from: "09:00", to: "17:00" } },
  ticket: { ticket: "incident" },
} as const satisfies Record<string, ScenarioCircumstances>;
type Circumstance = keyof typeof ASKED;

const WORDS = { network: "a network source", multiFactor: "a second factor", time: "a window of time", ticket: "a ticket" };

const REMARKS: Partial<Record<Circumstance, string>> = {
  multiFactor: "second factor: sign-on policy of the domain",
  ticket: "ticket: on record only, no cloud checks it",
};

const CONDITIONS: Partial<Record<Circumstance, Condition[]>> = {
  network: [{ kind: "equals", variable: "request.networkSource.name", value: "us-offices" }],
  time: [
    { kind: "in", variable: "request.utc-timestamp.day-of-week", values: ["monday", "friday"] },
    { kind: "between", variable: "request.utc-timestamp.time-of-day", from: "09:00:00Z", to: "17:00:00Z" },
  ],
};

const refusal = (circumstance: Circumstance, service: string) => ({
  message: `scenario "review" asks for ${WORDS[circumstance]}, which ${service} can't check`,
  help: "take the circumstance away, or split the scenario so that only services that check it are left",
  about: ["scenarios", "review", "circumstances", circumstance],
});

// Source: OCI documentation, "Managing Network Sources": these aren't listed.
const UNLISTED: readonly string[] = [
  ...["kms", "core", "containerinstances", "artifacts", "cloudguard", "events", "logging", "ons", "sch"],
  ...["dns", "healthchecks", "certificatesmanagement"],
];

const CELLS = (Object.keys(SERVICES) as Service[]).flatMap((service) =>
  (Object.keys(ASKED) as Circumstance[]).map((circumstance): [Service, Circumstance, string] => {
    const unlisted = UNLISTED.includes(service);
    const how = { network: unlisted ? "refused" : "condition", multiFactor: "sign-on", time: "condition", ticket: "record" };
    return [service, circumstance, how[circumstance]];
  }),
);

const enforce = (circumstances: ScenarioCircumstances, permissions: readonly string[], who = role()) =>
  enforceCircumstances(who, scenario({ circumstances }), permissions);

test("the table holds these services and no others", () => {
  expect(Object.keys(ENFORCEMENT).sort()).toEqual(Object.keys(SERVICES).sort());
});

test.each(Object.entries(SERVICES))("%s is the service of its permission here", (service, [permission]) => {
  expect(servicesOf(permission)).toEqual([service]);
});

describe.each(CELLS)("on %s, %s", (service, circumstance, how) => {
  const [permission, words] = SERVICES[service];
  const { conditions, remarks, refusals } = enforce(ASKED[circumstance], [permission]);

  test(`is: ${how}`, () => {
    expect(ENFORCEMENT[service]?.[circumstance]).toBe(how);
    expect(conditions).toEqual(how === "condition" ? CONDITIONS[circumstance] : []);
    expect(remarks).toEqual(how === "sign-on" || how === "record" ? [REMARKS[circumstance]] : []);
    expect(refusals).toEqual(how === "refused" ? [refusal(circumstance, words)] : []);
  });
});

describe.each(Object.keys(ASKED) as Circumstance[])("%s", (circumstance) => {
  test.each([
    ["a service that is not in the table", "STREAM_READ", "streaming"],
    ["a permission that no service is known for", "NO_SUCH_PERMISSION", "NO_SUCH_PERMISSION"],
  ])("is refused for %s", (_, permission, words) => {
    expect(isPermission(permission)).toBe(permission === "STREAM_READ");
    expect(enforce(ASKED[circumstance], [permission]).refusals).toEqual([refusal(circumstance, words)]);
  });

  test("is refused where one of several services can't check it", () => {
    expect(enforce(ASKED[circumstance], ["OBJECT_READ", "STREAM_READ"]).refusals).toEqual([refusal(circumstance, "streaming")]);
  });
});

test("a network is refused with the names of all services that don't check it", () => {
  expect(enforce(ASKED.network, ["KEY_READ", "OBJECT_READ", "REPOSITORY_READ"]).refusals).toEqual([
    refusal("network", "Vault and Container Registry"),
  ]);
});

test("several circumstances are enforced together", () => {
  const all = { ...ASKED.network, ...ASKED.multiFactor, ...ASKED.time, ...ASKED.ticket };
  const { conditions, remarks, refusals } = enforce(all, ["OBJECT_READ"]);
  expect(conditions).toEqual([...(CONDITIONS.network ?? []), ...(CONDITIONS.time ?? [])]);
  expect(remarks).toEqual([REMARKS.multiFactor, REMARKS.ticket]);
  expect(refusals).toEqual([]);
});

test("a network of several sources is open from each of them", () => {
  const { conditions } = enforce({ network: ["us-app", "us-app-standby"] }, ["OBJECT_READ"]);
  const from = (value: string) => ({ kind: "equals", variable: "request.networkSource.name", value });
  expect(conditions).toEqual([{ kind: "any", conditions: [from("us-app"), from("us-app-standby")] }]);
});

test.each([
  ["no circumstance", {}],
  ["a second factor that is not asked for", { multiFactor: false }],
])("%s needs nothing, on any service", (_, circumstances) => {
  expect(enforce(circumstances, ["STREAM_READ"])).toEqual({ conditions: [], remarks: [], refusals: [] });
});

describe("a second factor", () => {
  test.each(["app", "copier", "pipeline"] as const)("is refused for a machine (%s)", (assumedBy) => {
    expect(enforce(ASKED.multiFactor, ["OBJECT_READ"], role({ name: "robot", assumedBy })).refusals).toEqual([
      {
        message: `scenario "review" asks for a second factor, and role "robot" is assumed by a machine (${assumedBy})`,
        help: "take multiFactor away, or give the scenario to people",
        about: ["scenarios", "review", "circumstances", "multiFactor"],
      },
    ]);
  });

  test("is refused for somebody who signs in to another tenancy", () => {
    const admittedFrom = { name: "oracle-audit", id: "ocid1.tenancy.oc1..a", group: "ocid1.group.oc1..a" };
    const auditor = role({ name: "oracle-auditor", assumedBy: "auditor", admittedFrom });
    expect(enforce(ASKED.multiFactor, ["OBJECT_READ"], auditor).refusals).toEqual([
      {
        message: 'scenario "review" asks for a second factor, and role "oracle-auditor" signs in to tenancy "oracle-audit"',
        help: "take multiFactor away, and ask for it in the agreement with them: their sign-on policy decides it",
        about: ["scenarios", "review", "circumstances", "multiFactor"],
      },
    ]);
    expect(enforce({}, ["OBJECT_READ"], auditor).refusals).toEqual([]);
  });

  test.each(["people", "auditor"] as const)("is what %s have", (assumedBy) => {
    expect(enforce(ASKED.multiFactor, ["OBJECT_READ"], role({ assumedBy })).refusals).toEqual([]);
  });
});

describe("a window over midnight", () => {
  const window = { days: ["friday", "sunday"] as ("friday" | "sunday")[], from: "13:00", to: "01:00" };
  const [condition] = enforce({ time: window }, ["OBJECT_READ"]).conditions;

  test.each([
    ["friday", "12:59:59", false],
    ["friday", "13:00:00", true],
    ["friday", "23:59:59", true],
    ["saturday", "00:30:00", true],
    ["saturday", "01:00:01", false],
    ["saturday", "13:30:00", false],
    ["sunday", "00:30:00", false],
    ["sunday", "20:00:00", true],
    ["monday", "00:30:00", true],
    ["friday", "00:30:00", false],
  ])("of Friday and Sunday, on %s at %s, is open: %s", (day, time, open) => {
    expect(holds(condition as Condition, day, `${time}Z`)).toBe(open);
  });
});

test("every variable that a circumstance uses is in the catalogue", () => {
  const over = { days: ["sunday" as const], from: "22:00", to: "02:00" };
  const used = [ASKED.network, ASKED.time, { time: over }].flatMap((asked) => enforce(asked, ["OBJECT_READ"]).conditions);
  const variables = used.flatMap(variablesIn);
  expect(variables.filter((name) => !isVariable(name))).toEqual([]);
  expect(new Set(variables).size).toBe(3);
});

function variablesIn(condition: Condition): string[] {
  return "conditions" in condition ? condition.conditions.flatMap(variablesIn) : [condition.variable];
}

/** What the service would decide: all of the conditions in play are about day and time. */
function holds(condition: Condition, day: string, time: string): boolean {
  switch (condition.kind) {
    case "all":
      return condition.conditions.every((each) => holds(each, day, time));
    case "any":
      return condition.conditions.some((each) => holds(each, day, time));
    case "in":
      return condition.values.includes(day);
    case "between":
      return condition.from <= time && time <= condition.to;
    default:
      throw new Error(`not about time: ${condition.kind}`);
  }
}
