import { describe } from "@jest/globals";
import { type Edits, testRefusals } from "../cases";

const SRE = "  us-sre:\n    title";
const named = (name: string): Edits => [[SRE, `  ▸${name}:\n    title`]];
const OTHER = "choose another name, such as that of the team";

describe("names of roles", () => {
  const taken = (name: string) => `role name "${name}" is used by the deployment itself`;
  // biome-ignore format: one case a line
  testRefusals([
    ["the name of the services' policy is taken", named("services"), "role/reserved-name", taken("services"), OTHER, [[SRE, "  service:\n    title"]]],
    ["the name of the guardrails is taken", named("guardrails"), "role/reserved-name", taken("guardrails"), OTHER, [[SRE, "  guards:\n    title"]]],
    ["the name of the state's policy is taken", named("state"), "role/reserved-name", taken("state"), OTHER, [[SRE, "  state-readers:\n    title"]]],
    ["the name of the connectors' policy and group is taken", named("records"), "role/reserved-name", taken("records"), OTHER, [[SRE, "  records-readers:\n    title"]]],
    ["the name of Cloud Guard's policy is taken", named("cloud-guard"), "role/reserved-name", taken("cloud-guard"), OTHER, [[SRE, "  guard:\n    title"]]],
    ["the name of a database's own group is taken", named("profiles-database"), "role/reserved-name", taken("profiles-database"), OTHER, [[SRE, "  media-database:\n    title"]]],
    ["the name of a database's administrator is taken", named("admin"), "role/reserved-name", taken("admin"), OTHER, [[SRE, "  admins:\n    title"]]],
    ["the name of another role's policy on the edge is taken", named("deploy-pipeline-edge"), "role/reserved-name", taken("deploy-pipeline-edge"), OTHER, [[SRE, "  pipeline-edge:\n    title"]]],
  ]);
});

describe("names of stores", () => {
  const bucket = (name: string) => `  ${name}: { kind: bucket, class: user-data, description: more, previousVersionsDays: 7 }\n`;
  const beside = (name: string): Edits => [["  exports:\n", `${bucket(name)}  exports:\n`]];
  const taken = (name: string) => `store name "${name}" is used by the deployment itself`;
  const other = "choose another name: the evidence has a bucket of this name";
  // biome-ignore format: one case a line
  testRefusals([
    ["the evidence's own name is taken", beside("▸evidence"), "store/reserved-name", taken("evidence"), other, beside("evidences")],
    ["the name of the primary's evidence is taken", beside("▸evidence-primary"), "store/reserved-name", taken("evidence-primary"), other, beside("evidence-secondary")],
    ["the name of the standby's evidence is taken", beside("▸evidence-standby"), "store/reserved-name", taken("evidence-standby"), other, beside("standby-evidence")],
  ]);
});

describe("names of databases", () => {
  const second = (name: string) =>
    `  ${name}:\n    kind: database\n    class: user-data\n    description: more\n    backupDays: 7\n    ecpus: 2\n    storageTerabytes: 1\n  exports:\n`;
  const beside = (name: string): Edits => [["  exports:\n", second(name)]];
  const apart = "a database's name has letters and digits only: let the names differ by more than hyphens";
  // biome-ignore format: one case a line
  testRefusals([
    ["two that differ by a hyphen alone are refused", [["  exports:\n", `  ▸${second("pro-files").trimStart()}`]], "store/same-database-name", 'databases "profiles" and "pro-files" would have the same name "profiles"', apart, beside("pro-filed")],
    ["one that is too long is refused", [["  exports:\n", `  ▸${second("profiles-of-everybody-who-ever-signed-up").trimStart()}`]], "store/database-name-too-long", 'database name "profilesofeverybodywhoeversignedup" has 34 letters and digits', "expected at most 30, hyphens not counted", beside("profiles-of-who-ever-signed-up")],
  ]);
});
