import { Refusal } from "../engine/refusal";
import { type Json, readJson } from "./json";

/**
 * A policy as the data source handles it: an action or a resource as it was written, principals and conditions by
 * their types. Source: terraform-provider-aws, internal/service/iam/policy_model.go.
 */
export interface Policy {
  readonly Version: string;
  readonly Id: string;
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action?: Json;
  readonly NotAction?: Json;
  readonly Resource?: Json;
  readonly NotResource?: Json;
  readonly Principal: readonly Principal[];
  readonly NotPrincipal: readonly Principal[];
  readonly Condition: readonly Condition[];
}

/** One string keeps being one, a list stays a list, also of one. */
export interface Principal {
  readonly type: string;
  readonly identifiers: string | readonly string[];
}

export interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** Documents in their order: a statement takes the place of an earlier one with its Sid, others are added; the newest version wins. */
export function merged(documents: readonly Policy[]): Policy {
  const statements: Statement[] = [];
  const places = new Map<string, number>();
  for (const statement of documents.flatMap(({ Statement }) => Statement)) {
    const place = places.get(statement.Sid) ?? statements.length;
    statements[place] = statement;
    if (statement.Sid !== "") places.set(statement.Sid, place);
  }
  return {
    Version:
      documents
        .map(({ Version }) => Version)
        .sort()
        .at(-1) ?? "",
    Id: documents.map(({ Id }) => Id).findLast((id) => id !== "") ?? "",
    Statement: statements,
  };
}

/** A document to merge, read as the provider reads it. `where` names it in a refusal. */
export function readPolicy(text: string, where: string): Policy {
  const refuse = (what: string): never => {
    throw new Refusal(`writing IAM Policy Document: merging ${where}: ${what}`);
  };
  const document = object(parse(text, refuse), "the document", refuse);
  const statements = document("Statement") ?? [];
  if (!isArray(statements)) return refuse('"Statement" must be a list of statements');
  return {
    Version: string(document("Version"), "Version", refuse),
    Id: string(document("Id"), "Id", refuse),
    Statement: statements.map((one) => readStatement(one, refuse)),
  };
}

type Refuse = (what: string) => never;

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function parse(text: string, refuse: Refuse): Json {
  const read = readJson(text);
  return "value" in read ? read.value : refuse(read.problem);
}

/** The members of an object by their names, in any case: so Go's decoder takes them. */
function object(value: Json, what: string, refuse: Refuse): (name: string) => Json | undefined {
  if (typeof value !== "object" || value === null || isArray(value)) return refuse(`${what} must be an object`);
  const members = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
  return (name) => members.get(name.toLowerCase());
}

function string(value: Json | undefined, name: string, refuse: Refuse): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : refuse(`"${name}" must be a string`);
}

function readStatement(value: Json, refuse: Refuse): Statement {
  const member = object(value, "a statement", refuse);
  const kept = (["Action", "NotAction", "Resource", "NotResource"] as const).flatMap((name) => {
    const written = member(name) ?? null;
    return written === null ? [] : [[name, written] as const];
  });
  return {
    Sid: string(member("Sid"), "Sid", refuse),
    Effect: string(member("Effect"), "Effect", refuse),
    ...Object.fromEntries(kept),
    Principal: readPrincipals(member("Principal"), refuse),
    NotPrincipal: readPrincipals(member("NotPrincipal"), refuse),
    Condition: readConditions(member("Condition"), refuse),
  };
}

function readPrincipals(value: Json | undefined, refuse: Refuse): readonly Principal[] {
  if (value === undefined || value === null) return [];
  // The provider reads any text as everyone; "*" is the only one that the service takes.
  if (typeof value === "string") return [{ type: "*", identifiers: ["*"] }];
  if (typeof value !== "object" || isArray(value)) return refuse('"Principal" must be "*" or an object');
  return Object.entries(value).map(([type, identifiers]) => ({
    type,
    identifiers: typeof identifiers === "string" ? identifiers : strings(identifiers, `the principals of type "${type}"`, refuse),
  }));
}

function readConditions(value: Json | undefined, refuse: Refuse): readonly Condition[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || isArray(value)) return refuse('"Condition" must be an object');
  return Object.entries(value).flatMap(([test, variables]) => {
    if (typeof variables !== "object" || variables === null || isArray(variables)) return refuse(`"${test}" must be an object`);
    return Object.entries(variables).map(([variable, values]) => ({
      test,
      variable,
      values: conditionValues(values, variable, refuse),
    }));
  });
}

function conditionValues(values: Json, variable: string, refuse: Refuse): readonly string[] {
  if (typeof values === "string") return [values];
  if (typeof values === "boolean") return [String(values)];
  // The provider drops a number without a word, and so the condition: a wider policy than was written.
  return strings(values, `the values of "${variable}"`, refuse);
}

function strings(value: Json, what: string, refuse: Refuse): readonly string[] {
  if (!isArray(value)) return refuse(`${what} must be strings`);
  return value.map((one) => (typeof one === "string" ? one : refuse(`${what} must be strings`)));
}
