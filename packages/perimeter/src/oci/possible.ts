import { all, decide, implies, type Witness } from "../logic";
import { lazily, type Possibility } from "../possibility";
import type { Answer } from "../simulate/answer";
import { carries } from "../simulate/oci/action";
import { aspectHolds, viewOf } from "../simulate/oci/applies";
import { BUILT_IN } from "../simulate/oci/built-in-rules";
import type { OciEstate } from "../simulate/oci/estate";
import { byPart, type Part, type RulesByPart } from "../simulate/oci/part";
import { type Rule, rulesOf } from "../simulate/oci/policy";
import type { OciRequest } from "../simulate/oci/request";
import { simulatorOf } from "../simulate/oci/simulate";
import { type Allowance, admittedFrom, allowedWithin } from "./grants";
import { TIME } from "./time-reading";
import type { OciQuestion } from "./variables";

/** Says whether requests like this one can ever be allowed; what it doesn't name is open. */
export interface OciPossibilities {
  /** Within the tenancy of the estate. */
  readonly possible: (question: OciQuestion) => Possibility<OciRequest>;
  /** Whether a statement gives a principal a permission anywhere at all: of thousands of questions most end here. */
  readonly mayHold: (principal: OciQuestion["principal"], permission: string) => boolean;
  /** For principals of another tenancy, as far as this one's statements tell. */
  readonly admitted: (tenancyId: string | undefined, question: OciQuestion) => Possibility<OciRequest>;
}

/**
 * Reads the statements of an estate once, for many questions.
 * @param at no request is made before
 */
export function ociPossibilities(estate: OciEstate, at: Date): OciPossibilities {
  const { tenancy } = estate;
  const rules = byPart(rulesOf(tenancy));
  const simulate = simulatorOf(estate);
  const rulesFor = indexed({ ...rules, allow: [...rules.allow, ...BUILT_IN] });
  return {
    mayHold: (principal, permission) => {
      const request = { principal, permission, target: { compartment: [] }, variables: new Map() };
      const view = viewOf(request, tenancy, { home: tenancy, host: tenancy });
      return rulesFor(permission)("allow").some((rule) => aspectHolds("subject", rule, "allow", view) !== false);
    },
    possible: (question) => {
      const allowance = allowedWithin(question, tenancy, rulesFor(question.permission), at);
      return possibilityOf(allowance, question, (request) => simulate(request));
    },
    admitted: (tenancyId, question) => {
      const { by, ...allowance } = admittedFrom(tenancyId, question, tenancy, rulesFor(question.permission), at);
      // The half that lies elsewhere is unknown, so that nothing whole can be replayed.
      return possibilityOf(allowance, question, () => ({ decision: "allowed", by: by.map((rule) => rule.by), because: "" }));
    },
  };
}

/** Of hundreds of statements few are about one permission: each is looked at once for it. */
function indexed(rules: RulesByPart): (permission: string) => (part: Part) => readonly Rule[] {
  const known = new Map<string, readonly Rule[]>();
  return (permission) => (part) => {
    const key = `${part} ${permission}`;
    const found = known.get(key) ?? rules[part].filter((rule) => mayCarry(rule, part, permission));
    known.set(key, found);
    return found;
  };
}

function mayCarry({ statement }: Rule, part: Part, permission: string): boolean {
  if (!statement || statement.kind === "associate") return true;
  const purpose = part === "deny" ? "deny" : part.startsWith("deny") ? "cross-deny" : "allow";
  return carries(statement.action, permission, purpose) !== false;
}

function possibilityOf(
  { allowed, circumstances }: Allowance,
  question: OciQuestion,
  replay: (request: OciRequest) => Answer,
): Possibility<OciRequest> {
  const decision = decide(all(allowed, circumstances));
  if (decision.kind === "never") return { kind: "never" };
  if (decision.kind === "undecided") return { kind: "undecided", reasons: decision.reasons };
  const whole = requestOf(question, decision.witness);
  // The evaluator shares neither formulas nor the search: what the two differ on is no answer.
  const { decision: replayed, because } = replay(whole);
  if (replayed === "allowed")
    return lazily(
      () => {
        const request = withoutNeedless(whole, question, replay);
        return { request, by: replay(request).by };
      },
      () => implies(circumstances, allowed).kind === "holds",
      { right: question.permission, allowed, circumstances },
    );
  return {
    kind: "undecided",
    reasons: [`what OCI answers to ${question.permission}: two evaluators differ, and one says: ${because}`],
  };
}

/** The request with only those variables that it needs to be allowed: a witness is for a reader. */
function withoutNeedless(whole: OciRequest, question: OciQuestion, replay: (request: OciRequest) => Answer): OciRequest {
  let request = whole;
  for (const name of whole.variables.keys()) {
    if (question.variables.has(name)) continue;
    const fewer = { ...request, variables: new Map([...request.variables].filter(([other]) => other !== name)) };
    if (replay(fewer).decision === "allowed") request = fewer;
  }
  return request;
}

/** The question with what the witness says besides. */
function requestOf(question: OciQuestion, witness: Witness): OciRequest {
  const variables = new Map(question.variables);
  for (const [name, value] of witness) {
    if (value === null) continue;
    if (name === TIME.name) variables.set(name, `${new Date(Number(value)).toISOString().slice(0, 19)}Z`);
    else variables.set(name, Array.isArray(value) ? value.map(String) : String(value));
  }
  return { ...question, variables };
}
