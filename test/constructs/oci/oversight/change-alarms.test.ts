import { describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { printStatement } from "oci-policy";
import { BOUNDARY_CHANGES } from "../../../../constructs/oci/oversight/boundary-changes";
import { ChangeAlarms, type ChangeAlarmsProps } from "../../../../constructs/oci/oversight/change-alarms";
import { EvidenceBucket } from "../../../../constructs/oci/oversight/evidence-bucket";
import { allOf, groundOf, oneOf, PHOENIX, refusalsOf, synthesizeStack } from "../../../support/construct-stack";

function alarmsIn(stack: TerraformStack, overrides: Partial<ChangeAlarmsProps> = {}): void {
  const { compartment, root, key, tenancy } = groundOf(stack);
  new ChangeAlarms(stack, "changes", {
    tenancy,
    compartment: compartment("oversight", root),
    name: "us-changes",
    isHome: true,
    recipients: ["a@acme.example", "b@acme.example"],
    evidence: new EvidenceBucket(stack, "evidence", {
      name: "acme-us-evidence",
      jurisdiction: "US",
      namespace: "axacme",
      region: PHOENIX,
      compartment: compartment("evidence", root),
      key,
      retentionDays: 365,
      lockedFrom: "2026-03-01",
    }),
    ...overrides,
  });
}
const made = (overrides?: Partial<ChangeAlarmsProps>) => synthesizeStack((stack) => alarmsIn(stack, overrides));
const TOPIC = expect.stringMatching(/^\$\{oci_ons_notification_topic\.changes_\w+\.id\}$/);

const home = made();
const elsewhere = made({ isHome: false });
const withEvents = BOUNDARY_CHANGES.filter(({ events }) => events.length > 0);

describe("rules", () => {
  test.each(withEvents.map((change) => [change.id, change] as const))("%s has one, on all its event types", (id, { events }) => {
    const rule = allOf(home, "oci_events_rule").find(({ display_name }) => display_name === `us-changes-${id}`);
    expect(JSON.parse(rule.condition)).toEqual({ eventType: events.map((type) => `com.oraclecloud.${type}`) });
  });

  test.each([
    ["are on", "is_enabled", true],
    ["see the whole tenancy", "compartment_id", "ocid1.tenancy.oc1..acme"],
    ["tell the topic", "actions", { actions: [{ action_type: "ONS", is_enabled: true, topic_id: TOPIC }] }],
  ])("%s", (_, argument, expected) => {
    const rules = allOf(home, "oci_events_rule");
    expect(rules.map((rule) => rule[argument])).toEqual(withEvents.map(() => expected));
  });

  test("of IAM are in the home region alone, where IAM says what it does", () => {
    expect(
      allOf(elsewhere, "oci_events_rule")
        .map(({ display_name }) => display_name)
        .sort(),
    ).toEqual(
      withEvents
        .filter(({ where }) => where === "everywhere")
        .map(({ id }) => `us-changes-${id}`)
        .sort(),
    );
  });
});

describe("the audit log", () => {
  test.each([
    ["at home", home, () => true],
    ["elsewhere", elsewhere, (where: string) => where === "everywhere"],
  ])("is watched %s for every operation that Events doesn't know", (_, json, isWatched) => {
    const operations = BOUNDARY_CHANGES.filter(({ where }) => isWatched(where)).flatMap((change) => change.operations);
    const { source, tasks, target } = oneOf(json, "oci_sch_service_connector");
    expect(source.log_sources).toEqual([
      { compartment_id: "ocid1.tenancy.oc1..acme", log_group_id: "_Audit_Include_Subcompartment" },
    ]);
    expect(tasks).toEqual([
      { kind: "logRule", condition: operations.map((operation) => `data.eventName='${operation}'`).join(" or ") },
    ]);
    expect(target).toEqual({ kind: "notifications", topic_id: TOPIC, enable_formatted_messaging: true });
  });
});

describe("alarms", () => {
  test.each([
    ["us-changes-connector-fails", "oci_service_connector_hub", "ServiceConnectorHubErrors[5m].sum() > 0"],
    ["us-changes-evidence-silent", "oci_objectstorage", 'AllRequests[1h]{resourceDisplayName = "acme-us-evidence"}.absent()'],
  ])("%s is on, critical, and tells the topic", (name, namespace, query) => {
    const alarm = allOf(home, "oci_monitoring_alarm").find(({ display_name }) => display_name === name);
    expect(alarm).toMatchObject({ is_enabled: true, severity: "CRITICAL", namespace, query, destinations: [TOPIC] });
  });
});

describe("recipients", () => {
  test("each hears by mail", () => {
    expect(
      allOf(home, "oci_ons_subscription").map(({ protocol, endpoint, topic_id }) => ({ protocol, endpoint, topic_id })),
    ).toEqual(["a@acme.example", "b@acme.example"].map((endpoint) => ({ protocol: "EMAIL", endpoint, topic_id: TOPIC })));
  });

  test.each([
    [[], ["[test/changes] nobody hears of changes to the boundary: name at least one e-mail address"]],
    [["a@acme.example"], []],
  ])("%j", (recipients, refusals) => expect(refusalsOf((stack) => alarmsIn(stack, { recipients }))).toEqual(refusals));
});

test("the watching connector publishes to topics, and does nothing else", () => {
  const statements: string[] = [];
  synthesizeStack((stack) => {
    const { compartment, root } = groundOf(stack);
    const connectors = { kind: "dynamic-group" as const, names: [{ domain: "us", name: "records" }] };
    const grants = ChangeAlarms.grantPublish(connectors, "records", compartment("oversight", root));
    statements.push(...grants.map(({ statement }) => printStatement(statement)));
  });
  expect(statements).toEqual([
    "Allow dynamic-group 'us'/'records' to {ONS_TOPIC_READ, ONS_TOPIC_PUBLISH} in compartment us:oversight",
  ]);
});
