import type { ConditionOperator, Element, PolicyStatement, Principal } from "../../aws/policy/syntax";

/** The JSON of a statement, on one line; what a document writes as a single value or as a list of one is a single value. */
export function printStatement({ sid, effect, principal, action, resource, conditions }: PolicyStatement): string {
  const json: Json = {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    ...printElement("Principal", principal, printPrincipals),
    ...printElement("Action", action, texts),
    ...printElement("Resource", resource, texts),
    ...(conditions.length === 0 ? {} : { Condition: printConditions(conditions) }),
  };
  return JSON.stringify(json);
}

type Json = string | readonly string[] | { readonly [key: string]: Json };

function printElement<Item>(name: string, element: Element<Item> | undefined, print: (items: readonly Item[]) => Json) {
  return element === undefined ? {} : { [element.negated ? `Not${name}` : name]: print(element.items) };
}

function printPrincipals(items: readonly Principal[]): Json {
  if (items.every(({ kind }) => kind === "everyone")) return "*";
  const byType = new Map<string, string[]>();
  for (const item of items) {
    const type = PRINCIPAL_TYPES[item.kind];
    byType.set(type, [...(byType.get(type) ?? []), principalText(item)]);
  }
  return Object.fromEntries([...byType].map(([type, names]) => [type, oneOrAll(names)]));
}

const PRINCIPAL_TYPES = {
  everyone: "AWS",
  account: "AWS",
  role: "AWS",
  user: "AWS",
  session: "AWS",
  "federated-user": "AWS",
  "unique-id": "AWS",
  "origin-access-identity": "AWS",
  service: "Service",
  federated: "Federated",
  "canonical-user": "CanonicalUser",
} as const satisfies Record<Principal["kind"], string>;

/** A principal as a statement writes it. */
export function principalText(principal: Principal): string {
  switch (principal.kind) {
    case "everyone":
      return "*";
    case "account":
      return principal.account;
    case "role":
    case "user":
    case "session":
    case "federated-user":
      return principal.arn;
    case "unique-id":
    case "canonical-user":
      return principal.id;
    case "service":
      return principal.name;
    case "federated":
      return principal.provider;
    case "origin-access-identity":
      return `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${principal.id}`;
  }
}

function printConditions(conditions: PolicyStatement["conditions"]): Json {
  const byOperator = new Map<string, [string, Json][]>();
  for (const { operator, key, values } of conditions) {
    const name = operatorText(operator);
    byOperator.set(name, [...(byOperator.get(name) ?? []), [key, texts(values)]]);
  }
  return Object.fromEntries([...byOperator].map(([name, keys]) => [name, Object.fromEntries(keys)]));
}

/** An operator as a statement writes it: `ForAnyValue:StringLikeIfExists`. */
export function operatorText({ name, ifExists, set }: ConditionOperator): string {
  return `${set === undefined ? "" : `${set}:`}${name}${ifExists ? "IfExists" : ""}`;
}

function texts(items: readonly { readonly text: string }[]): Json {
  return oneOrAll(items.map(({ text }) => text));
}

function oneOrAll(all: readonly string[]): Json {
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : all;
}
