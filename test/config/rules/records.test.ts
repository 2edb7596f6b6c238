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
