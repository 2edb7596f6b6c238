import { knownText } from "./expression/text";
import type { Provider } from "./resource";
import { type Fields, literal, type Value } from "./value";

/** What holds where no configuration says otherwise. */
export interface Defaults {
  /** The AWS account of providers that don't name theirs. */
  readonly account?: string;
}

/** A provider from its configuration, whose key is `name` or `name.alias`. */
export function providerOf(key: string, given: Fields, otherwise: Defaults): Provider {
  const [name = key, alias] = key.split(".");
  const of = (argument: string) => given.entries.get(argument);
  const assumed = assumedRole(of("assume_role")) ?? assumedRole(of("assume_role_with_web_identity"));
  const defaultAccount = name === "aws" && otherwise.account !== undefined ? literal(otherwise.account) : undefined;
  const account = onlyItem(of("allowed_account_ids")) ?? accountOfRole(assumed) ?? defaultAccount;
  const defaultTags = blockField(of("default_tags"), "tags");
  const parts = { alias, region: of("region"), account, assumedRole: assumed, defaultTags, tenancy: of("tenancy_ocid") };
  return { name, ...withoutGaps(parts) };
}

type Gapless<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutGaps<T extends object>(parts: T): Gapless<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Gapless<T>;
}

/** The item of a list that has one; a plan of HCL shows the item alone. */
function onlyItem(value: Value | undefined): Value | undefined {
  if (value?.kind !== "list") return value?.kind === "literal" ? value : undefined;
  return value.items.length === 1 ? value.items[0] : undefined;
}

/** Roles may be assumed one by the other: the last one acts. */
const assumedRole = (value: Value | undefined) => blockField(value, "role_arn");

function blockField(value: Value | undefined, name: string): Value | undefined {
  const last = value?.kind === "list" ? value.items.at(-1) : value;
  return last?.kind === "object" ? last.entries.get(name) : undefined;
}

function accountOfRole(role: Value | undefined): Value | undefined {
  const account = role && /^arn:[^:]*:iam::(\d{12}):/.exec(knownText(role) ?? "")?.[1];
  return account === undefined ? undefined : literal(account);
}

/** The local name by which a resource of this type finds its provider if it names none ("Provider Configuration"). */
export const impliedProvider = (type: string) => type.split("_")[0] ?? type;
