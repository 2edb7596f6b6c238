import { describe, expect, test } from "@jest/globals";
import { edit } from "../support/deployments";
import { PRODUCTION, problemsOf, testRefusals, unmark } from "./cases";

const NAME = "expected a name of lower-case letters, digits and single hyphens";
const ACCOUNT = "expected an AWS account id: 12 digits, in quotes";
const BLOCK = "expected an IPv4 block, such as 198.51.100.0/24";
const DATE = "expected a date, such as 2026-01-31";
const RESIDENCY = "expected a jurisdiction, a country (ISO 3166), or a list of countries";
const COUNT = "expected a whole number above 0";
const PORT = "expected a port, 1 to 65535";
const BACKENDS = 'expected one of: "oci", "s3", "local"';
const TOP_LEVEL =
  "known keys: version, company, jurisdiction, oci, aws, stores, sites, networkSources, roles, scenarios, accessBudget, breakGlass, auditor, app, routing, oversight, rehearsal";
const VALUE = "config/wrong-value";
const UNKNOWN = "config/unknown-key";
const MISSING = "config/missing-key";
const WRONG_NAME = "config/wrong-name";

// Within describe.each the rows would lose their types: each heading has its own table.
describe("unknown keys", () => {
  const [store, role] = ["    previousVersionsDays: 90\n    backups: [virginia", "    title: engineering in APAC"];
  const at = "scenarios.incident-on-profiles.circumstances";
  // biome-ignore format: one case a line
  testRefusals([
    ["an unknown key near a known one names it", [["accessBudget:", "accessBudget: { default: 2 }\n▸acessBudget:"]], UNKNOWN, 'unknown key "acessBudget"', 'did you mean "accessBudget"?', [["accessBudget: { default: 2 }\n\n", ""]]],
    ["an unknown key near none lists the known ones", [["jurisdiction: US", "jurisdiction: US\n▸colour: red"]], UNKNOWN, 'unknown key "colour"', TOP_LEVEL, [["jurisdiction: US", "jurisdiction: US\n# colour: red"]]],
    ["an unknown key in a group is refused", [["  denyPolicies: true", "  denyPolicies: true\n  ▸denyPolices: true"]], UNKNOWN, 'unknown key "denyPolices" in oci', 'did you mean "denyPolicies"?', [["denyPolicies: true", "denyPolicies: false"]]],
    ["an unknown key of a role is refused", [[role, `    ▸assumeBy: people\n${role}`]], UNKNOWN, 'unknown key "assumeBy" in roles.apac-engineering', 'did you mean "assumedBy"?', [[role, `    assumedBy: people\n${role}`]]],
    ["an unknown key of a bucket store is refused", [[store, `    ▸backup: [virginia]\n${store}`]], UNKNOWN, 'unknown key "backup" in stores.media', 'did you mean "backups"?', [["backups: [virginia, singapore]", "backups: [virginia]"]]],
    ["a key of another kind of store is refused", [[store, `    ▸ecpus: 2\n${store}`]], UNKNOWN, 'unknown key "ecpus" in stores.media', "known keys: kind, description, class, previousVersionsDays, backups", [["ecpus: 8", "ecpus: 2"]]],
    ["a key of another backend is refused", [["backend: oci", "backend: oci\n    ▸folder: cdktf.state"]], UNKNOWN, 'unknown key "folder" in stores.state', "known keys: kind, description, backend, bucket, compartment, key", [["bucket: larkspur-us-state", "bucket: larkspur-us-states"]]],
    ["an unknown key deep in a scenario is refused", [["ticket: incident", "▸tickets: incident"]], UNKNOWN, `unknown key "tickets" in ${at}`, 'did you mean "ticket"?', [["ticket: incident", "ticket: incidents"]]],
    ["an unknown key of a phase is refused", [["{ active: 2026-01-01 }", "{ active: 2026-01-01, ▸froze: 2027-01-01 }"]], UNKNOWN, 'unknown key "froze" in sites.virginia.phases', 'did you mean "frozen"?', [["{ active: 2026-01-01 }", "{ active: 2025-01-01 }"]]],
    ["YAML's merge key is refused as any other", [["zone: us.larkspur.example", "zone: us.larkspur.example\n  ▸<<: {}"]], UNKNOWN, 'unknown key "<<" in routing', "known keys: zone, hostnames, certificates, health, bandwidthMbps, requestsFromOutside", [["zone: us.larkspur.example", "zone: larkspur.example"]]],
  ]);
});

describe("missing keys and names", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["a missing key at the top is named", [["version: 1\n", "▸"]], MISSING, 'missing key "version"', "expected 1", [["version: 1\n", ""], ["jurisdiction: US", "version: 1\njurisdiction: US"]]],
    ["a missing key of a group is shown at the group", [["  tenancy:", "  ▸tenancy:"], ["  home: us-phoenix-1\n", ""]], MISSING, 'missing key "oci.home"', "expected an OCI region, such as us-phoenix-1", [["home: us-phoenix-1", "home: us-ashburn-1"]]],
    ["a missing kind of a store is named", [["  media:\n    kind: bucket\n    class", "  media:\n    ▸class"]], MISSING, 'missing key "stores.media.kind"', 'expected one of: "bucket", "database", "state"', [["    kind: bucket\n    class: user-data\n", "    class: user-data\n    kind: bucket\n"]]],
    ["a missing backend is named", [["    kind: state", "    ▸kind: state"], ["    backend: oci\n", ""]], MISSING, 'missing key "stores.state.backend"', BACKENDS, [["    kind: state\n", ""], ["    backend: oci\n", "    backend: oci\n    kind: state\n"]]],
    ["a store with capitals is refused", [["stores:\n  media:", "stores:\n  ▸Media:"]], WRONG_NAME, '"Media" can\'t be a name here', NAME, [["  state:\n    kind", "  media2: { kind: bucket, class: user-data, description: x, previousVersionsDays: 1 }\n  state:\n    kind"]]],
    ["a store that is a number is refused", [["stores:\n  media:", "stores:\n  ▸42:"]], WRONG_NAME, '"42" can\'t be a name here', NAME, [["stores:\n", "stores:\n  m42: { kind: bucket, class: user-data, description: x, previousVersionsDays: 1 }\n"]]],
    ["a role with an underscore is refused", [["  emea-engineering:", "  ▸emea_engineering:"]], WRONG_NAME, '"emea_engineering" can\'t be a name here', NAME, [["  emea-engineering:", "  emeaengineering:"]]],
    ["a site with two hyphens in a row is refused", [["sites:\n", "sites:\n  ▸s--1: {}\n"]], WRONG_NAME, '"s--1" can\'t be a name here', NAME, [["  us-pipeline:\n    description", "  us-vpn: { description: VPN, addresses: [203.0.113.0/26] }\n  us-pipeline:\n    description"]]],
    ["a name that every JavaScript object has is refused", [["  emea-engineering:", "  ▸constructor:"]], WRONG_NAME, '"constructor" can\'t be a name here', 'expected another name: "constructor" is taken', [["  emea-engineering:", "  constructors:"]]],
    ["a wrong name in the access budget is refused", [["{ default: 2 }", "{ default: 2, stores: { ▸Media: 3 } }"]], WRONG_NAME, '"Media" can\'t be a name here', NAME, [["{ default: 2 }", "{ default: 2, stores: { media: 3 } }"]]],
  ]);
});

describe("choices", () => {
  const content = "capability: content";
  // biome-ignore format: one case a line
  testRefusals([
    ["a kind of store that is a slip names the nearest", [["kind: bucket", "kind: ▸buckett"]], VALUE, 'stores.media.kind: found "buckett"', 'did you mean "bucket"?', [["kind: bucket", 'kind: "bucket"']]],
    ["a kind of store that is none lists them", [["kind: bucket", "kind: ▸queue"]], VALUE, 'stores.media.kind: found "queue"', 'expected one of: "bucket", "database", "state"', [["kind: bucket", "kind: 'bucket'"]]],
    ["a backend that is none lists them", [["backend: oci", "backend: ▸gcs"]], VALUE, 'stores.state.backend: found "gcs"', BACKENDS, [["backend: oci", "backend: s3"], ["    key: ocid1.key.oc1.phx.aaaaaaaalarkspurusexamplestatekey\n", ""]]],
    ["a backend without a value says so", [["backend: oci", "backend:▸"]], VALUE, "stores.state.backend: found nothing", BACKENDS, [["backend: oci", "backend:\n      oci"]]],
    ["a jurisdiction that isn't known lists those that are", [["jurisdiction: US", "jurisdiction: ▸UK"]], VALUE, 'jurisdiction: found "UK"', 'expected one of: "US", "EU"', [["jurisdiction: US", "jurisdiction: 'US'"]]],
    ["a capability that can't be given is refused", [[content, "capability: ▸none"]], VALUE, 'scenarios.incident-on-profiles.capability: found "none"', 'expected one of: "metadata", "content", "administer"', [[content, "capability: metadata"]]],
    ["a capability that is a slip names the nearest", [[content, "capability: ▸contents"]], VALUE, 'scenarios.incident-on-profiles.capability: found "contents"', 'did you mean "content"?', [[content, 'capability: "content"']]],
    ["a cloud that isn't supported is refused", [["cloud: aws", "cloud: ▸gcp"]], VALUE, 'sites.virginia.cloud: found "gcp"', 'expected "aws"', [["cloud: aws", "cloud: 'aws'"]]],
    ["a weekday that is a slip names the nearest", [["[monday, tuesday", "[monday, ▸thuesday"]], VALUE, 'scenarios.incident-on-profiles.circumstances.time.days.1: found "thuesday"', 'did you mean "tuesday"?', [["[monday, tuesday,", "[sunday, tuesday,"]]],
    ["a version of another format is refused", [["version: 1", "version: ▸2"]], VALUE, "version: found 2", "expected 1", [["version: 1", "version: 0x1"]]],
    ["a version in quotes is refused", [["version: 1", 'version: ▸"1"']], VALUE, 'version: found "1"', "expected 1", [["version: 1", "version: +1"]]],
  ]);
});

describe("types and forms", () => {
  const days = "days: [monday, tuesday, wednesday, thursday, friday]";
  // biome-ignore format: one case a line
  testRefusals([
    ["an account without quotes is refused, shown as it was written", [['account: "100000000030"', "account: ▸010000000030"]], VALUE, "sites.virginia.account: found 010000000030", ACCOUNT, [['account: "100000000030"', "account: '010000000030'"]]],
    ["an account of eleven digits is refused", [['account: "100000000030"', 'account: ▸"10000000003"']], VALUE, 'sites.virginia.account: found "10000000003"', ACCOUNT, [['account: "100000000030"', 'account: "100000000031"']]],
    ["yes is no boolean", [["denyPolicies: true", "denyPolicies: ▸yes"]], VALUE, 'oci.denyPolicies: found "yes"', "expected true or false", [["denyPolicies: true", "denyPolicies: True"]]],
    ["a number in quotes is refused", [["instances: 2", 'instances: ▸"2"']], VALUE, 'app.instances: found "2"', COUNT, [["instances: 2", "instances: 3"]]],
    ["a fraction is refused", [["ocpus: 2", "ocpus: ▸1.5"]], VALUE, "app.ocpus: found 1.5", COUNT, [["ocpus: 2", "ocpus: 1.0"]]],
    ["infinity is refused", [["ocpus: 2", "ocpus: ▸.inf"]], VALUE, "app.ocpus: found .inf", COUNT, [["ocpus: 2", "ocpus: 64"]]],
    ["zero instances are refused", [["instances: 2", "instances: ▸0"]], VALUE, "app.instances: found 0", COUNT, [["instances: 2", "instances: 1"]]],
    ["a port above the last is refused", [["port: 8443", "port: ▸65536"]], VALUE, "app.port: found 65536", PORT, [["port: 8443", "port: 65535"]]],
    ["half a day of retention is refused", [["backupDays: 60", "backupDays: ▸0.5"]], VALUE, "stores.profiles.backupDays: found 0.5", "expected a whole number of days", [["backupDays: 60", "backupDays: 5"]]],
    ["a name where a list should be is refused", [["scenarios: [service-health]", "scenarios: ▸service-health"]], VALUE, 'roles.emea-engineering.scenarios: found "service-health"', "expected a list", [["scenarios: [service-health]", "scenarios: []"]]],
    ["a list where a group should be is refused", [["accessBudget: { default: 2 }", "accessBudget: ▸[2]"]], VALUE, "accessBudget: found a list of 1", "expected a group of keys", [["accessBudget: { default: 2 }", "accessBudget: {}"]]],
    ["a text where a store should be is refused", [["stores:\n", "stores:\n  clips: ▸bucket\n"]], VALUE, 'stores.clips: found "bucket"', "expected a group of keys", [["stores:\n", "stores:\n  # clips: bucket\n"]]],
    ["a single address is no block", [["203.0.113.192/28", "▸203.0.113.192"]], VALUE, 'networkSources.us-pipeline.addresses.0: found "203.0.113.192"', BLOCK, [["203.0.113.192/28", "203.0.113.192/32"]]],
    ["a block of 33 bits is refused", [["10.40.0.0/16", "▸10.40.0.0/33"]], VALUE, 'oci.primary.network: found "10.40.0.0/33"', BLOCK, [["10.40.0.0/16", "10.40.0.0/17"]]],
    ["an OCID of another type is refused", [["id: ocid1.tenancy.oc1..aaa", "id: ▸ocid1.user.oc1..aaa"]], VALUE, 'oci.tenancy.id: found "ocid1.user.oc1..aaaaaaaalarkspurusexampletenancy"', "expected an OCID of type tenancy", [["ocid1.tenancy.oc1..aaa", "ocid1.tenancy.oc1..aab"]]],
    ["a day that no month has is refused", [["active: 2026-01-01", "active: ▸2026-02-29"]], VALUE, 'sites.virginia.phases.active: found "2026-02-29"', DATE, [["active: 2026-01-01", "active: 2028-02-29"]]],
    ["a year alone is no date", [["active: 2026-01-01", "active: ▸2026"]], VALUE, "sites.virginia.phases.active: found 2026", DATE, [["active: 2026-01-01", "active: 2026-12-31"]]],
    ["an hour that no day has is refused", [['from: "13:00"', 'from: ▸"24:00"']], VALUE, 'scenarios.incident-on-profiles.circumstances.time.from: found "24:00"', "expected a time of day in UTC, such as 13:30", [['from: "13:00"', "from: 23:00"]]],
    ["a window on no day is refused", [[days, "days: ▸[]"]], VALUE, "scenarios.incident-on-profiles.circumstances.time.days: found an empty list", "expected at least 1 entry", [[days, "days: [monday]"]]],
    ["an image by tag is refused", [["app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "app:latest"], ["image: ", "image: ▸"]], VALUE, 'app.image: found "phx.ocir.io/axlarkspurus/app:latest"', "expected an image with its digest (…@sha256:…)", [["app@sha256:9f", "app@sha256:8f"]]],
    ["a state folder outside is refused", [["    backend: oci\n    bucket: larkspur-us-state\n    compartment: us-state\n    key: ocid1.key.oc1.phx.aaaaaaaalarkspurusexamplestatekey", "    backend: local\n    folder: ▸../state"]], VALUE, 'stores.state.folder: found "../state"', "expected a relative folder", [["    backend: oci\n    bucket: larkspur-us-state\n    compartment: us-state\n    key: ocid1.key.oc1.phx.aaaaaaaalarkspurusexamplestatekey", "    backend: local\n    folder: ./state"]]],
    ["a text where a list of two should be is one problem", [["custodians: [ciso@larkspur.example, general-counsel@larkspur.example]", 'custodians: ▸"x"']], VALUE, 'breakGlass.custodians: found "x"', "expected a list", [["custodians: [ciso@larkspur.example, general-counsel@larkspur.example]", "custodians:\n    - a@b.example\n    - c@d.example"]]],
    ["one custodian is too few", [["custodians: [ciso@larkspur.example, ", "custodians: ▸["]], VALUE, "breakGlass.custodians: found a list of 1", "expected at least two custodians: nobody opens the glass alone", [["[ciso@larkspur.example, ", "[cso@larkspur.example, "]]],
    ["a title of blanks is refused", [["title: the app tier", 'title: ▸" "']], VALUE, 'roles.app.title: found " "', "expected a sentence", [["title: the app tier", "title: app"]]],
  ]);
});

describe("lists or everything", () => {
  const stores = "    stores: [profiles]\n    capability: content\n    circumstances";
  const at = "scenarios.incident-on-profiles.stores";
  const all = 'expected a list of stores, or "*" for all';
  const residency = "residency: [CN, SG, JP, IN, AU]";
  const listing = (text: string): [string, string] => [stores, stores.replace("[profiles]", text)];
  // biome-ignore format: one case a line
  testRefusals([
    ["a scenario of no store at all is refused", [listing("▸[]")], VALUE, `${at}: found an empty list`, "expected at least 1 entry", [listing("['profiles']")]],
    ["another word for all is refused", [listing("▸all")], VALUE, `${at}: found "all"`, all, [["stores: \"*\"\n    capability: metadata", "stores: '*'\n    capability: metadata"]]],
    ["all inside a list is refused", [listing('[▸"*"]')], VALUE, `${at}.0: found "*"`, NAME, [listing('["profiles"]')]],
    ["a number inside a list is refused", [listing("[profiles, ▸7]")], VALUE, `${at}.1: found 7`, NAME, [listing("[profiles, profiles]")]],
    ["a single purpose outside a list is refused", [['keys: "*"', "keys: ▸objects"]], VALUE, 'scenarios.key-rotation.keys: found "objects"', 'expected a list of key purposes, or "*" for all', [['keys: "*"', "keys: [objects]"]]],
    ["a residency in no country is refused", [[residency, "residency: ▸[]"]], VALUE, "roles.apac-engineering.residency: found an empty list", "expected at least 1 entry", [[residency, "residency: [CN]"]]],
    ["a residency that is a number is refused", [[residency, "residency: ▸86"]], VALUE, "roles.apac-engineering.residency: found 86", RESIDENCY, [[residency, "residency: CN"]]],
    ["a residency left open is refused", [[residency, "residency:▸"]], VALUE, "roles.apac-engineering.residency: found nothing", RESIDENCY, [[residency, "residency:\n      CN"]]],
    ["a gap in a list of countries is refused", [[residency, "residency: [CN, ▸~]"]], VALUE, "roles.apac-engineering.residency.1: found ~", RESIDENCY, [[residency, "residency: [CN, ]"]]],
  ]);
});

test("a value of many lines is quoted on one and cut", () => {
  const { text, places } = unmark(edit(PRODUCTION, ["home: us-phoenix-1", `home: ▸"us\\n${"x".repeat(200)}"`]));
  expect(problemsOf(text)[0]).toMatch(new RegExp(`^${places[0]} region/unknown: unknown OCI region "us\\\\nx{96}…" → `));
});
