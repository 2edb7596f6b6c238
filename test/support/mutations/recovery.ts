import type { StackJson } from "../deployments";
import { both, type Change, withArguments, withResource } from "./mutation";

/** A change of a deployment after which a store can't be recovered, and one as alarming after which it can. */
export interface RecoveryMutation {
  readonly name: string;
  readonly change: Change;
  /** Of the rules of `recovery`, those that are broken. */
  readonly rules: readonly ("copies" | "days" | "single-destroyer" | "foreign-destroyer")[];
  readonly twin: Change;
}

const [VIRGINIA, SINGAPORE] = ["backup-virginia", "backup-singapore"];
const TENANCY = "ocid1.tenancy.oc1..aaaaaaaalarkspurusexampletenancy";
const STRANGERS = "contractors";

/** All resources of a type in a stack, each with other arguments, or gone. */
function each(stack: string, type: string, change: (args: StackJson, name: string) => object | undefined): Change {
  return (stacks) => {
    const made = Object.entries(stacks[stack]?.resource?.[type] ?? {});
    if (made.length === 0) throw new Error(`${stack} has no ${type}`);
    const changed = made.flatMap(([name, args]) => {
      const other = change(args as StackJson, name);
      return other ? [[name, { ...(args as StackJson), ...other }]] : [];
    });
    const resource = { ...stacks[stack].resource, [type]: Object.fromEntries(changed) };
    return { ...stacks, [stack]: { ...stacks[stack], resource } };
  };
}
const without = (stack: string, type: string): Change => each(stack, type, () => undefined);

const rules = (change: (rule: StackJson, at: number) => object): Change =>
  withArguments(VIRGINIA, "aws_s3_bucket_replication_configuration", ({ rule }) => ({
    rule: rule.map((one: StackJson, at: number) => ({ ...one, ...change(one, at) })),
  }));
const lifecycle = (site: string, ...change: readonly object[]): Change =>
  withArguments(site, "aws_s3_bucket_lifecycle_configuration", ({ rule }) => ({
    rule: rule.map((one: StackJson) => Object.assign({}, one, ...change)),
  }));
const lock = (site: string, retention: object): Change =>
  withArguments(site, "aws_s3_bucket_object_lock_configuration", () => ({ rule: { default_retention: retention } }));

const policy = (...statements: readonly string[]): Change =>
  withResource("access", "oci_identity_policy", "mutation", {
    compartment_id: TENANCY,
    name: "mutation",
    description: "m",
    statements,
  });
const strangersMay = (rest: string) => policy(`Allow group ${STRANGERS} to ${rest}`);

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A role of strangers at a site. */
const strangersAt = (site: string, ...actions: readonly string[]): Change =>
  both(
    withResource(site, "aws_iam_role", "strangers", {
      name: STRANGERS,
      assume_role_policy: document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }),
    }),
    withResource(site, "aws_iam_role_policy", "strangers", {
      role: "${aws_iam_role.strangers.id}",
      name: "p",
      policy: document({ Effect: "Allow", Action: actions, Resource: "*" }),
    }),
  );

/** Without what a site's bucket and key deny, and with the key in the account's hands, as a key has it by default. */
const undenied = (site: string): Change => {
  const allowed = ({ policy: text }: StackJson): StackJson[] =>
    JSON.parse(text).Statement.filter(({ Effect }: StackJson) => Effect === "Allow");
  const account = site === VIRGINIA ? "100000000030" : "100000000040";
  const hand = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };
  const list = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "s3:ListBucket",
    Resource: `arn:aws:s3:::larkspur-us-copies-${site.slice("backup-".length)}`,
  };
  return both(
    withArguments(site, "aws_s3_bucket_policy", (args) => ({ policy: document(...allowed(args), list) })),
    withArguments(site, "aws_kms_key", (args) => ({ policy: document(...allowed(args), hand) })),
  );
};
const PURGE = strangersMay("{OBJECT_DELETE, OBJECT_VERSION_DELETE} in tenancy");
const AT_BOTH = (change: (site: string) => Change) => both(change(VIRGINIA), change(SINGAPORE));
const DATABASE = "compartment us:stores:profiles";

export const RECOVERY_MUTATIONS: readonly RecoveryMutation[] = [
  {
    name: "nothing is carried on to the second site",
    change: without(VIRGINIA, "aws_s3_bucket_replication_configuration"),
    rules: ["days"],
    twin: rules(({ destination: { metrics, replication_time, ...destination } }) => ({ destination })),
  },
  {
    name: "the rules that carry on are disabled",
    change: rules(() => ({ status: "Disabled" })),
    rules: ["days"],
    twin: rules(() => ({ delete_marker_replication: { status: "Enabled" } })),
  },
  {
    name: "one store's rule carries on a part",
    change: rules((_, at) => (at === 0 ? { filter: { prefix: "media/images/" } } : {})),
    rules: ["days"],
    twin: rules((_, at) => ({ priority: 10 + at })),
  },
  {
    name: "what KMS encrypts isn't carried on",
    change: rules(() => ({ source_selection_criteria: { sse_kms_encrypted_objects: { status: "Disabled" } } })),
    rules: ["days"],
    twin: rules((_, at) => ({ id: `rule-${at}` })),
  },
  {
    name: "versions of the first site are deleted early",
    change: lifecycle(VIRGINIA, { noncurrent_version_expiration: { noncurrent_days: 7 } }),
    rules: ["days"],
    twin: lifecycle(VIRGINIA, { noncurrent_version_expiration: { noncurrent_days: 90 } }),
  },
  {
    name: "what is current at the second site is deleted",
    change: lifecycle(SINGAPORE, { expiration: { days: 30 } }),
    rules: ["days"],
    twin: lifecycle(SINGAPORE, { abort_incomplete_multipart_upload: { days_after_initiation: 1 } }),
  },
  {
    name: "what is current at the second site is deleted after a date",
    change: lifecycle(SINGAPORE, { expiration: { date: "2027-01-01T00:00:00Z" } }),
    rules: ["days"],
    twin: lifecycle(SINGAPORE, { expiration: { date: "2027-01-01T00:00:00Z" }, filter: { prefix: "_reports/" } }),
  },
  {
    name: "versions are no longer made",
    change: withArguments(VIRGINIA, "aws_s3_bucket_versioning", () => ({ versioning_configuration: { status: "Suspended" } })),
    rules: ["days"],
    twin: withArguments(VIRGINIA, "aws_s3_bucket_versioning", () => ({ versioning_configuration: { status: "Enabled" } })),
  },
  {
    name: "locks are short, and strangers delete versions",
    change: both(
      undenied(VIRGINIA),
      strangersAt(VIRGINIA, "s3:DeleteObjectVersion"),
      lock(VIRGINIA, { mode: "COMPLIANCE", days: 1 }),
    ),
    rules: ["days"],
    twin: both(undenied(VIRGINIA), strangersAt(VIRGINIA, "s3:DeleteObjectVersion")),
  },
  {
    name: "locks are passed over",
    change: both(
      undenied(SINGAPORE),
      strangersAt(SINGAPORE, "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"),
      lock(SINGAPORE, { mode: "GOVERNANCE", days: 35 }),
    ),
    rules: ["days"],
    twin: both(
      strangersAt(SINGAPORE, "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"),
      lock(SINGAPORE, { mode: "GOVERNANCE", days: 35 }),
    ),
  },
  {
    name: "locks are gone, and strangers put rules",
    change: both(
      undenied(VIRGINIA),
      strangersAt(VIRGINIA, "s3:PutLifecycleConfiguration"),
      without(VIRGINIA, "aws_s3_bucket_object_lock_configuration"),
    ),
    rules: ["days"],
    twin: both(
      strangersAt(VIRGINIA, "s3:PutLifecycleConfiguration"),
      without(VIRGINIA, "aws_s3_bucket_object_lock_configuration"),
    ),
  },
  {
    name: "the key of the first site is disabled",
    change: withArguments(VIRGINIA, "aws_kms_key", () => ({ is_enabled: false })),
    rules: ["days"],
    twin: withArguments(VIRGINIA, "aws_kms_key", () => ({ enable_key_rotation: false })),
  },
  {
    name: "nothing is copied to AWS",
    change: without(VIRGINIA, "aws_datasync_task"),
    rules: ["copies", "days"],
    twin: each(VIRGINIA, "aws_datasync_task", ({ options }) => ({
      options: { ...options, preserve_deleted_files: "REMOVE" },
    })),
  },
  {
    name: "the database has no standby",
    change: without("standby", "oci_database_autonomous_database"),
    rules: ["copies"],
    twin: without("standby", "oci_container_instances_container_instance"),
  },
  {
    name: "the standby of the database is a clone of one moment",
    change: withArguments("standby", "oci_database_autonomous_database", () => ({ source: "DATABASE" })),
    rules: ["copies"],
    twin: withArguments("standby", "oci_database_autonomous_database", () => ({ is_replicate_automatic_backups: false })),
  },
  {
    name: "strangers terminate databases",
    change: strangersMay(`manage autonomous-databases in ${DATABASE}`),
    rules: ["foreign-destroyer"],
    twin: strangersMay(`use autonomous-databases in ${DATABASE}`),
  },
  {
    name: "everybody terminates databases",
    change: policy(`Allow any-user to {AUTONOMOUS_DATABASE_DELETE} in ${DATABASE}`),
    rules: ["single-destroyer", "foreign-destroyer"],
    twin: policy(`Allow any-user to {AUTONOMOUS_DATABASE_DELETE} in compartment us:health`),
  },
  {
    name: "a role terminates databases",
    change: policy(`Allow group 'us'/'us-sre' to {AUTONOMOUS_DATABASE_DELETE} in ${DATABASE}`),
    rules: ["single-destroyer"],
    twin: policy(`Allow group 'us'/'us-sre' to {AUTONOMOUS_DATABASE_UPDATE} in ${DATABASE}`),
  },
  {
    name: "strangers end the key of the database",
    change: strangersMay("{KEY_DELETE} in compartment us:keys:database"),
    rules: ["foreign-destroyer"],
    twin: strangersMay("{KEY_DELETE} in compartment us:keys:objects"),
  },
  {
    name: "the custodian ends the key of the database",
    change: policy("Allow group 'us'/'key-custodian' to manage keys in compartment us:keys:database"),
    rules: ["single-destroyer"],
    twin: policy("Allow group 'us'/'key-custodian' to manage keys in compartment us:keys:secrets"),
  },
  {
    name: "strangers disable the key of the database",
    change: strangersMay("{KEY_UPDATE} in compartment us:keys"),
    rules: ["foreign-destroyer"],
    twin: strangersMay("{KEY_ROTATE} in compartment us:keys"),
  },
  {
    name: "strangers end a vault",
    change: strangersMay("{VAULT_DELETE} in compartment us:keys"),
    rules: ["foreign-destroyer"],
    twin: strangersMay("{VAULT_UPDATE} in compartment us:keys"),
  },
  {
    name: "strangers write policies above the database",
    change: strangersMay("manage policies in compartment us:stores"),
    rules: ["foreign-destroyer"],
    twin: strangersMay("manage policies in compartment us:health"),
  },
  {
    name: "strangers join groups",
    change: strangersMay("{GROUP_UPDATE, USER_UPDATE} in tenancy"),
    rules: ["foreign-destroyer"],
    twin: strangersMay("{GROUP_INSPECT, USER_INSPECT} in tenancy"),
  },
  {
    name: "strangers delete the stores, and end the keys of the copies",
    change: both(
      PURGE,
      AT_BOTH(undenied),
      AT_BOTH((site) => strangersAt(site, "kms:ScheduleKeyDeletion")),
    ),
    rules: ["foreign-destroyer"],
    twin: both(PURGE, AT_BOTH(undenied), strangersAt(VIRGINIA, "kms:ScheduleKeyDeletion")),
  },
  {
    name: "strangers delete the stores, and close the accounts of the copies",
    change: both(
      PURGE,
      AT_BOTH((site) => strangersAt(site, "account:CloseAccount")),
    ),
    rules: ["foreign-destroyer"],
    twin: both(PURGE, strangersAt(SINGAPORE, "account:CloseAccount")),
  },
  {
    name: "strangers delete versions everywhere, and nothing is locked",
    change: both(
      PURGE,
      AT_BOTH(undenied),
      AT_BOTH((site) => strangersAt(site, "s3:DeleteObjectVersion")),
      AT_BOTH((site) => without(site, "aws_s3_bucket_object_lock_configuration")),
    ),
    rules: ["days", "foreign-destroyer"],
    twin: both(
      PURGE,
      AT_BOTH(undenied),
      AT_BOTH((site) => strangersAt(site, "s3:DeleteObjectVersion")),
    ),
  },
];

/** What isn't known: each leaves the verdict open, by its address. */
export const RECOVERY_UNKNOWNS: readonly (readonly [name: string, change: Change, address: string])[] = [
  [
    "how long versions are kept",
    lifecycle(VIRGINIA, { noncurrent_version_expiration: { noncurrent_days: "${var.days}" } }),
    `${VIRGINIA}/aws_s3_bucket_lifecycle_configuration.`,
  ],
  [
    "how long locks are",
    lock(SINGAPORE, { mode: "COMPLIANCE", days: "${var.days}" }),
    `${SINGAPORE}/aws_s3_bucket_object_lock_configuration.`,
  ],
  [
    "whether rules are enabled",
    rules(() => ({ status: "${var.status}" })),
    `${VIRGINIA}/aws_s3_bucket_replication_configuration.`,
  ],
  [
    "whether a store has versions",
    withArguments("primary", "oci_objectstorage_bucket", () => ({ versioning: "${var.versioning}" })),
    "primary/oci_objectstorage_bucket.",
  ],
  [
    "how a standby is made",
    withArguments("standby", "oci_database_autonomous_database", () => ({ source: "${var.source}" })),
    "standby/oci_database_autonomous_database.",
  ],
  [
    "what a standby is of",
    withArguments("standby", "oci_database_autonomous_database", () => ({ source_id: "${var.primary}" })),
    "standby/oci_database_autonomous_database.",
  ],
];
