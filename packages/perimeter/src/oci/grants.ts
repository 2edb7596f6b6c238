import { type Condition, operations, operationsNeeding } from "oci-policy";
import {
  all,
  any,
  FALSE,
  type Formula,
  instantsBetween,
  not,
  present,
  some,
  TRUE,
  unknown,
  type Variable,
  words,
} from "../logic";
import { ASPECTS, aspectHolds, type View, viewOf } from "../simulate/oci/applies";
import { atomsOf } from "../simulate/oci/condition/evaluate";
import { admits } from "../simulate/oci/cross-tenancy";
import { denialCounts } from "../simulate/oci/decide";
import type { OciTenancy } from "../simulate/oci/estate";
import type { Part } from "../simulate/oci/part";
import type { Rule } from "../simulate/oci/policy";
import type { Truth } from "../simulate/oci/truth";
import { every } from "../simulate/oci/truth";
import { met, metInDeny, type Scope } from "./condition";
import { TIME } from "./time-reading";
import { formulaOf } from "./truth-formula";
import { heldBy, type OciQuestion } from "./variables";

/** The rules that may have a part in requests for one permission. */
export type RulesFor = (part: Part) => readonly Rule[];

/** For which requests a rule has a part; `unknown` leaves name the rule, so that an answer can. */
function rulePart(rule: Rule, purpose: "allow" | "deny", view: View, scope: Scope, isFor: Truth | undefined): Formula {
  const truths: Formula[] = [];
  for (const aspect of ASPECTS) {
    if (aspect === "condition") continue;
    const truth = aspect === "subject" && isFor !== undefined ? isFor : aspectHolds(aspect, rule, purpose, view);
    if (truth === false) return FALSE;
    truths.push(named(formulaOf(truth), rule));
  }
  const condition = conditionOf(rule);
  if (condition) truths.push(named(purpose === "allow" ? met(condition, scope) : metInDeny(condition, scope), rule));
  if (rule.unread !== undefined) truths.push(unknown(`what the statement says: ${rule.unread}, in "${rule.by.address}"`));
  return all(...truths);
}

function conditionOf({ statement }: Rule): Condition | undefined {
  return statement && "condition" in statement ? statement.condition : undefined;
}

/** An open question together with the statement that raises it. */
function named(formula: Formula, { by }: Rule): Formula {
  if (formula.kind === "unknown") return unknown(`${formula.reason}, in "${by.address}"`);
  return formula;
}

/** When a request is allowed, and what is true of every request. */
export interface Allowance {
  readonly allowed: Formula;
  readonly circumstances: Formula;
}

/** When a request within one tenancy is allowed: what a statement allows and none denies ("How Policies Work"). */
export function allowedWithin(request: OciQuestion, tenancy: OciTenancy, rules: RulesFor, at: Date): Allowance {
  const view = viewOf(request, tenancy, { home: tenancy, host: tenancy });
  const scope = { bindings: view.bindings, held: heldBy(request, view.bindings) };
  const given = any(...rules("allow").map((rule) => rulePart(rule, "allow", view, scope, undefined)));
  if (given === FALSE) return { allowed: FALSE, circumstances: TRUE };
  const denials = any(...rules("deny").map((rule) => rulePart(rule, "deny", view, scope, undefined)));
  const taken = all(formulaOf(denialCounts(view)), denials);
  const circumstances = circumstancesOf(request, [...rules("allow"), ...rules("deny")], scope, at);
  return { allowed: all(given, not(taken)), circumstances };
}

/**
 * When principals of another tenancy are admitted: the half that lies here. Who they are there and whether they are
 * endorsed lies with others, and is taken as given ("Cross-Tenancy Access Policies").
 */
export function admittedFrom(
  tenancyId: string | undefined,
  request: OciQuestion,
  tenancy: OciTenancy,
  rules: RulesFor,
  at: Date,
): Allowance & { readonly by: readonly Rule[] } {
  const view = viewOf(request, tenancy, { home: undefined, host: tenancy });
  const scope = { bindings: view.bindings, held: heldBy(request, view.bindings) };
  const part = (rule: Rule, purpose: "allow" | "deny", isFor: Truth) =>
    rulePart(
      rule,
      purpose,
      view,
      scope,
      every([admits(rule, tenancyId), isFor], (truth) => truth),
    );
  const grants = rules("admit").map((rule) => ({ rule, formula: part(rule, "allow", true) }));
  const taken = any(...rules("deny admit").map((rule) => part(rule, "deny", coversEverybody(rule))));
  return {
    allowed: all(any(...grants.map(({ formula }) => formula)), not(taken)),
    circumstances: circumstancesOf(request, [...rules("admit"), ...rules("deny admit")], scope, at),
    by: grants.filter(({ formula }) => formula !== FALSE).map(({ rule }) => rule),
  };
}

/** A denial for some groups of another tenancy leaves others of it. */
function coversEverybody({ statement }: Rule): Truth {
  return statement && "subject" in statement ? statement.subject.kind === "any-user" : { doubt: "whom a denial is for" };
}

/** What is true of every request: it is made with some operation, in some region, and not before the time of the question. */
function circumstancesOf({ permission }: OciQuestion, rules: readonly Rule[], { held }: Scope, at: Date): Formula {
  const always = [
    "request.region",
    "request.operation",
    "request.user.name",
    "request.user.id",
    "request.principal.type",
  ].flatMap((name) => {
    const it = held(name);
    return it.kind === "free" ? [present(it.variable)] : [];
  });
  const operation = held("request.operation");
  const others = operation.kind === "free" ? [notAmong(operation.variable, operationsOfOthers(permission, rules))] : [];
  return all(some(TIME, instantsBetween(at.getTime(), undefined)), ...always, ...others);
}

function notAmong(variable: Variable<"name">, names: readonly string[]): Formula {
  return names.length === 0 ? TRUE : not(some(variable, words(names, { ignoreCase: true })));
}

/** Operations that conditions name and that don't ask for the permission: it is never checked for them. */
function operationsOfOthers(permission: string, rules: readonly Rule[]): readonly string[] {
  const own = new Set(operationsNeeding(permission).map(({ name }) => name.toLowerCase()));
  if (own.size === 0) return [];
  const named = rules.flatMap((rule) => {
    const condition = conditionOf(rule);
    return condition ? atomsOf(condition).filter(({ variable }) => variable.toLowerCase() === "request.operation") : [];
  });
  const texts = named.flatMap((atom) => ("values" in atom ? atom.values : "value" in atom ? [atom.value] : []));
  return texts.filter(
    (text): text is string => typeof text === "string" && operations(text).length > 0 && !own.has(text.toLowerCase()),
  );
}
