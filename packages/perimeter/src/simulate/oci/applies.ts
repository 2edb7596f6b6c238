import type { Action, Condition } from "oci-policy";
import { carries, type Purpose } from "./action";
import { type Caller, callerOf } from "./caller";
import type { Bindings } from "./condition/binding";
import { bindingsOf, type Tenancies } from "./condition/bindings";
import { isMet, isMetInDeny } from "./condition/evaluate";
import type { OciTenancy } from "./estate";
import { covers } from "./place";
import type { Rule } from "./policy";
import { QUESTIONS } from "./questions";
import type { OciRequest } from "./request";
import { isForeignSubject, isSubject } from "./subject";
import type { Truth } from "./truth";

/** A request, as the policies of one tenancy see it. */
export interface View {
  readonly request: OciRequest;
  readonly caller: Caller;
  /** Whose policies they are. */
  readonly tenancy: OciTenancy;
  /** Whether the caller belongs to it. */
  readonly isAtHome: boolean;
  readonly bindings: Bindings;
  /** Whether an action carries the permission that is asked for; each is looked up once. */
  readonly carries: (action: Action, purpose: Purpose) => Truth;
}

/** How the policies of `tenancy`, one of the two of a request, see it. */
export function viewOf(request: OciRequest, tenancy: OciTenancy, tenancies: Tenancies): View {
  const caller = callerOf(request.principal, tenancies.home);
  return {
    request,
    caller,
    tenancy,
    isAtHome: tenancy === tenancies.home,
    bindings: bindingsOf(request, caller, tenancies),
    carries: carrierOf(request.permission),
  };
}

function carrierOf(permission: string): View["carries"] {
  const known = new Map<string, Truth>();
  return (action, purpose) => {
    if (action.kind === "permissions") return carries(action, permission, purpose);
    const key = `${purpose} ${action.verb} ${action.resourceType}`;
    const truth = known.get(key) ?? carries(action, permission, purpose);
    known.set(key, truth);
    return truth;
  };
}

/** The four things that a statement says; it has a part in a request where all of them hold. The quickest to ask first. */
export const ASPECTS = ["action", "place", "subject", "condition"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Whether this part of a rule covers the request. A statement that can't be read could say anything about its place. */
export function aspectHolds(aspect: Aspect, rule: Rule, purpose: Purpose, view: View): Truth {
  const { caller, tenancy, request } = view;
  const { statement, aliases, place } = rule;
  if (!statement) return aspect === "place" ? covers(place, request.target.compartment) : true;
  switch (aspect) {
    case "subject": {
      const isAdmit = statement.kind === "admit" || (statement.kind === "associate" && statement.half === "admit");
      return isAdmit
        ? isForeignSubject(statement.subject, caller, aliases)
        : isSubject(statement.subject, caller, aliases, tenancy);
    }
    case "action":
      return statement.kind === "associate" ? associates(statement, purpose, view) : view.carries(statement.action, purpose);
    case "place":
      return reachesOut(rule) || covers(place, request.target.compartment);
    case "condition":
      return conditionHolds(statement.condition, purpose, view.bindings);
  }
}

/** An endorsement is about another tenancy: which one and where is asked apart. */
function reachesOut({ statement }: Rule): boolean {
  return statement?.kind === "endorse" || statement?.kind === "associate";
}

type Joins = { readonly joins: { readonly resourceType: string }; readonly with: { readonly resourceType: string } };

/** Which permissions joining two resources takes isn't written anywhere: any of either type, perhaps. */
function associates({ joins, with: other }: Joins, purpose: Purpose, { carries }: Pick<View, "carries">): Truth {
  const held = [joins, other].map(({ resourceType }) =>
    carries({ kind: "verb", verb: purpose === "allow" ? "manage" : "inspect", resourceType }, purpose),
  );
  return held.every((truth) => truth === false) ? false : { doubt: QUESTIONS.associate };
}

function conditionHolds(condition: Condition | undefined, purpose: Purpose, bindings: Bindings): Truth {
  if (!condition) return true;
  return purpose === "allow" ? isMet(condition, bindings) : isMetInDeny(condition, bindings);
}

/** Whether a rule has a part in the request. One that the service would refuse, or that can't be read, only perhaps. */
export function applies(rule: Rule, purpose: Purpose, view: View): Truth {
  // A plain loop: this is asked of every statement for every request.
  let held: Truth = true;
  for (const aspect of ASPECTS) {
    const truth = aspectHolds(aspect, rule, purpose, view);
    if (truth === false) return false;
    if (held === true) held = truth;
  }
  return rule.unread === undefined ? held : { doubt: `what the statement says: ${rule.unread}` };
}
