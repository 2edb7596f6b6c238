import type { Deployment, Role, Scenario } from "../../config/schema/model";

/** Source: European Union, "Country profiles": the member states. */
const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/**
 * Who must have which statements on what holds user data, worked out from the registry alone, without the constructs.
 * A statement is `subject: PERMISSIONS if CONDITIONS`, permissions and conditions in alphabetical order.
 */
export interface ExpectedAccess {
  readonly subject: string;
  readonly place: string;
  readonly statement: string;
}

export const expected = (
  subject: string,
  place: string,
  permissions: readonly string[],
  conditions: readonly string[] = [],
): ExpectedAccess => ({
  subject,
  place,
  statement: `${[...permissions].sort().join(" ")} if ${[...conditions].sort().join(" and ") || "always"}`,
});

export const REGION_KEYS: Record<string, string> = {
  "us-phoenix-1": "phx",
  "us-ashburn-1": "iad",
  "eu-frankfurt-1": "fra",
  "eu-amsterdam-1": "ams",
};
/** The countries of each jurisdiction. */
const INSIDE: Record<string, readonly string[]> = { us: ["US"], eu: EU };
const NEXT: Record<string, string> = {
  monday: "tuesday",
  tuesday: "wednesday",
  wednesday: "thursday",
  thursday: "friday",
  friday: "saturday",
  saturday: "sunday",
  sunday: "monday",
};
const REPLICATION =
  "BUCKET_READ BUCKET_UPDATE OBJECT_READ OBJECT_INSPECT OBJECT_CREATE OBJECT_OVERWRITE OBJECT_RESTORE OBJECT_DELETE";
export const KEYS = ["VAULT_INSPECT", "VAULT_READ", "KEY_INSPECT", "KEY_READ"];

/** Places that hold user data, or open it: stores, keys, secrets, the state. */
export function placesOf({ prefix, buckets, databases, state }: Deployment): string[] {
  return [
    ...[...buckets, ...databases].map(({ name }) => `${prefix}:stores:${name}`),
    ...["keys", "keys:objects", "keys:database", "keys:secrets", "keys:evidence", "secrets", "evidence"].map(
      (path) => `${prefix}:${path}`,
    ),
    ...("compartment" in state ? [state.compartment] : []),
  ];
}

export function expectedAccess(deployment: Deployment): ExpectedAccess[] {
  return [
    ...deployment.roles.flatMap((role) =>
      role.scenarios
        .filter(({ at }) => at.includes("primary"))
        .flatMap((scenario) => [
          ...deployment.buckets.flatMap(({ name }) => onBucket(deployment, role, scenario, name)),
          ...deployment.databases.flatMap(({ name }) => onDatabase(deployment, role, scenario, name)),
          ...onKeys(deployment, role, scenario),
        ]),
    ),
    ...ofServices(deployment),
  ];
}

function onBucket({ prefix, company, oci }: Deployment, role: Role, scenario: Scenario, store: string): ExpectedAccess[] {
  if (!scenario.stores.includes(store)) return [];
  const named = `target.bucket.name = '${company.name}-${prefix}-${store}'`;
  const at = (region: string) => `request.region = '${REGION_KEYS[region]}'`;
  const copies = role.assumedBy === "copier";
  // Copies are made of the primary alone; whoever else reads a store reads its replica.
  const region = copies ? at(oci.primary.region) : `any {${at(oci.primary.region)}, ${at(oci.standby.region)}}`;
  const circumstances = circumstancesOf(scenario);
  const on = (permissions: string, ...conditions: string[]) =>
    expected(subjectOf(prefix, role), `${prefix}:stores:${store}`, permissions.split(" "), [...conditions, ...circumstances]);
  const reads = copies ? "BUCKET_INSPECT OBJECT_INSPECT OBJECT_READ" : "OBJECT_INSPECT OBJECT_READ";
  const first = {
    metadata: [on("BUCKET_INSPECT BUCKET_READ", named)],
    content: [on(reads, named, region)],
    administer: [
      on("BUCKET_INSPECT BUCKET_READ BUCKET_CREATE"),
      on("BUCKET_UPDATE OBJECT_CREATE OBJECT_DELETE", named, "request.operation = 'PutObjectLifecyclePolicy'"),
      on(REPLICATION, named, "request.operation = 'CreateReplicationPolicy'"),
    ],
  }[scenario.capability];
  const deletes = scenario.deletes ? [on("OBJECT_DELETE", named, region)] : [];
  return [...first, ...deletes, ...(scenario.writes ? [on("OBJECT_INSPECT OBJECT_CREATE OBJECT_OVERWRITE", named, region)] : [])];
}

function onDatabase({ prefix }: Deployment, role: Role, scenario: Scenario, store: string): ExpectedAccess[] {
  if (!scenario.stores.includes(store)) return [];
  const circumstances = circumstancesOf(scenario);
  const on = (place: string, permissions: string, ...conditions: string[]) =>
    expected(subjectOf(prefix, role), `${prefix}:${place}`, permissions.split(" "), [...conditions, ...circumstances]);
  const metadata = on(`stores:${store}`, "AUTONOMOUS_DATABASE_INSPECT");
  return {
    metadata: [metadata],
    content: [
      metadata,
      on(`stores:${store}`, "AUTONOMOUS_DATABASE_CONTENT_READ", "request.operation = 'GenerateAutonomousDatabaseWallet'"),
      on("secrets", "SECRET_BUNDLE_READ", `target.secret.name = '${store}--${role.name}'`),
    ],
    administer: [on(`stores:${store}`, "AUTONOMOUS_DATABASE_INSPECT AUTONOMOUS_DATABASE_CREATE")],
  }[scenario.capability];
}

function onKeys({ prefix }: Deployment, role: Role, scenario: Scenario): ExpectedAccess[] {
  const on = (place: string, permissions: readonly string[], ...conditions: string[]) =>
    expected(subjectOf(prefix, role), `${prefix}:${place}`, permissions, [...conditions, ...circumstancesOf(scenario)]);
  const administers = scenario.capability === "administer";
  const made = administers ? [...KEYS, "VAULT_CREATE_KEY", "KEY_CREATE", "KEY_ROTATE", "KEY_ASSOCIATE"] : KEYS;
  const secrets = "VAULT_INSPECT VAULT_READ VAULT_CREATE_SECRET SECRET_INSPECT SECRET_READ SECRET_CREATE".split(" ");
  return [
    ...scenario.keys.map((purpose) => on(`keys:${purpose}`, made)),
    ...(scenario.boundary && !administers ? [on("keys", KEYS)] : []),
    ...(scenario.infrastructure && administers
      ? [
          on("keys", ["VAULT_INSPECT", "VAULT_READ", "VAULT_CREATE"]),
          on("keys", ["VAULT_REPLICATE"], "request.operation = 'CreateVaultReplica'"),
          on("secrets", secrets),
        ]
      : []),
  ];
}

/** Object Storage of both regions, the Vault service for its replica, and each database for itself. */
function ofServices({ prefix, company, oci, buckets, databases }: Deployment): ExpectedAccess[] {
  const storage = `service objectstorage-${oci.primary.region}`;
  const opens = ["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"];
  const lifecycle = "BUCKET_INSPECT BUCKET_READ OBJECT_INSPECT OBJECT_UPDATE_TIER OBJECT_DELETE OBJECT_VERSION_DELETE".split(" ");
  const replica = "VAULT_INSPECT VAULT_READ VAULT_CREATE VAULT_UPDATE VAULT_REPLICATE".split(" ");
  return [
    expected(storage, `${prefix}:keys:objects`, opens),
    expected(`service objectstorage-${oci.standby.region}`, `${prefix}:keys:objects`, opens),
    expected("service keymanagementservice", `${prefix}:keys`, replica),
    ...buckets.flatMap(({ name }) =>
      [lifecycle, REPLICATION.split(" ")].map((permissions) =>
        expected(storage, `${prefix}:stores:${name}`, permissions, [`target.bucket.name = '${company.name}-${prefix}-${name}'`]),
      ),
    ),
    ...databases.flatMap(({ name, exportedTo }) => {
      const itself = `dynamic-group '${prefix}'/'${name}-database'`;
      return [
        expected(itself, `${prefix}:keys:database`, opens),
        expected(itself, `${prefix}:keys`, ["VAULT_INSPECT", "VAULT_READ"]),
        expected(itself, `${prefix}:secrets`, ["SECRET_BUNDLE_READ"], [`target.secret.name = '${name}--admin'`]),
        ...(exportedTo === undefined
          ? []
          : [
              expected(
                itself,
                `${prefix}:stores:${exportedTo}`,
                ["OBJECT_INSPECT", "OBJECT_CREATE", "OBJECT_OVERWRITE"],
                [
                  `target.bucket.name = '${company.name}-${prefix}-${exportedTo}'`,
                  `request.region = '${REGION_KEYS[oci.primary.region]}'`,
                ],
              ),
            ]),
      ];
    }),
  ];
}

export const isInside = (prefix: string, countries: readonly string[]): boolean =>
  countries.every((country) => INSIDE[prefix]?.includes(country));

/** A role's group lies in the domain of the jurisdiction, or, where somebody of it sits elsewhere, abroad. */
export function subjectOf(prefix: string, { name, countries, assumedBy }: Role): string {
  const inside = isInside(prefix, countries);
  return `${assumedBy === "app" ? "dynamic-group" : "group"} '${inside ? prefix : "international"}'/'${name}'`;
}

export function circumstancesOf({ circumstances: { network, time } }: Scenario): string[] {
  const on = (days: readonly string[]) => `request.utc-timestamp.day-of-week in (${days.map((day) => `'${day}'`).join(", ")})`;
  const between = (from: string, to: string) => `request.utc-timestamp.time-of-day between '${from}' and '${to}'`;
  const sources = (network ?? []).map((name) => `request.networkSource.name = '${name}'`);
  const pinned = sources.length > 1 ? [`any {${sources.join(", ")}}`] : sources;
  if (!time) return pinned;
  const [from, to] = [`${time.from}:00Z`, `${time.to}:00Z`];
  if (from <= to) return [...pinned, on(time.days), between(from, to)];
  const evening = `all {${on(time.days)}, ${between(from, "23:59:59Z")}}`;
  const morning = `all {${on(time.days.map((day) => NEXT[day] as string))}, ${between("00:00:00Z", to)}}`;
  return [...pinned, `any {${evening}, ${morning}}`];
}
