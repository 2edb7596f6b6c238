import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import type { Json } from "./json";
import { type Condition, merged, type Policy, type Principal, readPolicy, type Statement } from "./policy-merge";

const VERSION = "2012-10-17";
/** The version that knows no policy variables. */
const OLD_VERSION = "2008-10-17";

const strings = (value: Value | undefined): readonly string[] => (isList(value) ? value.map(String) : []);
const blocks = (value: Value | undefined) => (isList(value) ? value.filter(isObject) : []);

/** `&{…}` is written for `${…}`, which Terraform would read itself. */
function unescaped(text: string, version: string, what: string): string {
  if (version === OLD_VERSION && text.includes("&{")) {
    throw new Refusal(
      `reading ${what}: found &{ sequence in (${text}), which is not supported in document version ${OLD_VERSION}`,
    );
  }
  return text.replaceAll("&{", "${");
}

const descending = (values: readonly string[]) => [...values].sort().reverse();

/** One string alone, several in descending order; none: not written. */
function oneOrMany(values: readonly string[], each: (text: string) => string): string | readonly string[] | undefined {
  const sorted = descending(values).map(each);
  return sorted.length > 1 ? sorted : sorted[0];
}

function statement(of: ObjectValue, version: string): Statement {
  const list = (name: string, asWritten = false) => {
    const value = oneOrMany(strings(of[name]), (text) => (asWritten ? text : unescaped(text, version, name)));
    return value === undefined ? null : value;
  };
  const principals = (name: string): readonly Principal[] =>
    blocks(of[name]).map((one) => ({
      type: textOf(one["type"]),
      identifiers: oneOrMany(strings(one["identifiers"]), (text) => unescaped(text, version, name)) ?? [],
    }));
  return {
    Sid: textOf(of["sid"]),
    Effect: textOf(of["effect"]) || "Allow",
    Action: list("actions", true),
    NotAction: list("not_actions", true),
    Resource: list("resources"),
    NotResource: list("not_resources"),
    Principal: principals("principals"),
    NotPrincipal: principals("not_principals"),
    Condition: blocks(of["condition"]).map((one) => ({
      test: textOf(one["test"]),
      variable: textOf(one["variable"]),
      values: strings(one["values"]).map((text) => unescaped(text, version, "condition: reading values")),
    })),
  };
}

function refuseTwice(sids: readonly string[], message: (sid: string) => string): void {
  const seen = new Set<string>();
  for (const sid of sids) {
    if (sid !== "" && seen.has(sid)) throw new Refusal(message(sid));
    seen.add(sid);
  }
}

/** The documents that stand before the statements of the configuration; a Sid may come but once in all of them. */
function sources(config: ObjectValue): readonly Policy[] {
  const documents = strings(config["source_policy_documents"]).map((text, index) => readPolicy(text, `source document ${index}`));
  refuseTwice(
    documents.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid)),
    (sid) =>
      `writing IAM Policy Document: duplicate Sid (${sid}) in source_policy_documents. Remove the Sid or ensure Sids are unique.`,
  );
  return documents;
}

function configured(config: ObjectValue): Policy {
  const version = textOf(config["version"]) || VERSION;
  const all = blocks(config["statement"]).map((one) => statement(one, version));
  refuseTwice(
    all.map(({ Sid }) => Sid),
    (sid) => `writing IAM Policy Document: duplicate Sid (${sid}). Remove the Sid or ensure the Sid is unique.`,
  );
  return { Version: version, Id: textOf(config["policy_id"]), Statement: all };
}

const inKeyOrder = <T>(entries: Iterable<readonly [string, T]>) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const isMany = (value: string | readonly string[]): value is readonly string[] => typeof value !== "string";

function writtenPrincipals(all: readonly Principal[]): unknown {
  const [only] = all;
  if (only === undefined) return undefined;
  if (all.length === 1 && only.type === "*" && [only.identifiers].flat().join() === "*") return "*";
  const types = new Map<string, string | readonly string[]>();
  for (const { type, identifiers } of all) {
    const before = types.get(type);
    const own = isMany(identifiers) ? descending(identifiers) : identifiers;
    types.set(type, before === undefined ? own : [before, own].flat());
  }
  return inKeyOrder(types);
}

function writtenConditions(all: readonly Condition[]): unknown {
  const tests = new Map<string, Map<string, readonly string[]>>();
  for (const { test, variable, values } of all) {
    const variables = tests.get(test) ?? new Map<string, readonly string[]>();
    variables.set(variable, [...(variables.get(variable) ?? []), ...values]);
    tests.set(test, variables);
  }
  if (tests.size === 0) return undefined;
  const single = (values: readonly string[]) => (values.length === 1 ? values[0] : values);
  return inKeyOrder(
    [...tests].map(([test, variables]) => [test, inKeyOrder([...variables].map(([name, values]) => [name, single(values)]))]),
  );
}

const written = (value: Json | undefined) => value ?? undefined;

/** A statement in the order of members in which the provider writes it; what is empty is left out. */
const writtenStatement = (of: Statement) => ({
  Sid: of.Sid || undefined,
  Effect: of.Effect || undefined,
  Action: written(of.Action),
  NotAction: written(of.NotAction),
  Resource: written(of.Resource),
  NotResource: written(of.NotResource),
  Principal: writtenPrincipals(of.Principal),
  NotPrincipal: writtenPrincipals(of.NotPrincipal),
  Condition: writtenConditions(of.Condition),
});

/** Go's encoder writes these as escapes, so that the text is safe inside HTML and JavaScript. */
const goEscapes = (json: string) =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * The text that `aws_iam_policy_document` computes: source documents, then the configuration's own, then overrides.
 * Throws a Refusal for a document that can't be merged, a Sid that stands twice, and a variable in the old version.
 * Source: terraform-provider-aws, internal/service/iam/policy_document_data_source.go.
 */
export function policyDocument(config: ObjectValue): { readonly json: string; readonly minified: string } {
  const overrides = strings(config["override_policy_documents"]).map((text, index) =>
    readPolicy(text, `override document ${index}`),
  );
  const { Version, Id, Statement } = merged([...sources(config), configured(config), ...overrides]);
  const document = {
    Version: Version || undefined,
    Id: Id || undefined,
    Statement: Statement.length > 0 ? Statement.map(writtenStatement) : undefined,
  };
  return { json: goEscapes(JSON.stringify(document, null, 2)), minified: goEscapes(JSON.stringify(document)) };
}
