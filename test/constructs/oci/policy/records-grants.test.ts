import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import type { Grant } from "../../../../constructs/oci/policy/grant";
import { BUCKET_METADATA } from "../../../../constructs/oci/policy/permissions";
import { grantGuard, grantGuardOverview, grantRecords } from "../../../../constructs/oci/policy/records-grants";
import { FOREIGNER, groundOf, refusalsOf, role, scenario, synthesizeStack } from "../../../support/construct-stack";
import { readStatement } from "../../../support/statements";

const records = (stack: TerraformStack, who = role(), capability: "metadata" | "administer" = "metadata") => {
  const { compartment, root } = groundOf(stack);
  return grantRecords(stack, who, scenario({ name: "audit", records: true, capability }), "US", compartment("oversight", root));
};

function statementsOf(ask: (stack: TerraformStack) => readonly Grant[]) {
  const statements: string[] = [];
  synthesizeStack((stack) => {
    statements.push(...ask(stack).map(({ statement }) => printStatement(statement)));
  });
  return statements.map(readStatement);
}

const TAKING = /_(UPDATE|DELETE|MOVE|MODIFY|DETACH|ATTACH)$/;

describe.each(["metadata", "administer"] as const)("records, by %s,", (capability) => {
  const given = statementsOf((stack) => records(stack, role(), capability));
  const permissions = given.flatMap((statement) => statement.permissions ?? []);

  test("are given where they are made, and in the root where rules and Cloud Guard are", () => {
    expect([...new Set(given.map(({ location }) => location))].sort()).toEqual(["tenancy", "us:oversight"]);
  });

  test("are changed, stopped or moved by nothing of it", () => {
    expect(permissions.filter((permission) => TAKING.test(permission))).toEqual([]);
    expect(permissions.length).toBeGreaterThan(10);
  });

  test.each([
    ["content of logs", "LOG_CONTENT_READ", capability === "metadata"],
    ["making a log", "LOG_GROUP_CREATE", capability === "administer"],
    ["making a connector", "SERVICE_CONNECTOR_CREATE", capability === "administer"],
    ["making a rule", "EVENTRULE_CREATE", capability === "administer"],
    ["seeing a connector", "SERVICE_CONNECTOR_READ", true],
    ["seeing a rule", "EVENTRULE_READ", true],
  ])("hold %s: %s", (_, permission, held) => expect(permissions.includes(permission)).toBe(held));
});

test("subscribing somebody is granted for that operation, and so takes nobody's subscription back", () => {
  const given = statementsOf((stack) => records(stack, role(), "administer"));
  expect(given.filter((each) => each.permissions?.includes("ONS_TOPIC_SUBSCRIBE")).map(({ conditions }) => conditions)).toEqual([
    ["request.operation in ('CreateSubscription', 'GetSubscription', 'ListSubscriptions')"],
  ]);
});

test.each([
  ["read", "metadata"],
  ["make", "administer"],
] as const)("somebody from elsewhere can't %s the records", (verb, capability) => {
  const refusals = refusalsOf((stack) => expect(records(stack, FOREIGNER, capability)).toEqual([]));
  expect(refusals).toEqual([expect.stringContaining(`role "apac-engineering" resides in CN, SG and can't ${verb} the records`)]);
});

describe("Cloud Guard", () => {
  const given = statementsOf((stack) => {
    const { compartment, root, stores } = groundOf(stack);
    const media = compartment("media", stores);
    return [...grantGuardOverview(compartment("network", root)), grantGuard("media", BUCKET_METADATA, media)];
  });

  test("is the service, and looks where it was pointed", () => {
    expect(given.map(({ subject, location }) => `${subject} in ${location}`)).toEqual([
      "service cloudguard in tenancy",
      "service cloudguard in us:network",
      "service cloudguard in us:stores:media",
    ]);
  });

  test("sees settings, reads no content, and changes nothing", () => {
    const permissions = given.flatMap((statement) => statement.permissions ?? ["unknown"]);
    expect(permissions.filter((each) => !/_(INSPECT|READ)$/.test(each))).toEqual([]);
    expect(permissions.filter((each) => /OBJECT_|CONTENT|SECRET_BUNDLE/.test(each))).toEqual([]);
  });
});
