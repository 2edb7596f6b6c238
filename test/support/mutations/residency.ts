import type { StackJson } from "../deployments";
import { both, type Change, withArguments, withResource } from "./mutation";

/** A change after which data rests or goes outside, and one that looks like it and changes nothing. */
export interface ResidencyMutation {
  readonly name: string;
  readonly rule: "residency/copy-outside" | "residency/flow-outside";
  /** The principal of the finding, or the beginning of an address on its path. */
  readonly by: string;
  readonly change: Change;
  readonly twin: Change;
}

const SITE = "backup-virginia";
const SINGAPORE = "backup-singapore";
const TENANCY = "ocid1.tenancy.oc1..aaaaaaaalarkspurusexampletenancy";
const MEDIA = "larkspur-us-media";
const FRANKFURT = "eu-frankfurt-1";
const COPIES = "larkspur-us-copies-virginia";
const ACCOUNT = "100000000030";

/** The stack works in other regions as well, by a provider of that alias. */
const reaching =
  (stack: string, alias: string, region: string): Change =>
  (stacks) => {
    const json = stacks[stack];
    const cloud = stack.startsWith("backup-") ? "aws" : "oci";
    const [own] = json.provider[cloud];
    const provider = { ...json.provider, [cloud]: [...json.provider[cloud], { ...own, alias, region }] };
    return { ...stacks, [stack]: { ...json, provider } };
  };

const backend =
  (stack: string, change: (config: StackJson) => StackJson): Change =>
  (stacks) => {
    const json = stacks[stack];
    return { ...stacks, [stack]: { ...json, terraform: { ...json.terraform, backend: change(json.terraform.backend) } } };
  };

const oci = (type: string, name: string, args: object, stack = "primary"): Change => withResource(stack, type, name, args);
const aws = (type: string, name: string, args: object, stack = SITE): Change => withResource(stack, type, name, args);
const FRA = both(reaching("primary", "fra", FRANKFURT));
const inFrankfurt = { provider: "oci.fra" };

/** The address in its stack of the resource by which others refer to it. */
const first = (type: string, attribute: string, stack = "primary"): ((build: (reference: string) => Change) => Change) => {
  return (build) => (stacks) => {
    const [name] = Object.keys(stacks[stack]?.resource?.[type] ?? {});
    if (name === undefined) throw new Error(`${stack} has no ${type}`);
    return build(`\${${type}.${name}.${attribute}}`)(stacks);
  };
};
const withDatabase = first("oci_database_autonomous_database", "id");
const withBucket = first("aws_s3_bucket", "arn", SITE);
const withTask = first("aws_datasync_location_object_storage", "arn", SITE);

const policy = (...statements: readonly string[]): Change =>
  withResource("access", "oci_identity_policy", "mutation", {
    compartment_id: TENANCY,
    name: "mutation",
    description: "m",
    statements,
  });

/** No quota keeps anything in the deployment's regions. */
const withoutFence: Change = (stacks) => {
  const { oci_limits_quota: _, ...resource } = stacks.tenancy.resource;
  return { ...stacks, tenancy: { ...stacks.tenancy, resource } };
};
const CLONES = "Allow group contractors to {AUTONOMOUS_DATABASE_CONTENT_READ, AUTONOMOUS_DATABASE_CREATE} in compartment us";

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const strangers = (...actions: readonly string[]): Change =>
  both(
    aws("aws_iam_role", "strangers", {
      name: "contractors",
      assume_role_policy: document({
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
        Action: "sts:AssumeRoleWithSAML",
      }),
    }),
    aws("aws_iam_role_policy", "strangers", {
      role: "${aws_iam_role.strangers.id}",
      name: "p",
      policy: document({ Effect: "Allow", Action: actions, Resource: "*" }),
    }),
  );

const replication = (bucket: string, region: string) =>
  oci("oci_objectstorage_replication_policy", "mutation", {
    namespace: "axlarkspurus",
    bucket,
    name: "mutation",
    destination_bucket_name: "elsewhere",
    destination_region_name: region,
  });

const logsTo = (bucket: string, change: object = {}): Change =>
  aws("aws_s3_bucket_logging", "mutation", { bucket: COPIES, target_bucket: bucket, target_prefix: "x", ...change });

export const RESIDENCY_MUTATIONS: readonly ResidencyMutation[] = [
  {
    name: "a store is made in another region",
    rule: "residency/copy-outside",
    by: "primary/oci_objectstorage_bucket.",
    change: both(
      FRA,
      withArguments("primary", "oci_objectstorage_bucket", () => inFrankfurt),
    ),
    twin: both(
      FRA,
      oci("oci_objectstorage_bucket", "site", {
        compartment_id: TENANCY,
        namespace: "axlarkspurus",
        name: "site",
        ...inFrankfurt,
      }),
    ),
  },
  {
    name: "a store is replicated to a third region",
    rule: "residency/copy-outside",
    by: "primary/oci_objectstorage_replication_policy.mutation",
    change: replication(MEDIA, FRANKFURT),
    twin: replication("not-a-store", FRANKFURT),
  },
  {
    name: "the standby's bucket is replicated on",
    rule: "residency/copy-outside",
    by: "standby/oci_objectstorage_replication_policy.on",
    change: withResource("standby", "oci_objectstorage_replication_policy", "on", {
      namespace: "axlarkspurus",
      bucket: MEDIA,
      name: "on",
      destination_bucket_name: "elsewhere",
      destination_region_name: FRANKFURT,
    }),
    twin: withResource("standby", "oci_objectstorage_replication_policy", "on", {
      namespace: "axlarkspurus",
      bucket: "not-a-store",
      name: "on",
      destination_bucket_name: "elsewhere",
      destination_region_name: FRANKFURT,
    }),
  },
  {
    name: "the standby is in another region",
    rule: "residency/copy-outside",
    by: "standby/oci_database_autonomous_database.",
    change: both(
      reaching("standby", "fra", FRANKFURT),
      withArguments("standby", "oci_database_autonomous_database", () => inFrankfurt),
    ),
    twin: both(
      reaching("standby", "fra", FRANKFURT),
      withArguments("standby", "oci_container_instances_container_instance", () => inFrankfurt),
    ),
  },
  {
    name: "a refreshable clone in another region",
    rule: "residency/copy-outside",
    by: "primary/oci_database_autonomous_database.clone",
    change: both(
      FRA,
      withDatabase((id) =>
        oci("oci_database_autonomous_database", "clone", {
          compartment_id: TENANCY,
          source: "CLONE_TO_REFRESHABLE",
          source_id: id,
          ...inFrankfurt,
        }),
      ),
    ),
    twin: both(
      FRA,
      oci("oci_database_autonomous_database", "clone", { compartment_id: TENANCY, db_name: "other", ...inFrankfurt }),
    ),
  },
  {
    name: "a backup with a remote destination",
    rule: "residency/copy-outside",
    by: "primary/oci_database_autonomous_database_backup.b",
    change: withDatabase((id) =>
      oci("oci_database_autonomous_database_backup", "b", {
        autonomous_database_id: id,
        backup_destination_details: [{ type: "OBJECT_STORE", remote_region: FRANKFURT }],
      }),
    ),
    twin: withDatabase((id) => oci("oci_database_autonomous_database_backup", "b", { autonomous_database_id: id })),
  },
  {
    name: "the vault is replicated to another region",
    rule: "residency/copy-outside",
    by: "standby/oci_kms_vault_replication.",
    change: withArguments("standby", "oci_kms_vault_replication", () => ({ replica_region: FRANKFURT })),
    twin: withArguments("standby", "oci_kms_vault_replication", () => ({ replica_region: "us-ashburn-1" })),
  },
  {
    name: "an object is copied by Terraform",
    rule: "residency/copy-outside",
    by: "primary/oci_objectstorage_object.o",
    change: both(
      FRA,
      oci("oci_objectstorage_bucket", "far", { compartment_id: TENANCY, namespace: "axlarkspurus", name: "far", ...inFrankfurt }),
      oci("oci_objectstorage_object", "o", {
        namespace: "axlarkspurus",
        bucket: "far",
        object: "x",
        source_uri_details: [{ bucket: MEDIA, namespace: "axlarkspurus", region: "us-phoenix-1", object: "x" }],
        ...inFrankfurt,
      }),
    ),
    twin: both(
      FRA,
      oci("oci_objectstorage_bucket", "far", { compartment_id: TENANCY, namespace: "axlarkspurus", name: "far", ...inFrankfurt }),
      oci("oci_objectstorage_object", "o", {
        namespace: "axlarkspurus",
        bucket: "far",
        object: "x",
        content: "hello",
        ...inFrankfurt,
      }),
    ),
  },
  {
    name: "events about objects go to a mailbox",
    rule: "residency/flow-outside",
    by: "oversight/oci_ons_subscription.",
    change: withArguments("oversight", "oci_events_rule", () => ({
      condition: JSON.stringify({ eventType: ["com.oraclecloud.objectstorage.createobject"] }),
    })),
    twin: withArguments("oversight", "oci_events_rule", () => ({
      condition: JSON.stringify({ eventType: ["com.oraclecloud.objectstorage.createbucket"] }),
    })),
  },
  {
    name: "a regional service of another region may read stores",
    rule: "residency/flow-outside",
    by: `objectstorage-${FRANKFURT}`,
    change: policy(`Allow service objectstorage-${FRANKFURT} to manage object-family in compartment us:stores`),
    twin: policy("Allow service objectstorage-us-ashburn-1 to manage object-family in compartment us:stores"),
  },
  {
    name: "a regional service of another region may use keys",
    rule: "residency/flow-outside",
    by: `objectstorage-${FRANKFURT}`,
    change: policy(`Allow service objectstorage-${FRANKFURT} to use keys in tenancy`),
    twin: policy("Allow service objectstorage-us-phoenix-1 to use keys in tenancy"),
  },
  {
    name: "somebody may clone the database where they like",
    rule: "residency/flow-outside",
    by: "contractors",
    change: both(withoutFence, policy(CLONES)),
    twin: policy(CLONES),
  },
  {
    name: "the state of a stack rests in another region",
    rule: "residency/copy-outside",
    by: "primary/terraform.backend.oci",
    change: backend("primary", ({ oci: config }) => ({ oci: { ...config, region: FRANKFURT } })),
    twin: backend("access", ({ oci: config }) => ({ oci: { ...config, region: FRANKFURT } })),
  },
  {
    name: "the state of a site rests in another cloud",
    rule: "residency/copy-outside",
    by: `${SITE}/terraform.backend.gcs`,
    change: backend(SITE, () => ({ gcs: { bucket: "state" } })),
    twin: backend(SITE, ({ s3 }) => ({ s3: { ...s3, region: "ap-southeast-1" } })),
  },
  {
    name: "the second site is in a region that nobody declared",
    rule: "residency/copy-outside",
    by: `${SITE}/aws_s3_bucket_replication_configuration.`,
    change: both(withArguments(SINGAPORE, "aws_s3_bucket", () => ({ region: "eu-central-1" }))),
    twin: both(withArguments(SINGAPORE, "aws_sns_topic", () => ({ region: "eu-central-1" }))),
  },
  {
    name: "the second site is in another account",
    rule: "residency/copy-outside",
    by: `${SITE}/aws_s3_bucket_replication_configuration.`,
    change: (stacks) => {
      const json = stacks[SINGAPORE];
      const [own] = json.provider.aws;
      return { ...stacks, [SINGAPORE]: { ...json, provider: { aws: [{ ...own, allowed_account_ids: ["444455556666"] }] } } };
    },
    twin: (stacks) => stacks,
  },
  {
    name: "copies are replicated a third time",
    rule: "residency/copy-outside",
    by: `${SINGAPORE}/aws_s3_bucket_replication_configuration.third`,
    change: first(
      "aws_s3_bucket",
      "id",
      SINGAPORE,
    )((id) =>
      both(
        aws("aws_s3_bucket", "third", { bucket: "third", region: "eu-central-1" }, SINGAPORE),
        aws(
          "aws_s3_bucket_replication_configuration",
          "third",
          { bucket: id, role: "r", rule: [{ status: "Enabled", destination: [{ bucket: "${aws_s3_bucket.third.arn}" }] }] },
          SINGAPORE,
        ),
      ),
    ),
    twin: both(
      aws("aws_s3_bucket", "third", { bucket: "third", region: "eu-central-1" }, SINGAPORE),
      aws(
        "aws_s3_bucket_replication_configuration",
        "third",
        {
          bucket: "unrelated",
          role: "r",
          rule: [{ status: "Enabled", destination: [{ bucket: "${aws_s3_bucket.third.arn}" }] }],
        },
        SINGAPORE,
      ),
    ),
  },
  {
    name: "a task brings stores to another cloud",
    rule: "residency/copy-outside",
    by: `${SITE}/aws_datasync_task.mutation`,
    change: withTask((from) =>
      both(
        aws("aws_datasync_location_azure_blob", "to", { container_url: "https://x.blob.core.windows.net/c" }),
        aws("aws_datasync_task", "mutation", {
          source_location_arn: from,
          destination_location_arn: "${aws_datasync_location_azure_blob.to.arn}",
        }),
      ),
    ),
    twin: both(
      aws("aws_s3_bucket", "plain", { bucket: "plain" }),
      aws("aws_datasync_location_s3", "plain", { s3_bucket_arn: "${aws_s3_bucket.plain.arn}", subdirectory: "/" }),
      aws("aws_datasync_location_azure_blob", "to", { container_url: "https://x.blob.core.windows.net/c" }),
      aws("aws_datasync_task", "mutation", {
        source_location_arn: "${aws_datasync_location_s3.plain.arn}",
        destination_location_arn: "${aws_datasync_location_azure_blob.to.arn}",
      }),
    ),
  },
  {
    name: "copies are backed up to a vault elsewhere",
    rule: "residency/copy-outside",
    by: `${SITE}/aws_backup_selection.s`,
    change: withBucket((arn) => backups(arn, "eu-central-1")),
    twin: backups("arn:aws:s3:::something-else", "eu-central-1"),
  },
  {
    name: "what is asked of copies is logged elsewhere",
    rule: "residency/flow-outside",
    by: `${SITE}/aws_s3_bucket_logging.mutation`,
    change: both(aws("aws_s3_bucket", "far", { bucket: "far-logs", region: "eu-central-1" }), logsTo("far-logs")),
    twin: both(aws("aws_s3_bucket", "near", { bucket: "near-logs" }), logsTo("near-logs")),
  },
  {
    name: "an inventory of copies goes elsewhere",
    rule: "residency/flow-outside",
    by: `${SITE}/aws_s3_bucket_inventory.mutation`,
    change: both(aws("aws_s3_bucket", "far", { bucket: "far-lists", region: "eu-central-1" }), inventory(COPIES)),
    twin: both(aws("aws_s3_bucket", "far", { bucket: "far-lists", region: "eu-central-1" }), inventory("something-else")),
  },
  {
    name: "events about copies go to a function elsewhere",
    rule: "residency/flow-outside",
    by: `${SITE}/aws_s3_bucket_notification.mutation`,
    change: notifies(`arn:aws:lambda:eu-central-1:${ACCOUNT}:function:f`),
    twin: notifies(`arn:aws:lambda:us-east-1:${ACCOUNT}:function:f`),
  },
  {
    name: "an edge network serves copies",
    rule: "residency/copy-outside",
    by: `${SITE}/aws_cloudfront_distribution.d`,
    change: withBucket((arn) =>
      aws("aws_cloudfront_distribution", "d", {
        origin: [{ origin_id: "o", domain_name: arn.replace(".arn}", ".bucket_regional_domain_name}") }],
      }),
    ),
    twin: aws("aws_cloudfront_distribution", "d", { origin: [{ origin_id: "o", domain_name: "www.example.com" }] }),
  },
  {
    name: "somebody may make tasks that carry stores away",
    rule: "residency/flow-outside",
    by: "contractors",
    change: strangers("datasync:CreateTask", "datasync:CreateLocationObjectStorage", "datasync:StartTaskExecution"),
    twin: strangers("datasync:CreateTask", "datasync:StartTaskExecution"),
  },
];

function backups(resource: string, region: string): Change {
  return both(
    aws("aws_backup_vault", "near", { name: "near" }),
    aws("aws_backup_plan", "p", {
      name: "p",
      rule: [
        {
          rule_name: "r",
          target_vault_name: "near",
          copy_action: [{ destination_vault_arn: `arn:aws:backup:${region}:${ACCOUNT}:backup-vault:far` }],
        },
      ],
    }),
    aws("aws_backup_selection", "s", { name: "s", plan_id: "${aws_backup_plan.p.id}", iam_role_arn: "r", resources: [resource] }),
  );
}

function inventory(bucket: string): Change {
  return aws("aws_s3_bucket_inventory", "mutation", {
    bucket,
    name: "i",
    destination: [{ bucket: [{ bucket_arn: "${aws_s3_bucket.far.arn}", format: "CSV" }] }],
  });
}

function notifies(arn: string): Change {
  return aws("aws_s3_bucket_notification", "mutation", {
    bucket: COPIES,
    lambda_function: [{ lambda_function_arn: arn, events: ["s3:ObjectCreated:*"] }],
  });
}

/** What decides where data is and isn't known. */
export const RESIDENCY_UNKNOWNS: readonly (readonly [name: string, change: Change, address: string])[] = [
  [
    "where copies go",
    withArguments("standby", "oci_objectstorage_replication_policy", () => ({
      destination_region_name: "${var.region}",
      destination_bucket_name: "${var.bucket}",
    })),
    "standby/oci_objectstorage_replication_policy.",
  ],
  [
    "in which region a copy is",
    withArguments(SINGAPORE, "aws_s3_bucket", () => ({ region: "${var.region}" })),
    `${SINGAPORE}/aws_s3_bucket.`,
  ],
  [
    "where the state of a stack is",
    backend("primary", ({ oci: { region: _, ...config } }) => ({ oci: config })),
    "primary/terraform.backend.oci",
  ],
  ["what a type does that nobody knows", withResource("primary", "oci_brand_new", "thing", {}), "primary/oci_brand_new.thing"],
  ["what a stack of its own makes", aws("aws_cloudformation_stack", "s", { name: "s" }), `${SITE}/aws_cloudformation_stack.s`],
];
