import { findConditionKey } from "../aws/catalogue/condition-keys";
import { addressText, all, decide, implies, type Witness } from "../logic";
import { lazily, type Possibility } from "../possibility";
import type { AwsEstate, AwsRequest } from "../simulate/aws";
import { simulateAws } from "../simulate/aws";
import { allowanceOf } from "./chain";
import { type AwsQuestion, cutArn, isOpenResource, RESOURCE, SESSION, TIME } from "./question";

/** Says whether requests like this one can ever be allowed; what it doesn't name is open. */
export interface AwsPossibilities {
  readonly possible: (question: AwsQuestion) => Possibility<AwsRequest>;
}

/** @param at no request is made before */
export function awsPossibilities(estate: AwsEstate, at: Date): AwsPossibilities {
  return { possible: (question) => possibilityOf(estate, question, at) };
}

function possibilityOf(estate: AwsEstate, question: AwsQuestion, at: Date): Possibility<AwsRequest> {
  const { allowed, circumstances } = allowanceOf(estate, question, at);
  const decision = decide(all(allowed, circumstances));
  if (decision.kind === "never") return { kind: "never" };
  if (decision.kind === "undecided") return { kind: "undecided", reasons: decision.reasons };
  const whole = requestOf(question, decision.witness);
  // The evaluator shares neither formulas nor the search: what the two differ on is no answer.
  const { decision: replayed, because } = simulateAws(estate, whole);
  if (replayed !== "allowed")
    return {
      kind: "undecided",
      reasons: [`what AWS answers to ${question.action}: two evaluators differ, and one says: ${because}`],
    };
  return lazily(
    () => {
      const request = withoutNeedless(estate, whole, question);
      return { request, by: simulateAws(estate, request).by };
    },
    () => implies(circumstances, allowed).kind === "holds",
    { right: question.action, allowed, circumstances },
  );
}

/** The request with only those keys that it needs to be allowed: a witness is for a reader. */
function withoutNeedless(estate: AwsEstate, whole: AwsRequest, question: AwsQuestion): AwsRequest {
  const { principal } = question;
  const anySession = { ...whole, principal };
  let request = simulateAws(estate, anySession).decision === "allowed" ? anySession : whole;
  for (const key of whole.context.keys()) {
    if (question.context.has(key)) continue;
    const fewer = { ...request, context: new Map([...request.context].filter(([other]) => other !== key)) };
    if (simulateAws(estate, fewer).decision === "allowed") request = fewer;
  }
  return request;
}

/** The question with what the witness says besides. */
function requestOf(question: AwsQuestion, witness: Witness): AwsRequest {
  const context = new Map(question.context);
  for (const [name, value] of witness) {
    if (value === null || name === RESOURCE.name || name === SESSION.name) continue;
    context.set(
      name,
      (Array.isArray(value) ? value : [value]).map((one) => textOf(name, one)),
    );
  }
  return { ...question, context, resource: resourceOf(question, witness), principal: principalOf(question, witness) };
}

function textOf(name: string, value: unknown): string {
  if (typeof value === "bigint") return addressText(value);
  const isDate = name === TIME.name || findConditionKey(name)?.value === "date";
  return isDate ? new Date(Number(value)).toISOString() : String(value);
}

function resourceOf(question: AwsQuestion, witness: Witness): string {
  const rest = witness.get(RESOURCE.name);
  if (!isOpenResource(question)) return question.resource;
  const [head, tail] = cutArn(question.resource);
  return `${head}${typeof rest === "string" ? rest : `${tail.slice(0, -1)}any`}`;
}

function principalOf({ principal }: AwsQuestion, witness: Witness): AwsRequest["principal"] {
  const name = witness.get(SESSION.name);
  return principal.kind === "session" && principal.name === undefined && typeof name === "string"
    ? { ...principal, name }
    : principal;
}
