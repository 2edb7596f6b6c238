import {
  type Action,
  type Condition,
  permissionsOf,
  printAction,
  printCondition,
  printSubject,
  VERBS,
  visible,
} from "oci-policy";
import { ASPECTS, type Aspect, aspectHolds, type View } from "./applies";
import { type Caller, shownCaller } from "./caller";
import type { Binding, Bindings } from "./condition/binding";
import { type Atom, atomIsMet } from "./condition/evaluate";
import { type CompartmentPath, isUnknown, type Maybe } from "./estate";
import { quoted, shownPath } from "./names";
import type { Part, RulesByPart } from "./part";
import type { Place } from "./place";
import type { Rule } from "./policy";

/** `"allow group a to …" (stack/oci_identity_policy.b)` */
function shownRule({ by }: Rule): string {
  return by.text === "" ? `policy "${by.address}"` : `${quoted(by.text)} (${by.address})`;
}

/** `OBJECT_READ in "stores"` */
export function shownWish({ request }: View): string {
  return `${request.permission} in ${shownTarget(request.target.compartment)}`;
}

function shownTarget(path: Maybe<CompartmentPath>): string {
  return isUnknown(path) ? "a compartment that isn't known" : path.length === 0 ? "the tenancy" : quoted(shownPath(path));
}

/** Why nothing is given: the statement that came closest, and what it lacks. */
export function whyNotGiven(rules: RulesByPart, part: Part, view: View): string {
  const nothing = `no statement gives ${shownWish(view)} to ${shownCaller(view.caller)}`;
  const closest = closestOf(rules, part, view);
  if (!closest) return nothing;
  const reasons = closest.lacks.map((aspect) => lackOf(aspect, closest.rule, view));
  if (reasons.length === 0) reasons.push("is about another tenancy");
  return `${nothing}; the closest, ${shownRule(closest.rule)}, ${reasons.join(", and ")}`;
}

interface Close {
  readonly rule: Rule;
  readonly lacks: readonly Aspect[];
}

/** What is nearer to a grant: a condition can be met by another request, while a subject is another's. */
const DISTANCE = { condition: 1, action: 2, place: 3, subject: 4 } as const satisfies Record<Aspect, number>;

/** The rule that lacks least; one that lacks more than half of what it takes isn't close. */
function closestOf(rules: RulesByPart, part: Part, view: View): Close | undefined {
  let best: Close | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const rule of rules[part]) {
    if (!rule.statement) continue;
    const lacks: Aspect[] = [];
    let distance = 0;
    for (const aspect of ASPECTS) {
      if (aspectHolds(aspect, rule, "allow", view) !== false) continue;
      lacks.push(aspect);
      distance += 10 + DISTANCE[aspect];
      if (lacks.length > 2 || distance >= least) break;
    }
    if (lacks.length <= 2 && distance < least) [best, least] = [{ rule, lacks }, distance];
  }
  return best;
}

function lackOf(aspect: Aspect, { statement, place }: Rule, { caller, request, bindings }: View): string {
  if (!statement) return "can't be read";
  switch (aspect) {
    case "subject":
      return `is for ${visible(printSubject(statement.subject), 160)}`;
    case "action":
      return statement.kind === "associate"
        ? "is about other resource types"
        : lackOfAction(statement.action, request.permission);
    case "place":
      return `holds in ${shownPlace(place)}`;
    case "condition":
      return `asks for ${statement.condition ? lackOfCondition(statement.condition, bindings, caller) : "nothing"}`;
  }
}

/** What the action carries instead, and the verb that would do. */
function lackOfAction(action: Action, permission: string): string {
  if (action.kind === "permissions") return `lists only ${action.permissions.join(", ")}`;
  const { resourceType } = action;
  const enough = VERBS.find((verb) => permissionsOf(verb, resourceType)?.includes(permission));
  const lacks = `doesn't give it with ${quoted(printAction(action))}`;
  return enough === undefined ? lacks : `${lacks}: it takes ${quoted(`${enough} ${resourceType}`)}`;
}

function shownPlace({ meanings }: Place): string {
  const paths = meanings.flatMap((meaning) => ("below" in meaning ? [quoted(shownPath(meaning.below))] : []));
  return paths.length === 0 ? "a place that isn't known" : paths.join(" or ");
}

/** The comparison that fails, and what its variable holds instead. */
function lackOfCondition(condition: Condition, bindings: Bindings, caller: Caller): string {
  const atom = failing(condition, bindings);
  if (!atom) return quoted(printCondition(condition));
  return `${quoted(printCondition(atom))}, where ${atom.variable} ${held(bindings(atom.variable), caller)}`;
}

/** The first comparison that would have to hold and doesn't. */
function failing(condition: Condition, bindings: Bindings): Atom | undefined {
  if (!("conditions" in condition)) return atomIsMet(condition, bindings) === false ? condition : undefined;
  for (const each of condition.conditions) {
    const atom = failing(each, bindings);
    if (atom) return atom;
  }
  return undefined;
}

function held(binding: Binding, { principal }: Caller): string {
  switch (binding.kind) {
    case "absent":
      return "is absent";
    case "unnamed":
      return `isn't named for this ${principal.kind}`;
    case "unknown":
      return "isn't known";
    case "values":
      return `is ${binding.values.map(quoted).join(" and ")}`;
  }
}

/** Why the answer hangs on this rule. */
export function whyUndecided(rule: Rule, part: Part, doubt: string, view: View): string {
  const effect = part.startsWith("deny") ? "take away" : "give";
  const could = `${shownRule(rule)} could ${effect} ${shownWish(view)}`;
  if (rule.unread === undefined) return `${could}: it isn't known ${doubt}`;
  return rule.statement
    ? `${could}, but the service would refuse it: ${rule.unread}`
    : `${could}, but it can't be read: ${rule.unread}`;
}

/** `… and 2 other statements`, for those beyond the first. */
export function shownRules(rules: readonly Rule[]): string {
  const [first] = rules;
  const others = rules.length - 1;
  if (!first) return "no statement";
  return others === 0 ? shownRule(first) : `${shownRule(first)} and ${others} other statement${others === 1 ? "" : "s"}`;
}
