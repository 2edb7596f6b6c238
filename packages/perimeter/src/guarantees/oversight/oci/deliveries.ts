import type { Estate } from "../../../estate";
import { argument, fieldsOf, itemsOf, textArgument } from "../../../estate/arguments";
import { type BucketFinder, bucketFinder } from "../../../estate/bucket-finder";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import type { Resource, Value } from "../../../input";
import { knownText } from "../../../input/expression/text";
import { argumentGap, type Gap, gapAt, type Recorder, uncertainty } from "../recording";
import { regionIn } from "../same-region";

/** A connector, and whether all that it takes reaches the evidence. */
export interface Delivery extends Recorder {
  readonly by: Resource;
  /** Logs that it takes; `undefined`: they aren't known. */
  readonly sources: readonly LogSource[] | undefined;
}

/** One log source of a connector ("LogSource Reference"). */
export interface LogSource {
  readonly compartment: Value | undefined;
  readonly group: Value | undefined;
  readonly log: Value | undefined;
}

/** What a connector, or several in a chain, carry into the evidence. Source: OCI documentation, "Overview of Connector Hub". */
export function deliveriesIn(estate: Estate, evidence: readonly Resource[]): readonly Delivery[] {
  const resources = [...estate.resources.values()];
  const connectors = resources.filter(({ type }) => type === "oci_sch_service_connector");
  const context = { estate, evidence, connectors, buckets: bucketFinder(resources, estate.links) };
  return connectors.map((by) => ({ by, sources: sourcesOf(by), ...deliveryOf(by, context, new Set()) }));
}

interface Context {
  readonly estate: Estate;
  readonly evidence: readonly Resource[];
  readonly connectors: readonly Resource[];
  readonly buckets: BucketFinder;
}

const block = (resource: Resource, name: string) => fieldsOf(itemsOf(argument(resource, name))?.[0]);

function sourcesOf(by: Resource): readonly LogSource[] | undefined {
  const source = block(by, "source");
  const kind = source.get("kind");
  if (!kind || kind.kind === "unknown") return undefined;
  if (knownText(kind)?.toLowerCase() !== "logging") return [];
  return itemsOf(source.get("log_sources"))?.map((one) => ({
    compartment: fieldsOf(one).get("compartment_id"),
    group: fieldsOf(one).get("log_group_id"),
    log: fieldsOf(one).get("log_id"),
  }));
}

function deliveryOf(by: Resource, context: Context, seen: ReadonlySet<Resource>): Recorder {
  const state = argument(by, "state");
  const isStopped = textArgument(by, "state")?.toUpperCase() === "INACTIVE";
  const open = [
    ...uncertainty(by),
    ...(state && knownText(state) === undefined && state.kind === "unknown"
      ? [{ address: by.address, reason: "its state isn't known" }]
      : []),
  ];
  const stopped = isStopped ? [argumentGap(by, "state", "is inactive", { before: "INACTIVE", after: "ACTIVE" })] : [];
  const tasks = filtersOf(by);
  const end = endOf(by, context, new Set([...seen, by]));
  return {
    through: [by, ...end.through],
    gaps: [...stopped, ...tasks.gaps, ...end.gaps],
    open: [...open, ...tasks.open, ...end.open],
  };
}

/** Between source and target a task passes on what meets its condition, or what a function makes of it ("Tasks"). */
function filtersOf(by: Resource): Pick<Recorder, "gaps" | "open"> {
  const tasks = itemsOf(argument(by, "tasks"));
  if (!tasks) return { gaps: [], open: [{ address: by.address, reason: "its tasks aren't known" }] };
  const gaps = tasks.map((task): Gap => {
    const kind = fieldsOf(task).get("kind");
    const isFunction = kind !== undefined && knownText(kind)?.toLowerCase() === "function";
    const says = isFunction
      ? "carries what a function makes of the records"
      : "carries the records that meet its condition alone";
    return gapAt(
      by,
      isFunction ? "tasks: function" : "tasks: logRule",
      says,
      `let ${by.address} carry everything: take its tasks away`,
    );
  });
  return { gaps, open: [] };
}

function endOf(by: Resource, context: Context, seen: ReadonlySet<Resource>): Recorder {
  const { evidence, buckets, estate, connectors } = context;
  const target = block(by, "target");
  const kindValue = target.get("kind");
  const kind = kindValue && knownText(kindValue)?.toLowerCase();
  const unknownEnd = (reason: string): Recorder => ({ through: [], gaps: [], open: [{ address: by.address, reason }] });
  if (kind === undefined) return unknownEnd("where it carries records isn't known");
  const named = ["bucket", "stream_id", "log_group_id", "topic_id", "function_id"]
    .map((name) => target.get(name))
    .find((one) => one);
  if (kind === "objectstorage") {
    const found: Maybe<readonly Resource[]> = buckets.ofOci(target.get("bucket"), { region: regionIn(by) });
    if (isUnknown(found)) return unknownEnd(`where it carries records isn't known: ${found.unknown}`);
    const kept = found.find((one) => evidence.includes(one));
    if (kept) return { through: [kept], gaps: [], open: [] };
    const text = named && estate.links.text(named);
    const shown = found[0]?.address ?? (typeof text === "string" ? `"${text}"` : "a bucket");
    return { through: [], gaps: [elsewhere(by, `bucket ${shown}`)], open: [] };
  }
  const made = estate.links.resource(named);
  if (made && evidence.includes(made)) return { through: [made], gaps: [], open: [] };
  if (kind === "streaming" && made) {
    const next = connectors.filter(
      (one) => !seen.has(one) && estate.links.resource(block(one, "source").get("stream_id")) === made,
    );
    const ways = next.map((one) => deliveryOf(one, context, seen));
    const [best] = [...ways].sort((one, other) => one.gaps.length + one.open.length - other.gaps.length - other.open.length);
    if (best) return { ...best, through: [made, ...best.through] };
  }
  if (kind === "streaming" && !made && named && isUnknown(estate.links.text(named)))
    return unknownEnd("the stream that it fills isn't known");
  return { through: [], gaps: [elsewhere(by, made?.address ?? kind)], open: [] };
}

const elsewhere = (by: Resource, where: string): Gap =>
  gapAt(
    by,
    `target: ${where}`,
    `carries records to ${where}, which isn't declared as evidence`,
    `let ${by.address} carry into the evidence`,
  );
