import type { Deployment, Role, Scenario } from "../../config/schema/model";
import { circumstancesOf, type ExpectedAccess, expected, KEYS, REGION_KEYS, subjectOf } from "./expected-access";

const SITES = ["primary", "standby"] as const;
const SEEN =
  "LOG_GROUP_INSPECT LOG_GROUP_READ SERVICE_CONNECTOR_INSPECT SERVICE_CONNECTOR_READ ONS_TOPIC_INSPECT ONS_TOPIC_READ " +
  "ONS_SUBSCRIPTION_INSPECT ALARM_INSPECT ALARM_READ METRIC_INSPECT METRIC_READ";
const MADE = "LOG_GROUP_CREATE SERVICE_CONNECTOR_CREATE ONS_TOPIC_CREATE ALARM_CREATE";
const SUBSCRIBING = "request.operation in ('CreateSubscription', 'GetSubscription', 'ListSubscriptions')";

/** Places that hold records, or open or make them. */
export const placesOfRecords = ({ prefix }: Deployment): string[] =>
  ["oversight", ...SITES.flatMap((site) => [`evidence:${site}`, `keys:evidence:${site}`])].map((path) => `${prefix}:${path}`);

/** Who must have which statements on records, worked out from the registry alone, as `expectedAccess` does. */
export function expectedRecords(deployment: Deployment): ExpectedAccess[] {
  const given = deployment.roles.flatMap((role) =>
    role.scenarios.filter(({ at }) => at.includes("primary")).flatMap((scenario) => onRecords(deployment, role, scenario)),
  );
  return [...given, ...ofOversight(deployment)];
}

/** What a scenario with `records` gives: reading them, or making what makes them. */
function onRecords({ prefix, company, oci }: Deployment, role: Role, scenario: Scenario): ExpectedAccess[] {
  if (!scenario.records) return [];
  const on = (place: string, permissions: string, ...conditions: string[]) =>
    expected(subjectOf(prefix, role), `${prefix}:${place}`, permissions.split(" "), [
      ...conditions,
      ...circumstancesOf(scenario),
    ]);
  const named = (site: string) => `target.bucket.name = '${company.name}-${prefix}-evidence-${site}'`;
  if (scenario.capability !== "administer")
    return [
      on("oversight", `${SEEN} LOG_CONTENT_READ`),
      ...SITES.map((site) =>
        on(
          `evidence:${site}`,
          "BUCKET_INSPECT BUCKET_READ OBJECT_INSPECT OBJECT_READ",
          named(site),
          `request.region = '${REGION_KEYS[oci[site].region]}'`,
        ),
      ),
    ];
  return [
    on("oversight", `${SEEN} ${MADE}`),
    on("oversight", "ONS_TOPIC_SUBSCRIBE", SUBSCRIBING),
    ...SITES.flatMap((site) => [
      on(`evidence:${site}`, "BUCKET_INSPECT BUCKET_READ BUCKET_CREATE"),
      on(
        `evidence:${site}`,
        "BUCKET_UPDATE RETENTION_RULE_MANAGE RETENTION_RULE_LOCK",
        named(site),
        "request.operation = 'CreateRetentionRule'",
      ),
      on(`keys:evidence:${site}`, [...KEYS, "VAULT_CREATE_KEY", "KEY_CREATE", "KEY_ROTATE", "KEY_ASSOCIATE"].join(" ")),
    ]),
  ];
}

/** What carries records, what encrypts them, and Cloud Guard, which sees settings everywhere. */
function ofOversight({ prefix, company, oci, buckets, databases }: Deployment): ExpectedAccess[] {
  const connectors = `dynamic-group '${prefix}'/'records'`;
  const guard = (place: string, permissions: readonly string[]) =>
    expected("service cloudguard", `${prefix}:${place}`, permissions);
  const settings = ["BUCKET_INSPECT", "BUCKET_READ"];
  return [
    expected(connectors, `${prefix}:oversight`, ["ONS_TOPIC_READ", "ONS_TOPIC_PUBLISH"]),
    ...SITES.flatMap((site) => [
      expected(`service objectstorage-${oci[site].region}`, `${prefix}:keys:evidence:${site}`, [
        ...["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"],
      ]),
      expected(
        connectors,
        `${prefix}:evidence:${site}`,
        ["OBJECT_INSPECT", "OBJECT_CREATE", "OBJECT_OVERWRITE"],
        [
          `target.bucket.name = '${company.name}-${prefix}-evidence-${site}'`,
          `request.region = '${REGION_KEYS[oci[site].region]}'`,
        ],
      ),
      guard(`evidence:${site}`, settings),
      guard(`keys:evidence:${site}`, KEYS),
    ]),
    ...buckets.map(({ name }) => guard(`stores:${name}`, settings)),
    ...databases.map(({ name }) => guard(`stores:${name}`, ["AUTONOMOUS_DATABASE_INSPECT"])),
    ...["objects", "database", "secrets"].map((purpose) => guard(`keys:${purpose}`, KEYS)),
  ];
}
