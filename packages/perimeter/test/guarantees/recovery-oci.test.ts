import { describe, expect, test } from "@jest/globals";
import { type Resources, TENANCY } from "../support/oci-estate";
import { type OciParts, ociModel, ociStacks, recoveryOf, said } from "../support/recovery-estate";

const HOLDS = ["holds"];
const violated = (...findings: readonly string[]) => ["violated", ...findings];
const COPY = "a/oci_objectstorage_bucket.copy";
const OPS = "Allow group us-ops to";

type Case = readonly [name: string, parts: OciParts, expected: readonly string[]];
const table = (cases: readonly Case[], recovery?: string) =>
  test.each(cases)("%s", (_, parts, expected) =>
    expect(said(recoveryOf(ociStacks(parts), ociModel(recovery)))).toEqual(expected),
  );

const rule = (amount: string, more: object = {}) => ({
  versioning: "Disabled",
  retention_rules: [{ display_name: "r", duration: [{ time_amount: amount, time_unit: "DAYS" }], ...more }],
});
const lifecycle = (bucket: string, ...rules: readonly object[]): Resources => ({
  oci_objectstorage_object_lifecycle_policy: {
    [bucket]: {
      ...(bucket === "copy" ? { provider: "oci.standby" } : {}),
      bucket: `\${oci_objectstorage_bucket.${bucket}.name}`,
      namespace: "ns",
      rules: rules.map((one) => ({ name: "r", action: "DELETE", is_enabled: true, time_unit: "DAYS", ...one })),
    },
  },
});
const OTHER = { oci_identity_compartment: { other: { compartment_id: TENANCY, name: "other", description: "d" } } };
const PREVIOUS = "previous-object-versions";

describe("copies and days", () => {
  table([
    ["versions that are kept for ever", {}, HOLDS],
    ["no versions: deletions are replicated", { copy: { versioning: "Disabled" } }, violated("days")],
    ["versions that are suspended", { copy: { versioning: "Suspended" } }, violated("days")],
    [
      "versions that are deleted too early",
      { more: lifecycle("copy", { target: PREVIOUS, time_amount: "7" }) },
      violated("days"),
    ],
    ["… late enough", { more: lifecycle("copy", { target: PREVIOUS, time_amount: "30" }) }, HOLDS],
    ["… by a rule that is off", { more: lifecycle("copy", { target: PREVIOUS, time_amount: "7", is_enabled: false }) }, HOLDS],
    ["… at the store", { more: lifecycle("media", { target: PREVIOUS, time_amount: "7" }) }, HOLDS],
    ["… which are only moved", { more: lifecycle("copy", { target: PREVIOUS, time_amount: "7", action: "ARCHIVE" }) }, HOLDS],
    [
      "uploads that are given up",
      { more: lifecycle("copy", { target: "multipart-uploads", time_amount: "7", action: "ABORT" }) },
      HOLDS,
    ],
    ["what is current is deleted", { more: lifecycle("copy", { target: "objects", time_amount: "90" }) }, violated("days")],
    ["a retention rule that is locked", { copy: rule("35", { time_rule_locked: "2026-01-01T00:00:00Z" }) }, HOLDS],
    ["… and too short", { copy: rule("14", { time_rule_locked: "2026-01-01T00:00:00Z" }) }, violated("days")],
    [
      "… of years",
      { copy: { ...rule("1"), retention_rules: [{ display_name: "r", duration: [{ time_amount: "1", time_unit: "YEARS" }] }] } },
      HOLDS,
    ],
    ["a rule that isn't locked, and that nobody removes", { copy: rule("35") }, HOLDS],
    [
      "… that somebody removes",
      { copy: rule("35"), statements: [`${OPS} {BUCKET_UPDATE, RETENTION_RULE_MANAGE} in compartment copies`] },
      violated(`days us-ops ${COPY}`),
    ],
    [
      "… that somebody may only create",
      {
        copy: rule("35"),
        statements: [
          `${OPS} {BUCKET_UPDATE, RETENTION_RULE_MANAGE} in compartment copies where request.operation = 'CreateRetentionRule'`,
        ],
      },
      HOLDS,
    ],
    [
      "a locked rule, and somebody who could have removed it",
      {
        copy: rule("35", { time_rule_locked: "2026-01-01T00:00:00Z" }),
        statements: [`${OPS} {BUCKET_UPDATE, RETENTION_RULE_MANAGE} in compartment copies`],
      },
      HOLDS,
    ],
    [
      "somebody deletes versions of the copy",
      { statements: [`${OPS} manage objects in compartment copies`] },
      violated(`days us-ops ${COPY}`),
    ],
    ["… deletes, which leaves versions", { statements: [`${OPS} {OBJECT_DELETE, OBJECT_INSPECT} in compartment copies`] }, HOLDS],
    [
      "somebody foreign puts rules",
      { statements: ["Allow group apac-eng to {BUCKET_UPDATE, OBJECT_CREATE, OBJECT_DELETE} in compartment copies"] },
      violated(`days apac-eng ${COPY}`),
    ],
    [
      "… rules of something else, and objects",
      {
        statements: [
          "Allow group apac-eng to {BUCKET_UPDATE} in compartment copies where request.operation = 'CreateReplicationPolicy'",
          "Allow group apac-eng to {OBJECT_CREATE, OBJECT_DELETE} in compartment copies",
        ],
      },
      HOLDS,
    ],
    [
      "somebody writes policies",
      { statements: [`${OPS} manage policies in compartment copies`] },
      violated(`days us-ops ${COPY}`),
    ],
    ["… elsewhere", { statements: [`${OPS} manage policies in compartment other`], more: OTHER }, HOLDS],
    [
      "a copy whose key is disabled",
      { more: { oci_kms_key: { copy: keyOf("copy", { desired_state: "DISABLED" }) } } },
      violated("copies"),
    ],
    ["… enabled", { more: { oci_kms_key: { copy: keyOf("copy", { desired_state: "ENABLED" }) } } }, HOLDS],
    ["versioning that isn't known", { copy: { versioning: "${var.versioning}" } }, ["undecided", `? ${COPY}`]],
    [
      "rules that aren't known",
      { more: lifecycle("copy", { target: PREVIOUS, time_amount: "${var.days}" }) },
      ["undecided", "? a/oci_objectstorage_object_lifecycle_policy.copy"],
    ],
  ]);

  test("a rule that is locked from a day on counts, and who could remove it until then is told", () => {
    const copy = rule("35", { time_rule_locked: "2027-01-01T00:00:00Z" });
    const statements = [`${OPS} {BUCKET_UPDATE, RETENTION_RULE_MANAGE} in compartment copies`];
    const { verdict, notes } = recoveryOf(ociStacks({ copy, statements }), ociModel());
    expect(verdict).toBe("holds");
    expect(notes.map(({ message }) => message)).toContainEqual(
      `the retention rule of ${COPY} is locked from 2027-01-01 on; until then it could be removed by group "Administrators", group "us-ops"`,
    );
  });
});

function keyOf(name: string, more: object): object {
  return {
    compartment_id: "${oci_identity_compartment.keys.id}",
    display_name: name,
    management_endpoint: `\${oci_kms_vault.${name}.management_endpoint}`,
    ...more,
  };
}

const PURGE = "{OBJECT_DELETE, OBJECT_VERSION_DELETE}";
const ONE_VAULT = {
  oci_kms_key: {
    store: keyOf("store", {}),
    copy: { ...keyOf("copy", {}), management_endpoint: "${oci_kms_vault.store.management_endpoint}" },
  },
};

describe("who could destroy it all", () => {
  table(
    [
      [
        "everything in the tenancy",
        { statements: [`${OPS} manage object-family in tenancy`] },
        violated("single-destroyer us-ops"),
      ],
      ["versions at both places", { statements: [`${OPS} ${PURGE} in tenancy`] }, violated("single-destroyer us-ops")],
      [
        "… by somebody foreign",
        { statements: [`Allow group apac-eng to ${PURGE} in tenancy`] },
        violated("foreign-destroyer apac-eng"),
      ],
      [
        "… by whoever signs in",
        { statements: [`Allow any-user to ${PURGE} in tenancy`] },
        expect.arrayContaining(["violated", "foreign-destroyer any-user", "foreign-destroyer apac-eng"]) as never,
      ],
      ["… at the store alone", { statements: [`${OPS} ${PURGE} in compartment stores`] }, HOLDS],
      ["… at the copy alone", { statements: [`${OPS} ${PURGE} in compartment copies`] }, HOLDS],
      ["… deletions, which leave versions", { statements: [`${OPS} {OBJECT_DELETE} in tenancy`] }, HOLDS],
      [
        "… denied at one of them",
        { statements: [`${OPS} ${PURGE} in tenancy`, "Deny group us-ops to {OBJECT_VERSION_DELETE} in compartment copies"] },
        HOLDS,
      ],
      [
        "deletions at a store without versions, which are replicated to a copy without versions",
        {
          store: { versioning: "Disabled" },
          copy: { versioning: "Disabled" },
          statements: [`${OPS} {OBJECT_DELETE} in compartment stores`],
        },
        violated("single-destroyer us-ops"),
      ],
      [
        "… to a copy with versions",
        { store: { versioning: "Disabled" }, statements: [`${OPS} {OBJECT_DELETE} in compartment stores`] },
        HOLDS,
      ],
      [
        "overwriting a store without versions",
        {
          store: { versioning: "Disabled" },
          copy: { versioning: "Disabled" },
          statements: [`${OPS} {OBJECT_OVERWRITE} in compartment stores`],
        },
        violated("single-destroyer us-ops"),
      ],
      [
        "a copy under a locked rule",
        {
          copy: rule("35", { time_rule_locked: "2026-01-01T00:00:00Z" }),
          statements: [`${OPS} manage object-family in tenancy`],
        },
        HOLDS,
      ],
      [
        "a copy under a rule that they remove",
        { copy: rule("35"), statements: [`${OPS} manage object-family in tenancy`] },
        violated("single-destroyer us-ops"),
      ],
      ["both keys", { statements: [`${OPS} manage keys in compartment keys`] }, violated("single-destroyer us-ops")],
      ["keys that they use", { statements: [`${OPS} use keys in compartment keys`] }, HOLDS],
      [
        "keys of a copy under a locked rule",
        { copy: rule("35", { time_rule_locked: "2026-01-01T00:00:00Z" }), statements: [`${OPS} {KEY_DELETE} in tenancy`] },
        violated("single-destroyer us-ops"),
      ],
      ["both vaults", { statements: [`${OPS} {VAULT_DELETE} in tenancy`] }, violated("single-destroyer us-ops")],
      [
        "one vault of both keys",
        { more: ONE_VAULT, statements: [`${OPS} {VAULT_DELETE} in compartment keys`] },
        violated("single-destroyer us-ops"),
      ],
      [
        "policies where both keys are",
        { statements: [`${OPS} manage policies in compartment keys`] },
        violated("single-destroyer us-ops"),
      ],
      ["policies above both", { statements: [`${OPS} manage policies in tenancy`] }, violated("single-destroyer us-ops")],
      [
        "membership of who does",
        { statements: [`${OPS} {GROUP_UPDATE, USER_UPDATE} in tenancy`, `Allow group apac-eng to ${PURGE} in tenancy`] },
        violated("foreign-destroyer apac-eng", "single-destroyer us-ops"),
      ],
      ["compartments, which have to be empty", { statements: [`${OPS} {COMPARTMENT_DELETE, BUCKET_DELETE} in tenancy`] }, HOLDS],
      [
        "keys that nobody gave",
        { store: { kms_key_id: "ocid1.key.oc1.phx.a.b" }, statements: [`${OPS} ${PURGE} in compartment copies`] },
        ["undecided", "? a/oci_objectstorage_bucket.media"],
      ],
      ["… which matter to nobody", { store: { kms_key_id: "ocid1.key.oc1.phx.a.b" } }, HOLDS],
    ],
    "{ copies: 1, days: 0 }",
  );
});

describe("databases", () => {
  const database = (name: string, more: object = {}) => ({
    compartment_id: "${oci_identity_compartment.stores.id}",
    db_name: name,
    ...more,
  });
  const PEER = {
    source: "CROSS_REGION_DISASTER_RECOVERY",
    source_id: "${oci_database_autonomous_database.ledger.id}",
    provider: "oci.standby",
  };
  const made = (peer: object | undefined, statements: readonly string[] = [], ledger: object = {}): OciParts => ({
    statements,
    more: {
      oci_database_autonomous_database: {
        ledger: database("ledger", ledger),
        ...(peer ? { peer: database("ledger", peer) } : {}),
      },
    },
  });
  const answered = (parts: OciParts, recovery: string) =>
    said(
      recoveryOf(
        ociStacks(parts),
        ociModel(recovery).replace(/stores: .*/, "stores: { ledger: oci_database_autonomous_database.ledger }"),
      ),
    );
  const cases: readonly (readonly [string, OciParts, number, readonly string[]])[] = [
    ["a standby", made(PEER), 0, HOLDS],
    ["none", made(undefined), 0, violated("copies")],
    ["a clone of one moment", made({ ...PEER, source: "DATABASE" }), 0, violated("copies")],
    ["a clone that is refreshed", made({ ...PEER, source: "CLONE_TO_REFRESHABLE" }), 0, HOLDS],
    ["a standby whose backups are replicated", made({ ...PEER, is_replicate_automatic_backups: true }), 7, HOLDS],
    ["… for a week", made({ ...PEER, is_replicate_automatic_backups: true }), 8, violated("days")],
    ["a standby without backups", made(PEER), 7, violated("days")],
    ["a standby that keeps its own", made({ ...PEER, backup_retention_period_in_days: 60 }), 60, HOLDS],
    [
      "… that somebody shortens",
      made({ ...PEER, backup_retention_period_in_days: 60 }, [`${OPS} {AUTONOMOUS_DATABASE_UPDATE} in tenancy`]),
      60,
      violated("days us-ops a/oci_database_autonomous_database.peer"),
    ],
    [
      "… that is locked",
      made({ ...PEER, backup_retention_period_in_days: 60, is_backup_retention_locked: true }, [
        `${OPS} {AUTONOMOUS_DATABASE_UPDATE} in tenancy`,
      ]),
      60,
      HOLDS,
    ],
    [
      "somebody terminates both",
      made(PEER, [`${OPS} {AUTONOMOUS_DATABASE_DELETE} in tenancy`]),
      0,
      violated("single-destroyer us-ops"),
    ],
    ["somebody stops both", made(PEER, [`${OPS} {AUTONOMOUS_DATABASE_UPDATE} in tenancy`]), 0, HOLDS],
    [
      "somebody ends the key of both",
      made(PEER, [`${OPS} {KEY_DELETE} in compartment keys`], { encryption_key: [{ kms_key_id: "${oci_kms_key.store.id}" }] }),
      0,
      violated("single-destroyer us-ops"),
    ],
    ["… where Oracle has the key", made(PEER, [`${OPS} {KEY_DELETE} in compartment keys`]), 0, HOLDS],
  ];
  test.each(cases)("%s", (_, parts, days, expected) => expect(answered(parts, `{ copies: 1, days: ${days} }`)).toEqual(expected));

  test("a backup that somebody ordered is a copy", () => {
    const parts = made(undefined);
    const backup = { autonomous_database_id: "${oci_database_autonomous_database.ledger.id}", retention_period_in_days: 90 };
    const more = { ...parts.more, oci_database_autonomous_database_backup: { b: backup } };
    expect(answered({ more }, "{ copies: 1, days: 90 }")).toEqual(HOLDS);
    expect(answered({ more }, "{ copies: 1, days: 91 }")).toEqual(violated("days"));
    const statements = [`${OPS} {AUTONOMOUS_DATABASE_DELETE, AUTONOMOUS_DB_BACKUP_DELETE} in tenancy`];
    expect(answered({ more, statements }, "{ copies: 1, days: 0 }")).toEqual(violated("single-destroyer us-ops"));
  });
});

test("a store's exception counts instead", () => {
  const parts = { copy: { versioning: "Disabled" } };
  const exception = "{ copies: 2, days: 90, stores: { media: { copies: 1, days: 0 } } }";
  expect(said(recoveryOf(ociStacks(parts), ociModel(exception)))).toEqual(HOLDS);
});
