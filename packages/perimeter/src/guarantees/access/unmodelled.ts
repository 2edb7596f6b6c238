import { terraformClasses } from "oci-policy";
import AWS_TYPES from "../../../data/aws-terraform-types.json";
import { textArgument } from "../../estate/arguments";
import type { Resource } from "../../input";
import type { Undecided } from "../../verdict/verdict";

/** What a type has to do with, so that the proof of access can't pass it over. */
const BEARS_ACCESS: ReadonlySet<string> = new Set(["grant", "credential", "federation", "copy", "keys"]);

/** The types of these classes whose part in access the proof reads, or which carry no content of a store. */
const MODELLED: ReadonlySet<string> = new Set([
  "oci_certificates_management_certificate",
  "oci_database_autonomous_database",
  "oci_events_rule",
  "oci_identity_domains_dynamic_resource_group",
  "oci_identity_domains_group",
  "oci_identity_domains_user",
  "oci_identity_dynamic_group",
  "oci_identity_group",
  "oci_identity_policy",
  "oci_identity_user",
  "oci_identity_user_group_membership",
  "oci_kms_key",
  "oci_kms_vault",
  "oci_kms_vault_replication",
  "oci_objectstorage_bucket",
  "oci_objectstorage_preauthrequest",
  "oci_objectstorage_replication_policy",
  "oci_ons_subscription",
  "oci_sch_service_connector",
  "oci_vault_secret",
]);

/**
 * Services whose administrators see settings and findings of other accounts, and no content of stores.
 * Source: IAM User Guide, "Delegated administrator for IAM Access Analyzer"; AWS Config Developer Guide, "Delegated
 * administrator"; AWS Health User Guide, "Delegated administrator for your organizational view".
 */
const DELEGATED_WITHOUT_CONTENT: ReadonlySet<string> = new Set(
  ["access-analyzer", "config", "health"].map((service) => `${service}.amazonaws.com`),
);

/**
 * Types that only copy where one of these arguments stands; what is read of them the rows say.
 * Source: the provider's documentation of each type.
 */
const COPYING: ReadonlyMap<string, readonly string[]> = new Map([
  ["oci_core_boot_volume", ["boot_volume_replicas", "source_details", "backup_policy_id"]],
  ["oci_core_volume", ["block_volume_replicas", "source_details", "backup_policy_id", "volume_backup_id"]],
  ["oci_database_pluggable_database", ["pdb_creation_type_details"]],
]);

function copiesNothing({ type, arguments: given }: Resource): boolean {
  return COPYING.get(type)?.every((name) => !given.entries.has(name)) ?? false;
}

/** Resources that may give, copy or open something in a way that isn't read: they are named, never passed over. */
export function unmodelled(resources: readonly Resource[]): readonly Undecided[] {
  return resources.flatMap((resource): readonly Undecided[] => {
    const isHarmless = delegatesNoContent(resource) || copiesNothing(resource);
    const reason = isHarmless ? undefined : reasonFor(resource.type);
    return reason === undefined ? [] : [{ address: resource.address, reason }];
  });
}

const delegatesNoContent = (resource: Resource): boolean =>
  resource.type === "aws_organizations_delegated_administrator" &&
  DELEGATED_WITHOUT_CONTENT.has(textArgument(resource, "service_principal") ?? "");

/** Types of AWS that let somebody in, or copy content, in ways that the proof doesn't read; and all that the provider has. */
const [OPEN, OTHER]: readonly ReadonlySet<string>[] = [new Set(AWS_TYPES.open), new Set(AWS_TYPES.other)];

function reasonForAws(type: string): string | undefined {
  if (OTHER?.has(type)) return undefined;
  return OPEN?.has(type)
    ? `what a resource of type ${type} gives isn't part of the proof yet`
    : `what a resource of type ${type} gives or copies isn't known`;
}

function reasonFor(type: string): string | undefined {
  if (type.startsWith("aws_")) return reasonForAws(type);
  if (!type.startsWith("oci_") || MODELLED.has(type)) return undefined;
  const classes = terraformClasses(type);
  if (!classes) return `what a resource of type ${type} gives or copies isn't known`;
  const bearing = classes.filter((one) => BEARS_ACCESS.has(one));
  return bearing.length === 0
    ? undefined
    : `what a resource of type ${type} gives (${bearing.join(", ")}) isn't part of the proof yet`;
}
