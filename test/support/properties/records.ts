import { covers, type ReadStatement, readStatement } from "../statements";
import { elementsOf, isObject, listOf } from "../terraform-json";
import { offendingElements, only, type Property } from "./property";

/** What alters, stops or shortens records, by the compartment (below the deployment's) that it does so in. */
const ALTERING: Readonly<Record<string, readonly string[]>> = {
  evidence: [
    ...["OBJECT_CREATE", "OBJECT_OVERWRITE", "OBJECT_DELETE", "OBJECT_VERSION_DELETE", "OBJECT_RESTORE", "PAR_MANAGE"],
    ...["BUCKET_UPDATE", "BUCKET_DELETE", "RETENTION_RULE_MANAGE", "RETENTION_RULE_LOCK"],
  ],
  "keys:evidence": ["KEY_UPDATE", "KEY_DELETE", "KEY_DISASSOCIATE", "KEY_MOVE", "VAULT_UPDATE", "VAULT_DELETE", "VAULT_MOVE"],
  oversight: [
    ...["LOG_GROUP_UPDATE", "LOG_GROUP_DELETE", "SERVICE_CONNECTOR_UPDATE", "SERVICE_CONNECTOR_DELETE", "SERVICE_CONNECTOR_MOVE"],
    ...["ONS_TOPIC_UPDATE", "ONS_TOPIC_DELETE", "ONS_TOPIC_MOVE", "ONS_TOPIC_SUBSCRIBE", "ONS_SUBSCRIPTION_MOVE"],
    ...["ALARM_UPDATE", "ALARM_DELETE", "ALARM_MOVE"],
  ],
};
/** The same for what lies in the root. */
const ALTERING_IN_ROOT = [
  ...["EVENTRULE_MODIFY", "EVENTRULE_DELETE", "CG_CONFIG_UPDATE", "CG_TARGET_UPDATE", "CG_TARGET_DELETE", "CG_PROBLEM_UPDATE"],
  ...["SECURITY_ZONE_UPDATE", "SECURITY_ZONE_DELETE", "SECURITY_ZONE_ATTACH", "SECURITY_ZONE_DETACH"],
  ...["SECURITY_RECIPE_UPDATE", "SECURITY_RECIPE_DELETE"],
];

/** Operations that make records, or somebody who is told of changes, and take nothing back. */
const MAKING = [
  "request.operation = 'CreateRetentionRule'",
  "request.operation in ('CreateSubscription', 'GetSubscription', 'ListSubscriptions')",
];
/** What carries records: it adds to them. */
const carrierOf = (prefix: string) => `dynamic-group '${prefix}'/'records'`;
const CARRIED = ["OBJECT_CREATE", "OBJECT_OVERWRITE"];

/** All that there is to log, by service. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  objectstorage: ["read", "write"],
  loadbalancer: ["access", "error"],
  waf: ["all"],
};

export const RECORDS: readonly Property[] = [
  {
    says: "may anybody alter, stop or shorten records",
    offences: (stack, { prefix }) => allowsIn(stack).filter(altersRecords(prefix)).map(describe),
    counterexamples: Object.fromEntries(
      [
        ["an operator of the stores", "Allow group 'us'/'us-sre' to {LOG_GROUP_UPDATE} in compartment us:oversight"],
        ["the pipeline that made them", "Allow group 'us'/'deploy-pipeline' to {SERVICE_CONNECTOR_DELETE} in tenancy"],
        ["somebody above", "Allow group 'us'/'us-sre' to manage object-family in compartment us"],
        ["somebody below", "Allow group 'us'/'us-sre' to {OBJECT_DELETE} in compartment us:evidence:primary"],
        [
          "whoever ends the lock",
          "Allow group 'us'/'us-sre' to {BUCKET_UPDATE, RETENTION_RULE_MANAGE} in compartment us:evidence",
        ],
        ["whoever takes the key away", "Allow group 'us'/'key-custodian' to {KEY_DELETE} in compartment us:keys"],
        ["whoever silences an alarm", "Allow group 'us'/'us-sre' to {EVENTRULE_MODIFY} in tenancy"],
        ["whoever takes a recipient away", "Allow group 'us'/'us-sre' to {ONS_TOPIC_SUBSCRIBE} in compartment us:oversight"],
        [
          "a carrier that deletes",
          "Allow dynamic-group 'us'/'records' to {OBJECT_CREATE, OBJECT_DELETE} in compartment us:evidence",
        ],
        ["somebody who writes by hand", "Allow group 'us'/'us-sre' to {OBJECT_CREATE} in compartment us:evidence:standby"],
        ["somebody of another tenancy", "Admit group auditors of tenancy oracle to {ALARM_DELETE} in tenancy"],
        ["a type that nobody knows", "Allow group 'us'/'us-sre' to use unheard-of-things in tenancy"],
      ].map(([what, statement]) => [what, policy(statement as string)]),
    ),
  },
  {
    says: "does anybody who writes policies or makes records read a store",
    offences: (stack, { prefix }) => {
      const allows = allowsIn(stack);
      const reading = new Set(allows.filter(readsStores(prefix)).map(({ subject }) => subject));
      return allows.filter((each) => changesTheBoundary(each) && reading.has(each.subject)).map(describe);
    },
    counterexamples: {
      "an operator with a policy of their own": policy(
        "Allow group 'us'/'us-sre' to {OBJECT_READ} in compartment us:stores:media",
        "Allow group 'us'/'us-sre' to {POLICY_CREATE} in tenancy",
      ),
      "an operator who makes connectors": policy(
        "Allow group 'us'/'us-sre' to {AUTONOMOUS_DATABASE_CONTENT_READ} in compartment us:stores:profiles",
        "Allow group 'us'/'us-sre' to {SERVICE_CONNECTOR_CREATE} in compartment us:oversight",
      ),
      "an administrator who reads a secret": policy(
        "Allow group 'us'/'security-administrator' to {SECRET_BUNDLE_READ} in compartment us:secrets",
        "Allow group 'us'/'security-administrator' to manage policies in tenancy",
      ),
    },
  },
  {
    says: "is evidence without a lock, or kept for no time",
    offences: offendingElements(
      ({ type, args }) =>
        type === "oci_objectstorage_bucket" &&
        dataClass(args["defined_tags"]) === "evidence" &&
        !isLocked(args["retention_rules"]),
    ),
    counterexamples: {
      "no rule": evidence([]),
      "a rule that can be taken back": evidence([{ duration: { time_amount: "365", time_unit: "DAYS" } }]),
      "a rule that ends with no day": evidence([{ time_rule_locked: "2026-03-01T00:00:00Z" }]),
      "a lock that isn't known": evidence([
        { duration: { time_amount: "365", time_unit: "DAYS" }, time_rule_locked: "${var.locked}" },
      ]),
    },
  },
  {
    says: "is a bucket or the edge logged by halves, or a log off",
    offences: (stack) => {
      const logs = elementsOf(stack).filter(({ type }) => type === "oci_logging_log");
      const categories = (bucket: unknown) =>
        logs
          .filter(({ args }) => args["is_enabled"] === true && sourceOf(args)?.["resource"] === bucket)
          .map(({ args }) => sourceOf(args)?.["category"]);
      return logs
        .filter(({ args }) => {
          const source = sourceOf(args);
          const all = CATEGORIES[String(source?.["service"])];
          return !all?.every((category) => categories(source?.["resource"]).includes(category));
        })
        .map(({ address }) => address);
    },
    counterexamples: {
      "writes alone": only("oci_logging_log", log("write", true)),
      "reads that are off": { resource: { oci_logging_log: { reads: log("read", false), writes: log("write", true) } } },
      "a log of an unknown service": only("oci_logging_log", {
        is_enabled: true,
        configuration: { source: { service: "other", resource: "a", category: "read" } },
      }),
      "a log of nothing": only("oci_logging_log", {}),
    },
  },
  {
    says: "does a connector carry records elsewhere than into evidence or to a topic of its stack",
    offences: offendingElements(({ type, args }) => {
      if (type !== "oci_sch_service_connector") return false;
      return !listOf(args["target"]).every(
        (target) =>
          isObject(target) &&
          (target["kind"] === "objectStorage"
            ? /-evidence-(primary|standby)$/.test(String(target["bucket"]))
            : target["kind"] === "notifications" && /^\$\{oci_ons_notification_topic\./.test(String(target["topic_id"]))),
      );
    }),
    counterexamples: {
      "into a bucket of anybody": only("oci_sch_service_connector", { target: { kind: "objectStorage", bucket: "scratch" } }),
      "into a function": only("oci_sch_service_connector", { target: { kind: "functions", function_id: "f" } }),
      "to a topic of elsewhere": only("oci_sch_service_connector", {
        target: { kind: "notifications", topic_id: "${var.topic}" },
      }),
    },
  },
  {
    says: "is anybody told of changes whom the configuration doesn't name",
    offences: (stack, { oversight }) =>
      offendingElements(
        ({ type, args }) =>
          type === "oci_ons_subscription" &&
          !(args["protocol"] === "EMAIL" && oversight.recipients.includes(String(args["endpoint"]))),
      )(stack),
    counterexamples: {
      "somebody else": only("oci_ons_subscription", { protocol: "EMAIL", endpoint: "somebody@elsewhere.example" }),
      "another way": only("oci_ons_subscription", { protocol: "CUSTOM_HTTPS", endpoint: "security@larkspur.example" }),
    },
  },
];

/** What a stack's policies allow or admit; the platform's own services aside. */
function allowsIn(stack: unknown): ReadStatement[] {
  return elementsOf(stack)
    .filter(({ type }) => type === "oci_identity_policy")
    .flatMap(({ args }) => listOf(args["statements"]).map(String))
    .filter((text) => !text.startsWith("Define "))
    .map(readStatement)
    .filter(({ effect, subject }) => effect !== "Deny" && !subject.startsWith("service "));
}

const altersRecords =
  (prefix: string) =>
  (statement: ReadStatement): boolean => {
    const { subject, permissions, location, conditions } = statement;
    if (!permissions) return true;
    if (conditions.some((condition) => MAKING.includes(condition))) return false;
    const given = subject === carrierOf(prefix) ? permissions.filter((permission) => !CARRIED.includes(permission)) : permissions;
    const places = Object.entries(ALTERING).map(([path, altering]) => [`${prefix}:${path}`, altering] as const);
    return [...places, ["tenancy", ALTERING_IN_ROOT] as const].some(
      ([place, altering]) =>
        (covers(location, place) || covers(place, location)) && given.some((permission) => altering.includes(permission)),
    );
  };

const readsStores =
  (prefix: string) =>
  ({ permissions = ["OBJECT_READ"], location, conditions }: ReadStatement) =>
    [`${prefix}:stores`, `${prefix}:secrets`].some((place) => covers(location, place) || covers(place, location)) &&
    ["OBJECT_READ", "AUTONOMOUS_DATABASE_CONTENT_READ", "SECRET_BUNDLE_READ"].some((each) => permissions.includes(each)) &&
    // The permission, not the reading: a replication can't be set up without it.
    !conditions.includes("request.operation = 'CreateReplicationPolicy'");

const changesTheBoundary = ({ permissions = ["POLICY_CREATE"] }: ReadStatement) =>
  ["POLICY_CREATE", "POLICY_UPDATE", "POLICY_DELETE", "SERVICE_CONNECTOR_CREATE", "LOG_GROUP_CREATE"].some((each) =>
    permissions.includes(each),
  );

const describe = ({ subject, action, location }: ReadStatement) => `${subject} to ${action} in ${location}`;

function policy(...statements: readonly string[]) {
  return only("oci_identity_policy", { statements });
}

function evidence(rules: readonly unknown[]) {
  return only("oci_objectstorage_bucket", { defined_tags: { "us-data.data-class": "evidence" }, retention_rules: rules });
}

function log(category: string, enabled: boolean) {
  return { is_enabled: enabled, configuration: { source: { resource: "media", category } } };
}

function sourceOf(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const [configuration] = listOf(args["configuration"]);
  const [source] = isObject(configuration) ? listOf(configuration["source"]) : [];
  return isObject(source) ? source : undefined;
}

function dataClass(tags: unknown): unknown {
  return isObject(tags) ? Object.entries(tags).find(([name]) => name.endsWith(".data-class"))?.[1] : undefined;
}

function isLocked(rules: unknown): boolean {
  const listed = listOf(rules);
  return (
    listed.length > 0 &&
    listed.every(
      (rule) =>
        isObject(rule) &&
        /^\d{4}-\d{2}-\d{2}T/.test(String(rule["time_rule_locked"])) &&
        listOf(rule["duration"]).some((duration) => isObject(duration) && Number(duration["time_amount"]) > 0),
    )
  );
}
