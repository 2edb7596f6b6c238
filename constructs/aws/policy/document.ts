/** One statement of an AWS policy. Documents are written here from configured names: nothing in them waits for an apply. */
export type PolicyStatement = {
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  /** Only policies of resources, and of organizations about resources, have it. */
  readonly principal?: StatementPrincipal;
  readonly conditions?: Conditions;
} & ({ readonly actions: readonly string[] } | { readonly notActions: readonly string[] }) &
  /** A trust policy has no resource: it is the role's own. */
  ({ readonly resources?: readonly string[] } | { readonly notResources: readonly string[] });

/** `*` is everybody, people without credentials included; each list is any of its members. */
export type StatementPrincipal =
  | "*"
  | { readonly aws: readonly string[] }
  | { readonly service: readonly string[] }
  | { readonly federated: readonly string[] };

/** By operator and key; all must hold, with any of the values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The document as AWS takes it, without white space: control policies are counted with it. */
export function printPolicy(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map(statementJson) });
}

function statementJson(statement: PolicyStatement) {
  const { sid, effect, principal, conditions } = statement;
  return {
    Sid: sid,
    Effect: effect,
    ...(principal ? { Principal: principalJson(principal) } : {}),
    ...("actions" in statement ? { Action: oneOrList(statement.actions) } : { NotAction: oneOrList(statement.notActions) }),
    ...("notResources" in statement ? { NotResource: oneOrList(statement.notResources) } : {}),
    ...("resources" in statement && statement.resources ? { Resource: oneOrList(statement.resources) } : {}),
    ...(conditions ? { Condition: mapValues(conditions, (keys) => mapValues(keys, oneOrList)) } : {}),
  };
}

function principalJson(principal: StatementPrincipal) {
  if (principal === "*") return "*";
  if ("aws" in principal) return { AWS: oneOrList(principal.aws) };
  return "service" in principal ? { Service: oneOrList(principal.service) } : { Federated: oneOrList(principal.federated) };
}

/** A list of one comes back from AWS as its member, and would show as drift. */
const oneOrList = (items: readonly string[]) => (items.length === 1 ? items[0] : items);

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
