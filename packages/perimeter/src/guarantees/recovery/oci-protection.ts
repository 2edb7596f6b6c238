import type { Resource } from "../../input";
import { type Fact, isOpen, numberIn, textIn } from "./fact";
import { type Block, blockIn, blocksIn, onlyOf, type Parts } from "./parts";
import { type Lifecycle, type Lock, NO_LIFECYCLE, type Protection } from "./protection";

const DAYS_IN: ReadonlyMap<string, number> = new Map([
  ["DAYS", 1],
  ["YEARS", 365],
]);

/**
 * What keeps deleted and overwritten objects of a bucket on Oracle Cloud.
 * Source: "Using Object Versioning", "Using Retention Rules to Preserve Data", "Using Object Lifecycle Management".
 * @param at the day of the question
 */
export function ociBucketProtection(bucket: Resource, parts: Parts, at: Date): Fact<Protection> {
  const versioning = textIn(bucket.arguments.entries, "versioning", bucket);
  if (isOpen(versioning)) return versioning;
  const lifecycle = lifecycleOf(bucket, parts);
  if (isOpen(lifecycle)) return lifecycle;
  const lock = longestRule(bucket, at);
  if (isOpen(lock)) return lock;
  return { versions: versioning === "Enabled", lifecycle, ...(lock ? { lock } : {}) };
}

/** "If a bucket has several active retention rules, an object is kept as the longest one says." */
function longestRule(bucket: Resource, at: Date): Fact<Lock | undefined> {
  const rules = blocksIn(bucket.arguments.entries, "retention_rules", bucket);
  if (isOpen(rules)) return rules;
  let longest: Lock | undefined;
  for (const rule of rules) {
    const lock = readRule(rule, at);
    if (isOpen(lock)) return lock;
    if (!longest || isStronger(lock, longest)) longest = lock;
  }
  return longest;
}

/** One that nobody lifts comes before a longer one that somebody may. */
function isStronger(one: Lock, other: Lock): boolean {
  return one.lifted === other.lifted ? one.days > other.days : one.lifted === "never";
}

function readRule({ by, fields }: Block, at: Date): Fact<Lock> {
  const duration = blockIn(fields, "duration", by);
  const locked = textIn(fields, "time_rule_locked", by);
  if (isOpen(duration)) return duration;
  if (isOpen(locked)) return locked;
  const days = duration ? daysOf(duration) : Number.POSITIVE_INFINITY;
  if (isOpen(days)) return days;
  const from = locked === undefined || locked === "" ? undefined : new Date(locked);
  if (from && Number.isNaN(from.getTime()))
    return { address: by.address, reason: `its time_rule_locked is no time: "${locked}"` };
  const shown = days === Number.POSITIVE_INFINITY ? "as long as it stands" : `${days} days`;
  const text = `retention rule: ${shown}, ${from ? `locked from ${from.toISOString().slice(0, 10)}` : "not locked"}`;
  const isAhead = from !== undefined && from > at;
  return { days, lifted: from ? "never" : "by-right", outlives: true, by, text, ...(isAhead ? { from } : {}) };
}

function daysOf({ by, fields }: Block): Fact<number> {
  const [amount, unit] = [numberIn(fields, "time_amount", by), textIn(fields, "time_unit", by)];
  if (isOpen(amount)) return amount;
  if (isOpen(unit)) return unit;
  return (amount ?? 0) * (DAYS_IN.get((unit ?? "DAYS").toUpperCase()) ?? 1);
}

function lifecycleOf(bucket: Resource, parts: Parts): Fact<Lifecycle> {
  const resource = onlyOf(parts.of(bucket, "oci_objectstorage_object_lifecycle_policy"));
  if (isOpen(resource)) return resource;
  if (!resource) return NO_LIFECYCLE;
  const rules = blocksIn(resource.arguments.entries, "rules", resource);
  if (isOpen(rules)) return rules;
  let [current, previous] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const rule of rules) {
    const [action, target, enabled] = ["action", "target", "is_enabled"].map((name) => textIn(rule.fields, name, resource));
    const days = daysOf(rule);
    for (const one of [action, target, enabled, days]) if (one !== undefined && isOpen(one)) return one;
    if (action !== "DELETE" || enabled === "false" || typeof days !== "number") continue;
    if (target === "previous-object-versions") previous = Math.min(previous, days);
    else if (target === undefined || target === "objects") current = Math.min(current, days);
  }
  return { current, previous, by: resource };
}

/** Kept by Oracle for as long as nobody says otherwise ("About Backup and Recovery on Autonomous Database"). */
const BACKUP_DAYS = 60;

/** "7 days worth of backups are replicated across regions" (CreateCrossRegionDisasterRecoveryDetails). */
const REPLICATED_BACKUP_DAYS = 7;

/**
 * What backups keep of a database. A standby takes over every change at once, and what keeps its past are backups: its own,
 * or the week of its primary's that is carried over.
 */
export function databaseProtection(database: Resource, isPeer: boolean): Fact<Protection> {
  const { entries } = database.arguments;
  const own = numberIn(entries, "backup_retention_period_in_days", database);
  const replicated = textIn(entries, "is_replicate_automatic_backups", database);
  const locked = textIn(entries, "is_backup_retention_locked", database);
  if (isOpen(own)) return own;
  if (isOpen(replicated)) return replicated;
  if (isOpen(locked)) return locked;
  const days = own ?? (isPeer ? (replicated === "true" ? REPLICATED_BACKUP_DAYS : 0) : BACKUP_DAYS);
  const text = own === undefined ? `automatic backups: ${days} days` : `backup_retention_period_in_days = ${days}`;
  const lock: Lock = { days, lifted: locked === "true" ? "never" : "by-right", outlives: false, by: database, text };
  return { versions: false, lifecycle: NO_LIFECYCLE, ...(days > 0 ? { lock } : {}) };
}

/** A backup that somebody ordered is kept as long as they said. */
export function backupProtection(backup: Resource): Fact<Protection> {
  const days = numberIn(backup.arguments.entries, "retention_period_in_days", backup);
  if (isOpen(days)) return days;
  const text = `retention_period_in_days = ${days ?? BACKUP_DAYS}`;
  const lock: Lock = { days: days ?? BACKUP_DAYS, lifted: "by-right", outlives: false, by: backup, text };
  return { versions: false, lifecycle: NO_LIFECYCLE, lock };
}
