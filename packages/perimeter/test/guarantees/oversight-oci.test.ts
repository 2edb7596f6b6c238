import { describe, expect, test } from "@jest/globals";
import { OVERSIGHT } from "../../src/guarantees/oversight";
import { type Resources, statements, TENANCY } from "../support/oci-estate";
import { AUDIT, also, connector, log, MODEL, recordedStack, rule } from "../support/oci-records";
import { briefProof, proofOf } from "../support/proof-of";

const about = (...more: readonly Resources[]) => briefProof(proofOf(OVERSIGHT, recordedStack(...more), MODEL));
const LOG = (source: object, more: object = {}): Resources => ({ oci_logging_log: { media: log(source, more) } });
const READS = (source: object, more: object = {}): Resources => ({
  oci_sch_service_connector: { reads: connector({ log_group_id: "${oci_logging_log_group.reads.id}", ...source }, more) },
});
const CHANGES = (source: object, more: object = {}): Resources => ({
  oci_sch_service_connector: { audit: connector({ log_group_id: "_Audit_Include_Subcompartment", ...source }, more) },
});
const EVIDENCE = (more: object): Resources => ({
  oci_objectstorage_bucket: {
    evidence: {
      compartment_id: "${oci_identity_compartment.audit.id}",
      namespace: "ns",
      name: "evidence",
      kms_key_id: "${oci_kms_key.audit.id}",
      retention_rules: [rule({})],
      ...more,
    },
  },
});
const DATABASE = (more: object = {}): Resources => ({
  oci_database_autonomous_database: {
    media: { compartment_id: "${oci_identity_compartment.stores.id}", db_name: "media", ...more },
  },
});
const STREAM: Resources = {
  oci_streaming_stream: { s: { name: "s", partitions: 1, compartment_id: "${oci_identity_compartment.audit.id}" } },
};
const READ = "oversight/unrecorded-read nobody: media";
const CHANGE = "oversight/unrecorded-change nobody: undefined";
const UNLOCKED = "oversight/alterable-record nobody: undefined";
const APAC = "oversight/alterable-record group apac-eng: undefined";

type Row = readonly [name: string, more: readonly Resources[], said: readonly string[]];

/** What was changed in an estate that holds; beside each a look-alike that gives nothing. */
const RECORDED: readonly Row[] = [
  ["everything is recorded", [], ["holds"]],
  ["the log is of writes", [LOG({ category: "write" })], ["violated", READ]],
  ["the log is of reads, spelled otherwise", [LOG({ category: "READ", service: "ObjectStorage" })], ["holds"]],
  ["the log is of another service", [LOG({ service: "loadbalancer" })], ["violated", READ]],
  ["the log is of another bucket", [LOG({ resource: "logs" })], ["violated", READ]],
  ["the log names the bucket by reference", [LOG({ resource: "${oci_objectstorage_bucket.media.name}" })], ["holds"]],
  ["the log is switched off", [LOG({}, { is_enabled: false })], ["violated", READ]],
  ["the log doesn't say that it is on", [LOG({}, { is_enabled: undefined })], ["holds"]],
  ["the log is a custom one", [LOG({}, { log_type: "CUSTOM" })], ["violated", READ]],
  ["the log is of a bucket of that name in another region", [LOG({}, { provider: "oci.iad" })], ["violated", READ]],
  [
    "a second log is of another region",
    [{ oci_logging_log: { other: log({}, { provider: "oci.iad", log_group_id: "ocid1.loggroup.oc1.iad.x" }) } }],
    ["holds"],
  ],
  ["the connector takes another group", [READS({ log_group_id: "ocid1.loggroup.oc1.phx.aaaaaaaaother" })], ["violated", READ]],
  ["the connector takes one log of the group", [READS({ log_id: "${oci_logging_log.media.id}" })], ["holds"]],
  ["the connector takes another log of the group", [READS({ log_id: "ocid1.log.oc1.phx.aaaaaaaaaother" })], ["violated", READ]],
  ["the connector is inactive", [READS({}, { state: "INACTIVE" })], ["violated", READ]],
  ["the connector is active", [READS({}, { state: "ACTIVE" })], ["holds"]],
  [
    "the connector filters",
    [READS({}, { tasks: [{ kind: "logRule", condition: "data.statusCode='200'" }] })],
    ["violated", READ],
  ],
  ["the connector has no tasks", [READS({}, { tasks: [] })], ["holds"]],
  [
    "the connector carries into a bucket that isn't evidence",
    [READS({}, { target: [{ kind: "objectStorage", bucket: "logs", namespace: "ns" }] })],
    ["violated", READ],
  ],
  [
    "the connector names the evidence by reference",
    [READS({}, { target: [{ kind: "objectStorage", bucket: "${oci_objectstorage_bucket.evidence.name}", namespace: "ns" }] })],
    ["holds"],
  ],
  [
    "the connector tells people",
    [READS({}, { target: [{ kind: "notifications", topic_id: "ocid1.onstopic.oc1.phx.aaaaaaaaaaaa" }] })],
    ["violated", READ],
  ],
  [
    "the connector fills a stream that nobody carries on",
    [STREAM, READS({}, { target: [{ kind: "streaming", stream_id: "${oci_streaming_stream.s.id}" }] })],
    ["violated", READ],
  ],
  [
    "the connector fills a stream that another one carries into the evidence",
    [
      STREAM,
      READS({}, { target: [{ kind: "streaming", stream_id: "${oci_streaming_stream.s.id}" }] }),
      {
        oci_sch_service_connector: {
          on: connector({}, { source: [{ kind: "streaming", stream_id: "${oci_streaming_stream.s.id}" }] }),
        },
      },
    ],
    ["holds"],
  ],
  [
    "the connector takes the audit log of the root alone",
    [CHANGES({ compartment_id: TENANCY, log_group_id: "_Audit" })],
    ["violated", CHANGE],
  ],
  [
    "… and of each compartment that matters",
    [
      {
        oci_sch_service_connector: {
          audit: connector(
            {},
            {
              source: [
                {
                  kind: "logging",
                  log_sources: [
                    { compartment_id: TENANCY, log_group_id: "_Audit" },
                    ...["stores", "audit", "audit_keys"].map((name) => ({
                      compartment_id: `\${oci_identity_compartment.${name}.id}`,
                      log_group_id: "_Audit",
                    })),
                  ],
                },
              ],
            },
          ),
        },
      },
    ],
    ["holds"],
  ],
  [
    "the connector takes the audit log of a compartment and all below it",
    [CHANGES({ compartment_id: "${oci_identity_compartment.stores.id}" })],
    ["violated", CHANGE],
  ],
  [
    "the connector takes the audit log by the tenancy's name of it",
    [CHANGES({ compartment_id: TENANCY, log_group_id: `${TENANCY}/_Audit_Include_Subcompartment` })],
    ["holds"],
  ],
  [
    "the connector of changes is in another region",
    [CHANGES({ compartment_id: TENANCY }, { provider: "oci.iad" })],
    ["violated", CHANGE],
  ],
  [
    "the connector of changes filters",
    [CHANGES({ compartment_id: TENANCY }, { tasks: [{ kind: "logRule", condition: "data.x='1'" }] })],
    ["violated", CHANGE],
  ],
];

/** Who could do what to the record. */
const KEPT: readonly Row[] = [
  ["there is no retention rule", [EVIDENCE({ retention_rules: [] })], ["violated", UNLOCKED]],
  ["the rule is never locked", [EVIDENCE({ retention_rules: [rule({ time_rule_locked: undefined })] })], ["violated", UNLOCKED]],
  ["one of two rules is locked", [EVIDENCE({ retention_rules: [rule({ time_rule_locked: undefined }), rule({})] })], ["holds"]],
  ["the rule has no duration", [EVIDENCE({ retention_rules: [rule({ duration: undefined })] })], ["violated", UNLOCKED]],
  [
    "the rule is locked from a day ahead",
    [EVIDENCE({ retention_rules: [rule({ time_rule_locked: "2027-01-01T00:00:00Z" })] })],
    ["holds"],
  ],
  [
    "… and somebody foreign can remove it until then",
    [
      EVIDENCE({ retention_rules: [rule({ time_rule_locked: "2027-01-01T00:00:00Z" })] }),
      also("allow group apac-eng to {RETENTION_RULE_MANAGE, BUCKET_UPDATE} in compartment audit"),
    ],
    ["violated", APAC],
  ],
  [
    "somebody foreign could remove it, but it is locked",
    [also("allow group apac-eng to {RETENTION_RULE_MANAGE, BUCKET_UPDATE} in compartment audit")],
    ["holds"],
  ],
  [
    "somebody foreign deletes objects under the lock",
    [also("allow group apac-eng to {OBJECT_DELETE} in compartment audit")],
    ["holds"],
  ],
  [
    "… and without it",
    [EVIDENCE({ retention_rules: [] }), also("allow group apac-eng to {OBJECT_DELETE} in compartment audit")],
    ["violated", APAC, UNLOCKED],
  ],
  [
    "somebody foreign deletes the key",
    [also("allow group apac-eng to {KEY_DELETE} in compartment audit-keys")],
    ["violated", APAC],
  ],
  ["… of the store", [also("allow group apac-eng to {KEY_DELETE} in compartment stores")], ["holds"]],
  [
    "somebody foreign deletes the vault",
    [also("allow group apac-eng to {VAULT_DELETE} in compartment audit-keys")],
    ["violated", APAC],
  ],
  ["somebody foreign reads the key's settings", [also("allow group apac-eng to read keys in compartment audit-keys")], ["holds"]],
  [
    "somebody foreign changes the connector",
    [also("allow group apac-eng to use serviceconnectors in compartment audit")],
    ["violated", APAC],
  ],
  ["… of another compartment", [also("allow group apac-eng to use serviceconnectors in compartment other")], ["holds"]],
  [
    "somebody foreign makes connectors",
    [also("allow group apac-eng to {SERVICE_CONNECTOR_CREATE} in compartment audit")],
    ["holds"],
  ],
  [
    "somebody foreign changes the log group",
    [also("allow group apac-eng to use log-groups in compartment audit")],
    ["violated", APAC],
  ],
  ["… reads it", [also("allow group apac-eng to read log-groups in compartment audit")], ["holds"]],
  [
    "somebody foreign writes policies beside the store",
    [also("allow group apac-eng to manage policies in compartment audit")],
    ["violated", APAC],
  ],
  [
    "… in a compartment where nothing of it lies",
    [also("allow group apac-eng to manage policies in compartment other")],
    ["holds"],
  ],
  [
    "a reader of the store changes the connector",
    [also("allow group us-sre to use serviceconnectors in compartment audit")],
    ["violated", "oversight/alterable-record group us-sre: undefined"],
  ],
  [
    "somebody inside who reads and runs no store changes the connector",
    [also("allow group us-data to use serviceconnectors in compartment audit")],
    ["holds"],
  ],
  [
    "… and reads the store",
    [
      also(
        "allow group us-data to use serviceconnectors in compartment audit",
        "allow group us-data to read objects in compartment stores",
      ),
    ],
    ["violated", "oversight/alterable-record group us-data: undefined"],
  ],
  [
    "… and deletes what is in the store",
    [
      also(
        "allow group us-data to use serviceconnectors in compartment audit",
        "allow group us-data to {OBJECT_DELETE} in compartment stores",
      ),
    ],
    ["violated", "oversight/alterable-record group us-data: undefined"],
  ],
  [
    "… and deletes what is elsewhere",
    [
      also(
        "allow group us-data to use serviceconnectors in compartment audit",
        "allow group us-data to {OBJECT_DELETE} in compartment other",
      ),
    ],
    ["holds"],
  ],
  ["who is trusted may do everything", [also("allow group Administrators to manage all-resources in tenancy")], ["holds"]],
  [
    "somebody foreign joins a group that may",
    [
      also(
        "allow group us-data to use serviceconnectors in compartment audit",
        "allow group apac-eng to {GROUP_UPDATE, USER_UPDATE} in tenancy",
      ),
    ],
    ["violated", APAC],
  ],
  [
    "a deny takes it away",
    [
      also(
        "allow group apac-eng to manage serviceconnectors in tenancy",
        "deny group apac-eng to use serviceconnectors in tenancy",
        "deny group apac-eng to manage serviceconnectors in tenancy",
      ),
    ],
    ["holds"],
  ],
];

/** What the auditor sees. */
const AUDITOR: readonly Row[] = [
  ["the auditor reads no records", [statements(AUDIT[1])], ["violated", "oversight/auditor-blind group auditors: undefined"]],
  [
    "… but the logs that they are made of",
    [
      statements(
        AUDIT[1],
        "allow group auditors to read audit-events in tenancy",
        "allow group auditors to read log-content in compartment audit",
      ),
    ],
    ["holds"],
  ],
  [
    "… but the audit log alone",
    [statements(AUDIT[1], "allow group auditors to read audit-events in tenancy")],
    ["violated", "oversight/auditor-blind group auditors: undefined"],
  ],
  ["the auditor reads no rules", [statements(AUDIT[0])], ["violated", "oversight/auditor-blind group auditors: undefined"]],
  [
    "the auditor reads rules of a compartment",
    [statements(AUDIT[0], "allow group auditors to inspect policies in compartment stores")],
    ["violated", "oversight/auditor-blind group auditors: undefined"],
  ],
  [
    "the auditor reads content",
    [also("allow group auditors to read objects in compartment stores")],
    ["violated", "oversight/auditor-reads group auditors: media"],
  ],
  ["the auditor lists it", [also("allow group auditors to inspect objects in compartment stores")], ["holds"]],
  [
    "the auditor could make it public",
    [also("allow group auditors to {BUCKET_UPDATE} in compartment stores")],
    ["violated", "oversight/auditor-reads group auditors: media"],
  ],
];

describe("records:", () => test.each(RECORDED)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
describe("who alters them:", () => test.each(KEPT)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));
describe("the auditor:", () => test.each(AUDITOR)("%s", (_, more, said) => expect(about(...more)).toEqual(said)));

describe("a database", () => {
  const model = MODEL.replace("oci_objectstorage_bucket.media", "oci_database_autonomous_database.media");
  const proof = (...more: readonly Resources[]) => proofOf(OVERSIGHT, recordedStack(...more), model);
  test("is read by calls that the audit log records; what SQL reads is noted", () => {
    const { verdict, notes } = proof(DATABASE());
    expect([verdict, notes.map(({ rule: name }) => name).filter((name) => name.endsWith("read"))]).toEqual([
      "holds",
      ["oversight/unrecorded-read"],
    ]);
  });
  test("with Data Safe has no note", () =>
    expect(proof(DATABASE({ data_safe_status: "REGISTERED" })).notes.filter(({ rule: name }) => name.endsWith("read"))).toEqual(
      [],
    ));
  test("of which the provider says that nobody collects it, as in every state, is noted alike", () =>
    expect(briefProof(proof(DATABASE({ data_safe_status: "NOT_REGISTERED" })))).toEqual(["holds"]));
  test("whose audit log is carried nowhere isn't recorded", () =>
    expect(briefProof(proof(DATABASE(), CHANGES({}, { state: "INACTIVE" })))).toEqual(["violated", CHANGE, READ]));
});

test("a copy in the other region needs a log, and a connector for changes, of its own", () => {
  const copy: Resources = {
    oci_objectstorage_bucket: {
      copy: {
        compartment_id: "${oci_identity_compartment.stores.id}",
        namespace: "ns",
        name: "user-media-copy",
        provider: "oci.iad",
      },
    },
    oci_objectstorage_replication_policy: {
      r: {
        bucket: "user-media",
        namespace: "ns",
        name: "r",
        destination_bucket_name: "user-media-copy",
        destination_region_name: "us-ashburn-1",
      },
    },
  };
  const other: Resources = {
    oci_objectstorage_bucket: {
      evidence_iad: {
        compartment_id: "${oci_identity_compartment.audit.id}",
        namespace: "ns",
        name: "evidence",
        provider: "oci.iad",
        retention_rules: [rule({})],
      },
    },
    oci_logging_log_group: {
      iad: { compartment_id: "${oci_identity_compartment.audit.id}", display_name: "iad", provider: "oci.iad" },
    },
    oci_logging_log: {
      copy: log({ resource: "user-media-copy" }, { provider: "oci.iad", log_group_id: "${oci_logging_log_group.iad.id}" }),
    },
    oci_sch_service_connector: {
      reads_iad: connector({ log_group_id: "${oci_logging_log_group.iad.id}" }, { provider: "oci.iad" }),
      audit_iad: connector({ log_group_id: "_Audit_Include_Subcompartment", compartment_id: TENANCY }, { provider: "oci.iad" }),
    },
  };
  const both = MODEL.replace(
    "evidence: oci_objectstorage_bucket.evidence",
    "evidence: [oci_objectstorage_bucket.evidence, oci_objectstorage_bucket.evidence_iad]",
  ).replace("[us-phoenix-1]", "[us-phoenix-1, us-ashburn-1]");
  expect(about(copy)).toEqual(["violated", CHANGE, READ]);
  expect(briefProof(proofOf(OVERSIGHT, recordedStack(copy, other), both))).toEqual(["holds"]);
});

describe("what isn't known is never a pass:", () => {
  test.each<[string, readonly Resources[], string]>([
    ["whether a log is on", [LOG({}, { is_enabled: "${var.on}" })], "a/oci_logging_log.media"],
    ["which bucket a log is of", [LOG({ resource: "${var.bucket}" })], "a/oci_logging_log.media"],
    ["what a log is of", [LOG({}, { configuration: "${var.configuration}" })], "a/oci_logging_log.media"],
    ["what a connector takes", [READS({ log_group_id: "${var.group}" })], "a/oci_sch_service_connector.reads"],
    ["all groups of a compartment", [READS({ log_group_id: undefined })], "a/oci_sch_service_connector.reads"],
    [
      "where a connector carries records",
      [READS({}, { target: [{ kind: "objectStorage", bucket: "${var.bucket}", namespace: "ns" }] })],
      "a/oci_sch_service_connector.reads",
    ],
    ["whether a connector is active", [READS({}, { state: "${var.state}" })], "a/oci_sch_service_connector.reads"],
    ["what a connector filters", [READS({}, { tasks: "${var.tasks}" })], "a/oci_sch_service_connector.reads"],
    ["whose audit log it takes", [CHANGES({ compartment_id: "${var.compartment}" })], "a/oci_sch_service_connector.audit"],
    ["the retention rules", [EVIDENCE({ retention_rules: "${var.rules}" })], "a/oci_objectstorage_bucket.evidence"],
    [
      "the day of the lock",
      [EVIDENCE({ retention_rules: [rule({ time_rule_locked: "${var.day}" })] })],
      "a/oci_objectstorage_bucket.evidence",
    ],
    ["the key of the evidence", [EVIDENCE({ kms_key_id: "${var.key}" })], "a/oci_objectstorage_bucket.evidence"],
    [
      "statements",
      [{ oci_identity_policy: { x: { compartment_id: TENANCY, name: "x", description: "d", statements: "${var.statements}" } } }],
      "a/oci_identity_policy.x",
    ],
  ])("%s", (_, more, address) => {
    const [verdict, ...reasons] = about(...more);
    expect([verdict, reasons.filter((reason) => !reason.startsWith("?"))]).toEqual(["undecided", []]);
    expect(reasons).toEqual(expect.arrayContaining([expect.stringContaining(`? ${address}: `)]));
  });

  test("what a module that can't be read may record", () => {
    const { "a.tf.json": stack } = recordedStack({ oci_logging_log: { media: log({ category: "write" }) } });
    const documents = { "a.tf.json": { ...(stack as object), module: { logs: { source: "example.test/logs" } } } };
    const { verdict, undecided } = proofOf(OVERSIGHT, documents, MODEL);
    expect([verdict, undecided.map(({ address }) => address)]).toEqual(["undecided", expect.arrayContaining(["a/module.logs"])]);
  });
  test("how reads of a type are recorded that nobody has described", () => {
    const model = MODEL.replace("oci_objectstorage_bucket.media", "oci_nosql_table.media");
    const table = { oci_nosql_table: { media: { compartment_id: TENANCY, name: "t", ddl_statement: "d" } } };
    const { verdict, undecided } = proofOf(OVERSIGHT, recordedStack(table), model);
    expect([verdict, undecided.map(({ address }) => address)]).toEqual([
      "undecided",
      expect.arrayContaining(["a/oci_nosql_table.media"]),
    ]);
  });
});

test("left out of the model it is not declared", () => {
  const model = MODEL.replace(/^oversight:.*$/m, "");
  expect(proofOf(OVERSIGHT, recordedStack(), model)).toEqual({
    id: "oversight",
    verdict: "not-declared",
    findings: [],
    notes: [],
    undecided: [],
  });
});

test("before the day of the lock a note names who could remove the rule, and after it none does", () => {
  const ahead = EVIDENCE({ retention_rules: [rule({ time_rule_locked: "2027-01-01T00:00:00Z" })] });
  const more = also("allow group us-data to {RETENTION_RULE_MANAGE, BUCKET_UPDATE} in compartment audit");
  const notes = (at: string) =>
    proofOf(OVERSIGHT, recordedStack(ahead, more), MODEL, new Date(at))
      .notes.map(({ message }) => message)
      .filter((message) => message.startsWith("until"));
  expect(notes("2026-12-31T00:00:00Z")).toEqual([expect.stringMatching(/^until 2027-01-01 .*group "us-data"/)]);
  expect(notes("2027-01-01T00:00:00Z")).toEqual([]);
});

test("whoever is trusted with the record is named once", () => {
  const { verdict, notes } = proofOf(
    OVERSIGHT,
    recordedStack(also("allow group Administrators to manage all-resources in tenancy")),
    MODEL,
  );
  const named = notes.filter(({ rule: name }) => name === "oversight/alterable-record").map(({ principal }) => principal?.name);
  expect([verdict, named]).toEqual(["holds", ["Administrators"]]);
});

test("a finding says who, what and how, and the change that closes it", () => {
  const statement = "allow group apac-eng to use serviceconnectors in compartment audit";
  const { findings } = proofOf(OVERSIGHT, recordedStack(also(statement)), MODEL);
  expect(findings).toEqual([
    expect.objectContaining({
      rule: "oversight/alterable-record",
      severity: "critical",
      principal: expect.objectContaining({ kind: "group", name: "apac-eng", residency: ["CN", "SG"] }),
      path: [
        { step: "grant", address: "a/oci_identity_policy.q", text: expect.stringMatching(/apac-eng/) },
        { step: "flow", address: expect.stringMatching(/^a\/oci_sch_service_connector\./), text: "what brings it there" },
      ],
      witness: expect.objectContaining({ permission: "SERVICE_CONNECTOR_UPDATE" }),
      message: expect.stringMatching(/^group "apac-eng" can alter or stop the record .*it may stop, redirect or delete it$/),
      fix: expect.objectContaining({ edits: [expect.objectContaining({ address: "a/oci_identity_policy.q" })] }),
    }),
  ]);
});
