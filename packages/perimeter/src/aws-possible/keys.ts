import { findConditionKey } from "../aws/catalogue/condition-keys";
import { matchesAction } from "../aws/policy/match";
import type { ValueKind } from "../aws/policy/operators";
import { all, every, type Formula, globbed, not, other, parseGlob, type Sort, some, TRUE, type Variable, words } from "../logic";
import type { Caller } from "../simulate/aws/caller";
import { entityOf } from "../simulate/aws/caller";
import { type ContextValue, isImplied } from "../simulate/aws/context";
import { isUnknown } from "../simulate/aws/estate";
import type { Facts } from "../simulate/aws/statement";
import { type AwsQuestion, TIME } from "./question";

/** What a condition key is where a question leaves the request open. */
export type Held =
  /** It follows from who asks for what, or the question names it. */
  | { readonly kind: "fixed"; readonly value: ContextValue }
  /** The request decides it. */
  | { readonly kind: "free"; readonly variable: Variable };

/** How values of a kind are compared: several kinds of texts are texts. */
const SORTS: Readonly<Record<ValueKind, Sort>> = {
  string: "text",
  arn: "text",
  boolean: "text",
  binary: "text",
  number: "number",
  date: "instant",
  address: "address",
};

export const sortOf = (kind: ValueKind): Sort => SORTS[kind];

/** Keys that requests have with either value, whatever the evaluator takes for usual. */
const EITHER: ReadonlySet<string> = new Set(["aws:securetransport", "aws:viaawsservice"]);

/** Keys that only calls of a service have (IAM User Guide, "AWS global condition context keys"). */
const OF_SERVICES = /^aws:source(arn|account|orgid|orgpaths|owner)$/;

/**
 * Keys that only requests through an access point have ("Delegating access control to access points"). Where one is made,
 * that leaves the verdict open by itself.
 */
const OF_ACCESS_POINTS = /^s3:(dataaccesspoint(arn|account)|accesspointnetworkorigin)$/;

/** Keys that hold tags of what is asked for, and the aliases of a key. */
const OF_RESOURCES = /^((aws|iam|secretsmanager):resourcetag\/|s3:(existingobject|bucket)tag\/|kms:resourcealiases$)/;

/** The keys of a question. */
export interface Keys {
  /** Says of every key, in any case, what it is for this question. */
  readonly held: (key: string) => Held;
  /** That the keys which were asked for have values of their kind. */
  readonly areWellFormed: () => Formula;
}

export function keysOf(question: AwsQuestion, facts: Facts): Keys {
  const asked = new Map<string, Held>();
  const held = heldBy(question, facts);
  return {
    held: (key) => {
      const lower = key.toLowerCase();
      const known = asked.get(lower) ?? held(lower);
      asked.set(lower, known);
      return known;
    },
    areWellFormed: () =>
      all(
        ...[...asked].map(([key, one]) => (one.kind === "free" ? isWellFormed(key, one.variable) : TRUE)),
        question.anybody ? isWhoever(question.anybody, held) : TRUE,
      ),
  };
}

const TRUTH_VALUES = words(["true", "false"]);
const ARNS = globbed(parseGlob("arn:*:*:*:*:*"));

function isWellFormed(key: string, variable: Variable): Formula {
  if (variable.sort !== "text") return TRUE;
  const text = variable as Variable<"text">;
  if (EITHER.has(key)) return some(text, TRUTH_VALUES);
  const kind = findConditionKey(key)?.value;
  if (kind === "boolean") return every(text, TRUTH_VALUES);
  return kind === "arn" ? every(text, ARNS) : TRUE;
}

/** Whoever asks is of the account that is meant, or of none of those that aren't. */
function isWhoever(anybody: NonNullable<AwsQuestion["anybody"]>, held: (lower: string) => Held): Formula {
  const [arn, account] = ["aws:principalarn", "aws:principalaccount"].map(held);
  const inAccount = (id: string) => globbed(parseGlob(`arn:*:*::${id}:*`));
  const ofArn = (formula: (variable: Variable<"text">) => Formula) =>
    arn?.kind === "free" ? formula(arn.variable as Variable<"text">) : TRUE;
  if ("of" in anybody) return ofArn((variable) => some(variable, inAccount(anybody.of)));
  const isElsewhere = ofArn((variable) =>
    all(some(variable, ARNS), ...anybody.notOf.map((id) => not(some(variable, inAccount(id))))),
  );
  const ofOther = account?.kind === "free" ? other(account.variable as Variable<"text">, words(anybody.notOf)) : TRUE;
  return all(isElsewhere, ofOther);
}

function heldBy(question: AwsQuestion, { caller, context }: Facts): (lower: string) => Held {
  const named = new Set([...question.context.keys()].map((key) => key.toLowerCase()));
  return (lower) => {
    if (named.has(lower)) return { kind: "fixed", value: context(lower) };
    if (question.anybody && isOpenFor(question.anybody, lower)) return free(lower);
    if (question.anyTags && lower.startsWith("aws:principaltag/")) return free(lower);
    if (question.anyResourceTags && OF_RESOURCES.test(lower)) return free(lower);
    if (lower === "aws:currenttime" || lower === "aws:epochtime") return { kind: "free", variable: TIME };
    if (lower === "aws:tokenissuetime" && isTemporary(caller)) return free(lower);
    if (EITHER.has(lower) && caller.principal.kind !== "web-identity") return free(lower);
    if (/^aws:principaltag\//.test(lower) && maySetTags(caller)) return free(lower);
    if (isImplied(lower)) return { kind: "fixed", value: context(lower) };
    if (OF_ACCESS_POINTS.test(lower)) return { kind: "fixed", value: undefined };
    if (OF_SERVICES.test(lower) && caller.principal.kind !== "service") return { kind: "fixed", value: undefined };
    return free(lower);
  };
}

/** What differs from one principal of an account to another, and from one account to another. */
function isOpenFor(anybody: NonNullable<AwsQuestion["anybody"]>, lower: string): boolean {
  if (/^aws:(principalarn|userid|principaltag\/.*|principalorgid|principalorgpaths)$/.test(lower)) return true;
  return "notOf" in anybody && /^(aws:principalaccount|kms:calleraccount)$/.test(lower);
}

const isTemporary = ({ principal: { kind } }: Caller) => kind === "session" || kind === "federated-user";

/** Whoever may tag the sessions of a role chooses their tags ("Passing session tags in AWS STS"). */
function maySetTags(caller: Caller): boolean {
  const entity = entityOf(caller);
  if (caller.principal.kind !== "session" || entity?.kind !== "role") return false;
  if (isUnknown(entity.trust)) return true;
  return entity.trust.document.statements.some(
    ({ effect, action }) => effect === "Allow" && action?.items.some((item) => matchesAction(item, "sts", "tagsession")),
  );
}

function free(lower: string): Held {
  const known = findConditionKey(lower);
  const sort = SORTS[known?.value ?? "string"];
  return { kind: "free", variable: { name: lower, sort, ...(known?.multivalued ? { many: true } : {}) } };
}
