import { describe } from "@jest/globals";
import { type Edits, testRefusals } from "../cases";

const LIMIT = "limit/outside";
const SITE = 'region: us-east-1\n    account: "100000000030"\n    from: primary\n    retentionDays: 35';
const site = (to: string): Edits => [[SITE, SITE.replace("retentionDays: 35", `retentionDays: ${to}`)]];
const versions = (to: string): Edits => [["previousVersionsDays: 90", `previousVersionsDays: ${to}`]];
const backup = (to: string): Edits => [["backupDays: 60", `backupDays: ${to}`]];
const ecpus = (to: string): Edits => [["ecpus: 8", `ecpus: ${to}`]];
const evidence = (to: string): Edits => [["evidenceDays: 365", `evidenceDays: ${to}`]];
const DATABASE = "Autonomous Database, About Backup and Recovery";
const LOCK = "Amazon S3, Locking objects with Object Lock";

describe("retention and sizes", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["no day for previous versions is refused", versions("▸0"), LIMIT, "retention of previous versions of 0 days: the service takes at least 1", "expected at least 1 (Object Storage, Using Object Lifecycle Management)", versions("1")],
    ["no day for database backups is refused", backup("▸0"), LIMIT, "retention of backups of 0 days: the service takes at least 1", `expected at least 1 (${DATABASE})`, backup("1")],
    ["a day too many for database backups is refused", backup("▸61"), LIMIT, "retention of backups of 61 days: the service takes at most 60", `expected at most 60 (${DATABASE})`, backup("59")],
    ["one ECPU is too few", ecpus("▸1"), LIMIT, "compute of 1 ECPUs: the service takes at least 2", "expected at least 2 (Autonomous Database, Compute Models)", ecpus("2")],
    ["no day of lock at a site is refused", site("▸0"), LIMIT, "retention of 0 days: the service takes at least 1", `expected at least 1 (${LOCK})`, site("1")],
    ["a lock of more than a hundred years is refused", site("▸36501"), LIMIT, "retention of 36501 days: the service takes at most 36500", `expected at most 36500 (${LOCK})`, site("36500")],
    ["no day for records is refused", evidence("▸0"), LIMIT, "retention of records of 0 days: the service takes at least 1", "expected at least 1 (Object Storage, Using Retention Rules to Preserve Data)", evidence("1")],
    ["a retention below zero is refused", site("▸-1"), LIMIT, "retention of -1 days: the service takes at least 1", `expected at least 1 (${LOCK})`, site("+2")],
  ]);
});

describe("the state", () => {
  const second = "kind: state, description: x, backend: local, folder: x";
  const bucket = "kind: bucket, class: user-data, description: x, previousVersionsDays: 1";
  const STATE =
    "  state:\n    kind: state\n    description: Terraform's state of this deployment\n    backend: oci\n    bucket: larkspur-us-state\n    compartment: us-state\n    key: ocid1.key.oc1.phx.aaaaaaaalarkspurusexamplestatekey\n";
  // biome-ignore format: one case a line
  testRefusals([
    ["a second state is refused", [["stores:\n", `stores:\n  ▸old-state: { ${second} }\n`]], "state/second", 'store "old-state" is of kind state, and not named so', "name it `state`: there is one", [["stores:\n", `stores:\n  old-state: { ${bucket} }\n`]]],
    ["no state at all is refused", [["stores:\n  media", "▸stores:\n  media"], [STATE, ""], ["stores: [state]", "stores: [media]"], ["accessBudget: { default: 2 }", "accessBudget: { default: 3 }"]], "state/missing", "no store `state` is declared", "declare where Terraform's state rests: `state: { kind: state, backend: oci | s3 | local, … }`; it is a store like the others", [[STATE, `  state: { ${second} }\n`]]],
  ]);
});

describe("copies", () => {
  const from = (to: string): Edits => [["from: virginia", `from: ${to}`]];
  const egress = "    egressAddresses: [198.51.100.24/32, 198.51.100.25/32]\n";
  const tokyo = (to: string) =>
    `  ${to}: { cloud: aws, region: ap-northeast-1, account: "100000000050", from: virginia, retentionDays: 1, phases: { active: 2026-01-01 } }\n`;
  const CIRCLE = "one site of the circle must copy from primary";
  // biome-ignore format: one case a line
  testRefusals([
    ["a copy at an unknown site names the nearest", [["backups: [virginia, singapore]", "backups: [virginia, ▸singapur]"]], "store/unknown-site", 'unknown backup site "singapur"', 'did you mean "singapore"?', [["backups: [virginia, singapore]", "backups: [singapore, virginia]"]]],
    ["a copy at an unknown site near none lists them", [["backups: [virginia, singapore]", "backups: [▸tokyo]"]], "store/unknown-site", 'unknown backup site "tokyo"', "expected one of: virginia, singapore", [["backups: [virginia, singapore]", "backups: []"]]],
    ["an export to an unknown store is refused", [["exportedTo: exports", "exportedTo: ▸export"]], "store/unknown-export", '"export" is no bucket store', 'did you mean "exports"?', [["exportedTo: exports", "exportedTo: messages"]]],
    ["an export to a database is refused", [["exportedTo: exports", "exportedTo: ▸profiles"]], "store/unknown-export", '"profiles" is no bucket store', "expected one of: media, messages, exports", [["exportedTo: exports", "exportedTo: media"]]],
    ["an export to the state is refused", [["exportedTo: exports", "exportedTo: ▸state"]], "store/unknown-export", '"state" is no bucket store', "expected one of: media, messages, exports", [["    exportedTo: exports\n", ""]]],
    ["a site that copies from an unknown one is refused", from("▸virginnia"), "site/unknown-source", 'site "singapore" copies from unknown "virginnia"', 'did you mean "virginia"?', [["from: virginia", "from: primary\n    egressAddresses: [198.51.100.26/32]"]]],
    ["a site that copies from itself is refused", from("▸singapore"), "site/circle", 'the copies of site "singapore" come from itself', CIRCLE, [["networkSources:\n", `${tokyo("tokyo")}networkSources:\n`]]],
    ["a site that reads the primary from anywhere is refused", [["  virginia:\n    cloud", "  ▸virginia:\n    cloud"], [egress, ""]], "site/no-egress", 'site "virginia" copies from the primary without fixed addresses', "add `egressAddresses:`; the credential that crosses clouds works from these addresses only", [[egress, "    egressAddresses: [198.51.100.24/32]\n"]]],
    ["a site called as the primary is refused", [["networkSources:\n", `${tokyo("▸primary")}networkSources:\n`]], "site/reserved", 'a backup site can\'t be called "primary": that is where the stores live', "choose another name, such as that of its place", [["networkSources:\n", `${tokyo("primary-2")}networkSources:\n`]]],
  ]);
});
