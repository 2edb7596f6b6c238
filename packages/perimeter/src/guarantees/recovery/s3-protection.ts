import type { Fields, Resource } from "../../input";
import { type Fact, isOpen, numberIn, textIn } from "./fact";
import { type Block, blockIn, blocksIn, onlyOf, type Parts } from "./parts";
import { type Lifecycle, type Lock, NO_LIFECYCLE, type Protection, UNPROTECTED } from "./protection";

/**
 * What keeps deleted and overwritten objects of a bucket on S3.
 * Source: S3 User Guide, "Using versioning in S3 buckets", "Locking objects with Object Lock", "Configuring MFA delete".
 * @param prefix what begins otherwise is none of the store's
 */
export function s3Protection(bucket: Resource, prefix: string, parts: Parts): Fact<Protection> {
  const versioning = versioningOf(bucket, parts);
  if (isOpen(versioning)) return versioning;
  const lifecycle = lifecycleOf(bucket, prefix, parts);
  if (isOpen(lifecycle)) return lifecycle;
  // Without versions nothing is locked: "Object Lock works only in buckets that have S3 Versioning enabled".
  if (!versioning.isOn) return { ...UNPROTECTED, lifecycle };
  const lock = lockOf(bucket, parts);
  if (isOpen(lock)) return lock;
  const held = versioning.device ?? lock;
  return { versions: true, lifecycle, ...(held ? { lock: held } : {}) };
}

interface Versioning {
  readonly isOn: boolean;
  /** Versions are deleted by the root user with a device alone. */
  readonly device?: Lock;
}

function versioningOf(bucket: Resource, parts: Parts): Fact<Versioning> {
  const resource = onlyOf(parts.of(bucket, "aws_s3_bucket_versioning"));
  if (isOpen(resource)) return resource;
  const block = resource
    ? blockIn(resource.arguments.entries, "versioning_configuration", resource)
    : blockIn(bucket.arguments.entries, "versioning", bucket);
  if (isOpen(block)) return block;
  if (block) return readVersioning(block);
  const locked = textIn(bucket.arguments.entries, "object_lock_enabled", bucket);
  // A bucket that is made for locks has versions from the beginning.
  return isOpen(locked) ? locked : { isOn: locked === "true" };
}

function readVersioning({ by, fields }: Block): Fact<Versioning> {
  const status = textIn(fields, fields.has("status") ? "status" : "enabled", by);
  const device = textIn(fields, "mfa_delete", by);
  if (isOpen(status)) return status;
  if (isOpen(device)) return device;
  const isOn = status === "Enabled" || status === "true";
  if (device !== "Enabled" && device !== "true") return { isOn };
  const text = `mfa_delete = "${device}"`;
  return { isOn, device: { days: Number.POSITIVE_INFINITY, lifted: "never", outlives: true, by, text } };
}

function lockOf(bucket: Resource, parts: Parts): Fact<Lock | undefined> {
  const resource = onlyOf(parts.of(bucket, "aws_s3_bucket_object_lock_configuration"));
  if (isOpen(resource)) return resource;
  const holder = resource
    ? { by: resource, fields: resource.arguments.entries }
    : blockIn(bucket.arguments.entries, "object_lock_configuration", bucket);
  if (!holder || isOpen(holder)) return holder;
  const rule = blockIn(holder.fields, "rule", holder.by);
  if (!rule || isOpen(rule)) return rule;
  const retention = blockIn(rule.fields, "default_retention", rule.by);
  return !retention || isOpen(retention) ? retention : readRetention(retention);
}

function readRetention({ by, fields }: Block): Fact<Lock | undefined> {
  const mode = textIn(fields, "mode", by);
  const [days, years] = [numberIn(fields, "days", by), numberIn(fields, "years", by)];
  if (isOpen(mode)) return mode;
  if (isOpen(days)) return days;
  if (isOpen(years)) return years;
  const length = days ?? (years ?? 0) * 365;
  const text = `default retention: ${mode}, ${length} days`;
  return { days: length, lifted: mode === "COMPLIANCE" ? "never" : "by-right", outlives: true, by, text };
}

function lifecycleOf(bucket: Resource, prefix: string, parts: Parts): Fact<Lifecycle> {
  const resource = onlyOf(parts.of(bucket, "aws_s3_bucket_lifecycle_configuration"));
  if (isOpen(resource)) return resource;
  const rules = resource
    ? blocksIn(resource.arguments.entries, "rule", resource)
    : blocksIn(bucket.arguments.entries, "lifecycle_rule", bucket);
  if (isOpen(rules)) return rules;
  let found: Lifecycle = NO_LIFECYCLE;
  for (const rule of rules) {
    const limits = limitsOf(rule, prefix);
    if (isOpen(limits)) return limits;
    found = shorter(found, { ...limits, by: rule.by });
  }
  return found;
}

function shorter(one: Lifecycle, other: Lifecycle): Lifecycle {
  const isShorter = other.current < one.current || other.previous < one.previous;
  const by = isShorter ? other.by : one.by;
  const current = Math.min(one.current, other.current);
  return { current, previous: Math.min(one.previous, other.previous), ...(by ? { by } : {}) };
}

function limitsOf({ by, fields }: Block, prefix: string): Fact<Lifecycle> {
  const status = textIn(fields, fields.has("status") ? "status" : "enabled", by);
  if (isOpen(status)) return status;
  if (status === "Disabled" || status === "false" || !mayTouch(fields, prefix, by)) return NO_LIFECYCLE;
  const [expiration, previous] = [blockIn(fields, "expiration", by), blockIn(fields, "noncurrent_version_expiration", by)];
  if (isOpen(expiration)) return expiration;
  if (isOpen(previous)) return previous;
  const current = expiration ? daysIn(expiration) : Number.POSITIVE_INFINITY;
  if (isOpen(current)) return current;
  const name = previous?.fields.has("noncurrent_days") ? "noncurrent_days" : "days";
  const days = previous ? numberIn(previous.fields, name, by) : undefined;
  if (isOpen(days)) return days;
  return { current, previous: days ?? Number.POSITIVE_INFINITY };
}

/** A date takes away whatever was written before it, however young it is; a marker of a deletion is no content. */
function daysIn({ by, fields }: Block): Fact<number> {
  if (fields.has("date")) return 0;
  const days = numberIn(fields, "days", by);
  if (isOpen(days)) return days;
  return days === undefined || days === 0 ? Number.POSITIVE_INFINITY : days;
}

/** Whether a rule may be about what begins so; whatever isn't known of its filter doesn't exclude anything. */
function mayTouch(fields: Fields["entries"], prefix: string, by: Resource): boolean {
  const own = prefixIn(fields, by);
  return own === undefined || own.startsWith(prefix) || prefix.startsWith(own);
}

/** The prefix of a rule, which has three places to stand. */
export function prefixIn(fields: Fields["entries"], by: Resource): string | undefined {
  const filter = blockIn(fields, "filter", by);
  const within = filter && !isOpen(filter) ? blockIn(filter.fields, "and", by) : undefined;
  for (const place of [fields, isOpen(filter) ? undefined : filter?.fields, isOpen(within) ? undefined : within?.fields]) {
    const prefix = place && textIn(place, "prefix", by);
    if (typeof prefix === "string" && prefix !== "") return prefix;
  }
  return undefined;
}
