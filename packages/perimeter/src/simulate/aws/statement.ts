import { matchesAction, matchesResource } from "../../aws/policy/match";
import type { Condition, Element, PolicyDocument, PolicyStatement, ResourcePattern } from "../../aws/policy/syntax";
import type { Caller } from "./caller";
import { holds } from "./condition";
import type { Context } from "./context";
import { isUnknown, type Unknown } from "./estate";
import { isExcepted, type Named, namings } from "./principal";
import type { Target } from "./target";
import { not, some, type Truth } from "./truth";
import { substitute } from "./variables";

/** The request, resolved against the estate. */
export interface Facts {
  readonly caller: Caller;
  readonly target: Target;
  readonly context: Context;
}

/** Whether a statement applies to the request: it does, the named part of it doesn't, or that isn't known. */
export type Match =
  | { readonly kind: "applies"; readonly named: readonly Named[] }
  | { readonly kind: "differs"; readonly in: Difference }
  | { readonly kind: "unknown"; readonly why: string; readonly named: readonly Named[] };

/** The first element that doesn't match: what the statement is about, whom it names, under which conditions. */
export type Difference =
  | { readonly kind: "action" | "resource" | "principal" }
  | { readonly kind: "condition"; readonly condition: Condition };

/**
 * A statement applies where all of its elements match.
 * Source: IAM User Guide, "IAM JSON policy elements: Statement".
 */
export function matchStatement(document: PolicyDocument, statement: PolicyStatement, facts: Facts): Match {
  if (!coversAction(statement, facts.target)) return { kind: "differs", in: { kind: "action" } };
  const resource = coversResource(document, statement, facts);
  if (resource === false) return { kind: "differs", in: { kind: "resource" } };
  const named = matchPrincipal(statement, facts.caller);
  const [first] = named;
  if (first === undefined) return { kind: "differs", in: { kind: "principal" } };
  const principal = named.some(({ truth }) => truth === true) || first.truth;
  let open = isUnknown(principal) ? principal : isUnknown(resource) ? resource : undefined;
  for (const condition of statement.conditions) {
    const truth = holds(condition, facts.context);
    if (truth === false) return { kind: "differs", in: { kind: "condition", condition } };
    if (isUnknown(truth)) open ??= truth;
  }
  return open ? { kind: "unknown", why: open.unknown, named } : { kind: "applies", named };
}

/** Policies of identities and organizations name nobody: they apply to whom they are attached to. */
const ATTACHED: readonly Named[] = [{ as: "everyone", truth: true }];

export function matchPrincipal({ principal }: PolicyStatement, caller: Caller): readonly Named[] {
  if (principal === undefined) return ATTACHED;
  if (!principal.negated) return namings(principal, caller);
  const hit = not(isExcepted(principal, caller));
  return hit === false ? [] : [{ as: "everyone", truth: hit }];
}

export function coversAction({ action }: PolicyStatement, { service, operation }: Target): boolean {
  if (action === undefined) return false;
  return action.items.some((item) => matchesAction(item, service, operation)) !== action.negated;
}

/** Only a trust policy has no resource: it speaks for its role. A key policy without one is valid and has no effect. */
export function coversResource({ kind }: PolicyDocument, { resource }: PolicyStatement, { target, context }: Facts): Truth {
  if (resource === undefined) return kind === "trust";
  const listed = listsResource(resource, target.arn, context);
  return resource.negated ? not(listed) : listed;
}

function listsResource({ items }: Element<ResourcePattern>, arn: string, context: Context): Truth {
  return some(items, (item) => {
    if (item.kind === "everything") return true;
    const resolved = resolve(item, context);
    return resolved === undefined || isUnknown(resolved) ? (resolved ?? false) : matchesResource(resolved, arn);
  });
}

type ArnPattern = Extract<ResourcePattern, { kind: "arn" }>;

/** Only the last segment may hold variables. */
function resolve(pattern: ArnPattern, context: Context): ArnPattern | undefined | Unknown {
  const [partition, service, scope, region, account, last] = pattern.segments;
  const substituted = substitute(last, context);
  if (substituted === undefined || isUnknown(substituted)) return substituted;
  if (substituted === last) return pattern;
  return { ...pattern, segments: [partition, service, scope, region, account, substituted] };
}
