import type { StackJson } from "../deployments";
import { both, type Change, withArguments, withResource } from "./mutation";

/** A change that leaves a gap in the record or opens it, and one as alarming that leaves it whole. */
export interface OversightMutation {
  readonly name: string;
  readonly change: Change;
  readonly finds: string;
  /** By whom the finding must be, where it is about somebody. */
  readonly principal?: string;
  readonly twin: Change;
}

const STRANGERS = "contractors";
const ACCOUNT = "100000000030";
const TENANCY = "ocid1.tenancy.oc1..aaaaaaaalarkspurusexampletenancy";
const READ = "oversight/unrecorded-read";
const CHANGES = "oversight/unrecorded-change";
const ALTERABLE = "oversight/alterable-record";
const BLIND = "oversight/auditor-blind";

/** The resource of a type whose name begins so, with other arguments; `null`: without it. */
function at(stack: string, type: string, begins: string, change: (args: StackJson) => object | null): Change {
  return (stacks) => {
    const of = stacks[stack]?.resource?.[type] ?? {};
    const found = Object.entries(of).find(([name]) => name.startsWith(begins));
    if (!found) throw new Error(`${stack} has no ${type} that begins with ${begins}`);
    const [name, args] = found as [string, StackJson];
    const changed = change(args);
    if (changed) return withResource(stack, type, name, { ...args, ...changed })(stacks);
    const { [name]: _, ...others } = of;
    return { ...stacks, [stack]: { ...stacks[stack], resource: { ...stacks[stack].resource, [type]: others } } };
  };
}

const LOG = "oci_logging_log";
const CONNECTOR = "oci_sch_service_connector";
const log = (begins: string, change: (args: StackJson) => object | null) => at("oversight", LOG, begins, change);
const connector = (begins: string, change: (args: StackJson) => object | null) => at("oversight", CONNECTOR, begins, change);
const evidence = (change: (args: StackJson) => object) => at("oversight", "oci_objectstorage_bucket", "primary_evidence", change);
const trail = (site: string, change: (args: StackJson) => object) => withArguments(`backup-${site}`, "aws_cloudtrail", change);
const NO_RESOURCE = () => null;

/** The source of a log with something else in it. */
const ofLog =
  (more: object) =>
  ({ configuration }: StackJson) => ({ configuration: { ...configuration, source: { ...configuration.source, ...more } } });

/** What a connector takes, with something else in it. */
const takes =
  (more: object) =>
  ({ source }: StackJson) => ({
    source: { ...source, log_sources: source.log_sources.map((one: object) => ({ ...one, ...more })) },
  });

const target =
  (more: object) =>
  ({ target: given }: StackJson) => ({ target: { ...given, ...more } });

/** The data events of a trail, with another selector of what they are of. */
const ofData =
  (...fields: readonly object[]) =>
  ({ advanced_event_selector: [management, { field_selector: given }] }: StackJson) => ({
    advanced_event_selector: [
      management,
      { field_selector: [...given.filter(({ field }: StackJson) => field !== "resources.ARN"), ...fields] },
    ],
  });
const ofManagement =
  (...fields: readonly object[]) =>
  ({ advanced_event_selector: [{ field_selector: given }, data] }: StackJson) => ({
    advanced_event_selector: [{ field_selector: [...given, ...fields] }, data],
  });

const policy = (...statements: readonly string[]): Change =>
  withResource("access", "oci_identity_policy", "mutation", {
    compartment_id: TENANCY,
    name: "mutation",
    description: "m",
    statements,
  });

/** Every policy of the access stack, with the statements that stay. */
const statementsThat =
  (stays: (statement: string) => boolean): Change =>
  (stacks) => {
    const policies = Object.entries(stacks.access.resource.oci_identity_policy).map(([name, args]) => {
      const { statements } = args as StackJson;
      return [name, { ...(args as object), statements: statements.filter(stays) }] as const;
    });
    const resource = { ...stacks.access.resource, oci_identity_policy: Object.fromEntries(policies) };
    return { ...stacks, access: { ...stacks.access, resource } };
  };
/** Without the guardrails that take this permission away from everybody. */
const unguarded = (permission: string) =>
  statementsThat((statement) => !(statement.startsWith("Deny any-user") && statement.includes(permission)));
const auditorWithout = (...permissions: readonly string[]) =>
  statementsThat(
    (statement) => !(statement.includes("'us'/'oracle-auditor'") && permissions.some((one) => statement.includes(one))),
  );

/** Somebody is given a permission that a guardrail denies to everybody: with the guardrail gone, and with it in place. */
const guarded = (permission: string, where: string, principal = STRANGERS): OversightMutation => {
  const group = principal.includes("/") ? `'${principal.replace("/", "'/'")}'` : principal;
  const given = policy(`Allow group ${group} to {${permission}} in compartment ${where}`);
  return {
    name: `${permission} for ${principal}`,
    change: both(unguarded(permission), given),
    finds: ALTERABLE,
    principal,
    twin: given,
  };
};

const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
/** A role of strangers at a site, who may do this. */
const strangersAt = (site: string, action: string, resource: string): Change =>
  both(
    withResource(site, "aws_iam_role", "strangers", {
      name: STRANGERS,
      assume_role_policy: document({
        Effect: "Allow",
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/us` },
        Action: "sts:AssumeRoleWithSAML",
      }),
    }),
    withResource(site, "aws_iam_role_policy", "strangers", {
      role: "${aws_iam_role.strangers.id}",
      name: "p",
      policy: document({ Effect: "Allow", Action: action, Resource: resource }),
    }),
  );
const onAws = (action: string, resource: string, elsewhere: string, site = "backup-virginia"): OversightMutation => ({
  name: `${action} at ${site}`,
  change: strangersAt(site, action, resource),
  finds: ALTERABLE,
  principal: STRANGERS,
  twin: strangersAt(site, action, elsewhere),
});

/** The auditor's statements at a site, or in the log account, without those of these names or actions. */
const auditorAt = (stack: string, begins: string, isGone: (statement: StackJson) => boolean): Change =>
  at(stack, "aws_iam_role_policy", begins, ({ policy: text }) => ({
    policy: document(...JSON.parse(text).Statement.filter((one: StackJson) => !isGone(one))),
  }));
const names = (word: string) => (statement: StackJson) => JSON.stringify(statement.Action).includes(word);

export const OVERSIGHT_MUTATIONS: readonly OversightMutation[] = [
  {
    name: "the log of a store's reads is switched off",
    change: log("primary_logs_media-read", () => ({ is_enabled: false })),
    finds: READ,
    twin: log("primary_logs_media-write", () => ({ is_enabled: false })),
  },
  {
    name: "the log of a copy's reads is gone",
    change: log("standby_logs_exports-read", NO_RESOURCE),
    finds: READ,
    twin: log("standby_logs_exports-write", NO_RESOURCE),
  },
  {
    name: "the log of a store's reads is that of another bucket",
    change: log("primary_logs_messages-read", ofLog({ resource: "larkspur-us-media" })),
    finds: READ,
    twin: log("primary_logs_messages-read", ofLog({ category: "READ" })),
  },
  {
    name: "the log of a store's reads is in the other region",
    change: log("primary_logs_media-read", () => ({ provider: "oci.standby" })),
    finds: READ,
    twin: log("primary_logs_media-write", () => ({ provider: "oci.standby" })),
  },
  {
    name: "the connector of the reads is inactive",
    change: connector("primary_connector-reads", () => ({ state: "INACTIVE" })),
    finds: READ,
    twin: connector("primary_connector-requests", () => ({ state: "INACTIVE" })),
  },
  {
    name: "the connector of the reads passes on some",
    change: connector("standby_connector-reads", () => ({ tasks: [{ kind: "logRule", condition: "data.statusCode='403'" }] })),
    finds: READ,
    twin: connector("standby_changes_Audit", () => ({ tasks: [{ kind: "logRule", condition: "data.statusCode='403'" }] })),
  },
  {
    name: "the connector of the reads carries them elsewhere",
    change: connector("primary_connector-reads", target({ bucket: "larkspur-us-media" })),
    finds: READ,
    twin: connector("primary_connector-reads", target({ object_name_prefix: "other" })),
  },
  {
    name: "the connector of the reads takes another group",
    change: connector("primary_connector-reads", takes({ log_group_id: "${oci_logging_log_group.standby_logs_8CA3C308.id}" })),
    finds: READ,
    twin: connector("primary_connector-requests", takes({ log_group_id: "ocid1.loggroup.oc1.phx.aaaaaaaaother" })),
  },
  {
    name: "the audit log of a region is carried nowhere",
    change: connector("standby_connector-audit", NO_RESOURCE),
    finds: CHANGES,
    twin: connector("standby_changes_Audit", NO_RESOURCE),
  },
  {
    name: "the audit log of the root is carried alone",
    change: connector("primary_connector-audit", takes({ log_group_id: "_Audit" })),
    finds: CHANGES,
    twin: connector("primary_connector-audit", takes({ log_group_id: `${TENANCY}/_Audit_Include_Subcompartment` })),
  },
  {
    name: "some of the audit log is carried",
    change: connector("primary_connector-audit", () => ({ tasks: [{ kind: "logRule", condition: "data.x='1'" }] })),
    finds: CHANGES,
    twin: connector("primary_connector-audit", () => ({ tasks: [] })),
  },
  {
    name: "records are kept by no rule",
    change: evidence(() => ({ retention_rules: [] })),
    finds: ALTERABLE,
    twin: evidence(({ retention_rules: [one] }) => ({
      retention_rules: [{ ...one, duration: { time_amount: "3", time_unit: "YEARS" } }],
    })),
  },
  {
    name: "the rule that keeps them is never locked",
    change: evidence(({ retention_rules: [{ time_rule_locked: _, ...one }] }) => ({ retention_rules: [one] })),
    finds: ALTERABLE,
    twin: evidence(({ retention_rules: [one] }) => ({ retention_rules: [one, { ...one, time_rule_locked: undefined }] })),
  },
  {
    name: "the trail of a site is off",
    change: trail("virginia", () => ({ enable_logging: false })),
    finds: CHANGES,
    twin: trail("virginia", () => ({ enable_logging: true })),
  },
  {
    name: "the trail of a site records no reads",
    change: trail("singapore", ({ advanced_event_selector: [management] }) => ({ advanced_event_selector: [management] })),
    finds: READ,
    twin: trail("singapore", ofData()),
  },
  {
    name: "the trail of a site records reads of another bucket",
    change: trail("virginia", ofData({ field: "resources.ARN", starts_with: ["arn:aws:s3:::other/"] })),
    finds: READ,
    twin: trail("virginia", ofData({ field: "resources.ARN", starts_with: ["arn:aws:s3:::larkspur-us-"] })),
  },
  {
    name: "the trail of a site records writes of copies",
    change: trail("virginia", ofData({ field: "readOnly", equals: ["false"] })),
    finds: READ,
    twin: trail("virginia", ofData({ field: "readOnly", equals: ["true"] })),
  },
  {
    name: "the trail of a site leaves out KMS",
    change: trail("virginia", ofManagement({ field: "eventSource", not_equals: ["kms.amazonaws.com"] })),
    finds: CHANGES,
    twin: trail("virginia", ofManagement({ field: "eventSource", not_equals: ["rdsdata.amazonaws.com"] })),
  },
  {
    name: "the trail of a site records calls that only read",
    change: trail("virginia", ofManagement({ field: "readOnly", equals: ["true"] })),
    finds: CHANGES,
    twin: trail("virginia", ofManagement({ field: "readOnly", equals: ["false"] })),
  },
  {
    name: "the trail of a site is of one region",
    change: trail("singapore", () => ({ is_multi_region_trail: false })),
    finds: CHANGES,
    twin: trail("singapore", () => ({ sns_topic_name: "new-files" })),
  },
  {
    name: "the trail of a site leaves out global services",
    change: trail("singapore", () => ({ include_global_service_events: false })),
    finds: CHANGES,
    twin: trail("singapore", () => ({ insight_selector: [{ insight_type: "ApiCallRateInsight" }] })),
  },
  {
    name: "the files of a trail don't show their gaps",
    change: trail("virginia", () => ({ enable_log_file_validation: false })),
    finds: CHANGES,
    twin: trail("virginia", () => ({ s3_key_prefix: "site" })),
  },
  {
    name: "the trail of a site writes into the copies",
    change: trail("virginia", () => ({ s3_bucket_name: "larkspur-us-copies-virginia" })),
    finds: READ,
    twin: both(
      trail("virginia", () => ({ s3_bucket_name: "larkspur-us-copies-virginia" })),
      (stacks) => {
        const [args] = Object.values(stacks["backup-virginia"].resource.aws_cloudtrail) as StackJson[];
        return withResource("backup-virginia", "aws_cloudtrail", "second", {
          ...args,
          name: "second",
          s3_bucket_name: "larkspur-us-records",
        })(stacks);
      },
    ),
  },
  {
    name: "the lock of the records on AWS yields",
    change: (stacks) => withLock(stacks, { mode: "GOVERNANCE", days: 365 }),
    finds: ALTERABLE,
    twin: (stacks) => withLock(stacks, { mode: "COMPLIANCE", years: 2 }),
  },
  guarded("KEY_DELETE", "us:keys"),
  guarded("KEY_UPDATE", "us:keys:evidence"),
  guarded("VAULT_DELETE", "us:keys:evidence"),
  guarded("SERVICE_CONNECTOR_UPDATE", "us:oversight"),
  guarded("SERVICE_CONNECTOR_DELETE", "us"),
  guarded("LOG_GROUP_UPDATE", "us:oversight"),
  guarded("LOG_GROUP_DELETE", "us:oversight", "us/us-sre"),
  guarded("SERVICE_CONNECTOR_MOVE", "us:oversight", "us/trust-and-safety"),
  {
    name: "somebody foreign writes the policies of the oversight",
    change: policy(`Allow group ${STRANGERS} to manage policies in compartment us:oversight`),
    finds: ALTERABLE,
    principal: STRANGERS,
    twin: policy(`Allow group ${STRANGERS} to manage policies in compartment us:health`),
  },
  onAws("cloudtrail:StopLogging", "*", `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/other`),
  onAws("cloudtrail:UpdateTrail", `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/us-*`, "arn:aws:s3:::nothing"),
  onAws("iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/${STRANGERS}`, `arn:aws:iam::${ACCOUNT}:role/other`),
  {
    name: "the auditor reads neither the records nor what they are made of",
    change: auditorWithout("OBJECT_READ", "LOG_CONTENT_READ"),
    finds: BLIND,
    twin: auditorWithout("OBJECT_READ"),
  },
  {
    name: "the auditor reads no policies",
    change: auditorWithout("POLICY_READ"),
    finds: BLIND,
    twin: auditorWithout("CG_CONFIG_READ"),
  },
  {
    name: "the auditor reads no rules of a site",
    change: auditorAt("backup-singapore", "role-oracle-auditor", names("iam:GetRolePolicy")),
    finds: BLIND,
    twin: auditorAt("backup-singapore", "role-oracle-auditor", names("s3:GetBucketPolicy")),
  },
  {
    name: "the auditor reads a store",
    change: policy("Allow group 'us'/'oracle-auditor' to {OBJECT_READ} in compartment us:stores:media"),
    finds: "oversight/auditor-reads",
    principal: "us/oracle-auditor",
    twin: policy("Allow group 'us'/'oracle-auditor' to {OBJECT_INSPECT} in compartment us:stores:media"),
  },
];

function withLock(stacks: Parameters<Change>[0], retention: object): ReturnType<Change> {
  const holder = "records" in stacks ? "records" : "backup-guardrails";
  return withArguments(holder, "aws_s3_bucket_object_lock_configuration", () => ({ rule: [{ default_retention: [retention] }] }))(
    stacks,
  );
}

/** What decides oversight and isn't known: each leaves the verdict open, by its address. */
export const OVERSIGHT_UNKNOWNS: readonly (readonly [name: string, change: Change, address: string])[] = [
  ["whether a log is on", log("primary_logs_media-read", () => ({ is_enabled: "${var.on}" })), "oversight/oci_logging_log."],
  [
    "what a connector takes",
    connector("primary_connector-reads", takes({ log_group_id: "${var.group}" })),
    "oversight/oci_sch_service_connector.",
  ],
  [
    "where a connector carries records",
    connector("standby_connector-audit", target({ bucket: "${var.bucket}" })),
    "oversight/oci_sch_service_connector.",
  ],
  ["the retention rules", evidence(() => ({ retention_rules: "${var.rules}" })), "oversight/oci_objectstorage_bucket."],
  [
    "what a trail selects",
    trail("virginia", () => ({ advanced_event_selector: "${var.all}" })),
    "backup-virginia/aws_cloudtrail.",
  ],
  ["where a trail writes", trail("singapore", () => ({ s3_bucket_name: "${var.bucket}" })), "backup-singapore/aws_cloudtrail."],
  [
    "the statements of a policy",
    withArguments("access", "oci_identity_policy", () => ({ statements: "${var.statements}" })),
    "access/oci_identity_policy.",
  ],
];
