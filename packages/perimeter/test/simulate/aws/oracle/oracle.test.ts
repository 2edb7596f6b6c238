import { describe, expect, test } from "@jest/globals";
import { EXAMPLES } from "../support/examples";
import { type Scenario, simulate } from "../support/scenario";
import { DISAGREEMENTS, explanationOf } from "./disagreements";
import { askPeer } from "./peer";
import { scenarios } from "./scenarios";

const SAMPLE = [...scenarios({ seed: 20261125, count: 400 })];
const ACTIONS = [...new Set(SAMPLE.map(({ request }) => request.action))].sort();

describe("on random scenarios another simulator answers alike, or the documentation says why not", () => {
  test.each(ACTIONS)("%s", async (action) => {
    const unexplained: Scenario[] = [];
    for (const scenario of SAMPLE.filter(({ request }) => request.action === action)) {
      const { decision } = simulate(scenario);
      if (decision !== (await askPeer(scenario)) && !explanationOf(scenario, decision)) unexplained.push(scenario);
    }
    expect(unexplained).toEqual([]);
  });

  test("both answers are frequent, and none is left open", () => {
    const decisions = SAMPLE.map((scenario) => simulate(scenario).decision);
    for (const decision of ["allowed", "denied"])
      expect(decisions.filter((each) => each === decision).length).toBeGreaterThan(SAMPLE.length / 8);
    expect(decisions).not.toContain("undecided");
  });
});

const ROOT = "arn:aws:iam::111111111111:root";
const BUCKET = "arn:aws:s3:::bk";
const ROLE_CONTEXT = { "aws:PrincipalArn": "arn:aws:iam::111111111111:role/us-restore", "aws:PrincipalAccount": "111111111111" };
const BY_ROLE = {
  principal: "arn:aws:sts::111111111111:assumed-role/us-restore/ann",
  action: "s3:ListBucket",
  resource: BUCKET,
  resourceAccount: "111111111111",
};

function listIf(
  condition: Scenario["request"]["context"] | Record<string, unknown>,
  context: Scenario["request"]["context"],
): Scenario {
  const statement = { Effect: "Allow", Action: "s3:ListBucket", Resource: "*", Condition: condition };
  return {
    request: { ...BY_ROLE, context: { ...context, ...ROLE_CONTEXT } },
    identity: [{ Version: "2012-10-17", Statement: [statement] }],
  };
}

/** One scenario a row in which the two still differ; a row that has none is out of date. */
const FOUND: Readonly<Record<(typeof DISAGREEMENTS)[number]["id"], Scenario>> = {
  "session-policy-of-direct-grant": example("E16"),
  "restrict-public-buckets": example("E28"),
  "service-linked-role": example("E40"),
  "resource-control-of-other-service": example("E41"),
  "encryption-context": example("E54"),
  "variables-of-2008": example("E80"),
  "account-in-not-principal": example("E94"),
  "root-user": { request: { ...BY_ROLE, principal: ROOT, context: { "aws:PrincipalArn": ROOT } } },
  "root-assumes-role": {
    request: {
      ...BY_ROLE,
      principal: ROOT,
      action: "sts:AssumeRole",
      resource: "arn:aws:iam::111111111111:role/us-export",
      context: { "aws:PrincipalArn": ROOT },
    },
    resourcePolicy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }],
    },
  },
  "unsigned-request-to-kms": {
    request: {
      principal: "anonymous",
      action: "kms:Decrypt",
      resource: "arn:aws:kms:us-east-1:111111111111:key/1",
      resourceAccount: "111111111111",
      context: {},
    },
    resourcePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] },
  },
  "every-address": listIf({ IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, { "aws:SourceIp": "203.0.113.7" }),
  "other-address-family": listIf({ NotIpAddress: { "aws:SourceIp": "203.0.113.7" } }, { "aws:SourceIp": "2001:db8::1" }),
  "if-exists-of-set": listIf({ "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "class" } }, {}),
  "unresolved-variable": listIf({ StringNotEqualsIgnoreCase: { "aws:PrincipalArn": "${aws:PrincipalTag/site}" } }, {}),
};

function example(id: string): Scenario {
  const found = EXAMPLES.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no example ${id}`);
  return found;
}

describe("each known disagreement is one still, and is explained", () => {
  test.each(DISAGREEMENTS.map(({ id, says }) => [id, says] as const))("%s: %s", async (id) => {
    const scenario = FOUND[id];
    const { decision } = simulate(scenario);
    expect(explanationOf(scenario, decision)?.id).toBe(id);
    if (id !== "restrict-public-buckets") expect(await askPeer(scenario)).not.toBe(decision);
  });
});
