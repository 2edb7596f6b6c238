import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import type { Flow } from "../../estate/asset";
import type { Estate } from "../../estate/estate";
import { flowsIn } from "../../estate/flows";
import { isUnknown } from "../../estate/maybe";
import { arnOf } from "../../estate/stand-in";
import type { Resource } from "../../input";
import type { Undecided } from "../../verdict/verdict";
import { isOpen, textIn } from "./fact";
import { type Block, blockIn, blocksIn, type Parts } from "./parts";
import { prefixIn } from "./s3-protection";

/** Which objects of a bucket something carries: those whose names begin so. */
export interface Carried {
  readonly from: string;
  readonly to: string;
}

/** One way of content from one resource to the next. */
export interface Hop extends Flow {
  /** What S3 and OCI replicate isn't replicated on ("What does Amazon S3 replicate?"; "Using Replication"). */
  readonly way: "replication" | "other";
  readonly carried: Carried;
  /** Whether it carries what is written from now on. */
  readonly state: "on" | "off" | Undecided;
  /** Why it is off, or carries a part alone. */
  readonly because?: string;
  /** Whether what is overwritten at its beginning is overwritten at its end, and what is deleted there deleted here. */
  readonly passes: "nothing" | "overwriting" | "deletions";
}

const WHOLE: Carried = { from: "", to: "" };

/** Everything that copies, and how much of it. */
export function hopsIn(estate: Estate, parts: Parts): readonly Hop[] {
  const { flows } = flowsIn([...estate.resources.values()], estate.links);
  const copying = flows.filter(({ kind }) => kind === "copy");
  const unique = new Map(copying.map((flow) => [`${flow.by.address} ${flow.from.address} ${flow.to.address}`, flow]));
  return [...unique.values()].flatMap((flow) => hopsOf(flow, estate, parts));
}

function hopsOf(flow: Flow, estate: Estate, parts: Parts): readonly Hop[] {
  switch (flow.by.type) {
    case "aws_s3_bucket_replication_configuration":
      return replicationRules(flow, estate, parts);
    case "aws_datasync_task":
      return [transfer(flow, estate)];
    case "oci_objectstorage_replication_policy":
      return [{ ...flow, way: "replication", carried: WHOLE, state: "on", passes: "deletions" }];
    case "oci_database_autonomous_database":
      return [clone(flow)];
    default:
      return [{ ...flow, way: "other", carried: WHOLE, state: "on", passes: "nothing" }];
  }
}

function replicationRules(flow: Flow, estate: Estate, parts: Parts): readonly Hop[] {
  const rules = blocksIn(flow.by.arguments.entries, "rule", flow.by);
  if (isOpen(rules)) return [{ ...flow, way: "replication", carried: WHOLE, state: rules, passes: "deletions" }];
  return rules.flatMap((rule): readonly Hop[] => {
    const destination = blockIn(rule.fields, "destination", flow.by);
    const bucket = isOpen(destination) ? undefined : destination?.fields.get("bucket");
    const to = parts.buckets.ofAws(bucket);
    if (!isUnknown(to) && !to.includes(flow.to)) return [];
    const prefix = prefixIn(rule.fields, flow.by) ?? "";
    const markers = blockIn(rule.fields, "delete_marker_replication", flow.by);
    // A rule without a filter is of the first version of the configuration, which replicates markers.
    const isPassed = isOpen(markers) || !markers ? !rule.fields.has("filter") : isEnabled(markers);
    const passes = isPassed ? "deletions" : "overwriting";
    const hop = { ...flow, way: "replication", carried: { from: prefix, to: prefix }, passes } as const;
    return [{ ...hop, ...stateOfRule(rule, flow.from, estate) }];
  });
}

const isEnabled = ({ fields, by }: Block) => textIn(fields, "status", by) === "Enabled";

function stateOfRule({ fields, by }: Block, source: Resource, estate: Estate): Pick<Hop, "state" | "because"> {
  const status = textIn(fields, "status", by);
  if (isOpen(status)) return { state: status };
  if (status === "Disabled") return { state: "off", because: `the rule in ${by.address} is disabled` };
  const tagged = hasTagFilter(fields, by);
  if (tagged) return { state: "off", because: `the rule in ${by.address} carries only what has certain tags` };
  const criteria = blockIn(fields, "source_selection_criteria", by);
  if (isOpen(criteria)) return { state: criteria };
  const encrypted = criteria ? blockIn(criteria.fields, "sse_kms_encrypted_objects", by) : undefined;
  if (encrypted && isOpen(encrypted)) return { state: encrypted };
  // "By default, Amazon S3 doesn't replicate objects that are encrypted by using SSE-KMS."
  if (isUnderKms(source, estate) && !(encrypted && textIn(encrypted.fields, "status", by) === "Enabled"))
    return { state: "off", because: `the rule in ${by.address} leaves out what is encrypted with a key of KMS` };
  return { state: "on" };
}

function hasTagFilter(fields: Block["fields"], by: Resource): boolean {
  const filter = blockIn(fields, "filter", by);
  if (!filter || isOpen(filter)) return false;
  const within = blockIn(filter.fields, "and", by);
  const tags = within && !isOpen(within) ? fieldsOf(within.fields.get("tags")) : new Map();
  return (itemsOf(filter.fields.get("tag"))?.length ?? 0) > 0 || tags.size > 0;
}

function isUnderKms(bucket: Resource, { aws }: Estate): boolean {
  const known = aws.resources.find((one) => one.kind === "bucket" && one.arn === arnOf(bucket));
  return known?.kind === "bucket" && typeof known.key === "string" && known.key !== "none";
}

/** What a task leaves out by patterns isn't known here: several of them often share a store. */
function transfer(flow: Flow, { links }: Estate): Hop {
  const [options] = itemsOf(argument(flow.by, "options")) ?? [];
  const deleted = textIn(fieldsOf(options), "preserve_deleted_files", flow.by);
  const place = (name: string) => folderOf(links.resource(argument(flow.by, name)));
  const carried = { from: place("source_location_arn"), to: place("destination_location_arn") };
  return {
    ...flow,
    way: "other",
    carried,
    state: "on",
    passes: isOpen(deleted) || deleted === "REMOVE" ? "deletions" : "overwriting",
  };
}

/** `/media/` of a location is the prefix `media/`. */
function folderOf(location: Resource | undefined): string {
  const folder = (location && textArgument(location, "subdirectory"))?.replace(/^\/+|\/+$/g, "") ?? "";
  return folder === "" ? "" : `${folder}/`;
}

/** Sources of a database that is made once from another, and doesn't follow it (provider's documentation, `source`). */
const OF_ONE_MOMENT: ReadonlySet<string> = new Set(["DATABASE", "BACKUP_FROM_ID", "BACKUP_FROM_TIMESTAMP", "UNDELETE_ADB"]);

function clone(flow: Flow): Hop {
  const kind = textIn(flow.by.arguments.entries, "source", flow.by);
  const hop = { ...flow, way: "other", carried: WHOLE, passes: "nothing" } as const;
  if (isOpen(kind)) return { ...hop, state: kind };
  if (kind === undefined || !OF_ONE_MOMENT.has(kind)) return { ...hop, state: "on" };
  return { ...hop, state: "off", because: "it is a clone of one moment, which doesn't follow the store" };
}
