import { describe, expect, test } from "@jest/globals";
import { isPermission, printStatement, type Subject } from "oci-policy";
import type { SourcedStatement } from "../../../../constructs/oci/policy/boundary-policy";
import { guardrails } from "../../../../constructs/oci/policy/guardrails";
import * as lists from "../../../../constructs/oci/policy/permissions";
import { groundOf, synthesizeStack } from "../../../support/construct-stack";
import { FORBIDDEN, readStatement } from "../../../support/statements";

const FOREIGN: Subject = { kind: "group", names: [{ domain: "international", name: "apac-engineering" }] };

function denialsFor(foreign: Subject | undefined) {
  const statements: SourcedStatement[] = [];
  synthesizeStack((stack) => {
    const { stores, keys, root, compartment } = groundOf(stack);
    const records = {
      evidence: compartment("evidence", root),
      keys: compartment("evidence-keys", keys),
      oversight: compartment("oversight", root),
    };
    statements.push(...guardrails({ foreign, closed: [stores.location, keys.location], stores, keys, records }));
  });
  return statements.map(({ statement }) => printStatement(statement));
}

const denials = denialsFor(FOREIGN).map(readStatement);
const ofForeigners = denials.filter(({ subject }) => subject !== "any-user");
const inTenancy = ofForeigners.filter(({ location }) => location === "tenancy");
const denied = new Set(inTenancy.flatMap(({ permissions }) => permissions ?? []));

test("everything is denied, and nothing allowed", () => {
  expect(denials.map(({ effect }) => effect)).toEqual(denials.map(() => "Deny"));
});

test("denials hold without a condition: one that the service doesn't supply would lift them", () => {
  expect(denials.filter(({ conditions }) => conditions.length > 0)).toEqual([]);
});

test("every permission that is denied exists", () => {
  const named = denials.flatMap(({ verb, permissions }) => (verb ? [] : (permissions ?? [])));
  expect(named.filter((permission) => !isPermission(permission))).toEqual([]);
  expect(named.length).toBeGreaterThan(50);
});

describe("people from elsewhere", () => {
  test.each([
    ...["OBJECT_INSPECT", "OBJECT_READ", "OBJECT_CREATE", "BUCKET_UPDATE", "BUCKET_CREATE"],
    ...["AUTONOMOUS_DATABASE_CONTENT_READ", "KEY_DECRYPT", "KEY_ASSOCIATE", "SECRET_BUNDLE_READ", "SECRET_CREATE"],
    ...["POLICY_UPDATE", "GROUP_UPDATE", "USER_UPDATE", "DYNAMIC_GROUP_UPDATE", "NETWORK_SOURCE_UPDATE", "TENANCY_UPDATE"],
    ...["DNS_RECORD_UPDATE", "DNS_ZONE_UPDATE", "DNS_POLICY_STEERING_UPDATE", "LOAD_BALANCER_UPDATE", "INTERNET_GATEWAY_CREATE"],
    ...["CERTIFICATE_BUNDLE_READ", "HEALTH_CHECK_MONITOR_MANAGE", "PUBLIC_IP_CREATE", "WAF_POLICY_UPDATE"],
  ])("are denied %s in the whole tenancy", (permission) => expect(denied).toContain(permission));

  test.each(FORBIDDEN)("are denied %s, which nobody gets", (permission) => expect(denied).toContain(permission));

  test("are denied whatever a list of ours gives beyond metadata", () => {
    const metadata = new Set(
      Object.entries(lists).flatMap(([name, list]) => (/METADATA|METRICS|IMAGES|RECORDS/.test(name) ? list : [])),
    );
    // Making a key or a secret asks for these as well; alone they open nothing.
    const harmless = new Set<string>(["VAULT_CREATE_KEY", "VAULT_CREATE_SECRET", "SECRET_INSPECT", "SECRET_READ"]);
    const given = new Set(
      Object.values(lists)
        .flat()
        .filter((permission) => !metadata.has(permission) && !harmless.has(permission)),
    );
    expect([...given].filter((permission) => !denied.has(permission))).toEqual([]);
    expect(given.size).toBeGreaterThan(30);
  });

  test.each(["METRIC_INSPECT", "METRIC_READ"])("keep %s: health is for everybody", (permission) => {
    expect(denied).not.toContain(permission);
  });

  test("are denied by list in the tenancy: a denied verb takes its own level and those above it away", () => {
    expect(inTenancy.filter(({ verb }) => verb)).toEqual([]);
  });

  test("see nothing at all in a closed compartment", () => {
    expect(ofForeigners.filter(({ verb }) => verb).map(({ verb, location }) => ({ ...verb, location }))).toEqual([
      { verb: "inspect", type: "all-resources", location: "us:stores" },
      { verb: "inspect", type: "all-resources", location: "us:keys" },
    ]);
  });
});

describe("everybody", () => {
  test("is denied the same, whether or not there is somebody from elsewhere", () => {
    expect(denialsFor(undefined)).toEqual([
      "Deny any-user to {PAR_MANAGE, AUTONOMOUS_DB_BACKUP_CREATE} in compartment us:stores",
      "Deny any-user to {KEY_EXPORT, KEY_BACKUP, KEY_RESTORE, KEY_IMPORT, KEY_MOVE, VAULT_BACKUP, VAULT_RESTORE, VAULT_MOVE} in compartment us:keys",
      "Deny any-user to {PAR_MANAGE, OBJECT_DELETE, OBJECT_VERSION_DELETE, BUCKET_DELETE} in compartment us:evidence",
      "Deny any-user to {KEY_UPDATE, KEY_DELETE, KEY_DISASSOCIATE, VAULT_UPDATE, VAULT_DELETE} in compartment us:keys:evidence-keys",
      "Deny any-user to {LOG_GROUP_UPDATE, LOG_GROUP_DELETE, SERVICE_CONNECTOR_UPDATE, SERVICE_CONNECTOR_DELETE, SERVICE_CONNECTOR_MOVE, ONS_TOPIC_UPDATE, ONS_TOPIC_DELETE, ONS_TOPIC_MOVE, ONS_SUBSCRIPTION_MOVE, ALARM_UPDATE, ALARM_DELETE, ALARM_MOVE} in compartment us:oversight",
    ]);
    expect(denialsFor(FOREIGN)).toEqual(expect.arrayContaining(denialsFor(undefined)));
  });
});
