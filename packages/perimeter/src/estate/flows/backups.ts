import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { argument, fieldsOf, itemsOf, textArgument } from "../arguments";
import { isUnknown } from "../maybe";
import { placeOf, placeOfId, placeOfRegion } from "../place";
import { arnOf } from "../stand-in";
import type { Finder } from "./finder";
import type { Leg } from "./legs";
import { valuesAt } from "./paths";
import { type End, endsTogether, type Somewhere } from "./spot";

/** What AWS Backup backs up (AWS Backup Developer Guide, Feature availability by resource). */
const BACKED_UP = [
  "aws_db_instance",
  "aws_docdb_cluster",
  "aws_dynamodb_table",
  "aws_ebs_volume",
  "aws_efs_file_system",
  "aws_fsx_lustre_file_system",
  "aws_fsx_ontap_volume",
  "aws_fsx_openzfs_file_system",
  "aws_fsx_windows_file_system",
  "aws_instance",
  "aws_neptune_cluster",
  "aws_rds_cluster",
  "aws_redshift_cluster",
  "aws_s3_bucket",
];

/** A plan backs up what its selections name, into a vault and on into others ("Assign resources to a backup plan"). */
export function selectionLegs(by: Resource, finder: Finder): readonly Leg[] {
  const made = finder.links.resource(argument(by, "plan_id"));
  const plan = made?.type === "aws_backup_plan" ? made : undefined;
  const to = (): End => (plan ? vaultsOf(plan, finder) : { unknown: `the plan of "${by.address}" isn't among what was given` });
  return [{ kind: "copy", of: BACKED_UP, from: selected(by, finder), to }];
}

function selected(by: Resource, { resources, links }: Finder): End {
  const all = resources.filter(({ type }) => BACKED_UP.includes(type));
  const listed = itemsOf(argument(by, "resources"));
  if (!listed) return { unknown: "its resources aren't known" };
  const ends = listed.map((value): End => {
    const made = links.resource(value);
    if (made) return [made];
    const text = links.text(value);
    return isUnknown(text) ? text : all.filter((one) => isLike(arnOf(one), text));
  });
  const tags = [...blocks(by, "selection_tag"), ...blocks(by, "condition").flatMap((one) => blocksIn(one, "string_equals"))];
  const tagged = tags.length > 0 || listed.length === 0 ? all.filter((one) => tags.some((tag) => mayHave(one, tag))) : [];
  return endsTogether([...ends, tagged]);
}

const blocks = (by: Resource, name: string) => itemsOf(argument(by, name)) ?? [];
const blocksIn = (value: Value, name: string) => itemsOf(fieldsOf(value).get(name)) ?? [];

/** ARNs of a selection may hold `*`. */
function isLike(arn: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(arn);
}

/** Whether a resource bears a tag; what isn't known of its tags doesn't exclude it. */
function mayHave(resource: Resource, tag: Value): boolean {
  const fields = fieldsOf(tag);
  const [key, value] = ["key", "value"].map((name) => {
    const given = fields.get(name);
    return given && knownText(given);
  });
  if (key === undefined || value === undefined) return true;
  const name = key.replace(/^aws:ResourceTag\//, "");
  const tags = [argument(resource, "tags"), argument(resource, "tags_all"), ...(itemsOf(resource.provider.defaultTags) ?? [])];
  return tags.some((one) => {
    if (!one) return false;
    if (one.kind !== "object") return true;
    const own = one.entries.get(name);
    return own !== undefined && (knownText(own) ?? value) === value;
  });
}

function vaultsOf(plan: Resource, { find, buckets: _, links }: Finder): End {
  const vaults = ["rule.target_vault_name", "rule.copy_action.destination_vault_arn"].flatMap((path) =>
    valuesAt(plan, plan.arguments, path).map((value): End => {
      const found = find(value, ["aws_backup_vault"], {});
      if (isUnknown(found) || found.length > 0) return found;
      const text = links.text(value);
      if (isUnknown(text)) return text;
      const place = placeOfId(text) ?? placeOf(plan);
      return [{ place, what: `the vault "${text}"`, unseen: true }];
    }),
  );
  return endsTogether(vaults);
}

/** Snapshots that a policy copies to other regions, of the volumes and instances that bear its tags. */
export function snapshotPolicyLegs(by: Resource, { resources }: Finder): readonly Leg[] {
  const regions = [
    "policy_details.schedule.cross_region_copy_rule.target",
    "policy_details.schedule.cross_region_copy_rule.target_region",
  ]
    .flatMap((path) => valuesAt(by, by.arguments, path))
    .concat(valuesAt(by, by.arguments, "policy_details.action.cross_region_copy.target"));
  const of = ["aws_ebs_volume", "aws_instance"];
  const from = resources.filter(({ type }) => of.includes(type));
  return regions.map((value): Leg => ({ kind: "copy", of, from, to: () => [regionSpot("aws", value, by)] }));
}

const regionSpot = (cloud: "oci" | "aws", value: Value, by: Resource): Somewhere => ({
  place: placeOfRegion(cloud, value, by),
  what: "a copy of its backups",
});

/** A policy of volume backups copies each of them to its destination region ("Policy-Based Backups"). */
export function volumePolicyLegs(by: Resource, { links }: Finder): readonly Leg[] {
  const isAssignment = by.type === "oci_core_volume_backup_policy_assignment";
  const policy = argument(by, isAssignment ? "policy_id" : "backup_policy_id");
  const asset = isAssignment ? argument(by, "asset_id") : undefined;
  if (!policy) return [];
  const of = ["oci_core_volume", "oci_core_boot_volume", "oci_core_volume_group"];
  const held = isAssignment ? links.resource(asset) : by;
  const text = links.text(asset);
  const from: End = held ? [held] : isUnknown(text) ? text : [];
  const made = links.resource(policy);
  if (!made) return [{ kind: "copy", of, from, to: () => policyElsewhere(policy) }];
  const region = argument(made, "destination_region");
  if (!region || textArgument(made, "destination_region") === "") return [];
  return [{ kind: "copy", of, from, to: () => [regionSpot("oci", region, made)] }];
}

/** Those that Oracle defines copy nothing to other regions; of any other the destination isn't known. */
function policyElsewhere(value: Value): End {
  const text = knownText(value);
  return { unknown: text === undefined ? "its policy isn't known" : `the policy "${text}" isn't among what was given` };
}
