import { visible } from "oci-policy";
import type { Answer } from "../answer";
import { type View, viewOf } from "./applies";
import { shownRules, shownWish, whyNotGiven, whyUndecided } from "./because";
import { isOwnCredential } from "./built-in";
import { BUILT_IN } from "./built-in-rules";
import { shownCaller } from "./caller";
import { admits, reaches } from "./cross-tenancy";
import { type Decision, decide } from "./decide";
import type { OciEstate, OciTenancy } from "./estate";
import { quoted, sameText } from "./names";
import { byPart, type Part, type RulesByPart } from "./part";
import { type Rule, rulesOf } from "./policy";
import { QUESTIONS } from "./questions";
import type { OciRequest } from "./request";

/** What OCI answers to a request, by its documented rules alone. */
export type OciSimulator = (request: OciRequest) => Answer;

/** What OCI answers to this request. To ask several of one estate, read it once: `simulatorOf`. */
export function simulateOci(estate: OciEstate, request: OciRequest): Answer {
  return simulatorOf(estate)(request);
}

/** Reads the statements of an estate once, for many requests. */
export function simulatorOf(estate: OciEstate): OciSimulator {
  const rules = new Map([estate.tenancy, ...estate.others].map((tenancy) => [tenancy, byPart(rulesOf(tenancy))]));
  const world: World = { estate, rulesOf: (tenancy) => rules.get(tenancy) ?? byPart([]) };
  return (request) => {
    const given = answer({ ...request, permission: request.permission.toUpperCase() }, world);
    return { ...given, because: visible(given.because, LONGEST_SENTENCE) };
  };
}

/** In characters; names come from the user, and nothing says how many or how long. */
const LONGEST_SENTENCE = 2000;

interface World {
  readonly estate: OciEstate;
  readonly rulesOf: (tenancy: OciTenancy) => RulesByPart;
}

function answer(request: OciRequest, world: World): Answer {
  if (request.principal.kind === "anonymous")
    return { decision: "denied", by: [], because: "a caller without credentials is no principal of any statement" };
  const { tenancy } = world.estate;
  const isAtHome = isOwn(request.principal.tenancy, tenancy);
  const isTargetOwn = isOwn(request.target.tenancy, tenancy);
  if (isAtHome && isTargetOwn) return withinTenancy(request, tenancy, world);
  const [home, host] = [tenancyOf(request.principal.tenancy, world), tenancyOf(request.target.tenancy, world)];
  return home && home === host ? withinTenancy(request, home, world) : acrossTenancies(request, home, host, world);
}

function isOwn(id: string | undefined, tenancy: OciTenancy): boolean {
  return id === undefined || (tenancy.id !== undefined && sameText(id, tenancy.id));
}

/** The tenancy with this id, if somebody gave its statements. */
function tenancyOf(id: string | undefined, { estate: { tenancy, others } }: World): OciTenancy | undefined {
  if (id === undefined) return tenancy;
  return [tenancy, ...others].find((each) => each.id !== undefined && sameText(each.id, id));
}

function withinTenancy(request: OciRequest, tenancy: OciTenancy, world: World): Answer {
  const view = viewOf(request, tenancy, { home: tenancy, host: tenancy });
  const rules = world.rulesOf(tenancy);
  const decision = decide(
    { ...rules, allow: [...rules.allow, ...BUILT_IN] },
    { allow: "allow", deny: "deny", concerns: () => true },
    view,
  );
  return isOwnCredential(request, view.caller) ? ofOwnCredential(decision, view) : sentence(decision, rules, "allow", view);
}

/** Users manage their own credentials without a policy; whether a denial would stop them, no page says. */
function ofOwnCredential(decision: Decision, view: View): Answer {
  if (decision.kind === "taken-away") {
    const [rule] = decision.by;
    if (rule)
      return sentence({ kind: "undecided", rule, part: "deny", doubt: QUESTIONS.ownCredentials }, byPart([]), "allow", view);
  }
  return { decision: "allowed", by: [], because: `every user may manage their own credentials: ${view.request.permission}` };
}

/**
 * Access to another tenancy takes both halves: an `endorse` where the principal is at home, and an `admit` where the
 * resource is ("Cross-Tenancy Access Policies").
 */
function acrossTenancies(request: OciRequest, home: OciTenancy | undefined, host: OciTenancy | undefined, world: World): Answer {
  const endorsed = home && endorsement(request, home, host, world);
  const admitted = host && admission(request, home, host, world);
  const halves = [endorsed, admitted].filter((half) => half !== undefined);
  const denied = halves.find(({ decision }) => decision === "denied");
  if (denied) return denied;
  const undecided = halves.find(({ decision }) => decision === "undecided");
  if (undecided) return undecided;
  if (!endorsed || !admitted)
    return halfUnknown(endorsed ? request.target.tenancy : request.principal.tenancy, endorsed ? "admit" : "endorse");
  return {
    decision: "allowed",
    by: [...endorsed.by, ...admitted.by],
    because: `${endorsed.because}, and ${admitted.because}`,
  };
}

function endorsement(request: OciRequest, home: OciTenancy, host: OciTenancy | undefined, world: World): Answer {
  const view = viewOf(request, home, { home, host });
  const concerns = (rule: Rule) => reaches(rule, request, host);
  const rules = world.rulesOf(home);
  return sentence(decide(rules, { allow: "endorse", deny: "deny endorse", concerns }, view), rules, "endorse", view);
}

function admission(request: OciRequest, home: OciTenancy | undefined, host: OciTenancy, world: World): Answer {
  const view = viewOf(request, host, { home, host });
  const homeId = request.principal.tenancy ?? world.estate.tenancy.id;
  const concerns = (rule: Rule) => admits(rule, homeId);
  const rules = world.rulesOf(host);
  return sentence(decide(rules, { allow: "admit", deny: "deny admit", concerns }, view), rules, "admit", view);
}

function halfUnknown(tenancy: string | undefined, half: "endorse" | "admit"): Answer {
  return {
    decision: "undecided",
    by: [],
    because: `the statements of tenancy ${quoted(tenancy ?? "")} aren't known, and it takes one that ${half}s`,
  };
}

function sentence(decision: Decision, rules: RulesByPart, part: Part, view: View): Answer {
  switch (decision.kind) {
    case "allowed":
      return {
        decision: "allowed",
        by: decision.by.map(({ by }) => by),
        because: `${shownRules(decision.by)} ${decision.by.length === 1 ? "gives" : "give"} ${shownWish(view)} to ${shownCaller(view.caller)}`,
      };
    case "taken-away":
      return {
        decision: "denied",
        by: decision.by.map(({ by }) => by),
        because: `${shownRules(decision.by)} ${decision.by.length === 1 ? "takes" : "take"} ${shownWish(view)} away from ${shownCaller(view.caller)}, whatever gives it`,
      };
    case "not-given":
      return { decision: "denied", by: [], because: whyNotGiven(rules, part, view) };
    case "undecided":
      return {
        decision: "undecided",
        by: [decision.rule.by],
        because: whyUndecided(decision.rule, decision.part, decision.doubt, view),
      };
  }
}
