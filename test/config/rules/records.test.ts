import { describe } from "@jest/globals";
import { type Edits, testRefusals } from "../cases";

const roleIn = (title: string, before: string, after: string): Edits => [
  [`${title}\n    residency: US\n    scenarios: ${before}`, `${title}\n    residency: US\n    scenarios: ${after}`],
];
const custodian = (scenarios: string) =>
  roleIn("title: custodians of the encryption keys, US", "[key-rotation, copy-key-custody]", scenarios);
const emergency = (scenarios: string) =>
  roleIn("title: sealed accounts for emergencies", "[emergency-boundary, emergency-at-sites]", scenarios);
const AUDIT = "    boundary: true\n    records: true\n    capability: metadata";
const audit = (to: string): Edits => [[AUDIT, to]];
const auditor = (edits: Edits): Edits => [["  oracle-auditor:\n    title", "  ▸oracle-auditor:\n    title"], ...edits];
const ALONE = "give it to the pipeline alone; metadata lets a role read the records";

describe("records", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["people who would make records by hand are refused", custodian("[key-rotation, copy-key-custody, ▸deploy-records]"), "records/by-hand", 'role "key-custodian" is assumed by people and can\'t act in scenario "deploy-records" (administer on the records)', ALONE, custodian("[key-rotation, copy-key-custody, deploy-keys]")],
    ["emergencies are no exception", emergency("[emergency-boundary, emergency-at-sites, ▸deploy-records]"), "records/by-hand", 'role "break-glass" is assumed by people and can\'t act in scenario "deploy-records" (administer on the records)', ALONE, emergency("[emergency-boundary, emergency-at-sites, audit]")],
    ["an auditor who sees the rules alone is refused", auditor(audit("    boundary: true\n    capability: metadata")), "auditor/blind", 'auditor "oracle-auditor" doesn\'t see the records', "give it a scenario with records: true and capability: metadata", audit(`${AUDIT}\n    health: true`)],
    ["an auditor who sees the records alone is refused", auditor(audit("    records: true\n    capability: metadata")), "auditor/blind", 'auditor "oracle-auditor" doesn\'t see the boundary', "give it a scenario with boundary: true and capability: metadata", audit(AUDIT.replace("boundary: true", "boundary: true\n    keys: [objects]"))],
    ["an auditor who sees the records of copies alone is refused", auditor(audit(`${AUDIT.replace("    boundary: true\n", "")}\n    at: [virginia]\n  audit-rules:\n    why: see the rules\n    boundary: true\n    capability: metadata`).concat([["scenarios: [audit, audit-of-copies]", "scenarios: [audit, audit-of-copies, audit-rules]"]])), "auditor/blind", 'auditor "oracle-auditor" doesn\'t see the records', "give it a scenario with records: true and capability: metadata", audit(`${AUDIT}\n    at: [primary, virginia]`)],
    ["somebody from elsewhere who reads the records is refused", [["scenarios: [service-health, copy-health]", "scenarios: [service-health, copy-health, ▸read-records]"], ["  service-health:\n    why", "  read-records: { why: see, records: true, capability: metadata }\n  service-health:\n    why"]], "role/foreign", 'role "apac-engineering" resides in CN, SG, JP, IN, AU and can\'t act in scenario "read-records" (the records)', 'give "read-records" to a role that resides in US; from elsewhere only metadata can be seen', [["  service-health:\n    why", "  read-records: { why: see, records: true, capability: metadata }\n  service-health:\n    why"]]],
  ]);
});

const REGIONS = "expected one of: us-east-1, us-east-2, us-west-1, us-west-2, us-gov-east-1, us-gov-west-1";
const recordsIn = (region: string): Edits => [["  controlPolicies: true", `  recordsRegion: ${region}\n  controlPolicies: true`]];
/** Both sites elsewhere. */
const ABROAD: Edits = [
  ["    region: us-east-1\n    account", "    region: eu-west-1\n    account"],
  ["availabilityZone: us-east-1a", "availabilityZone: eu-west-1a"],
];

describe("records of AWS", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["in a region elsewhere are refused", recordsIn("▸ap-southeast-1"), "records/outside-jurisdiction", 'records can\'t rest in "ap-southeast-1": it is no AWS region of the jurisdiction US', REGIONS, recordsIn("us-west-2")],
    ["in a region that doesn't exist are refused", recordsIn("▸us-east-11"), "records/outside-jurisdiction", 'records can\'t rest in "us-east-11": it is no AWS region of the jurisdiction US', 'did you mean "us-east-1"?', recordsIn("us-east-1")],
    ["without a region of their own, and without a site inside, are refused", [["\naws:", "\n▸aws:"], ...ABROAD], "records/no-region", "no site lies in the jurisdiction US, and nothing says where the records of AWS rest", "add aws.recordsRegion with a region of the jurisdiction", [...ABROAD, ...recordsIn("us-east-2")]],
  ]);
});
