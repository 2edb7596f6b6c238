import { canonical, isList, isObject, type ObjectValue, type Value } from "../schema/value";
import { readJson } from "./json";

/** A document; undefined for what isn't one, which is compared by its text alone. */
function parsed(text: string): Value | undefined {
  const read = readJson(text);
  return "value" in read ? read.value : undefined;
}

const sorted = (values: readonly Value[]) => [...values].map(canonical).sort();

/** One string or a list of them, in any order. */
const strings = (value: Value | undefined): Value => sorted(isList(value) ? value : [value ?? null]);

/** An account stands for its root user, as AWS writes it when it reads the policy back. */
const account = (principal: Value) =>
  typeof principal === "string" ? principal.replace(/^arn:[a-z-]+:iam::(\d{12}):root$/, "$1") : principal;

const mapped = (value: Value | undefined, of: (inner: Value) => Value): Value =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, of(inner)])) : (value ?? null);

const principals = (value: Value | undefined) =>
  mapped(value, (inner) => strings(isList(inner) ? inner.map(account) : account(inner)));

function statement(value: Value): Value {
  if (!isObject(value)) return value;
  return {
    ...value,
    Effect: typeof value["Effect"] === "string" ? value["Effect"].toLowerCase() : null,
    Action: strings(value["Action"]),
    NotAction: strings(value["NotAction"]),
    Resource: strings(value["Resource"]),
    NotResource: strings(value["NotResource"]),
    Principal: principals(value["Principal"]),
    NotPrincipal: principals(value["NotPrincipal"]),
    Condition: mapped(value["Condition"], (test) => mapped(test, strings)),
  };
}

function policy(document: ObjectValue): string {
  const statements: Value = document["Statement"] ?? null;
  const all: readonly Value[] = isList(statements) ? statements : [statements];
  return canonical({ ...document, Statement: sorted(all.map(statement)) });
}

/**
 * Whether two texts are one JSON document, or one policy: statements, actions, resources and values in any order, one
 * string for a list of one. Source: hashicorp/awspolicyequivalence, which the provider compares policies with. Here a
 * principal that is missing is never one that is there.
 */
export function sameDocument(a: string, b: string): boolean {
  const left: Value | undefined = parsed(a);
  const right: Value | undefined = parsed(b);
  if (left === undefined || right === undefined) return false;
  if (canonical(left) === canonical(right)) return true;
  const arePolicies = isObject(left) && isObject(right) && "Statement" in left && "Statement" in right;
  return arePolicies && policy(left) === policy(right);
}

/** The provider's functions that compare JSON, as behaviour.json names them. */
const JSON_RULE = /json|PolicyDiffs$|DeliveryPolicy$|^diffSuppressFunc$|^ContainerDefinitions/i;

/** A key's ARN, or its id, is the same key. Source: terraform-provider-aws, internal/service/kms, suppressEquivalentKeyARNOrID. */
const sameKey = (a: string, b: string) => a.endsWith(`:key/${b}`) || b.endsWith(`:key/${a}`);

const withoutScheme = (url: string) => url.replace(/^https:\/\//, "");

/** Whether the provider sees no change between two values of an argument. */
export function equivalent(rule: string, prior: string, wanted: string): boolean {
  if (rule === "suppressEquivalentKeyARNOrID") return sameKey(prior, wanted);
  if (rule === "suppressOpenIDURL") return withoutScheme(prior) === withoutScheme(wanted);
  return JSON_RULE.test(rule) && sameDocument(prior, wanted);
}
