import { describe, expect, test } from "@jest/globals";
import { edit } from "../../support/deployments";
import { type Edits, PRODUCTION, problemsOf, testRefusals, unmark } from "../cases";

const CN = "residency: [CN, SG, JP, IN, AU]";
const APAC = `${CN}\n    scenarios: [service-health, copy-health]`;
const apac = (scenarios: string): Edits => [
  [APAC, `${CN}\n    scenarios: [${[scenarios, "copy-health"].filter((one) => one !== "").join(", ")}]`],
];
const RESIDENCE = "add `residency:` with a jurisdiction, a country, or a list of countries; who sits nowhere reads nothing";
const COUNTRY = "expected a jurisdiction (US, EU) or a country of ISO 3166, such as US";
const PEOPLE = (role: string) => `  ${role}:\n    title`;

describe("residency", () => {
  const engineers = "title: data engineering, US\n    residency: US";
  const where = (residency: string): Edits => [[engineers, engineers.replace(": US", `: ${residency}`)]];
  // biome-ignore format: one case a line
  testRefusals([
    ["a role with no residency is refused", [[PEOPLE("data-engineering"), `  ▸${PEOPLE("data-engineering").trim()}`], [engineers, "title: data engineering, US"]], "role/no-residency", 'role "data-engineering" has no residency', RESIDENCE, [[engineers, "title: data engineering, US\n    residency: [US]"]]],
    ["a foreign role with no residency is refused no less", [[PEOPLE("apac-engineering"), `  ▸${PEOPLE("apac-engineering").trim()}`], [`    ${CN}\n`, ""]], "role/no-residency", 'role "apac-engineering" has no residency', RESIDENCE, [[CN, "residency: [CN]"]]],
    ["a country that doesn't exist is refused", [[CN, "residency: ▸XQ"]], "role/unknown-residency", 'unknown residency "XQ" of role "apac-engineering"', COUNTRY, [[CN, "residency: CN"]]],
    ["a country of a list that doesn't exist is shown in the list", [[CN, "residency: [CN, ▸China]"]], "role/unknown-residency", 'unknown residency "China" of role "apac-engineering"', COUNTRY, [[CN, "residency: [CN, HK]"]]],
    ["a country in lower case is refused", [[CN, "residency: [CN, ▸no]"]], "role/unknown-residency", 'unknown residency "no" of role "apac-engineering"', COUNTRY, [[CN, "residency: [CN, NO]"]]],
    ["a word that JavaScript knows is no country", [[CN, "residency: ▸toString"]], "role/unknown-residency", 'unknown residency "toString" of role "apac-engineering"', COUNTRY, [[CN, "residency: EU"]]],
  ]);

  test.each([
    ["partly abroad", "[US, ▸IE]"],
    ["in another jurisdiction", "▸EU"],
  ])("a role that sits %s reads nothing", (_name, residency) => {
    const { text } = unmark(edit(PRODUCTION, ...where(residency)));
    const countries = residency.replace(/[▸[\]]/g, "");
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(
        `role/foreign: role "data-engineering" resides in ${countries} and can't act in scenario "data-quality" \\(content of exports\\)`,
      ),
    ]);
  });
});

describe("foreign roles", () => {
  const only = (scenario: string) => `give "${scenario}" to a role that resides in US; from elsewhere only metadata can be seen`;
  const who = 'role "apac-engineering" resides in CN, SG, JP, IN, AU and can\'t act in scenario';
  const budget: Edits = [["accessBudget: { default: 2 }", "accessBudget: { default: 3 }"]];
  // biome-ignore format: one case a line
  testRefusals([
    ["a foreign role in a content scenario is refused", [...apac("service-health, ▸content-review"), ...budget], "role/foreign", `${who} "content-review" (content of media, messages)`, only("content-review"), apac("service-health, operations")],
    ["a foreign role that administers every store is refused", apac("service-health, ▸deploy-stores"), "role/foreign", `${who} "deploy-stores" (administer of every store)`, only("deploy-stores"), apac("operations, service-health")],
    ["a foreign role that administers the boundary is refused", apac("▸boundary-change"), "role/foreign", `${who} "boundary-change" (administer)`, only("boundary-change"), apac("operations")],
    ["a foreign role that sees the boundary is refused: it names people and addresses", apac("▸audit"), "role/foreign", `${who} "audit" (metadata of the boundary)`, only("audit"), apac("service-health, operations")],
    ["a foreign role that writes is refused, though it reads metadata only", apac("▸restore-write"), "role/foreign", `${who} "restore-write" (writes of media, messages, exports)`, only("restore-write"), apac("operations")],
    ["a foreign role that reads the state is refused", apac("▸state-of-deployment"), "role/foreign", `${who} "state-of-deployment" (writes of state)`, only("state-of-deployment"), apac("")],
  ]);
});

describe("names", () => {
  const ROLES =
    "expected one of: us-sre, data-engineering, trust-and-safety, backup-restore, key-custodian, security-administrator, deploy-pipeline, break-glass, …";
  const review = "stores: [media, messages]\n    capability: content\n    circumstances: { network: us-offices, multi";
  const reviewed = (from: string, to: string): Edits => [[review, review.replace(from, to)]];
  // biome-ignore format: one case a line
  testRefusals([
    ["an unknown scenario names the nearest", apac("▸service-heath"), "registry/unknown-scenario", 'unknown scenario "service-heath"', 'did you mean "service-health"?', apac("service-health, service-health")],
    ["an unknown store of a scenario names the nearest", reviewed("messages]", "▸mesages]"), "registry/unknown-store", 'unknown store "mesages"', 'did you mean "messages"?', reviewed("[media, messages]", "[messages, media]")],
    ["an unknown store near none lists them", reviewed("messages]", "▸likes]"), "registry/unknown-store", 'unknown store "likes"', "expected one of: media, messages, profiles, exports, state", reviewed("media, messages]", "messages]")],
    ["an unknown purpose of keys lists them", [['keys: "*"', "keys: [objects, ▸evidence]"]], "registry/unknown-key-purpose", 'unknown key purpose "evidence"', "expected one of: objects, database, secrets", [['keys: "*"', "keys: [objects, secrets]"]]],
    ["an unknown place names the nearest", [["at: [virginia, singapore]", "at: [▸virgina, singapore]"]], "registry/unknown-place", 'unknown place "virgina"', 'did you mean "virginia"?', [["at: [virginia, singapore]", "at: [primary, singapore]"]]],
    ["an unknown network source names the nearest", reviewed("us-offices", "▸us-office"), "registry/unknown-network-source", 'unknown network source "us-office"', 'did you mean "us-offices"?', reviewed("us-offices", "us-pipeline")],
    ["a network source of another jurisdiction is unknown", [["network: us-app", "network: ▸eu-app"]], "registry/unknown-network-source", 'unknown network source "eu-app"', 'did you mean "us-app"?', [["network: us-app", "network: us-copier"]]],
    ["an unknown break-glass role names the nearest", [["role: break-glass", "role: ▸brake-glass"]], "registry/unknown-role", 'unknown role "brake-glass"', 'did you mean "break-glass"?', [["role: break-glass", "role: security-administrator"]]],
    ["an unknown auditor lists the first roles", [["role: oracle-auditor", "role: ▸kpmg"]], "registry/unknown-role", 'unknown role "kpmg"', ROLES, [["role: oracle-auditor", 'role: "oracle-auditor"']]],
    ["an unknown store of the access budget is shown at its key", [["{ default: 2 }", "{ default: 2, stores: { ▸medias: 3 } }"]], "registry/unknown-store", 'unknown store "medias"', 'did you mean "media"?', [["{ default: 2 }", "{ default: 2, stores: { media: 2 } }"]]],
  ]);
});

describe("scenarios", () => {
  const health = "    health: true\n    capability: metadata";
  const healthy = (to: string): Edits => [[health, to]];
  const rotation = '    keys: "*"\n    capability: administer\n    circumstances';
  const SUBJECTS = "name what it opens: stores, keys, boundary, infrastructure, records, health";
  // biome-ignore format: one case a line
  testRefusals([
    ["a scenario about nothing is refused", [["  service-health:\n    why", "  ▸service-health:\n    why"], ["is healthy\n    health: true\n", "is healthy\n"]], "scenario/empty", 'scenario "service-health" is about nothing', SUBJECTS, healthy("    stores: [media]\n    capability: metadata")],
    ["a scenario about no boundary is about nothing", [["  service-health:\n    why", "  ▸service-health:\n    why"], ["is healthy\n    health: true", "is healthy\n    boundary: false"]], "scenario/empty", 'scenario "service-health" is about nothing', SUBJECTS, healthy("    keys: [objects]\n    capability: metadata")],
    ["content of keys is refused", [[rotation, rotation.replace("administer", "▸content")]], "scenario/no-content", 'scenario "key-rotation" gives content, and names no store', "only stores have content: name them, or give metadata or administer", [[rotation, rotation.replace("administer", "metadata")]]],
    ["health that administers is refused", [["    residency: [CN, SG, JP, IN, AU]", "    residency: US"], ["    residency: [DE, IE, GB, AE]", "    residency: US"], [health, "    health: true\n    capability: ▸administer"]], "scenario/health-is-metadata", 'scenario "service-health" gives administer on health', "health is metadata: nothing else can be given on it", healthy("    health: true\n    keys: [objects]\n    capability: metadata")],
  ]);
});

describe("the access budget", () => {
  const sre = (scenarios: string): Edits => [
    ["scenarios: [incident-on-profiles, operations, operations-of-copies]", `scenarios: [${scenarios}, operations-of-copies]`],
  ];
  const raise = (store: string) => `take a content scenario away, or raise accessBudget.stores.${store} in a change of its own`;
  const third = '3 roles read "exports", and the access budget is 2: us-sre, data-engineering, backup-restore';
  const budget = (to: string): Edits => [["{ default: 2 }", to]];
  const pipeline = "deploy-records, deploy-copies, state-of-deployment]";
  // biome-ignore format: one case a line
  testRefusals([
    ["a third reader is refused", [["  exports:\n    kind", "  ▸exports:\n    kind"], ...sre("incident-on-profiles, operations, data-quality")], "budget/exceeded", third, raise("exports"), [...sre("incident-on-profiles, operations, data-quality"), ...budget("{ default: 2, stores: { exports: 3 } }")]],
    ["a budget of one for a store is held there", [["  exports:\n    kind", "  ▸exports:\n    kind"], ...budget("{ default: 2, stores: { exports: 1 } }")], "budget/exceeded", '2 roles read "exports", and the access budget is 1: data-engineering, backup-restore', raise("exports"), budget("{ default: 2, stores: { profiles: 1 } }")],
    ["a reader of every store counts in each", [["  profiles:\n    kind", "  ▸profiles:\n    kind"], ["stores: [media, messages]\n    capability", 'stores: "*"\n    capability'], ...budget("{ default: 3, stores: { profiles: 1 } }")], "budget/exceeded", '2 roles read "profiles", and the access budget is 1: us-sre, trust-and-safety', raise("profiles"), [["stores: [media, messages]\n    capability", 'stores: "*"\n    capability'], ...budget("{ default: 3, stores: { profiles: 2 } }")]],
    ["a pipeline that reads user data is counted as anybody", [["  exports:\n    kind", "  ▸exports:\n    kind"], [pipeline, `${pipeline.slice(0, -1)}, data-quality]`]], "budget/exceeded", '3 roles read "exports", and the access budget is 2: data-engineering, backup-restore, deploy-pipeline', raise("exports"), [[pipeline, `${pipeline.slice(0, -1)}, operations]`]]],
  ]);
});

describe("special roles", () => {
  const glass =
    "title: sealed accounts for emergencies\n    residency: US\n    scenarios: [emergency-boundary, emergency-at-sites]";
  const US = "whoever can change the boundary resides in US";
  const machine = (scenarios: string, assumedBy: string) =>
    `  second:\n    title: another\n    residency: US\n    scenarios: [${scenarios}]\n    assumedBy: ${assumedBy}\n`;
  const with2nd = (scenarios: string, assumedBy: string): Edits => [
    ["\nscenarios:\n", `${machine(scenarios, assumedBy)}\nscenarios:\n`],
  ];
  const ONE = "one machine acts in one role: move the scenarios to the first";
  const audit = "assumedBy: auditor\n    scenarios: [audit, audit-of-copies]";
  // biome-ignore format: one case a line
  testRefusals([
    ["a foreign break-glass role is refused", [[glass, "title: sealed accounts for emergencies\n    residency: [US, GB]"], ["role: break-glass", "role: ▸break-glass"]], "break-glass/foreign", 'break-glass role "break-glass" does not reside in US', US, [[glass, "title: sealed accounts for emergencies\n    residency: [US]"]]],
    ["people as the auditor are refused", [["role: oracle-auditor", "role: ▸us-sre"]], "auditor/not-an-auditor", 'role "us-sre" is not assumed by an auditor', "set roles.us-sre.assumedBy to auditor", [...with2nd("audit", "auditor"), ["role: oracle-auditor", "role: second"]]],
    ["an auditor who reads content is refused", [[audit, "assumedBy: auditor\n    scenarios: [audit, ▸incident-on-profiles]"]], "auditor/reads-content", 'auditor "oracle-auditor" can\'t act in scenario "incident-on-profiles" (content of profiles)', "give it metadata of the boundary: an auditor reads records and rules, and no user data", [[audit, "assumedBy: auditor\n    scenarios: [audit, operations]"]]],
    ["a foreign auditor is refused: what acts for the deployment acts inside", [["title: Oracle, the third party that audits\n    residency: US", "title: Oracle, the third party that audits\n    residency: ▸GB"], [audit, "assumedBy: auditor"]], "role/foreign-machine", 'role "oracle-auditor" is assumed by the auditor of the deployment and does not reside in US', "set its residency to US: what acts for the deployment acts inside", [["title: Oracle, the third party that audits\n    residency: US", "title: Oracle, the third party that audits\n    residency: [US]"]]],
    ["a second role of the app is refused", with2nd("", "▸app"), "role/second-machine", 'role "second" is a second one for the app, after "app"', ONE, with2nd("", "people")],
    ["a second role of the copier is refused", with2nd("", "▸copier"), "role/second-machine", 'role "second" is a second one for the copier, after "replication"', ONE, with2nd("", "pipeline")],
  ]);
});
