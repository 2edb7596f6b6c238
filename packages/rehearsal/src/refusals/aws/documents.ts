import { isObject, type ObjectValue, type Value } from "../../schema/value";

/** A statement of a policy document, as it is written. */
export type Statement = Readonly<Record<string, Value>>;

/** The statements of a document; a text that is none: why. */
export function statementsOf(text: string): readonly Statement[] | { readonly wrong: string } {
  let document: Value;
  try {
    document = JSON.parse(text) as Value;
  } catch {
    return { wrong: "it is not JSON" };
  }
  if (!isObject(document)) return { wrong: "it is not an object" };
  const version = document["Version"];
  if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17") return { wrong: "its Version is unknown" };
  const stated = document["Statement"];
  const statements = Array.isArray(stated) ? stated : [stated];
  if (stated === undefined || stated === null || !statements.every(isObject)) return { wrong: "it has no Statement" };
  return statements as readonly ObjectValue[] as readonly Statement[];
}

export const isWrong = (read: ReturnType<typeof statementsOf>): read is { readonly wrong: string } => "wrong" in read;

/** One or several. */
export const listed = (value: Value | undefined): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);

/** Whom a statement names, by kind: `AWS`, `Service`, `Federated`; everybody is `AWS: *`. */
export function principalsOf(statement: Statement): readonly (readonly [kind: string, name: string])[] {
  const principal = statement["Principal"] ?? null;
  if (principal === "*") return [["AWS", "*"]];
  return isObject(principal)
    ? Object.entries(principal).flatMap(([kind, names]) => listed(names).map((one) => [kind, one] as const))
    : [];
}

/** Actions of a service that AWS has, `service:Name` or `*`. */
export const isAction = (action: string): boolean => action === "*" || /^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action);

/** What is wrong with a statement of any kind of policy; `undefined`: nothing. */
export function wrongStatement(statement: Statement): string | undefined {
  const effect = statement["Effect"];
  if (effect !== "Allow" && effect !== "Deny") return "its Effect is neither Allow nor Deny";
  const actions = [...listed(statement["Action"]), ...listed(statement["NotAction"])];
  if (actions.length === 0) return "a statement has no Action";
  const bad = actions.find((action) => !isAction(action));
  if (bad !== undefined) return `"${bad}" is no action: it takes a service, a colon and a name`;
  const pairs = [
    ["Action", "NotAction"],
    ["Resource", "NotResource"],
    ["Principal", "NotPrincipal"],
  ] as const;
  const both = pairs.find(([one, other]) => one in statement && other in statement);
  return both && `a statement has ${both[0]} and ${both[1]}`;
}
