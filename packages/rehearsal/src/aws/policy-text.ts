import type { Json } from "./json";
import type { Condition, Policy, Principal, Statement } from "./policy-merge";

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
    const own = isMany(identifiers) ? [...identifiers].sort().reverse() : identifiers;
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

/** A policy as the provider writes it, indented and not. Source: terraform-provider-aws, internal/service/iam/policy_model.go, MarshalJSON. */
export function policyText({ Version, Id, Statement }: Policy): { readonly json: string; readonly minified: string } {
  const document = {
    Version: Version || undefined,
    Id: Id || undefined,
    Statement: Statement.length > 0 ? Statement.map(writtenStatement) : undefined,
  };
  return { json: goEscapes(JSON.stringify(document, null, 2)), minified: goEscapes(JSON.stringify(document)) };
}
