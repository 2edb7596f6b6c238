import { describe, expect, test } from "@jest/globals";
import { ConfigurationError, loadDeployment, parseDeployment } from "../../config/schema/load";
import { besideConfigurations, configurationText, diagnosticsOf, edit, PROJECT } from "../support/deployments";
import { PRODUCTION, problemsOf, unmark } from "./cases";

/** What the user sees of a deployment that isn't loaded. */
function refusalOf(name: string): string {
  try {
    loadDeployment(PROJECT, name);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error("the deployment was loaded");
}

describe("a deployment's name", () => {
  test.each(["production", "staging"])("%s is loaded from its file", (name) => {
    const { file, deployment } = loadDeployment(PROJECT, name);
    expect(file).toBe(`config/${name}.yaml`);
    expect(deployment).toEqual(
      parseDeployment("elsewhere.yaml", configurationText(name as "production"), besideConfigurations).deployment,
    );
  });

  test.each([
    [
      "a slip names the nearest",
      "prodution",
      'config/prodution.yaml:1:1: there is no deployment "prodution"',
      'did you mean "production"?',
    ],
    [
      "another case of letters is another name",
      "Staging",
      'config/Staging.yaml:1:1: there is no deployment "Staging"',
      'did you mean "staging"?',
    ],
    [
      "a name with its ending is none",
      "staging.yaml",
      'config/staging.yaml.yaml:1:1: there is no deployment "staging.yaml"',
      undefined,
    ],
    [
      "a path to a file that is there is none",
      "../config/staging",
      'config/staging.yaml:1:1: there is no deployment "../config/staging"',
      undefined,
    ],
    ["a path out of the project is none", "../../x", '../x.yaml:1:1: there is no deployment "../../x"', undefined],
    [
      "a path from the root is none",
      "/etc/passwd",
      'config/etc/passwd.yaml:1:1: there is no deployment "/etc/passwd"',
      undefined,
    ],
    ["no name is none", "", 'config/.yaml:1:1: there is no deployment ""', undefined],
  ])("%s", (_name, name, message, help) => {
    const [first, second] = refusalOf(name).split("\n");
    expect(first).toBe(message);
    expect(second?.trim()).toEqual(help ?? expect.stringMatching(/^expected one of: (.*, )?production, staging/));
  });
});

describe("many problems at once", () => {
  test("all are reported, in the order in which a reader meets them", () => {
    const { text, places } = unmark(
      edit(
        PRODUCTION,
        ["home: us-phoenix-1", "home: ▸us-pheonix-1"],
        ["backupDays: 60", "backupDays: ▸90"],
        ["region: ap-southeast-1", "region: ▸ap-southeast-11"],
        ["residency: [CN, SG", "residency: [▸XQ, SG"],
        ["network: us-app", "network: ▸us-ap"],
        ["role: oracle-auditor", "role: ▸us-sre"],
      ),
    );
    expect(problemsOf(text).map((problem) => problem.split(": ")[0])).toEqual([
      `${places[0]} region/unknown`,
      `${places[1]} limit/outside`,
      `${places[2]} region/unknown`,
      `${places[3]} role/unknown-residency`,
      `${places[4]} registry/unknown-network-source`,
      `${places[5]} auditor/not-an-auditor`,
    ]);
  });

  test.each([
    ["at the top", "jurisdiction: US", "jurisdiction: US\n▸colour: red", "colour"],
    ["of a group", "  namespace: axlarkspurus", "  namespace: axlarkspurus\n  ▸namespaces: axlarkspurus", "namespaces"],
    ["of a store", "    exportedTo: exports", "    exportedTo: exports\n    ▸colour: red", "colour"],
    ["of the state", "    backend: oci", "    backend: oci\n    ▸colour: red", "colour"],
    ["of a role", "    title: Oracle,", "    ▸colour: red\n    title: Oracle,", "colour"],
  ])("an unknown key %s doesn't hide what the rules find", (_name, from, to, key) => {
    const { text, places } = unmark(edit(PRODUCTION, [from, to]));
    const wrong = edit(text, ["egressAddresses: [198.51.100.24/32, 198.51.100.25/32]", "egressAddresses: []"]);
    const [unknown, egress] = problemsOf(wrong).sort((a, b) => Number(b.includes(key)) - Number(a.includes(key)));
    expect(unknown).toMatch(new RegExp(`^${places[0]} config/unknown-key: unknown key "${key}"`));
    expect(egress).toContain('site/no-egress: site "virginia" copies from the primary without fixed addresses');
    expect(problemsOf(wrong)).toHaveLength(2);
  });

  test("unknown keys and wrong values are reported together", () => {
    const { text, places } = unmark(
      edit(PRODUCTION, ["jurisdiction: US", "▸juristiction: US"], ["port: 8443", "port: ▸none"], ["version: 1", "▸version: 1"]),
    );
    expect(problemsOf(text).map((problem) => problem.split(" → ")[0])).toEqual([
      `${places[0]} config/missing-key: missing key "jurisdiction"`,
      `${places[1]} config/unknown-key: unknown key "juristiction"`,
      `${places[2]} config/wrong-value: app.port: found "none"`,
    ]);
  });

  test("the error's own message is what a user reads", () => {
    const text = edit(PRODUCTION, ["home: us-phoenix-1", "home: us-pheonix-1"], ["backupDays: 60", "backupDays: 61"]);
    expect(new ConfigurationError(diagnosticsOf(text)).message.replace(/:\d+:\d+:/g, ":L:C:")).toMatchInlineSnapshot(`
      "config/test.yaml:L:C: unknown OCI region "us-pheonix-1"
        did you mean "us-phoenix-1"?
      config/test.yaml:L:C: retention of backups of 61 days: the service takes at most 60
        expected at most 60 (Autonomous Database, About Backup and Recovery)"
    `);
  });
});

describe("the resolved deployment", () => {
  const { deployment } = parseDeployment("config/production.yaml", PRODUCTION, besideConfigurations);
  const role = (name: string) => deployment.roles.find((each) => each.name === name);
  const scenario = (of: string, name: string) => role(of)?.scenarios.find((each) => each.name === name);

  test("has the jurisdiction's prefix", () => {
    expect(deployment.prefix).toBe("us");
  });

  test("sorts the stores by kind, each with its name", () => {
    expect(deployment.buckets.map(({ name }) => name)).toEqual(["media", "messages", "exports"]);
    expect(deployment.databases.map(({ name }) => name)).toEqual(["profiles"]);
    expect(deployment.state).toMatchObject({
      name: "state",
      backend: "oci",
      compartment: "us-state",
    });
  });

  test.each([
    [
      "every store, the state excepted",
      "us-sre",
      "operations",
      { stores: ["media", "messages", "profiles", "exports"], keys: [] },
    ],
    ["every key", "key-custodian", "key-rotation", { stores: [], keys: ["objects", "database", "secrets"] }],
    ["the stores that are listed", "trust-and-safety", "content-review", { stores: ["media", "messages"], at: ["primary"] }],
    ["the state where it is named", "deploy-pipeline", "state-of-deployment", { stores: ["state"], writes: true }],
    ["backup sites", "backup-restore", "restore-read", { at: ["virginia", "singapore"], writes: false }],
  ])("spells out %s", (_name, of, name, expected) => {
    expect(scenario(of, name)).toMatchObject(expected);
  });

  test.each([
    ["a jurisdiction", "data-engineering", "US", ["US"], "people"],
    ["a list of countries", "emea-engineering", "DE, IE, GB, AE", ["DE", "IE", "GB", "AE"], "people"],
    ["a machine's jurisdiction", "app", "US", ["US"], "app"],
  ])("spells out the countries of %s", (_name, of, residency, countries, assumedBy) => {
    expect(role(of)).toMatchObject({ residency, countries, assumedBy });
  });

  test("spells out a jurisdiction as residency by its countries", () => {
    const eu = parseDeployment(
      "c.yaml",
      edit(PRODUCTION, ["residency: [DE, IE, GB, AE]", "residency: [EU, GB]"]),
      besideConfigurations,
    ).deployment;
    const countries = eu.roles.find(({ name }) => name === "emea-engineering")?.countries;
    expect(countries).toHaveLength(28);
    expect(countries).toEqual(expect.arrayContaining(["DE", "GB"]));
  });

  test.each([
    ["no access budget", "accessBudget: { default: 2 }\n", "", { accessBudget: { default: 2, stores: {} } }],
    [
      "no budget for a store",
      "accessBudget: { default: 2 }",
      "accessBudget: { default: 3 }",
      { accessBudget: { default: 3, stores: {} } },
    ],
    [
      "no shards",
      "    shards: 8\n",
      "",
      {
        sites: [
          { name: "virginia", shards: 1 },
          { name: "singapore", egressAddresses: [] },
        ],
      },
    ],
  ])("fills in what is left out: %s", (_name, from, to, expected) => {
    expect(parseDeployment("c.yaml", edit(PRODUCTION, [from, to]), besideConfigurations).deployment).toMatchObject(expected);
  });

  test("knows the lines of its file afterwards", () => {
    const { text, places } = unmark(edit(PRODUCTION, ["previousVersionsDays: 90", "previousVersionsDays: ▸90"]));
    const { line, column } = parseDeployment("c.yaml", text, besideConfigurations).locate([
      "stores",
      "media",
      "previousVersionsDays",
    ]);
    expect(`${line}:${column}`).toBe(places[0]);
  });
});
