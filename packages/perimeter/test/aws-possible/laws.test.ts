import { expect, test } from "@jest/globals";
import { awsPossibilities } from "../../src/aws-possible";
import { type AwsRequest, simulateAws } from "../../src/simulate/aws";
import { isImplied } from "../../src/simulate/aws/context";
import { scenarios } from "../simulate/aws/oracle/scenarios";
import { estateOf, requestOf, type Scenario } from "../simulate/aws/support/scenario";

const EPOCH = new Date(0);
const SCENARIOS = [...scenarios({ seed: 11, count: 3000 })];

/** The request with everything open that a request decides. */
function opened(request: AwsRequest): AwsRequest {
  const follows = [...request.context].filter(([key]) => isImplied(key) && !/securetransport|viaaws|time/i.test(key));
  return { ...request, context: new Map(follows) };
}

/** Whether somebody could send it: only calls of a service say what they are made for. */
function canBeSent({ request }: Scenario): boolean {
  return (
    request.principal.endsWith(".amazonaws.com") ||
    !Object.keys(request.context).some((key) => /^aws:source(arn|account)/i.test(key))
  );
}

test("what may be allowed for a request is never said to be impossible", () => {
  const tried = SCENARIOS.filter(canBeSent).filter((one) => simulateAws(estateOf(one), requestOf(one)).decision === "allowed");
  expect(tried.length).toBeGreaterThan(100);
  for (const one of tried) {
    const answer = awsPossibilities(estateOf(one), EPOCH).possible(opened(requestOf(one)));
    if (answer.kind === "never") throw new Error(JSON.stringify(one, null, 1));
  }
});

test("evaluator and proof never differ on a witness", () => {
  const reasons = SCENARIOS.flatMap((one) => {
    const answer = awsPossibilities(estateOf(one), EPOCH).possible(opened(requestOf(one)));
    return answer.kind === "undecided" ? answer.reasons.map((reason) => `${reason} ${JSON.stringify(one.request)}`) : [];
  });
  expect(reasons.filter((reason) => reason.includes("two evaluators differ"))).toEqual([]);
});

test("few questions are undecided, and those for a reason that the evaluator has as well", () => {
  const kinds = new Map<string, number>();
  for (const one of SCENARIOS) {
    const answer = awsPossibilities(estateOf(one), EPOCH).possible(opened(requestOf(one)));
    kinds.set(answer.kind, (kinds.get(answer.kind) ?? 0) + 1);
  }
  expect(kinds.get("never")).toBeGreaterThan(100);
  expect(kinds.get("possible")).toBeGreaterThan(100);
});
