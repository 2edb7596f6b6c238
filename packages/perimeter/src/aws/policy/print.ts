import type { Condition, PolicyDocument, PolicyStatement, Principal } from "./syntax";

type Json = string | readonly Json[] | { readonly [name: string]: Json };

/** A document as JSON in one form: elements in the order of the grammar, one value without brackets, several in a list. */
export function printPolicy({ version, id, statements }: PolicyDocument): string {
  const [first] = statements;
  const single = statements.length === 1 && first?.path === "Statement";
  return JSON.stringify({
    Version: version,
    ...(id === undefined ? {} : { Id: id }),
    Statement: single ? jsonOfStatement(first) : statements.map(jsonOfStatement),
  });
}

/** One statement in the same form: what an answer shows of it. */
export function printStatement(statement: PolicyStatement): string {
  return JSON.stringify(jsonOfStatement(statement));
}

function jsonOfStatement({ sid, effect, principal, action, resource, conditions }: PolicyStatement): Json {
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    ...(principal && { [named("Principal", principal.negated)]: jsonOfPrincipals(principal.items) }),
    ...(action && { [named("Action", action.negated)]: oneOrMany(action.items.map(({ text }) => text)) }),
    ...(resource && { [named("Resource", resource.negated)]: oneOrMany(resource.items.map(({ text }) => text)) }),
    ...(conditions.length > 0 && { Condition: jsonOfConditions(conditions) }),
  };
}

function named(element: string, negated: boolean): string {
  return negated ? `Not${element}` : element;
}

function oneOrMany(texts: readonly string[]): Json {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}

function jsonOfPrincipals(principals: readonly Principal[]): Json {
  const [only] = principals;
  if (principals.length === 1 && only?.kind === "everyone") return "*";
  const names = new Map<string, string[]>();
  for (const principal of principals) {
    const [type, name] = nameOf(principal);
    const list = names.get(type);
    if (list) list.push(name);
    else names.set(type, [name]);
  }
  return Object.fromEntries([...names].map(([type, list]) => [type, oneOrMany(list)]));
}

/** The kind of a principal and its name, as they stand in a policy. */
function nameOf(principal: Principal): readonly [type: string, name: string] {
  switch (principal.kind) {
    case "everyone":
      return ["AWS", "*"];
    case "account":
      return ["AWS", principal.account];
    case "role":
    case "user":
    case "session":
    case "federated-user":
      return ["AWS", principal.arn];
    case "unique-id":
      return ["AWS", principal.id];
    case "origin-access-identity":
      return ["AWS", `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${principal.id}`];
    case "service":
      return ["Service", principal.name];
    case "federated":
      return ["Federated", principal.provider];
    case "canonical-user":
      return ["CanonicalUser", principal.id];
  }
}

function jsonOfConditions(conditions: readonly Condition[]): Json {
  const operators = new Map<string, Map<string, Json>>();
  for (const { operator, key, values } of conditions) {
    const name = `${operator.set ? `${operator.set}:` : ""}${operator.name}${operator.ifExists ? "IfExists" : ""}`;
    const keys = operators.get(name) ?? new Map<string, Json>();
    operators.set(name, keys.set(key, oneOrMany(values.map(({ text }) => text))));
  }
  return Object.fromEntries([...operators].map(([name, keys]) => [name, Object.fromEntries(keys)]));
}
