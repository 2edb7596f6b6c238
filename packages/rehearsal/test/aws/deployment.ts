/**
 * A made-up deployment over two regions and two accounts: a store in one account with its copy in another region, what
 * watches it in a second account, a network, and what reads the store.
 */
const STORE = "111122223333";
const LOGS = "444455556666";

const account = (id: string) => ({ allowed_account_ids: [id], assume_role: [{ role_arn: `arn:aws:iam::${id}:role/deploy` }] });
const allow = (actions: readonly string[], resources: readonly string[]) => ({ effect: "Allow", actions, resources });
const trust = (service: string) => ({
  statement: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: [service] }] }],
});
const versioned = (bucket: string, provider?: string) => ({
  ...(provider === undefined ? {} : { provider }),
  bucket,
  versioning_configuration: [{ status: "Enabled" }],
});

const provider = {
  aws: [
    { region: "us-east-1", ...account(STORE), default_tags: [{ tags: { team: "data" } }] },
    { alias: "sg", region: "ap-southeast-1", ...account(STORE) },
    { alias: "logs", region: "us-east-1", ...account(LOGS) },
  ],
};

const data = {
  aws_caller_identity: { me: {}, logs: { provider: "aws.logs" } },
  aws_partition: { here: {} },
  aws_region: { sg: { provider: "aws.sg" } },
  aws_availability_zones: { all: { state: "available" } },
  aws_vpc_endpoint_service: { s3: { service: "s3", service_type: "Gateway" } },
  aws_kms_key: { store: { key_id: "${aws_kms_alias.store.name}" } },
  aws_iam_role: { reader: { name: "${aws_iam_role.reader.name}" } },
  aws_s3_bucket: { store: { bucket: "${aws_s3_bucket.store.bucket}" } },
  aws_iam_policy_document: {
    trust_lambda: trust("lambda.amazonaws.com"),
    trust_s3: trust("s3.amazonaws.com"),
    trust_datasync: trust("datasync.amazonaws.com"),
    read: {
      statement: [allow(["s3:GetObject", "s3:ListBucket"], ["${aws_s3_bucket.store.arn}", "${aws_s3_bucket.store.arn}/*"])],
    },
    store: {
      source_policy_documents: ["${data.aws_iam_policy_document.read_only.json}"],
      statement: [
        {
          sid: "DenyOthers",
          effect: "Deny",
          actions: ["s3:*"],
          resources: ["${aws_s3_bucket.store.arn}/*"],
          principals: [{ type: "*", identifiers: ["*"] }],
          condition: [{ test: "ArnNotEquals", variable: "aws:PrincipalArn", values: ["${aws_iam_role.reader.arn}"] }],
        },
      ],
    },
    read_only: {
      statement: [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          resources: ["${aws_s3_bucket.store.arn}/*"],
          principals: [{ type: "AWS", identifiers: ["${aws_iam_role.reader.arn}"] }],
        },
      ],
    },
    records: {
      statement: [
        {
          actions: ["s3:GetBucketAcl", "s3:PutObject"],
          resources: ["${aws_s3_bucket.logs.arn}", "${aws_s3_bucket.logs.arn}/*"],
          principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
        },
      ],
    },
  },
};

const resource = {
  aws_kms_key: {
    store: { description: "store", enable_key_rotation: true },
    copy: { provider: "aws.sg", description: "copy" },
  },
  aws_kms_alias: { store: { name: "alias/store", target_key_id: "${aws_kms_key.store.key_id}" } },
  aws_s3_bucket: {
    store: { bucket: "us-store", object_lock_enabled: true },
    copy: { provider: "aws.sg", bucket: "sg-copy", object_lock_enabled: true },
    logs: { provider: "aws.logs", bucket: "us-logs" },
    far: { bucket: "us-far", region: "us-west-2" },
    requests: { bucket: "us-requests" },
  },
  aws_s3_bucket_versioning: {
    store: versioned("${aws_s3_bucket.store.id}"),
    copy: versioned("${aws_s3_bucket.copy.id}", "aws.sg"),
  },
  aws_s3_bucket_public_access_block: { store: { bucket: "${aws_s3_bucket.store.id}", block_public_acls: true } },
  aws_s3_bucket_ownership_controls: {
    store: { bucket: "${aws_s3_bucket.store.id}", rule: [{ object_ownership: "BucketOwnerEnforced" }] },
  },
  aws_s3_bucket_policy: {
    store: { bucket: "${aws_s3_bucket.store.id}", policy: "${data.aws_iam_policy_document.store.json}" },
    records: { provider: "aws.logs", bucket: "${aws_s3_bucket.logs.id}", policy: "${data.aws_iam_policy_document.records.json}" },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    store: {
      bucket: "${aws_s3_bucket.store.id}",
      rule: [
        {
          apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.store.arn}" }],
        },
      ],
    },
  },
  aws_s3_bucket_object_lock_configuration: {
    store: { bucket: "${aws_s3_bucket.store.id}", rule: [{ default_retention: [{ mode: "COMPLIANCE", days: 30 }] }] },
  },
  aws_s3_bucket_lifecycle_configuration: {
    store: {
      bucket: "${aws_s3_bucket.store.id}",
      rule: [{ id: "old", status: "Enabled", filter: [{}], noncurrent_version_expiration: [{ noncurrent_days: 90 }] }],
    },
  },
  aws_s3_bucket_replication_configuration: {
    store: {
      bucket: "${aws_s3_bucket_versioning.store.bucket}",
      role: "${aws_iam_role.replication.arn}",
      rule: [
        {
          status: "Enabled",
          filter: [{}],
          priority: 1,
          delete_marker_replication: [{ status: "Disabled" }],
          destination: [{ bucket: "${aws_s3_bucket.copy.arn}" }],
        },
      ],
    },
  },
  aws_s3_bucket_logging: {
    store: { bucket: "${aws_s3_bucket.store.id}", target_bucket: "${aws_s3_bucket.requests.id}", target_prefix: "store/" },
  },
  aws_s3_account_public_access_block: {
    store: { block_public_policy: true },
    logs: { provider: "aws.logs", block_public_policy: true },
  },
  aws_iam_role: {
    reader: { name: "reader", path: "/data/", assume_role_policy: "${data.aws_iam_policy_document.trust_lambda.json}" },
    replication: { name: "replication", assume_role_policy: "${data.aws_iam_policy_document.trust_s3.json}" },
    reader_of_logs: {
      provider: "aws.logs",
      name: "reader",
      assume_role_policy: "${data.aws_iam_policy_document.trust_lambda.json}",
    },
    writer: { name_prefix: "writer-", assume_role_policy: "${data.aws_iam_policy_document.trust_datasync.json}" },
  },
  aws_iam_policy: { read: { name: "read", policy: "${data.aws_iam_policy_document.read.minified_json}" } },
  aws_iam_role_policy_attachment: { reader: { role: "${aws_iam_role.reader.name}", policy_arn: "${aws_iam_policy.read.arn}" } },
  aws_iam_role_policy: {
    writer: { name: "write", role: "${aws_iam_role.writer.id}", policy: "${data.aws_iam_policy_document.read.json}" },
  },
  aws_iam_instance_profile: { agent: { name: "agent", role: "${aws_iam_role.writer.name}" } },
  aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: {
    a: {
      vpc_id: "${aws_vpc.main.id}",
      cidr_block: "10.0.1.0/24",
      availability_zone: "${data.aws_availability_zones.all.names[0]}",
    },
  },
  aws_route_table: { main: { vpc_id: "${aws_vpc.main.id}" } },
  aws_route_table_association: { a: { subnet_id: "${aws_subnet.a.id}", route_table_id: "${aws_route_table.main.id}" } },
  aws_eip: { nat: { domain: "vpc" } },
  aws_nat_gateway: { main: { allocation_id: "${aws_eip.nat.id}", subnet_id: "${aws_subnet.a.id}" } },
  aws_route: {
    out: {
      route_table_id: "${aws_route_table.main.id}",
      destination_cidr_block: "0.0.0.0/0",
      nat_gateway_id: "${aws_nat_gateway.main.id}",
    },
  },
  aws_security_group: { agent: { name: "agent", vpc_id: "${aws_vpc.main.id}" } },
  aws_default_security_group: { main: { vpc_id: "${aws_vpc.main.id}" } },
  aws_vpc_security_group_egress_rule: {
    out: {
      security_group_id: "${aws_security_group.agent.id}",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_ipv4: "${aws_eip.nat.public_ip}/32",
    },
  },
  aws_vpc_endpoint: {
    s3: {
      vpc_id: "${aws_vpc.main.id}",
      service_name: "${data.aws_vpc_endpoint_service.s3.service_name}",
      route_table_ids: ["${aws_route_table.main.id}"],
    },
    datasync: {
      vpc_id: "${aws_vpc.main.id}",
      service_name: "com.amazonaws.us-east-1.datasync",
      vpc_endpoint_type: "Interface",
      subnet_ids: ["${aws_subnet.a.id}"],
    },
  },
  aws_instance: {
    agent: {
      ami: "ami-0123456789abcdef0",
      instance_type: "m5.2xlarge",
      subnet_id: "${aws_subnet.a.id}",
      vpc_security_group_ids: ["${aws_security_group.agent.id}"],
      iam_instance_profile: "${aws_iam_instance_profile.agent.name}",
      metadata_options: [{ http_tokens: "required" }],
      root_block_device: [{ encrypted: true }],
    },
  },
  aws_datasync_location_s3: {
    store: {
      s3_bucket_arn: "${aws_s3_bucket.store.arn}",
      subdirectory: "/in/",
      s3_config: [{ bucket_access_role_arn: "${aws_iam_role.writer.arn}" }],
    },
  },
  aws_datasync_location_object_storage: {
    source: { server_hostname: "ns.compat.objectstorage.us-ashburn-1.oraclecloud.com", bucket_name: "media" },
  },
  aws_datasync_task: {
    copy: {
      source_location_arn: "${aws_datasync_location_object_storage.source.arn}",
      destination_location_arn: "${aws_datasync_location_s3.store.arn}",
      cloudwatch_log_group_arn: "${aws_cloudwatch_log_group.copy.arn}",
    },
  },
  aws_secretsmanager_secret: { oci: { name: "oci", kms_key_id: "${aws_kms_key.store.arn}" } },
  aws_secretsmanager_secret_version: {
    oci: { secret_id: "${aws_secretsmanager_secret.oci.id}", secret_string_wo: "hidden", secret_string_wo_version: 1 },
  },
  aws_cloudwatch_log_group: {
    copy: { name: "/aws/datasync/copy", retention_in_days: 30 },
    copy_sg: { provider: "aws.sg", name: "/aws/datasync/copy" },
  },
  aws_cloudwatch_metric_alarm: {
    lag: {
      alarm_name: "lag",
      comparison_operator: "GreaterThanThreshold",
      evaluation_periods: 1,
      namespace: "AWS/S3",
      metric_name: "ReplicationLatency",
      period: 300,
      statistic: "Maximum",
      threshold: 900,
      alarm_actions: ["${aws_sns_topic.alarms.arn}"],
    },
  },
  aws_cloudwatch_event_rule: { failed: { name: "failed", event_pattern: '{"source":["aws.datasync"]}' } },
  aws_cloudwatch_event_target: {
    failed: { rule: "${aws_cloudwatch_event_rule.failed.name}", arn: "${aws_sns_topic.alarms.arn}" },
  },
  aws_sns_topic: { alarms: { name: "alarms" } },
  aws_sns_topic_subscription: {
    queue: { topic_arn: "${aws_sns_topic.alarms.arn}", protocol: "sqs", endpoint: "${aws_sqs_queue.alarms.arn}" },
  },
  aws_sqs_queue: { alarms: { name: "alarms" } },
  aws_lambda_function: {
    check: {
      function_name: "check",
      role: "${aws_iam_role.reader.arn}",
      runtime: "nodejs20.x",
      handler: "i.h",
      s3_bucket: "${aws_s3_bucket.store.id}",
      s3_key: "check.zip",
    },
  },
  aws_lambda_permission: {
    check: {
      function_name: "${aws_lambda_function.check.function_name}",
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      source_arn: "${aws_cloudwatch_event_rule.failed.arn}",
    },
  },
  aws_cloudtrail: { all: { name: "all", s3_bucket_name: "${aws_s3_bucket_policy.records.bucket}" } },
  aws_backup_vault: { main: { name: "main" } },
  aws_guardduty_detector: { logs: { provider: "aws.logs" } },
  aws_route53_zone: { internal: { name: "internal.example", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] } },
  aws_route53_record: {
    agent: {
      zone_id: "${aws_route53_zone.internal.zone_id}",
      name: "agent",
      type: "A",
      ttl: 60,
      records: ["${aws_instance.agent.private_ip}"],
    },
  },
};

const output = Object.fromEntries(
  Object.entries({
    accounts: ["${data.aws_caller_identity.me.account_id}", "${data.aws_caller_identity.logs.account_id}"],
    region: "${data.aws_region.sg.region}",
    key: "${data.aws_kms_key.store.arn}",
    reader: "${data.aws_iam_role.reader.arn}",
    store: "${data.aws_s3_bucket.store.bucket_regional_domain_name}",
    partition: "${data.aws_partition.here.partition}",
  }).map(([name, value]) => [name, { value }]),
);

export const DEPLOYMENT = {
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "6.25.0" } } },
  provider,
  data,
  resource,
  output,
};

const addresses = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));

/** How many resources and types it has. */
export const SIZE = { resources: addresses.length, types: Object.keys(resource).length };
