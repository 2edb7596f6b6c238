import { terraformClasses } from "oci-policy";
import AWS_TYPES from "../../../data/aws-terraform-types.json";
import { FLOWING } from "../../estate/flows";
import type { Resource, Value } from "../../input";
import type { Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import type { Part } from "./verdict";

/**
 * What may carry content on in ways that no table follows, by the beginnings of the types' names: where it has to do with a
 * store, the proof says so. Source: each provider's documentation of the type.
 */
const CARRIES = [
  "aws_appflow_flow",
  "aws_athena_workgroup",
  "aws_dms_",
  "aws_fsx_data_repository_association",
  "aws_glue_job",
  "aws_rds_integration",
  "aws_s3control_object_lambda_access_point",
  "aws_storagegateway_",
  "aws_transfer_",
  "aws_verifiedaccess_",
  "oci_data_integration_",
  "oci_database_migration_",
  "oci_dataintegration_",
  "oci_disaster_recovery_dr_protection_group",
  "oci_generative_ai_agent_data_source",
  "oci_golden_gate_",
  "oci_lustre_file_storage_object_storage_link",
  "oci_mysql_channel",
  "oci_opensearch_opensearch_cluster_pipeline",
  "oci_recovery_protected_database",
  "oci_redis_oci_cache_backup_export_to_object_storage",
];

/** What holds resources of its own, of any type: nobody can tell what those do. */
const HOLDS_ANYTHING = /^aws_(cloudformation_stack(_set.*|_instances)?|cloudcontrolapi_resource)$/;

/** Types of which the tables of the providers know nothing. */
const KNOWN_AWS: ReadonlySet<string> = new Set([...AWS_TYPES.open, ...AWS_TYPES.other]);

export function unfollowedPart({ estate: { resources, unread }, trails }: Facts): Part {
  const held = new Set(trails.map(({ asset }) => asset.resource.address));
  const undecided = [...resources.values()].flatMap((resource): readonly Undecided[] => {
    const reason = reasonFor(resource, (one) => reaches(one, held, resources));
    return reason === undefined ? [] : [{ address: resource.address, reason }];
  });
  return {
    findings: [],
    undecided: [...undecided, ...unread.map(({ address, reason }) => ({ address, reason }))],
  };
}

function reasonFor(resource: Resource, reachesStore: (resource: Resource) => boolean): string | undefined {
  const { type } = resource;
  if (FLOWING.has(type)) return undefined;
  if (HOLDS_ANYTHING.test(type)) return `what a resource of type ${type} makes, and what that carries where, isn't read`;
  if (!isKnown(type)) return `what a resource of type ${type} carries where isn't known`;
  if (CARRIES.some((start) => type.startsWith(start)) && reachesStore(resource))
    return `where a resource of type ${type} carries content of a store isn't part of the proof yet`;
  return undefined;
}

function isKnown(type: string): boolean {
  if (type.startsWith("aws_")) return KNOWN_AWS.has(type);
  return !type.startsWith("oci_") || terraformClasses(type) !== undefined;
}

/** Whether a resource names one of these, itself or through others that it names. */
function reaches(from: Resource, held: ReadonlySet<string>, resources: ReadonlyMap<string, Resource>): boolean {
  const seen = new Set([from.address]);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const address of seen) {
    if (held.has(address)) return true;
    for (const to of namedIn(resources.get(address)?.arguments)) seen.add(to);
  }
  return false;
}

function namedIn(value: Value | undefined): readonly string[] {
  switch (value?.kind) {
    case "reference":
      return [value.to];
    case "template":
      return value.parts.flatMap(namedIn);
    case "json":
      return namedIn(value.value);
    case "list":
      return value.items.flatMap(namedIn);
    case "object":
      return [...value.entries.values()].flatMap(namedIn);
    default:
      return [];
  }
}
