/** The form of an ARN: its service, and what stands behind the account. */
interface Form {
  readonly service: string;
  readonly resource: RegExp;
  readonly says: string;
}

const KEY: Form = { service: "kms", resource: /^(key|alias)\//, says: "a key" };
const ROLE: Form = { service: "iam", resource: /^role\//, says: "a role" };
const POLICY: Form = { service: "iam", resource: /^policy\//, says: "a policy" };
const BUCKET: Form = { service: "s3", resource: /^[^/]+$/, says: "a bucket" };
const TOPIC: Form = { service: "sns", resource: /^[^:/]+$/, says: "a topic" };
const LOG_GROUP: Form = { service: "logs", resource: /^log-group:/, says: "a log group" };
const LOCATION: Form = { service: "datasync", resource: /^location\//, says: "a location" };
const AGENT: Form = { service: "datasync", resource: /^agent\//, says: "an agent" };
const SECRET: Form = { service: "secretsmanager", resource: /^secret:/, says: "a secret" };

export interface NamedArn {
  readonly forms: readonly Form[];
  /** Whether it has to be in the region of the object that names it. */
  readonly isInRegion?: boolean;
}

/**
 * Arguments that take an ARN, by their name: it means the same in all types that have them.
 * Source: provider documentation, "Argument Reference" of each type.
 */
export const AWS_ARGUMENTS: Readonly<Record<string, NamedArn>> = {
  agent_arns: { forms: [AGENT], isInRegion: true },
  bucket_access_role_arn: { forms: [ROLE] },
  cloud_watch_logs_group_arn: { forms: [LOG_GROUP], isInRegion: true },
  cloud_watch_logs_role_arn: { forms: [ROLE] },
  cloudwatch_log_group_arn: { forms: [LOG_GROUP], isInRegion: true },
  destination_location_arn: { forms: [LOCATION], isInRegion: true },
  execution_role_arn: { forms: [ROLE] },
  kms_key_arn: { forms: [KEY], isInRegion: true },
  kms_key_id: { forms: [KEY] },
  kms_master_key_id: { forms: [KEY] },
  permissions_boundary: { forms: [POLICY] },
  policy_arn: { forms: [POLICY] },
  primary_key_arn: { forms: [KEY] },
  replica_kms_key_id: { forms: [KEY] },
  s3_bucket_arn: { forms: [BUCKET, { service: "s3", resource: /^accesspoint\//, says: "an access point" }] },
  secret_arn: { forms: [SECRET], isInRegion: true },
  sns_topic_arn: { forms: [TOPIC], isInRegion: true },
  source_location_arn: { forms: [LOCATION], isInRegion: true },
  target_key_id: { forms: [KEY], isInRegion: true },
  topic_arn: { forms: [TOPIC], isInRegion: true },
};

/** Arguments that take the id of a part of a network. Source: EC2 User Guide, Resource IDs. */
export const EC2_TYPES: Readonly<Record<string, { readonly prefix: string; readonly type: string }>> = {
  allocation_id: { prefix: "eipalloc", type: "aws_eip" },
  gateway_id: { prefix: "igw", type: "aws_internet_gateway" },
  nat_gateway_id: { prefix: "nat", type: "aws_nat_gateway" },
  network_interface_id: { prefix: "eni", type: "aws_network_interface" },
  route_table_id: { prefix: "rtb", type: "aws_route_table" },
  route_table_ids: { prefix: "rtb", type: "aws_route_table" },
  security_group_id: { prefix: "sg", type: "aws_security_group" },
  security_group_ids: { prefix: "sg", type: "aws_security_group" },
  source_security_group_id: { prefix: "sg", type: "aws_security_group" },
  subnet_id: { prefix: "subnet", type: "aws_subnet" },
  subnet_ids: { prefix: "subnet", type: "aws_subnet" },
  vpc_endpoint_id: { prefix: "vpce", type: "aws_vpc_endpoint" },
  vpc_id: { prefix: "vpc", type: "aws_vpc" },
  vpc_security_group_ids: { prefix: "sg", type: "aws_security_group" },
};
