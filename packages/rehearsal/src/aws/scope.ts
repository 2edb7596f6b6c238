import { distance } from "fastest-levenshtein";
import type { Scope } from "../engine/cloud";
import { Refusal } from "../engine/refusal";
import { isList, isObject, type ObjectValue, textOf, UNKNOWN, type Value } from "../schema/value";
import { characters, hex } from "../world/ids";
import { regionNames, regionOf, zoneIdPrefix } from "./regions";

/** An account that the documentation of AWS uses for examples. */
const EXAMPLE_ACCOUNT = "123456789012";

const LONGEST_REGION = 32;

/** One organization, one Identity Center, for all accounts of a rehearsal. */
const ORGANIZATION = {
  organization: `o-${characters("organization", 10, "abcdefghijklmnopqrstuvwxyz0123456789")}`,
  root: `r-${characters("root", 4, "abcdefghijklmnopqrstuvwxyz0123456789")}`,
  sso_instance: `ssoins-${hex("sso", 16)}`,
  identity_store: `d-${hex("identity store", 10)}`,
};

const lastOf = (value: Value | undefined) => (isList(value) ? value.at(-1) : undefined);

function roleOf(block: Value | undefined): Value {
  const role = lastOf(block);
  return isObject(role) ? (role["role_arn"] ?? null) : null;
}

/**
 * The account that a provider configuration works in: the only one that it allows, else that of the last role that it
 * assumes, else an example. Source: provider documentation, allowed_account_ids and assume_role.
 */
function accountOf(config: ObjectValue): string | typeof UNKNOWN {
  const arn = roleOf(config["assume_role"]) ?? roleOf(config["assume_role_with_web_identity"]);
  const allowed = isList(config["allowed_account_ids"]) ? config["allowed_account_ids"].map(String).sort() : [];
  const assumed = /^arn:[^:]+:iam::(\d{12}):/.exec(textOf(arn))?.[1];
  if (assumed !== undefined) refuseAccount(assumed, allowed, config);
  if (allowed.length === 1 || (assumed === undefined && arn !== UNKNOWN)) return allowed[0] ?? EXAMPLE_ACCOUNT;
  return assumed ?? UNKNOWN;
}

function refuseAccount(account: string, allowed: readonly string[], config: ObjectValue): void {
  const forbidden = isList(config["forbidden_account_ids"]) && config["forbidden_account_ids"].includes(account);
  if (!forbidden && (allowed.length === 0 || allowed.includes(account))) return;
  throw new Refusal(`AWS account ID not allowed: ${account}`, undefined, [
    forbidden ? "forbidden_account_ids" : "allowed_account_ids",
  ]);
}

/** What follows from a region; nothing is known of one that isn't known itself. */
function regional(region: Value): Scope {
  if (region === UNKNOWN) return { region, partition: UNKNOWN, dns_suffix: UNKNOWN, zone_id: UNKNOWN };
  const found = regionOf(String(region));
  return {
    region,
    partition: found?.partition ?? "aws",
    dns_suffix: found?.dnsSuffix ?? "amazonaws.com",
    description: found?.description ?? String(region),
    s3_zone: found?.s3Zone ?? null,
    zone_id: zoneIdPrefix(String(region)),
  };
}

function refuseRegion(region: Value): void {
  if (typeof region !== "string" || regionOf(region)) return;
  const typed = region.slice(0, LONGEST_REGION); // comparing costs the square of the length
  const [closest = ""] = [...regionNames()].sort((a, b) => distance(a, typed) - distance(b, typed));
  throw new Refusal(`invalid AWS Region: ${typed}`, `the nearest one is "${closest}"`, ["region"]);
}

/** What a provider configuration decides. Throws a Refusal for a region or an account that the provider refuses. */
export function scope(config: ObjectValue): Scope {
  const region = config["region"] ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  if (config["skip_region_validation"] !== true) refuseRegion(region);
  const tags = lastOf(config["default_tags"]);
  return {
    ...regional(region),
    ...ORGANIZATION,
    account: accountOf(config),
    generated: "terraform-",
    default_tags: (isObject(tags) ? tags["tags"] : null) ?? {},
  };
}

/** A resource's own region before the provider's. Source: provider documentation, Enhanced Region Support. */
export function scopeOf(value: ObjectValue, provider: Scope): Scope {
  const own = value["region"] ?? null;
  if (own === null || own === provider["region"]) return provider;
  refuseRegion(own);
  return { ...provider, ...regional(own) };
}
