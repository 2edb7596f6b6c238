import { describe, expect, test } from "@jest/globals";
import { type Asked, simulated } from "../support/simulated";

const EVIDENCE = "oversight/oci_objectstorage_bucket.primary_evidence_ABD0F2CD";
const OTHER_EVIDENCE = "oversight/oci_objectstorage_bucket.standby_evidence_52F44E3E";
const MEDIA = "primary/oci_objectstorage_bucket.store-media_8E3C6145";
const KEYS = "us:keys:evidence:primary";
const AUDITOR = { groups: ["us/oracle-auditor"] };
const PIPELINE = { groups: ["us/deploy-pipeline"] };
const SRE = { groups: ["us/us-sre"] };
const CUSTODIAN = { groups: ["us/key-custodian"] };
const ENGINEER = { groups: ["international/apac-engineering"] };
const CONNECTOR = { dynamicGroups: ["us/records"] };
const APP = { dynamicGroups: ["us/app"] };

const at = (region: string) => ({ "request.region": region });
const operation = (name: string, region = "phx") => ({ "request.operation": name, ...at(region) });

// Each question beside a neighbour with the other answer.
// biome-ignore format: one case a line
const CASES: readonly Asked[] = [
  ["the auditor reads the evidence", "allowed", AUDITOR, "OBJECT_READ", EVIDENCE, at("phx")],
  ["the auditor reads the evidence of the other region there", "allowed", AUDITOR, "OBJECT_READ", OTHER_EVIDENCE, at("iad")],
  ["the auditor reads no store", "denied", AUDITOR, "OBJECT_READ", MEDIA, at("phx")],
  ["the auditor deletes no record", "denied", AUDITOR, "OBJECT_DELETE", EVIDENCE, at("phx")],
  ["the auditor reads what the logs say", "allowed", AUDITOR, "LOG_CONTENT_READ", "us:oversight", at("phx")],
  ["the auditor sees a key", "allowed", AUDITOR, "KEY_READ", KEYS, at("phx")],
  ["the auditor decrypts with none", "denied", AUDITOR, "KEY_DECRYPT", KEYS, at("phx")],
  ["a connector adds a record", "allowed", CONNECTOR, "OBJECT_CREATE", EVIDENCE, at("phx")],
  ["a connector takes none away", "denied", CONNECTOR, "OBJECT_DELETE", EVIDENCE, at("phx")],
  ["a connector reads no record", "denied", CONNECTOR, "OBJECT_READ", EVIDENCE, at("phx")],
  ["a connector writes into no store", "denied", CONNECTOR, "OBJECT_CREATE", MEDIA, at("phx")],
  ["the app makes no record up", "denied", APP, "OBJECT_CREATE", EVIDENCE, { ...at("phx"), "request.networkSource.name": "us-app" }],
  ["the pipeline makes the lock", "allowed", PIPELINE, "RETENTION_RULE_MANAGE", EVIDENCE, operation("CreateRetentionRule")],
  ["the pipeline shortens nothing", "denied", PIPELINE, "RETENTION_RULE_MANAGE", EVIDENCE, operation("UpdateRetentionRule")],
  ["the pipeline takes no lock away", "denied", PIPELINE, "RETENTION_RULE_MANAGE", EVIDENCE, operation("DeleteRetentionRule")],
  ["the pipeline publishes no evidence", "denied", PIPELINE, "BUCKET_UPDATE", EVIDENCE, operation("UpdateBucket")],
  ["the pipeline reads no record", "denied", PIPELINE, "OBJECT_READ", EVIDENCE, at("phx")],
  ["the pipeline makes a connector", "allowed", PIPELINE, "SERVICE_CONNECTOR_CREATE", "us:oversight", at("phx")],
  ["the pipeline stops none", "denied", PIPELINE, "SERVICE_CONNECTOR_UPDATE", "us:oversight", at("phx")],
  ["the pipeline deletes no log", "denied", PIPELINE, "LOG_GROUP_DELETE", "us:oversight", at("phx")],
  ["the pipeline subscribes somebody", "allowed", PIPELINE, "ONS_TOPIC_SUBSCRIBE", "us:oversight", operation("CreateSubscription")],
  ["the pipeline takes nobody's mail away", "denied", PIPELINE, "ONS_TOPIC_SUBSCRIBE", "us:oversight", operation("DeleteSubscription")],
  ["the pipeline silences no alarm", "denied", PIPELINE, "EVENTRULE_MODIFY", "tenancy", at("phx")],
  ["who operates the stores stops no log", "denied", SRE, "LOG_GROUP_UPDATE", "us:oversight", at("phx")],
  ["who rotates the stores' keys takes no key of the evidence away", "denied", CUSTODIAN, "KEY_DELETE", KEYS, at("phx")],
  ["somebody from elsewhere sees no record", "denied", ENGINEER, "OBJECT_INSPECT", EVIDENCE, at("phx")],
  ["somebody from elsewhere reads no log", "denied", ENGINEER, "LOG_CONTENT_READ", "us:oversight", at("phx")],
];

describe("as the cloud would answer", () => {
  test.each(simulated("production", CASES))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});
