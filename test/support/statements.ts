import { isPermission, permissionsOf, type Verb } from "oci-policy";

/** A printed statement, taken apart without the printer's own trees. */
export interface ReadStatement {
  readonly effect: "Allow" | "Admit" | "Deny";
  /** As printed, such as `group 'us'/'us-sre'`, or `group auditors of tenancy oracle`. */
  readonly subject: string;
  /** As printed: a verb and its type, or a list in braces. */
  readonly action: string;
  readonly verb: { readonly verb: Verb; readonly type: string } | undefined;
  /** What the action carries, verbs spelled out; `undefined` for a type that the catalogue doesn't know. */
  readonly permissions: readonly string[] | undefined;
  /** Without the keyword: `tenancy`, or a path such as `us:stores`. */
  readonly location: string;
  /** What must all hold, as printed. */
  readonly conditions: readonly string[];
}

const STATEMENT =
  /^(Allow|Admit|Deny) (.+?) to (\{[A-Z0-9_, ]+\}|(inspect|read|use|manage) ([a-z-]+)) in (?:compartment ([a-z0-9:-]+)|tenancy)(?: where (.+))?$/;

export function readStatement(text: string): ReadStatement {
  const match = STATEMENT.exec(text);
  if (!match) throw new Error(`not a statement: ${text}`);
  const [, effect, subject, action = "", verb, type = "", path, where] = match;
  return {
    effect: effect as ReadStatement["effect"],
    subject: subject as string,
    action,
    verb: verb ? { verb: verb as Verb, type } : undefined,
    permissions: verb ? permissionsOf(verb as Verb, type) : action.slice(1, -1).split(", "),
    location: path ?? "tenancy",
    conditions: where === undefined ? [] : allOf(where),
  };
}

/** The arms of `all {…}`; a condition without it is alone. */
function allOf(where: string): string[] {
  return where.startsWith("all {") && where.endsWith("}") ? arms(where.slice("all {".length, -1)) : [where];
}

/** Divides at the commas that are in no braces, parentheses or quotes. */
function arms(text: string): string[] {
  const found: string[] = [];
  let [depth, quoted, start] = [0, false, 0];
  for (const [index, character] of [...text].entries()) {
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if ("{(".includes(character)) depth += 1;
    else if ("})".includes(character)) depth -= 1;
    else if (character === "," && depth === 0) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...found, text.slice(start).trim()];
}

/** The names of the variables in a condition, anywhere. */
export const variablesIn = (condition: string): string[] =>
  [...condition.replace(/'[^']*'/g, "''").matchAll(/\b(?:request|target)\.[\w.-]+/g)].map(([name]) => name);

/** Whether `location` is `place`, or holds it. */
export const covers = (location: string, place: string): boolean =>
  location === "tenancy" || place === location || place.startsWith(`${location}:`);

/** Permissions that nobody gets on a store or a key; `OBJECT_VERSION_DELETE` is the lifecycle service's alone. */
export const FORBIDDEN = [
  ...["PAR_MANAGE", "BUCKET_DELETE", "OBJECT_VERSION_DELETE", "RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK"],
  ...["OBJECT_RESTORE", "OBJECTSTORAGE_NAMESPACE_UPDATE"],
  ...["KEY_EXPORT", "KEY_BACKUP", "KEY_RESTORE", "KEY_DELETE", "KEY_MOVE", "KEY_IMPORT", "KEY_UPDATE", "KEY_DISASSOCIATE"],
  ...["VAULT_DELETE", "VAULT_MOVE", "VAULT_BACKUP", "VAULT_RESTORE", "VAULT_REPLICATE", "VAULT_UPDATE"],
  ...["SECRET_UPDATE", "SECRET_ROTATE", "SECRET_DELETE", "SECRET_MOVE"],
  ...["AUTONOMOUS_DATABASE_UPDATE", "AUTONOMOUS_DATABASE_CONTENT_WRITE", "AUTONOMOUS_DATABASE_DELETE"],
  ...["AUTONOMOUS_DB_BACKUP_CONTENT_READ", "AUTONOMOUS_DB_BACKUP_CREATE", "AUTONOMOUS_DB_BACKUP_DELETE"],
  ...["USER_SECRETKEY_ADD", "USER_APIKEY_ADD", "USER_UIPASS_RESET", "USER_AUTHTOKEN_SET", "CREDENTIAL_ADD"],
] as const;

/** So that a misspelt name above can't make a check pass. */
export const unknownForbidden = FORBIDDEN.filter((name) => !isPermission(name));
