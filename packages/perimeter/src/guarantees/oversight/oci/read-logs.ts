import type { Estate } from "../../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../../estate/arguments";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import type { Resource, Value } from "../../../input";
import { knownText } from "../../../input/expression/text";
import type { Undecided } from "../../../verdict/verdict";
import { flagOf } from "../flag";
import { argumentGap, type Gap, gapAt, type Recorder, type Recording, recordingBy, uncertainty } from "../recording";
import { isSameRegion } from "../same-region";
import type { Delivery, LogSource } from "./deliveries";

/**
 * Whether every read of a bucket is in the evidence: Object Storage writes a log of them where somebody makes one, of
 * service `objectstorage` and category `read` ("Details for Object Storage Logs"), and a connector carries it on.
 */
export function bucketReads(bucket: Resource, estate: Estate, deliveries: readonly Delivery[]): Recording {
  const logs = [...estate.resources.values()].filter(({ type }) => type === "oci_logging_log");
  return recordingBy(logs.flatMap((log) => recorderBy(log, bucket, estate, deliveries)));
}

function recorderBy(log: Resource, bucket: Resource, estate: Estate, deliveries: readonly Delivery[]): readonly Recorder[] {
  const about = isOfReads(log, bucket, estate);
  if (about === false) return [];
  const enabled = flagOf(log, "is_enabled", true);
  const open: Undecided[] = [...uncertainty(log)];
  if (isUnknown(about)) open.push({ address: log.address, reason: about.unknown });
  if (isUnknown(enabled)) open.push({ address: log.address, reason: enabled.unknown });
  const off: readonly Gap[] =
    enabled === false ? [argumentGap(log, "is_enabled", "is switched off", { before: "false", after: "true" })] : [];
  const carried = carriedOn(log, estate, deliveries);
  const group = estate.links.resource(argument(log, "log_group_id"));
  // Rights on a log are rights on its group.
  const own = [group ?? log];
  switch (carried.kind) {
    case "recorded":
      return [{ through: [...own, ...carried.through], gaps: off, open }];
    case "open":
      return [{ through: own, gaps: off, open: [...open, ...carried.open] }];
    case "missing":
      return [{ through: own, gaps: [...off, ...(carried.gaps.length > 0 ? carried.gaps : [uncarried(log)])], open }];
  }
}

const uncarried = (log: Resource): Gap =>
  gapAt(
    log,
    "no connector takes it",
    "is carried nowhere, and Logging deletes it after 180 days at most",
    `let an oci_sch_service_connector carry the log group of ${log.address} into the evidence`,
  );

/** Whether a log is that of the reads of a bucket. Logging knows buckets by their names in the region. */
function isOfReads(log: Resource, bucket: Resource, { links }: Estate): Maybe<boolean> {
  if (textArgument(log, "log_type")?.toUpperCase() === "CUSTOM") return false;
  const configuration = itemsOf(argument(log, "configuration"));
  const source = configuration && itemsOf(fieldsOf(configuration[0]).get("source"));
  if (!source) return { unknown: "what it records isn't known" };
  const field = (name: string) => fieldsOf(source[0]).get(name);
  const [service, category] = [field("service"), field("category")];
  if (service && isOther(service, "objectstorage")) return false;
  if (category && isOther(category, "read")) return false;
  const resource = field("resource");
  const made = links.resource(resource);
  if (made && made !== bucket) return false;
  const text = links.text(resource);
  if (!made && isUnknown(text)) return resource ? { unknown: `the bucket that it records isn't known: ${text.unknown}` } : false;
  if (!made && !namesOf(bucket, links).has(String(text))) return false;
  const place = isSameRegion(log, bucket);
  if (place === false) return false;
  if ((service && knownText(service) === undefined) || (category && knownText(category) === undefined))
    return { unknown: "which category of which service it records isn't known" };
  return place ?? { unknown: `whether it is in the region of ${bucket.address} isn't known` };
}

function isOther(value: Value, wanted: string): boolean {
  const text = knownText(value);
  return text !== undefined && text.toLowerCase() !== wanted;
}

function namesOf(bucket: Resource, links: Estate["links"]): ReadonlySet<string> {
  const name = links.text(argument(bucket, "name"));
  return new Set([links.id(bucket), ...(isUnknown(name) ? [] : [name])]);
}

/** Whether what a log holds reaches the evidence. */
function carriedOn(log: Resource, { links }: Estate, deliveries: readonly Delivery[]): Recording {
  const idOf = (value: Value | undefined): Maybe<string> => {
    const made = links.resource(value);
    return made ? links.id(made) : links.text(value);
  };
  const [group, own] = [idOf(argument(log, "log_group_id")), links.id(log)];
  const takes = (source: LogSource): Maybe<boolean> => {
    if (!source.group) return { unknown: "whether it takes every log group of the compartment isn't documented" };
    const [taken, one] = [idOf(source.group), source.log ? idOf(source.log) : own];
    if (isUnknown(taken) || isUnknown(group) || isUnknown(one)) return { unknown: "which logs it takes isn't known" };
    return taken === group && one === own;
  };
  return recordingBy(
    deliveries.flatMap((delivery): readonly Recorder[] => {
      const { by, sources } = delivery;
      if (!sources)
        return [{ ...delivery, open: [...delivery.open, { address: by.address, reason: "what it takes isn't known" }] }];
      const taken = sources.map(takes);
      if (taken.includes(true)) return [delivery];
      const doubt = taken.find((one) => isUnknown(one));
      if (doubt === undefined || !isUnknown(doubt)) return [];
      return [{ ...delivery, open: [...delivery.open, { address: by.address, reason: doubt.unknown }] }];
    }),
  );
}
