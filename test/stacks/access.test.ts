import { describe, expect, test } from "@jest/globals";
import { isVariable, servicesOf } from "oci-policy";
import { configurationText, DEPLOYMENTS, edit, resourcesOf, synthesizedDeployment, synthesizeText } from "../support/deployments";
import {
  type ExpectedAccess,
  expected,
  expectedAccess,
  isInside,
  placesOf,
  REGION_KEYS,
  subjectOf,
} from "../support/expected-access";
import { expectedRecords, placesOfRecords } from "../support/expected-records";
import { covers, FORBIDDEN, type ReadStatement, readStatement, variablesIn } from "../support/statements";

type Synthesized = ReturnType<typeof synthesizeText>;

const textsOf = ({ stacks }: Synthesized): string[] =>
  resourcesOf(stacks.access)
    .filter(({ type }) => type === "oci_identity_policy")
    .flatMap(({ args }) => args.statements);
const statementsOf = (synthesized: Synthesized) => textsOf(synthesized).map(readStatement);
const allowsOf = (synthesized: Synthesized) => statementsOf(synthesized).filter(({ effect }) => effect === "Allow");

const asExpected = ({ subject, location, permissions, conditions }: ReadStatement): ExpectedAccess =>
  expected(subject, location, permissions ?? [], conditions);
const at = (place: string, access: readonly ExpectedAccess[]) => access.filter((each) => each.place === place);
const sentences = (access: readonly ExpectedAccess[]) =>
  [...new Set(access.map(({ subject, statement }) => `${subject}: ${statement}`))].sort();

/** What keeps the reading of objects to the regions of the jurisdiction. */
const pinsOf = (primary: string, standby: string) => [
  standby,
  `any {${primary}, ${standby}}`,
  primary,
  "request.operation = 'CreateReplicationPolicy'",
];

describe.each(DEPLOYMENTS)("%s", (name) => {
  const synthesized = synthesizedDeployment(name);
  const { deployment } = synthesized;
  const { prefix, oci, company } = deployment;
  const [inPrimary, inStandby] = [oci.primary.region, oci.standby.region].map(
    (region) => `request.region = '${REGION_KEYS[region]}'`,
  ) as [string, string];
  const allows = allowsOf(synthesized);
  const actual = allows.map(asExpected);
  const must = [...expectedAccess(deployment), ...expectedRecords(deployment)];
  const places = [...placesOf(deployment), ...placesOfRecords(deployment)];

  describe.each(deployment.roles.map((role) => [role.name, subjectOf(deployment.prefix, role)]))("role %s", (_, subject) => {
    test.each(places)("has on %s what its scenarios say, under their circumstances", (place) => {
      const of = (access: readonly ExpectedAccess[]) => sentences(at(place, access).filter((each) => each.subject === subject));
      expect(of(actual)).toEqual(of(must));
    });
  });

  test.each(places)("nobody else has a statement on %s", (place) => {
    expect(sentences(at(place, actual))).toEqual(sentences(at(place, must)));
  });

  test("the registry opens something: an empty table would prove nothing", () => {
    const readers = new Set(must.filter(({ statement }) => statement.includes("OBJECT_READ")).map(({ subject }) => subject));
    expect(readers.size).toBeGreaterThan(2);
  });

  test("what lies above several stores, keys or secrets opens none of them", () => {
    const above = allows.filter(({ location }) => !places.includes(location) && places.some((place) => covers(location, place)));
    const opening = above.filter(({ permissions = ["unknown"] }) =>
      permissions.some((permission) => ["objectstorage", "database", "kms"].some((of) => servicesOf(permission).includes(of))),
    );
    expect(opening).toEqual([]);
    expect(above.filter(({ permissions }) => permissions === undefined)).toEqual([]);
    expect(above.length).toBeGreaterThan(0);
  });

  test("nobody from elsewhere has anything but health", () => {
    const foreign = allows.filter(({ subject }) => subject.includes("'international'"));
    expect(foreign.map(({ action, location, conditions }) => ({ action, location, conditions }))).toEqual(
      foreign.map(() => ({ action: "{METRIC_INSPECT, METRIC_READ}", location: `${prefix}:health`, conditions: [] })),
    );
    const abroad = deployment.roles.filter(({ countries }) => !isInside(prefix, countries));
    expect(foreign.map(({ subject }) => subject).sort()).toEqual(abroad.map((role) => subjectOf(deployment.prefix, role)).sort());
  });

  test("verbs go to networks and the app tier alone, never to buckets, objects, databases, keys or secrets", () => {
    const byVerb = allows.filter(({ verb }) => verb);
    expect([...new Set(byVerb.map(({ location }) => location))].sort()).toEqual([`${prefix}:app`, `${prefix}:network`]);
    const carried = new Set(byVerb.flatMap(({ permissions = ["unknown"] }) => permissions));
    const data = [...carried].filter((permission) =>
      /^(unknown|OBJECT_|BUCKET_|AUTONOMOUS_|KEY_|VAULT_|SECRET_|PAR_)/.test(permission),
    );
    expect(data).toEqual([]);
  });

  const storage = {
    primary: `service objectstorage-${deployment.oci.primary.region}`,
    standby: `service objectstorage-${deployment.oci.standby.region}`,
  };
  const services = Object.values({ ...storage, vault: "service keymanagementservice", guard: "service cloudguard" });

  test("the service principals are Object Storage of both regions, the Vault service for its replica, and Cloud Guard", () => {
    const found = allows.map(({ subject }) => subject).filter((subject) => subject.startsWith("service "));
    expect([...new Set(found)].sort()).toEqual([...services].sort());
  });

  test("Object Storage of the standby opens its keys, and touches no bucket: the source copies", () => {
    const given = allows.filter(({ subject }) => subject === storage.standby);
    expect(given.map(({ location, permissions }) => [location, permissions])).toEqual([
      [`${prefix}:keys:evidence:standby`, ["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"]],
      [`${prefix}:keys:objects`, ["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"]],
    ]);
  });

  test("every subject is a group of a domain, or one of those services: nothing is for everybody, and no ids", () => {
    const named = new RegExp(`^((dynamic-)?group '(${prefix}|international)'/'[a-z0-9-]+'|${services.join("|")})$`);
    expect(allows.map(({ subject }) => subject).filter((subject) => !named.test(subject))).toEqual([]);
  });

  test("content of a bucket is pinned to its name and regions, or to setting up its replication", () => {
    const content = allows.filter(
      ({ subject, permissions = [] }) =>
        subject !== storage.primary && permissions.some((p) => ["OBJECT_READ", "OBJECT_OVERWRITE"].includes(p)),
    );
    const loose = content.filter(
      ({ conditions, location }) =>
        !conditions.includes(
          `target.bucket.name = '${company.name}-${prefix}-${location.split(":").slice(1).join("-").replace("stores-", "")}'`,
        ) || !conditions.some((condition) => pinsOf(inPrimary, inStandby).includes(condition)),
    );
    expect(loose).toEqual([]);
    expect(content.length).toBeGreaterThan(0);
  });

  test("the copier reads in the primary region alone", () => {
    const copying = allows.filter(({ subject }) => subject.includes("'replication'"));
    expect(copying.map(({ conditions }) => conditions.filter((condition) => condition.includes("request.region")))).toEqual(
      copying.map(() => [inPrimary]),
    );
    expect(copying).toHaveLength(deployment.buckets.length);
  });

  test("nobody is allowed what nobody gets, but for a service's own work and the making of a copy", () => {
    const holders = allows.flatMap(({ subject, permissions = [], conditions }) =>
      FORBIDDEN.filter((permission) => permissions.includes(permission)).map((permission) =>
        [`${subject}: ${permission}`, ...conditions.filter((condition) => condition.includes("request.operation"))].join(" if "),
      ),
    );
    expect([...new Set(holders)].sort()).toEqual([
      `group '${prefix}'/'deploy-pipeline': OBJECT_RESTORE if request.operation = 'CreateReplicationPolicy'`,
      `group '${prefix}'/'deploy-pipeline': RETENTION_RULE_LOCK if request.operation = 'CreateRetentionRule'`,
      `group '${prefix}'/'deploy-pipeline': RETENTION_RULE_MANAGE if request.operation = 'CreateRetentionRule'`,
      `group '${prefix}'/'deploy-pipeline': VAULT_REPLICATE if request.operation = 'CreateVaultReplica'`,
      "service keymanagementservice: VAULT_REPLICATE",
      "service keymanagementservice: VAULT_UPDATE",
      `${storage.primary}: OBJECT_RESTORE`,
      `${storage.primary}: OBJECT_VERSION_DELETE`,
    ]);
  });

  test("nobody makes a replica writable, or ends a replication", () => {
    const operations = allows.flatMap(({ conditions }) => conditions.filter((each) => each.includes("request.operation")));
    expect(operations.filter((operation) => /Writable|Delete/.test(operation))).toEqual([]);
    // Both ask for this one, which no group has but for a named operation.
    const updating = allows.filter(
      ({ subject, permissions = ["BUCKET_UPDATE"] }) => !subject.startsWith("service") && permissions.includes("BUCKET_UPDATE"),
    );
    expect(updating.filter(({ conditions }) => !conditions.some((each) => each.startsWith("request.operation = ")))).toEqual([]);
    expect(updating.length).toBeGreaterThan(0);
  });

  test("every variable in a condition is one that the services know", () => {
    const variables = new Set(statementsOf(synthesized).flatMap(({ conditions }) => conditions.flatMap(variablesIn)));
    expect([...variables].filter((variable) => !isVariable(variable))).toEqual([]);
    expect(variables.size).toBeGreaterThan(3);
  });
});

describe("with deny policies and without", () => {
  const on = synthesizedDeployment("production");
  const off = synthesizeText(edit(configurationText("production"), ["denyPolicies: true", "denyPolicies: false"]));
  const without = ({ stacks }: Synthesized, name: string) => resourcesOf(stacks.access).filter(({ args }) => args.name !== name);

  test("denials exist only where the tenancy has them enabled", () => {
    expect(statementsOf(on).filter(({ effect }) => effect === "Deny").length).toBeGreaterThan(5);
    expect(statementsOf(off).filter(({ effect }) => effect === "Deny")).toEqual([]);
    expect(statementsOf(synthesizedDeployment("staging")).filter(({ effect }) => effect === "Deny")).toEqual([]);
  });

  test("every allow is the same", () => expect(allowsOf(off)).toEqual(allowsOf(on)));

  test("the guardrails are the one difference of all stacks", () => {
    expect(without(off, "us-guardrails")).toEqual(without(on, "us-guardrails"));
    expect(without(on, "us-guardrails")).toHaveLength(resourcesOf(on.stacks.access).length - 1);
    expect(off.stacks.tenancy).toEqual(on.stacks.tenancy);
    expect(off.stacks.primary).toEqual(on.stacks.primary);
  });

  test("a denial touches nobody of the jurisdiction, but for what nobody may do", () => {
    const denials = statementsOf(on).filter(({ effect }) => effect === "Deny");
    expect([...new Set(denials.map(({ subject }) => subject))].sort()).toEqual([
      "any-user",
      "group 'international'/'apac-engineering', 'international'/'emea-engineering'",
    ]);
    const ofEverybody = denials.filter(({ subject }) => subject === "any-user");
    // The Vault service, which may keep a replica of the stores' vault, has no business in those of the evidence.
    const people = allowsOf(on).filter(({ subject }) => subject !== "service keymanagementservice");
    const touched = people.filter(({ location, permissions = [] }) =>
      ofEverybody.some(
        (denial) =>
          (covers(denial.location, location) || covers(location, denial.location)) &&
          permissions.some((each) => denial.permissions?.includes(each)),
      ),
    );
    expect(touched).toEqual([]);
    expect(ofEverybody.length).toBeGreaterThan(2);
  });
});

describe("compartments that are closed to people from elsewhere", () => {
  const health = "scenarios: [service-health]";
  const peek = (scenario: string) =>
    edit(
      configurationText("production"),
      [health, "scenarios: [service-health, peek]"],
      ["  service-health:\n", `  peek: { why: see, capability: metadata, ${scenario} }\n  service-health:\n`],
    );
  const closed = (text: string) =>
    statementsOf(synthesizeText(text))
      .filter(({ effect, verb }) => effect === "Deny" && verb)
      .map(({ location }) => location);
  const all = [
    "us:stores",
    "us:keys",
    "us:secrets",
    "us:evidence",
    "us:oversight",
    "us:app",
    "us:network",
    "us:edge",
    "us-state",
  ];

  test.each([
    ["all of them, where they see health alone", configurationText("production"), all],
    ["all but the stores, where they see that a store exists", peek("stores: [media]"), all.slice(1)],
    ["all of them, where they see how much is copied to a backup site", peek("health: true, at: [singapore]"), all],
    ["all but the keys, where they see a key", peek("keys: [objects]"), all.filter((path) => path !== "us:keys")],
  ])("are %s", (_, text, expectedPaths) => expect(closed(text)).toEqual(expectedPaths));
});

test("content on keys is metadata, and rotates nothing", () => {
  const text = edit(configurationText("production"), [
    "    stores: [exports]\n    capability: content",
    "    stores: [exports]\n    keys: [objects]\n    capability: content",
  ]);
  const keys = allowsOf(
    synthesizeText(edit(text, ["network: us-offices\n      multiFactor: true\n      time", "multiFactor: true\n      time"])),
  );
  const onKeys = keys.filter(({ subject, location }) => subject.includes("data-engineering") && location === "us:keys:objects");
  expect(onKeys.map(({ action }) => action)).toEqual(["{VAULT_INSPECT, VAULT_READ, KEY_INSPECT, KEY_READ}"]);
});
