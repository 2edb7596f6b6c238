import type { Compute, Row } from "../engine/cloud";
import { byArn, byName, counted, perAccount, perRegion, regional, text } from "./forms";

/** The first day of the month of the world's clock. Source: provider documentation, budgets_budget, time_period_start. */
const monthStart: Compute = (of) => `${text(of, "now").slice(0, 7)}-01_00:00`;

const documentVersion: Compute = (of, ...rest) => String(counted("aws_ssm_document", "latest_version")(of, ...rest));

/** Sources: provider documentation, Attribute Reference and Import of each type; Service Authorization Reference (ARNs). */
export const MANAGEMENT: Readonly<Record<string, Row>> = {
  aws_budgets_budget: {
    planned: { account_id: "{account}" },
    values: {
      name: "{name_prefix|generated}{digits:26}",
      id: "{account_id}:{name}",
      arn: "arn:{partition}:budgets::{account_id}:budget/{name}",
      time_period_start: monthStart,
    },
    unique: perAccount("{name}"),
  },
  // Its id is what the schema of the type that it makes says; nothing here knows that schema.
  aws_cloudcontrolapi_resource: { values: { properties: "{desired_state}" } },
  aws_cloudformation_stack: { ...byName(regional("cloudformation", "stack/{name}/{uuid:4}")), unique: perRegion("{name}") },
  aws_codebuild_project: {
    ...byArn(regional("codebuild", "project/{name}"), { encryption_key: regional("kms", "alias/aws/s3") }),
    unique: perRegion("{name}"),
  },
  aws_ram_resource_share: { ...byArn(regional("ram", "resource-share/{uuid:4}")) },
  aws_ssm_document: {
    ...byName("{name}", regional("ssm", "document/{name}"), {
      created_date: "{now}",
      default_version: documentVersion,
      document_version: documentVersion,
      latest_version: documentVersion,
      hash: "{hex:64}",
      hash_type: "Sha256",
      owner: "{account}",
      platform_types: ["Linux", "MacOS", "Windows"],
      schema_version: "2.2",
      status: "Active",
    }),
    renewed: ["default_version", "document_version", "hash"],
    unique: perRegion("{name}"),
  },
  aws_ssm_parameter: {
    planned: { data_type: "text", tier: "Standard" },
    ...byName("{name}", regional("ssm", "parameter/{relative:name}"), {
      key_id: (of) => (of("type") === "SecureString" ? "alias/aws/ssm" : ""),
      version: counted("aws_ssm_parameter", "version"),
      has_value_wo: (of) => of("value_wo_version") !== undefined,
    }),
    renewed: ["version"],
    unique: perRegion("{name}"),
  },
};
