import { describe, expect, test } from "@jest/globals";
import { Construct } from "constructs";
import { printStatement } from "oci-policy";
import type { Capability } from "../../../../config/schema/registry";
import { type Grant, grantTo, grantToService, type Opening } from "../../../../constructs/oci/policy/grant";
import { grantBoundary, grantHealth, grantInfrastructure } from "../../../../constructs/oci/policy/tenancy-grants";
import { FOREIGNER, groundOf, refusalsOf, role, scenario } from "../../../support/construct-stack";

const OPENING: Opening = { on: "media", permissions: ["OBJECT_READ"], location: { kind: "compartment", path: ["us", "media"] } };
const BY_NAME = { kind: "equals", variable: "target.bucket.name", value: "media" } as const;

/** What `ask` gets, and what is refused to it. */
function asked(ask: (construct: Construct, ground: ReturnType<typeof groundOf>) => Grant[]) {
  const grants: Grant[] = [];
  const refusals = refusalsOf((stack) => void grants.push(...ask(new Construct(stack, "asked"), groundOf(stack))));
  return { grants, refusals, statements: grants.map(({ statement }) => printStatement(statement)) };
}

describe("a grant", () => {
  const granted = (opening: Opening, circumstances = {}) =>
    asked((construct) => grantTo(construct, role(), scenario({ circumstances }), "US", opening));
  const head = "Allow group 'us'/'reviewers' to {OBJECT_READ} in compartment us:media";

  test.each([
    ["without conditions has no where", OPENING, {}, head],
    ["with one condition has it alone", { ...OPENING, conditions: [BY_NAME] }, {}, `${head} where target.bucket.name = 'media'`],
    [
      "with several asks for all of them",
      { ...OPENING, conditions: [BY_NAME] },
      { network: ["us-offices"] },
      `${head} where all {target.bucket.name = 'media', request.networkSource.name = 'us-offices'}`,
    ],
  ])("%s", (_, opening, circumstances, expected) => expect(granted(opening, circumstances).statements).toEqual([expected]));

  test("says to whom, why, on what, and what no statement can say", () => {
    expect(granted(OPENING, { ticket: "user-report" }).grants[0]).toMatchObject({
      to: "reviewers",
      because: "review",
      on: "media",
      remarks: [expect.stringContaining("no cloud checks it")],
    });
  });

  test("is not made where a circumstance can't be enforced", () => {
    const key: Opening = { on: "key", permissions: ["KEY_READ"], location: { kind: "tenancy" } };
    expect(granted(key, { network: ["us-offices"] })).toMatchObject({ grants: [], refusals: [expect.stringContaining("Vault")] });
    expect(granted(key).grants).toHaveLength(1);
  });

  test("by verb checks the circumstances of everything that the verb carries", () => {
    const verb = (resourceType: string): Opening => ({
      on: "x",
      verb: { verb: "manage", resourceType },
      location: { kind: "tenancy" },
    });
    expect(granted(verb("repos"), { network: ["us-offices"] }).grants).toEqual([]);
    expect(granted(verb("buckets"), { network: ["us-offices"] }).grants).toHaveLength(1);
    expect(() => granted(verb("bucketz"))).toThrow('the catalogue has no resource type "bucketz"');
  });

  test("to a service holds the conditions of the opening alone", () => {
    const grant = grantToService({ kind: "service", names: ["s"] }, "s", "lifecycle", { ...OPENING, conditions: [BY_NAME] });
    expect(printStatement(grant.statement)).toBe(
      "Allow service s to {OBJECT_READ} in compartment us:media where target.bucket.name = 'media'",
    );
  });
});

describe.each<[Capability, number, number]>([
  ["metadata", 0, 0],
  ["content", 0, 0],
  ["administer", 2, 16],
])("%s", (capability, changesOfBoundary, changesOfInfrastructure) => {
  const given = scenario({ capability: capability as "metadata" });
  const changing = (statements: readonly string[]) => statements.filter((text) => /_CREATE|manage /.test(text));

  test("changes the boundary only where it administers", () => {
    const { statements } = asked((construct, { keys }) => grantBoundary(construct, role(), given, "US", keys));
    expect(changing(statements)).toHaveLength(changesOfBoundary);
    expect(statements.length).toBeGreaterThan(0);
  });

  test("changes the infrastructure only where it administers", () => {
    const { statements } = asked((construct, { root, keys }) =>
      grantInfrastructure(construct, role(), given, "US", { network: root, app: root, keys, secrets: root }),
    );
    expect(changing(statements)).toHaveLength(changesOfInfrastructure);
    expect(statements.length).toBeGreaterThan(0);
  });
});

describe("a role from elsewhere", () => {
  const help = `give scenario "review" to a role that resides in US, or use grantMetadata`;
  const refused = (words: string) => [
    `[test/asked] role "apac-engineering" resides in CN, SG and can't ${words} (US user data): ${help}`,
  ];

  test.each([
    ["administer", refused("change the infrastructure")],
    ["metadata", refused("see the infrastructure")],
  ] as const)("gets no %s of the infrastructure", (capability, refusals) => {
    const result = asked((construct, { root, keys }) =>
      grantInfrastructure(construct, FOREIGNER, scenario({ capability }), "US", {
        network: root,
        app: root,
        keys,
        secrets: root,
      }),
    );
    expect(result).toMatchObject({ grants: [], refusals });
  });

  test.each([
    ["administer", refused("change the boundary")],
    ["metadata", refused("see the boundary")],
  ] as const)("gets no %s of the boundary", (capability, refusals) => {
    const result = asked((construct, { keys }) => grantBoundary(construct, FOREIGNER, scenario({ capability }), "US", keys));
    expect(result).toMatchObject({ grants: [], refusals });
  });

  test("sees health", () => {
    const result = asked((construct, { root }) =>
      grantHealth(construct, FOREIGNER, scenario({ capability: "metadata" }), "US", root),
    );
    expect(result).toMatchObject({
      refusals: [],
      statements: ["Allow group 'international'/'apac-engineering' to {METRIC_INSPECT, METRIC_READ} in compartment us"],
    });
  });
});
