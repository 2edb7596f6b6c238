import { knownText, textOf, valueOfJson } from "./expression/text";
import { type Fields, fields, list, literal, unknown, type Value } from "./value";

/**
 * The document that `data.aws_iam_policy_document` computes, over values that may be open.
 * Source: terraform-provider-aws, internal/service/iam/policy_document_data_source.go and policy_model.go.
 */
export function policyDocument(given: Fields): Value {
  const own = document(given);
  const sources = documentsOf(given.entries.get("source_policy_documents"), given.entries.get("source_json"));
  const overrides = documentsOf(given.entries.get("override_policy_documents"), given.entries.get("override_json"));
  let merged: Fields | undefined;
  for (const next of [...sources, own, ...overrides]) {
    if (next.kind !== "object") return next;
    merged = merged ? merge(merged, next) : next;
  }
  return { kind: "json", value: merged ?? own };
}

const VERSION = "2012-10-17";

function document(given: Fields): Fields {
  const statements = blocksOf(given.entries.get("statement"));
  return written({
    Version: given.entries.get("version") ?? literal(VERSION),
    Id: given.entries.get("policy_id"),
    Statement: statements
      ? statements.length > 0
        ? list(statements.map(statement))
        : undefined
      : given.entries.get("statement"),
  });
}

function statement(block: Value): Value {
  if (block.kind !== "object") return block.kind === "unknown" ? block : unknown("a statement isn't a block");
  const of = (name: string) => block.entries.get(name);
  const sid = of("sid");
  return written({
    Sid: sid && knownText(sid) === "" ? undefined : sid,
    Effect: of("effect") ?? literal("Allow"),
    Action: oneOrMany(of("actions")),
    NotAction: oneOrMany(of("not_actions")),
    Resource: oneOrMany(of("resources")),
    NotResource: oneOrMany(of("not_resources")),
    Principal: principals(of("principals")),
    NotPrincipal: principals(of("not_principals")),
    Condition: conditions(of("condition")),
  });
}

function written(entries: Readonly<Record<string, Value | undefined>>): Fields {
  return fields(Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** Blocks of one kind: a list, or the one that stands alone. */
function blocksOf(value: Value | undefined): readonly Value[] | undefined {
  if (!value) return [];
  if (value.kind === "list") return value.items;
  return value.kind === "object" ? [value] : undefined;
}

/** `&{…}` is written for `${…}`, which Terraform would read itself. */
function unescaped(value: Value): Value {
  if (value.kind === "literal" && typeof value.value === "string") return literal(value.value.replaceAll("&{", "${"));
  return value.kind === "template" ? textOf(value.parts.map(unescaped)) : value;
}

/** One string alone, several as a list; none: not written. */
function oneOrMany(value: Value | undefined): Value | undefined {
  if (value?.kind !== "list") return value && unescaped(value);
  const [first, ...more] = value.items.map(unescaped);
  return first && more.length > 0 ? list([first, ...more]) : first;
}

function principals(value: Value | undefined): Value | undefined {
  const blocks = blocksOf(value);
  if (!blocks) return value;
  const byType = new Map<string, Value[]>();
  for (const block of blocks) {
    const type = block.kind === "object" ? knownText(block.entries.get("type") ?? unknown("")) : undefined;
    const identifiers = block.kind === "object" ? block.entries.get("identifiers") : undefined;
    if (type === undefined || !identifiers) return unknown("a principal of a policy document isn't known");
    byType.set(type, [...(byType.get(type) ?? []), ...(identifiers.kind === "list" ? identifiers.items : [identifiers])]);
  }
  if (byType.size === 0) return undefined;
  const everyone = byType.get("*");
  if (everyone && byType.size === 1 && everyone.every((one) => knownText(one) === "*")) return literal("*");
  return fields([...byType].map(([type, names]) => [type, oneOrMany(list(names)) ?? list([])]));
}

function conditions(value: Value | undefined): Value | undefined {
  const blocks = blocksOf(value);
  if (!blocks) return value;
  const tests = new Map<string, Map<string, Value[]>>();
  for (const block of blocks) {
    const of = (name: string) => (block.kind === "object" ? block.entries.get(name) : undefined);
    const [test, variable, values] = [
      knownText(of("test") ?? unknown("")),
      knownText(of("variable") ?? unknown("")),
      of("values"),
    ];
    if (test === undefined || variable === undefined || !values) return unknown("a condition of a policy document isn't known");
    const variables = tests.get(test) ?? new Map<string, Value[]>();
    variables.set(variable, [...(variables.get(variable) ?? []), ...(values.kind === "list" ? values.items : [values])]);
    tests.set(test, variables);
  }
  if (tests.size === 0) return undefined;
  const single = (values: readonly Value[]) => oneOrMany(list(values)) ?? list([]);
  return fields(
    [...tests].map(([test, variables]) => [test, fields([...variables].map(([name, values]) => [name, single(values)]))]),
  );
}

/** The documents to be merged; what can't be read stays in its place as an unknown. */
function documentsOf(several: Value | undefined, single: Value | undefined): readonly Value[] {
  const texts = several?.kind === "list" ? several.items : several ? [several] : [];
  return [...texts, ...(single ? [single] : [])].filter((text) => knownText(text) !== "").map(parsed);
}

function parsed(text: Value): Value {
  if (text.kind === "json") return normal(text.value);
  const known = knownText(text);
  if (known === undefined) return text.kind === "unknown" ? text : unknown("a merged policy document isn't known");
  try {
    return normal(valueOfJson(JSON.parse(known)));
  } catch {
    return unknown("a merged policy document isn't JSON");
  }
}

/** With its statements as a list. */
function normal(document: Value): Value {
  const only = document.kind === "object" ? document.entries.get("Statement") : undefined;
  if (document.kind !== "object" || only?.kind !== "object") return document;
  return fields([...document.entries, ["Statement", list([only])]]);
}

/** Statements replace those of the same Sid; the later Id and the higher version stay. */
function merge(before: Fields, next: Fields): Value & Fields {
  const statements = [...statementsOf(before)];
  for (const one of statementsOf(next)) {
    const sid = sidOf(one);
    const at = sid === undefined ? -1 : statements.findIndex((other) => sidOf(other) === sid);
    if (at < 0) statements.push(one);
    else statements[at] = one;
  }
  const versions = [before, next].map((one) => one.entries.get("Version")).filter((version) => version !== undefined);
  return written({
    Version: versions.sort((a, b) => ((knownText(a) ?? "") < (knownText(b) ?? "") ? 1 : -1))[0],
    Id: next.entries.get("Id") ?? before.entries.get("Id"),
    Statement: statements.length > 0 ? list(statements) : undefined,
  });
}

function statementsOf(document: Fields): readonly Value[] {
  const value = document.entries.get("Statement");
  return value?.kind === "list" ? value.items : value ? [value] : [];
}

const sidOf = (one: Value): string | undefined => {
  const sid = one.kind === "object" ? one.entries.get("Sid") : undefined;
  return (sid && knownText(sid)) || undefined;
};
