import { describe, expect, test } from "@jest/globals";
import { EXAMPLES } from "../support/examples";
import { type Scenario, simulate } from "../support/scenario";
import { type Comparison, disagreements } from "./compare";
import { DISAGREEMENTS, explanationOf } from "./disagreements";
import { askPeer } from "./peer";
import { scenarios } from "./scenarios";

const SAMPLE = { seed: 20261125, count: 400 };

describe("on random scenarios another simulator answers alike, or the documentation says why not", () => {
  test("no disagreement is without its explanation", async () => {
    const unexplained: Comparison[] = [];
    for await (const found of disagreements(SAMPLE)) if (found.explanation === undefined) unexplained.push(found);
    expect(unexplained).toEqual([]);
  });

  test("the scenarios reach every action and caller; both answers are frequent, and none is left open", () => {
    const answers = [...scenarios(SAMPLE)].map((scenario) => ({ ...scenario.request, decision: simulate(scenario).decision }));
    const count = (decision: string) => answers.filter((answer) => answer.decision === decision).length;
    expect(new Set(answers.map(({ action }) => action)).size).toBe(10);
    expect(new Set(answers.map(({ principal }) => principal)).size).toBe(9);
    expect(Math.min(count("allowed"), count("denied"))).toBeGreaterThan(SAMPLE.count / 8);
    expect(count("undecided")).toBe(0);
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
