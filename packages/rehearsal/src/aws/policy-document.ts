import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, type Value } from "../schema/value";

const VERSION = "2012-10-17";

const strings = (value: Value | undefined): readonly string[] => (isList(value) ? value.map(String) : []);
const blocks = (value: Value | undefined) => (isList(value) ? value.filter(isObject) : []);

/** `&{…}` is written for `${…}`, which Terraform would read itself. */
const unescaped = (text: string) => text.replaceAll("&{", "${");

/** One string alone, several in descending order; none: not written. */
function oneOrMany(values: readonly string[]): string | readonly string[] | undefined {
  const sorted = values.map(unescaped).sort().reverse();
  return sorted.length > 1 ? sorted : sorted[0];
}

const inKeyOrder = <T>(entries: Iterable<readonly [string, T]>) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

function principals(value: Value | undefined): unknown {
  const all = blocks(value);
  if (all.length === 0) return undefined;
  const [only] = all;
  if (all.length === 1 && only?.["type"] === "*" && strings(only["identifiers"]).join() === "*") return "*";
  const types = new Map<string, readonly string[]>();
  for (const one of all) {
    const type = String(one["type"]);
    types.set(type, [...(types.get(type) ?? []), ...strings(one["identifiers"])]);
  }
  return inKeyOrder([...types].map(([type, identifiers]) => [type, oneOrMany(identifiers)]));
}

function conditions(value: Value | undefined): unknown {
  const tests = new Map<string, Map<string, readonly string[]>>();
  for (const one of blocks(value)) {
    const test = tests.get(String(one["test"])) ?? new Map<string, readonly string[]>();
    const variable = String(one["variable"]);
    test.set(variable, [...(test.get(variable) ?? []), ...strings(one["values"]).map(unescaped)]);
    tests.set(String(one["test"]), test);
  }
  if (tests.size === 0) return undefined;
  const single = (values: readonly string[]) => (values.length === 1 ? values[0] : values);
  return inKeyOrder(
    [...tests].map(([test, variables]) => [test, inKeyOrder([...variables].map(([name, values]) => [name, single(values)]))]),
  );
}

const statement = (of: ObjectValue) => ({
  Sid: of["sid"] || undefined,
  Effect: of["effect"] ?? "Allow",
  Action: oneOrMany(strings(of["actions"])),
  NotAction: oneOrMany(strings(of["not_actions"])),
  Resource: oneOrMany(strings(of["resources"])),
  NotResource: oneOrMany(strings(of["not_resources"])),
  Principal: principals(of["principals"]),
  NotPrincipal: principals(of["not_principals"]),
  Condition: conditions(of["condition"]),
});

const MERGING = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];

/** Go's encoder writes these three as escapes, so that the text is safe inside HTML. */
const goEscapes = (json: string) => json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);

/** The text that `aws_iam_policy_document` computes. Source: terraform-provider-aws, internal/service/iam/policy_document_data_source.go. */
export function policyDocument(config: ObjectValue): { readonly json: string; readonly minified: string } {
  const merging = MERGING.find((name) => strings(config[name]).length > 0 || typeof config[name] === "string");
  if (merging) throw new Refusal(`the rehearsal can't merge policy documents yet: "${merging}"`);
  const statements = blocks(config["statement"]).map(statement);
  const document = {
    Version: config["version"] ?? VERSION,
    Id: config["policy_id"] ?? undefined,
    Statement: statements.length > 0 ? statements : undefined,
  };
  return { json: goEscapes(JSON.stringify(document, null, 2)), minified: goEscapes(JSON.stringify(document)) };
}
