import { describe, expect, test } from "@jest/globals";
import { type Asked, simulated } from "../support/simulated";

const EDGE = "us:edge";
const PIPELINE = { groups: ["us/deploy-pipeline"] };
const SRE = { groups: ["us/us-sre"] };
const EMERGENCY = { groups: ["us/break-glass"] };
const ENGINEER = { groups: ["international/apac-engineering"] };
const APP = { dynamicGroups: ["us/app"] };

const HERE = { "request.region": "phx" };
const CHANGES = [
  ...["DNS_ZONE_UPDATE", "DNS_RECORD_UPDATE", "DNS_STEERING_POLICY_CREATE", "HEALTH_CHECK_MONITOR_MANAGE"],
  ...["WAF_POLICY_UPDATE", "WEB_APP_FIREWALL_UPDATE", "LOAD_BALANCER_UPDATE", "CERTIFICATE_UPDATE", "PUBLIC_IP_CREATE"],
];

// Break-glass changes policies and nothing else: what it does here it must first grant, and that is told.
const CASES: readonly Asked[] = [
  ...CHANGES.flatMap((permission): Asked[] => [
    [`${permission}: the pipeline`, "allowed", PIPELINE, permission, EDGE, HERE],
    [`${permission}: who operates the stores`, "denied", SRE, permission, EDGE, HERE],
    [`${permission}: break-glass, without a grant of its own making`, "denied", EMERGENCY, permission, EDGE, HERE],
    [`${permission}: the app`, "denied", APP, permission, EDGE, HERE],
    [`${permission}: somebody from elsewhere`, "denied", ENGINEER, permission, EDGE, HERE],
  ]),
  ["break-glass can make that grant", "allowed", EMERGENCY, "POLICY_CREATE", "tenancy", HERE],
  ["nobody from elsewhere can", "denied", ENGINEER, "POLICY_CREATE", "tenancy", HERE],
  ["the pipeline makes nothing public beside the edge", "denied", PIPELINE, "PUBLIC_IP_CREATE", "us:app", HERE],
  ["nor in the networks", "denied", PIPELINE, "INTERNET_GATEWAY_CREATE", "us:network", HERE],
  ["the pipeline reads no private key", "denied", PIPELINE, "CERTIFICATE_BUNDLE_READ", EDGE, HERE],
  ["the pipeline deletes no zone", "denied", PIPELINE, "DNS_ZONE_DELETE", EDGE, HERE],
];

describe("who changes where users are led", () => {
  test.each(simulated("production", CASES))("%s: %s", (_, expected, answer) => expect(answer).toBe(expected));
});
