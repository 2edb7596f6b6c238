import type { Estate } from "../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import { isUnknown } from "../../estate/maybe";
import { arnOf } from "../../estate/stand-in";
import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { argumentGap, type Gap, gapAt } from "./recording";

/** How what is written into the evidence is kept from everybody. */
export type Lock =
  | { readonly kind: "locked" }
  /** A rule that nobody shortens from that day on. */
  | { readonly kind: "ahead"; readonly from: string; readonly rule: string }
  | { readonly kind: "none"; readonly gap: Gap }
  | { readonly kind: "open"; readonly reason: string };

export function lockOf(evidence: Resource, estate: Estate, at: Date): Lock {
  switch (evidence.type) {
    case "oci_objectstorage_bucket":
      return retentionRules(evidence, at);
    case "aws_s3_bucket":
      return objectLock(evidence, estate);
    case "aws_cloudtrail_event_data_store":
      // What is in it can't be changed; whoever can delete it or shorten its retention is asked for.
      return { kind: "locked" };
    default:
      return {
        kind: "none",
        gap: gapAt(evidence, "no lock", `is a ${evidence.type}, which has no lock`, "keep the records in a bucket with a lock"),
      };
  }
}

/**
 * Only a rule with a duration can be locked, and from its day on nobody shortens it, Oracle's support included.
 * Source: OCI documentation, "Using Retention Rules to Preserve Data".
 */
function retentionRules(bucket: Resource, at: Date): Lock {
  const rules = itemsOf(argument(bucket, "retention_rules"));
  if (!rules) return { kind: "open", reason: "its retention rules aren't known" };
  const found = rules.map((rule) => ruleLock(rule, at));
  const first = (kind: Lock["kind"]) => found.find((one) => one?.kind === kind);
  return first("locked") ?? first("ahead") ?? first("open") ?? { kind: "none", gap: unlocked(bucket, rules.length) };
}

function unlocked(bucket: Resource, rules: number): Gap {
  const { address } = bucket;
  if (rules === 0)
    return gapAt(
      bucket,
      "no retention_rules",
      "has no retention rule",
      `give ${address} a retention rule with a day of its lock`,
    );
  const fix = `give the retention rule of ${address} a duration and a time_rule_locked`;
  return gapAt(bucket, "retention_rules without time_rule_locked", "has a retention rule that is never locked", fix);
}

/** `undefined`: the rule is never locked. */
function ruleLock(rule: Value, at: Date): Lock | undefined {
  if (rule.kind === "unknown") return { kind: "open", reason: "a retention rule isn't known" };
  const [duration, locked] = [itemsOf(fieldsOf(rule).get("duration")), fieldsOf(rule).get("time_rule_locked")];
  if (!duration) return { kind: "open", reason: "the duration of a retention rule isn't known" };
  if (duration.length === 0 || !locked) return undefined;
  const text = knownText(locked);
  if (text === "") return undefined;
  const from = text === undefined ? Number.NaN : Date.parse(text);
  if (text === undefined || Number.isNaN(from)) return { kind: "open", reason: "the day of a retention rule's lock isn't known" };
  return from <= at.getTime() ? { kind: "locked" } : { kind: "ahead", from: text.slice(0, 10), rule: text };
}

/** `COMPLIANCE` yields to nobody, `GOVERNANCE` to whoever may bypass it. Source: S3 User Guide, "Using S3 Object Lock". */
function objectLock(bucket: Resource, { resources, links }: Estate): Lock {
  const parts = [...resources.values()].filter(({ type }) => type === "aws_s3_bucket_object_lock_configuration");
  let doubt: string | undefined;
  for (const part of parts) {
    const value = argument(part, "bucket");
    const made = links.resource(value);
    const text = links.text(value);
    if (made !== bucket && isUnknown(text)) doubt = `which bucket ${part.address} locks isn't known`;
    else if (made === bucket || (!isUnknown(text) && namesOf(bucket, links).has(text))) return modeOf(part, part);
  }
  const inline = argument(bucket, "object_lock_configuration");
  if (inline && itemsOf(inline)?.length !== 0) return modeOf(bucket, bucket, inline);
  if (doubt !== undefined) return { kind: "open", reason: doubt };
  const fix = `give ${bucket.address} an aws_s3_bucket_object_lock_configuration of mode COMPLIANCE`;
  return { kind: "none", gap: gapAt(bucket, "no object lock", "has no default retention", fix) };
}

function namesOf(bucket: Resource, links: Estate["links"]): ReadonlySet<string> {
  const name = links.text(argument(bucket, "bucket"));
  return new Set(
    [arnOf(bucket), textArgument(bucket, "id") ?? "", ...(isUnknown(name) ? [] : [name])].filter((one) => one !== ""),
  );
}

function modeOf(part: Resource, by: Resource, inline?: Value): Lock {
  const rules = itemsOf(inline ? fieldsOf(itemsOf(inline)?.[0]).get("rule") : argument(part, "rule"));
  const retention = rules && itemsOf(fieldsOf(rules[0]).get("default_retention"));
  if (!retention) return { kind: "open", reason: `what ${by.address} locks isn't known` };
  const [mode, days, years] = ["mode", "days", "years"].map((name) => fieldsOf(retention[0]).get(name));
  if (mode && knownText(mode) === undefined) return { kind: "open", reason: `the mode of ${by.address} isn't known` };
  const text = mode && knownText(mode)?.toUpperCase();
  if (text === "COMPLIANCE" && (days || years)) return { kind: "locked" };
  if (text === "GOVERNANCE")
    return {
      kind: "none",
      gap: argumentGap(by, "rule.default_retention.mode", "yields to whoever may bypass governance", {
        before: "GOVERNANCE",
        after: "COMPLIANCE",
      }),
    };
  const fix = `give ${by.address} a default retention of mode COMPLIANCE`;
  return { kind: "none", gap: gapAt(by, "no default_retention", "locks nothing by default", fix) };
}
