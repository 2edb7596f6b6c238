import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import { refuseArguments } from "./policy-checks";
import { merged, type Policy, type Principal, readPolicy, type Statement } from "./policy-merge";
import { policyText } from "./policy-text";

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

/** Documents to merge; one that is null is passed over. */
const documents = (value: Value | undefined, what: string): readonly Policy[] =>
  (isList(value) ? value : []).flatMap((one, index) =>
    one === null ? [] : [readPolicy(String(one), `${what} document ${index}`)],
  );

/** The documents that stand before the statements of the configuration; a Sid may come but once in all of them. */
function sources(config: ObjectValue): readonly Policy[] {
  const all = documents(config["source_policy_documents"], "source");
  refuseTwice(
    all.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid)),
    (sid) =>
      `writing IAM Policy Document: duplicate Sid (${sid}) in source_policy_documents. Remove the Sid or ensure Sids are unique.`,
  );
  return all;
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

/**
 * The text that `aws_iam_policy_document` computes: source documents, then the configuration's own, then overrides.
 * Throws a Refusal for an argument that the provider doesn't take, a document that can't be merged, a Sid that stands
 * twice, and a variable in the old version.
 * Source: terraform-provider-aws, internal/service/iam/policy_document_data_source.go.
 */
export function policyDocument(config: ObjectValue): { readonly json: string; readonly minified: string } {
  refuseArguments(config);
  const overrides = documents(config["override_policy_documents"], "override");
  return policyText(merged([...sources(config), configured(config), ...overrides]));
}
