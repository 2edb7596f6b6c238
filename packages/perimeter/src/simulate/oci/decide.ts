import { applies, type View } from "./applies";
import { isAdministrator } from "./caller";
import { isUnknown, type OciTenancy } from "./estate";
import type { Part, RulesByPart } from "./part";
import type { Rule } from "./policy";
import { QUESTIONS } from "./questions";
import { every, isDoubt, not, type Truth } from "./truth";

/** A rule with a part in the request, or perhaps one. */
interface Found {
  readonly rule: Rule;
  readonly truth: Truth;
}

/** Which statements let in and which keep out, within a tenancy or in one half of two. */
export interface Parts {
  readonly allow: Part;
  readonly deny: Part;
  /** Whether a rule is about the two tenancies of the request. */
  readonly concerns: (rule: Rule) => Truth;
}

/** Why a request gets its answer: the rules that decide it. */
export type Decision =
  | { readonly kind: "allowed"; readonly by: readonly Rule[] }
  | { readonly kind: "taken-away"; readonly by: readonly Rule[] }
  | { readonly kind: "not-given" }
  | { readonly kind: "undecided"; readonly rule: Rule; readonly part: Part; readonly doubt: string };

/**
 * Nothing is allowed but what a statement allows; what a statement denies is denied, whatever allows it and wherever it is
 * attached. The order of statements means nothing ("How Policies Work"; "Deny Policies").
 */
export function decide(rules: RulesByPart, { allow, deny, concerns }: Parts, view: View): Decision {
  const denied = denialCounts(view);
  const denials = denied === false ? [] : rulesThatApply(rules, deny, view, (rule) => both(denied, concerns(rule)));
  const taken = denials.filter(({ truth }) => truth === true);
  if (taken.length > 0) return { kind: "taken-away", by: taken.map(({ rule }) => rule) };
  const grants = rulesThatApply(rules, allow, view, concerns);
  const given = grants.filter(({ truth }) => truth === true);
  if (given.length === 0) return firstDoubt(grants, allow) ?? { kind: "not-given" };
  return firstDoubt(denials, deny) ?? { kind: "allowed", by: given.map(({ rule }) => rule) };
}

function rulesThatApply(rules: RulesByPart, part: Part, view: View, counts: (rule: Rule) => Truth): readonly Found[] {
  const purpose = part === "deny" ? "deny" : part.startsWith("deny") ? "cross-deny" : "allow";
  const found: Found[] = [];
  for (const rule of rules[part]) {
    const truth = applies(rule, purpose, view);
    const counted = truth === false ? false : both(truth, counts(rule));
    if (counted !== false) found.push({ rule, truth: counted });
  }
  return found;
}

function both(one: Truth, other: Truth): Truth {
  return every([one, other], (each) => each);
}

/**
 * Deny policies are enabled for a tenancy as a whole, and never hold for the group Administrators of the domain Default
 * ("Deny Policies").
 */
export function denialCounts({ caller, tenancy, isAtHome }: View): Truth {
  const exempt = isAdministrator(caller);
  const counts = exempt === true && !isAtHome ? { doubt: QUESTIONS.foreignAdministrator } : not(exempt);
  return both(areInForce(tenancy), counts);
}

function areInForce({ denyPolicies }: OciTenancy): Truth {
  return isUnknown(denyPolicies) ? { doubt: `whether deny policies are in force, since ${denyPolicies.unknown}` } : denyPolicies;
}

function firstDoubt(found: readonly Found[], part: Part): Decision | undefined {
  for (const { rule, truth } of found) if (isDoubt(truth)) return { kind: "undecided", rule, part, doubt: truth.doubt };
  return undefined;
}
