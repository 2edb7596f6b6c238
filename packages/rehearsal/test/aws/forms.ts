/** How the id and the ARN of a resource look, in the notation below. A type that the provider gives none has none here. */
export interface Form {
  readonly id?: string;
  readonly arn?: string;
}

const regional = (service: string, resource: string) => `arn:{partition}:${service}:{region}:{account}:${resource}`;
const global = (service: string, resource: string) => `arn:{partition}:${service}::{account}:${resource}`;
const bare = (service: string, resource: string) => `arn:{partition}:${service}:::${resource}`;

/**
 * The form of every type, made with its required arguments, each of which has its own name as its value. `{account}`
 * and the like are what the provider configuration says, `{hex:16}` so many random characters. Sources: provider
 * documentation, Attribute Reference and Import of each type; Service Authorization Reference, resource types.
 */
export const FORMS: Readonly<Record<string, Form>> = {
  aws_accessanalyzer_analyzer: { id: "analyzer_name", arn: regional("access-analyzer", "analyzer/analyzer_name") },
  aws_accessanalyzer_archive_rule: { id: "analyzer_name/rule_name" },
  aws_apprunner_service: { id: "{arn}", arn: regional("apprunner", "service/service_name/{hex:32}") },
  aws_backup_plan: { id: "{uuid}", arn: regional("backup", "backup-plan:{uuid}") },
  aws_backup_selection: { id: "{uuid}" },
  aws_backup_vault: { id: "name", arn: regional("backup", "backup-vault:name") },
  aws_backup_vault_lock_configuration: { id: "backup_vault_name" },
  aws_backup_vault_policy: { id: "backup_vault_name" },
  aws_budgets_budget: { id: "{account}:terraform-{digits:26}", arn: global("budgets", "budget/terraform-{digits:26}") },
  aws_cloudcontrolapi_resource: { id: "resource-{hex:17}" },
  aws_cloudformation_stack: { id: "arn:{partition}:cloudformation:{region}:{account}:stack/name/{uuid}" },
  aws_cloudtrail: { id: "{arn}", arn: regional("cloudtrail", "trail/name") },
  aws_cloudtrail_event_data_store: { id: "{arn}", arn: regional("cloudtrail", "eventdatastore/{uuid}") },
  aws_cloudwatch_dashboard: { id: "dashboard_name" },
  aws_cloudwatch_event_bus: { id: "name", arn: regional("events", "event-bus/name") },
  aws_cloudwatch_event_rule: { id: "terraform-{digits:26}", arn: regional("events", "rule/terraform-{digits:26}") },
  aws_cloudwatch_event_target: { id: "rule-terraform-{digits:26}", arn: "arn" },
  aws_cloudwatch_log_group: { id: "terraform-{digits:26}", arn: regional("logs", "log-group:terraform-{digits:26}") },
  aws_cloudwatch_log_metric_filter: { id: "name" },
  aws_cloudwatch_log_resource_policy: { id: "policy_name" },
  aws_cloudwatch_log_subscription_filter: { id: "cwlsf-{crc}" },
  aws_cloudwatch_metric_alarm: { id: "alarm_name", arn: regional("cloudwatch", "alarm:alarm_name") },
  aws_codebuild_project: { id: "{arn}", arn: regional("codebuild", "project/name") },
  aws_config_config_rule: { id: "name", arn: regional("config", "config-rule/config-rule-{lower:6}") },
  aws_config_configuration_recorder: { id: "default" },
  aws_config_configuration_recorder_status: { id: "name" },
  aws_config_delivery_channel: { id: "default" },
  aws_datasync_agent: { id: "{arn}", arn: regional("datasync", "agent/agent-0{hex:16}") },
  aws_datasync_location_object_storage: { id: "{arn}", arn: regional("datasync", "location/loc-0{hex:16}") },
  aws_datasync_location_s3: { id: "{arn}", arn: regional("datasync", "location/loc-0{hex:16}") },
  aws_datasync_task: { id: "{arn}", arn: regional("datasync", "task/task-0{hex:16}") },
  aws_default_security_group: { id: "sg-0{hex:16}", arn: regional("ec2", "security-group/sg-0{hex:16}") },
  aws_dynamodb_table: { id: "name", arn: regional("dynamodb", "table/name") },
  aws_ebs_volume: { id: "vol-0{hex:16}", arn: regional("ec2", "volume/vol-0{hex:16}") },
  aws_ecr_repository: { id: "name", arn: regional("ecr", "repository/name") },
  aws_ecs_cluster: { id: "{arn}", arn: regional("ecs", "cluster/name") },
  aws_ecs_service: { id: "{arn}", arn: regional("ecs", "service/default/name") },
  aws_ecs_task_definition: { id: "family", arn: regional("ecs", "task-definition/family:1") },
  aws_eip: { id: "eipalloc-0{hex:16}", arn: regional("ec2", "elastic-ip/eipalloc-0{hex:16}") },
  aws_flow_log: { id: "fl-0{hex:16}", arn: regional("ec2", "vpc-flow-log/fl-0{hex:16}") },
  aws_glue_job: { id: "name", arn: regional("glue", "job/name") },
  aws_guardduty_detector: { id: "{hex:32}", arn: regional("guardduty", "detector/{hex:32}") },
  aws_guardduty_detector_feature: { id: "detector_id/name" },
  aws_iam_access_key: { id: "AKIA{upper:16}" },
  aws_iam_account_password_policy: { id: "iam-account-password-policy" },
  aws_iam_group: { id: "name", arn: global("iam", "group/name") },
  aws_iam_group_membership: { id: "name" },
  aws_iam_group_policy: { id: "group:terraform-{digits:26}" },
  aws_iam_group_policy_attachment: { id: "group-{digits:26}" },
  aws_iam_instance_profile: { id: "terraform-{digits:26}", arn: global("iam", "instance-profile/terraform-{digits:26}") },
  aws_iam_openid_connect_provider: { id: "{arn}", arn: global("iam", "oidc-provider/url") },
  aws_iam_organizations_features: { id: "{organization}" },
  aws_iam_policy: { id: "{arn}", arn: global("iam", "policy/terraform-{digits:26}") },
  aws_iam_policy_attachment: { id: "name" },
  aws_iam_role: { id: "terraform-{digits:26}", arn: global("iam", "role/terraform-{digits:26}") },
  aws_iam_role_policies_exclusive: {},
  aws_iam_role_policy: { id: "role:terraform-{digits:26}" },
  aws_iam_role_policy_attachment: { id: "role/policy_arn" },
  aws_iam_role_policy_attachments_exclusive: {},
  aws_iam_saml_provider: { id: "{arn}", arn: global("iam", "saml-provider/name") },
  aws_iam_service_linked_role: {
    id: "{arn}",
    arn: global("iam", "role/aws-service-role/aws_service_name/AWSServiceRoleForAws_service_name"),
  },
  aws_iam_user: { id: "name", arn: global("iam", "user/name") },
  aws_iam_user_group_membership: { id: "terraform-{digits:26}" },
  aws_iam_user_login_profile: { id: "user" },
  aws_iam_user_policy: { id: "user:terraform-{digits:26}" },
  aws_iam_user_policy_attachment: { id: "user-{digits:26}" },
  aws_identitystore_group: { id: "identity_store_id/{uuid}", arn: bare("identitystore", "group/{uuid}") },
  aws_identitystore_group_membership: { id: "identity_store_id/{uuid}" },
  aws_identitystore_user: { id: "identity_store_id/{uuid}" },
  aws_instance: { id: "i-0{hex:16}", arn: regional("ec2", "instance/i-0{hex:16}") },
  aws_internet_gateway: { id: "igw-0{hex:16}", arn: regional("ec2", "internet-gateway/igw-0{hex:16}") },
  aws_kinesis_firehose_delivery_stream: { id: "{arn}", arn: regional("firehose", "deliverystream/name") },
  aws_kms_alias: { id: "alias/{digits:26}", arn: regional("kms", "alias/{digits:26}") },
  aws_kms_custom_key_store: { id: "cks-{hex:17}" },
  aws_kms_external_key: { id: "{uuid}", arn: regional("kms", "key/{uuid}") },
  aws_kms_grant: { id: "key_id:{hex:64}" },
  aws_kms_key: { id: "{uuid}", arn: regional("kms", "key/{uuid}") },
  aws_kms_key_policy: { id: "key_id" },
  aws_kms_replica_external_key: { id: "primary_key_arn", arn: regional("kms", "key/primary_key_arn") },
  aws_kms_replica_key: { id: "primary_key_arn", arn: regional("kms", "key/primary_key_arn") },
  aws_lambda_function: { id: "function_name", arn: regional("lambda", "function:function_name") },
  aws_lambda_permission: { id: "terraform-{digits:26}" },
  aws_launch_template: { id: "lt-0{hex:16}", arn: regional("ec2", "launch-template/lt-0{hex:16}") },
  aws_macie2_account: { id: "{account}" },
  aws_nat_gateway: { id: "nat-0{hex:16}" },
  aws_network_acl: { id: "acl-0{hex:16}", arn: regional("ec2", "network-acl/acl-0{hex:16}") },
  aws_network_interface: { id: "eni-0{hex:16}", arn: regional("ec2", "network-interface/eni-0{hex:16}") },
  aws_organizations_account: { id: "{digits:12}", arn: global("organizations", "account/{organization}/{digits:12}") },
  aws_organizations_delegated_administrator: {
    id: "account_id/service_principal",
    arn: global("organizations", "account/{organization}/account_id"),
  },
  aws_organizations_organization: { id: "{organization}", arn: global("organizations", "organization/{organization}") },
  aws_organizations_organizational_unit: {
    id: "ou-{lower:4}-{lower:8}",
    arn: global("organizations", "ou/{organization}/ou-{lower:4}-{lower:8}"),
  },
  aws_organizations_policy: {
    id: "p-{lower:8}",
    arn: global("organizations", "policy/{organization}/service_control_policy/p-{lower:8}"),
  },
  aws_organizations_policy_attachment: { id: "target_id:policy_id" },
  aws_organizations_resource_policy: {
    id: "rp-{lower:8}",
    arn: global("organizations", "resourcepolicy/{organization}/rp-{lower:8}"),
  },
  aws_ram_resource_share: { id: "{arn}", arn: regional("ram", "resource-share/{uuid}") },
  aws_route: { id: "r-route_table_id" },
  aws_route53_record: { id: "zone_id_name_type" },
  aws_route53_zone: { id: "Z{upper:20}", arn: bare("route53", "hostedzone/Z{upper:20}") },
  aws_route_table: { id: "rtb-0{hex:16}", arn: regional("ec2", "route-table/rtb-0{hex:16}") },
  aws_route_table_association: { id: "rtbassoc-0{hex:16}" },
  aws_s3_access_point: { id: "{account}:name", arn: regional("s3", "accesspoint/name") },
  aws_s3_account_public_access_block: { id: "{account}" },
  aws_s3_bucket: { id: "terraform-{digits:26}", arn: bare("s3", "terraform-{digits:26}") },
  aws_s3_bucket_acl: { id: "bucket" },
  aws_s3_bucket_cors_configuration: { id: "bucket" },
  aws_s3_bucket_inventory: { id: "bucket:name" },
  aws_s3_bucket_lifecycle_configuration: { id: "bucket" },
  aws_s3_bucket_logging: { id: "bucket" },
  aws_s3_bucket_metadata_configuration: {},
  aws_s3_bucket_metric: { id: "bucket:name" },
  aws_s3_bucket_notification: { id: "bucket" },
  aws_s3_bucket_object_lock_configuration: { id: "bucket" },
  aws_s3_bucket_ownership_controls: { id: "bucket" },
  aws_s3_bucket_policy: { id: "bucket" },
  aws_s3_bucket_public_access_block: { id: "bucket" },
  aws_s3_bucket_replication_configuration: { id: "bucket" },
  aws_s3_bucket_request_payment_configuration: { id: "bucket" },
  aws_s3_bucket_server_side_encryption_configuration: { id: "bucket" },
  aws_s3_bucket_versioning: { id: "bucket" },
  aws_s3_bucket_website_configuration: { id: "bucket" },
  aws_s3_directory_bucket: { id: "bucket", arn: regional("s3express", "bucket/bucket") },
  aws_s3_object: { id: "bucket/key", arn: bare("s3", "bucket/key") },
  aws_s3control_access_grant: { id: "{account},{uuid}" },
  aws_s3control_access_grants_instance: { id: "{account}" },
  aws_s3control_multi_region_access_point: { id: "{account}:name", arn: global("s3", "accesspoint/{lower:13}.mrap") },
  aws_sagemaker_notebook_instance: { id: "name", arn: regional("sagemaker", "notebook-instance/name") },
  aws_scheduler_schedule: {
    id: "default/terraform-{digits:26}",
    arn: regional("scheduler", "schedule/default/terraform-{digits:26}"),
  },
  aws_secretsmanager_secret: { id: "{arn}", arn: regional("secretsmanager", "secret:terraform-{digits:26}-{mixed:6}") },
  aws_secretsmanager_secret_policy: { id: "secret_arn" },
  aws_secretsmanager_secret_rotation: { id: "secret_id" },
  aws_secretsmanager_secret_version: { id: "secret_id|terraform-{digits:26}", arn: "secret_id" },
  aws_security_group: { id: "sg-0{hex:16}", arn: regional("ec2", "security-group/sg-0{hex:16}") },
  aws_securityhub_account: { id: "{account}", arn: regional("securityhub", "hub/default") },
  aws_sns_topic: { id: "{arn}", arn: regional("sns", "terraform-{digits:26}") },
  aws_sns_topic_policy: { id: "arn", arn: "arn" },
  aws_sns_topic_subscription: { id: "{arn}", arn: "topic_arn:{uuid}" },
  aws_sqs_queue: {
    id: "https://sqs.{region}.{dns_suffix}/{account}/terraform-{digits:26}",
    arn: regional("sqs", "terraform-{digits:26}"),
  },
  aws_sqs_queue_policy: { id: "queue_url" },
  aws_ssm_document: { id: "name", arn: regional("ssm", "document/name") },
  aws_ssm_parameter: { id: "name", arn: regional("ssm", "parameter/name") },
  aws_ssoadmin_account_assignment: { id: "principal_id,principal_type,target_id,target_type,permission_set_arn,instance_arn" },
  aws_ssoadmin_instance_access_control_attributes: { id: "instance_arn" },
  aws_ssoadmin_managed_policy_attachment: { id: "managed_policy_arn,permission_set_arn,instance_arn" },
  aws_ssoadmin_permission_set: { id: "{arn},instance_arn", arn: bare("sso", "permissionSet/instance_arn/ps-{hex:16}") },
  aws_ssoadmin_permission_set_inline_policy: { id: "permission_set_arn,instance_arn" },
  aws_ssoadmin_permissions_boundary_attachment: { id: "permission_set_arn,instance_arn" },
  aws_subnet: { id: "subnet-0{hex:16}", arn: regional("ec2", "subnet/subnet-0{hex:16}") },
  aws_vpc: { id: "vpc-0{hex:16}", arn: regional("ec2", "vpc/vpc-0{hex:16}") },
  aws_vpc_endpoint: { id: "vpce-0{hex:16}", arn: regional("ec2", "vpc-endpoint/vpce-0{hex:16}") },
  aws_vpc_endpoint_policy: { id: "vpc_endpoint_id" },
  aws_vpc_security_group_egress_rule: { id: "sgr-0{hex:16}", arn: regional("ec2", "security-group-rule/sgr-0{hex:16}") },
  aws_vpc_security_group_ingress_rule: { id: "sgr-0{hex:16}", arn: regional("ec2", "security-group-rule/sgr-0{hex:16}") },
};

const CLASSES: Readonly<Record<string, string>> = {
  hex: "[0-9a-f]",
  digits: "[0-9]",
  upper: "[A-Z2-7]",
  lower: "[a-z0-9]",
  mixed: "[A-Za-z0-9]",
};

const UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** A form as a pattern, for what the scope says. */
export function pattern(form: string, scope: Readonly<Record<string, unknown>>): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const parts = form.split(/\{([a-z_]+)(?::(\d+))?\}/);
  const source = parts.map((part = "", index) => {
    if (index % 3 === 0) return literal(part);
    if (index % 3 === 2) return "";
    const length = parts[index + 1];
    if (length !== undefined) return `${CLASSES[part] ?? ""}{${length}}`;
    if (part === "uuid") return UUID;
    return part === "crc" ? "[0-9]+" : literal(String(scope[part]));
  });
  return new RegExp(`^${source.join("")}$`);
}
