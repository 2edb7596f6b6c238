import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { argument, isFalse, isTrue, textArgument } from "../arguments";
import { isUnknown } from "../maybe";
import { placeOf, placeOfId } from "../place";
import type { Finder } from "./finder";
import type { Leg } from "./legs";
import { valuesAt } from "./paths";
import { type End, endsTogether, type Spot } from "./spot";

const OCI_BUCKET = ["oci_objectstorage_bucket"];
const AWS_BUCKET = ["aws_s3_bucket"];

/** Events about the objects of buckets that emit them, to a topic, a stream or a function ("Services that Produce Events"). */
export function eventRuleLegs(by: Resource, finder: Finder): readonly Leg[] {
  if (
    isFalse(argument(by, "is_enabled")) ||
    !mayMatch(argument(by, "condition"), "eventType", /^com\.oraclecloud\.objectstorage\.\w*object$/i)
  )
    return [];
  const from = finder.resources.filter((one) => OCI_BUCKET.includes(one.type) && isTrue(argument(one, "object_events_enabled")));
  const paths = ["actions.actions", "actions.action"].flatMap((block) =>
    ["topic_id", "stream_id", "function_id"].map((name) => `${block}.${name}`),
  );
  return [{ kind: "records", of: OCI_BUCKET, from, to: () => targetsOf(by, paths, finder) }];
}

/** Events about the objects of a bucket that sends them to EventBridge, to the targets of a rule that matches them. */
export function eventTargetLegs(by: Resource, finder: Finder): readonly Leg[] {
  const { links, resources, buckets } = finder;
  const rule = links.resource(argument(by, "rule")) ?? resources.find((one) => isRuleNamed(one, textArgument(by, "rule")));
  if (!rule || !mayMatch(argument(rule, "event_pattern"), "source", /^aws\.s3$/)) return [];
  const sending = resources.filter((one) => one.type === "aws_s3_bucket_notification" && isTrue(argument(one, "eventbridge")));
  const from = endsTogether(sending.map((one) => buckets.ofAws(argument(one, "bucket"))));
  return [{ kind: "records", of: AWS_BUCKET, from, to: () => targetsOf(by, ["arn"], finder) }];
}

const isRuleNamed = ({ type, ...rule }: Resource, name: string | undefined) =>
  type === "aws_cloudwatch_event_rule" && name !== undefined && textArgument({ type, ...rule }, "name") === name;

/** Whether a pattern of events may match one whose field is of this form; what isn't known may. */
function mayMatch(pattern: Value | undefined, field: string, form: RegExp): boolean {
  const text = pattern && knownText(pattern);
  if (pattern && text === undefined) return true;
  try {
    const wanted: unknown = JSON.parse(text ?? "{}")[field];
    if (wanted === undefined) return pattern !== undefined;
    return [wanted].flat().some((one) => typeof one !== "string" || form.test(one) || /[*]/.test(one));
  } catch {
    return true;
  }
}

function targetsOf(by: Resource, paths: readonly string[], { find, links }: Finder): End {
  return endsTogether(
    paths
      .flatMap((path) => valuesAt(by, by.arguments, path))
      .map((value): End => {
        const found = find(value, [], {});
        if (!isUnknown(found) && found.length > 0) return found;
        const text = links.text(value);
        const place = isUnknown(text) ? undefined : placeOfId(text);
        if (place && !isUnknown(text)) return [{ place, what: `"${text}"` }];
        return isUnknown(found) ? found : { unknown: "its target isn't among what was given" };
      }),
  );
}

/**
 * Requests for objects, as a trail records them: to its bucket, and to a log group ("Logging data events"). Where a bucket
 * that nobody gave lies isn't asked: records are evidence, and that they are kept is for `oversight` to say.
 */
export function trailLegs(by: Resource, finder: Finder): readonly Leg[] {
  const selectors = JSON.stringify([...recordsOf(by)]);
  if (selectors === "[]") return [];
  const from = finder.resources.filter((one) => one.type === "aws_s3_bucket");
  const bucket = valuesAt(by, by.arguments, "s3_bucket_name");
  const to = (): End => {
    const found = endsTogether(bucket.map((value) => finder.find(value, AWS_BUCKET, {})));
    const groups = endsTogether(
      valuesAt(by, by.arguments, "cloud_watch_logs_group_arn").map((value) =>
        finder.find(value, ["aws_cloudwatch_log_group"], {}),
      ),
    );
    return [...knownSpots(found), ...knownSpots(groups), ...keyRegion(by)];
  };
  return [{ kind: "records", of: AWS_BUCKET, from, to }];
}

const knownSpots = (end: End): readonly Spot[] => (isUnknown(end) ? [] : end);

/** Whether a selector is about objects of S3. */
function recordsOf(by: Resource): readonly string[] {
  const texts = [
    ...valuesAt(by, by.arguments, "event_selector.data_resource.type"),
    ...valuesAt(by, by.arguments, "advanced_event_selector.field_selector.equals"),
  ].map((value) => knownText(value));
  return texts.filter((text): text is string => text === "AWS::S3::Object");
}

/** The key of a trail lies in the region of its bucket ("Encrypting CloudTrail log files with AWS KMS keys"). */
function keyRegion(by: Resource): readonly Spot[] {
  const key = textArgument(by, "kms_key_id");
  const place = key === undefined ? undefined : placeOfId(key);
  if (!place || placeOf(by).cloud === "elsewhere") return [];
  return [
    { place: place.cloud === "aws" ? { cloud: "aws", regions: place.regions } : place, what: `the bucket of ${by.address}` },
  ];
}
