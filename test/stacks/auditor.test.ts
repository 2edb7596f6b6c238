import { describe, expect, test } from "@jest/globals";
import { parseStatement, servicesOf } from "oci-policy";
import { configurationText, diagnosticsOf, edit, resourcesOf, synthesizeText } from "../support/deployments";
import { covers, type ReadStatement, readStatement } from "../support/statements";

const OWN_TENANCY =
  'auditor:\n  role: oracle-auditor\n  organization: "Oracle America, Inc."\n  tenancy: { name: oracle-audit, id: ocid1.tenancy.oc1..oracleaudit, group: ocid1.group.oc1..auditors }\n  aws: { role: arn:aws:iam::100000000099:role/auditors, externalId: larkspur-us }\n';
const PRODUCTION = configurationText("production");
const ADMITTED = edit(
  PRODUCTION,
  ['auditor: { role: oracle-auditor, organization: "Oracle America, Inc." }\n', OWN_TENANCY],
  [
    "    records: true\n    capability: metadata\n    circumstances: { multiFactor: true }",
    "    records: true\n    capability: metadata",
  ],
  // Who signs in elsewhere has no way into AWS.
  ["scenarios: [audit, audit-of-copies]", "scenarios: [audit]"],
);

const policyOf = (text: string): string[] =>
  resourcesOf(synthesizeText(text).stacks.access)
    .filter(({ args }) => args.name === "us-oracle-auditor")
    .flatMap(({ args }) => args.statements);
const given = (policy: readonly string[]) => policy.filter((text) => !text.startsWith("Define ")).map(readStatement);

/** What reads user data, or opens what does, wherever it stands. */
const CONTENT = [
  ...["AUTONOMOUS_DATABASE_CONTENT_READ", "AUTONOMOUS_DB_BACKUP_CONTENT_READ", "SECRET_BUNDLE_READ", "PAR_MANAGE"],
  ...["KEY_DECRYPT", "KEY_ENCRYPT", "KEY_EXPORT", "KEY_BACKUP", "VAULT_BACKUP", "VAULT_REPLICATE"],
];
const EVIDENCE = ["us:evidence:primary", "us:evidence:standby"];
const CLOSED = ["us:stores", "us:secrets", "us-state"];

const meet = (a: string, b: string) => covers(a, b) || covers(b, a);
const at = (place: string, statements: readonly ReadStatement[]) =>
  new Set(statements.filter(({ location }) => covers(location, place)).flatMap(({ permissions = [] }) => permissions));

describe.each([
  ["with a group in this tenancy", PRODUCTION, "group 'us'/'oracle-auditor'", "Allow"],
  ["admitted from a tenancy of their own", ADMITTED, "group oracle-auditor of tenancy oracle-audit", "Admit"],
])("the auditor, %s,", (_, text, subject, effect) => {
  const policy = policyOf(text);
  const statements = given(policy);

  test("has statements that the language reads, and nothing in them is unknown", () => {
    const read = policy.map((line) => ({ line, diagnostic: parseStatement(line).diagnostic }));
    expect(read.filter(({ diagnostic }) => diagnostic)).toEqual([]);
  });

  test("is the one who gets what is in their policy", () => {
    expect(new Set(statements.map((each) => `${each.effect} ${each.subject}`))).toEqual(new Set([`${effect} ${subject}`]));
  });

  test("gets lists of permissions, and nothing by a verb, which grows", () => {
    expect(statements.filter(({ verb, permissions }) => verb || !permissions)).toEqual([]);
  });

  test.each(CLOSED)("reads no object in %s, nor above it", (place) => {
    const reading = statements.filter(
      ({ location, permissions = [] }) => meet(location, place) && permissions.some((each) => each.startsWith("OBJECT_")),
    );
    expect(reading).toEqual([]);
  });

  test.each(CONTENT)("never has %s", (permission) => {
    expect(statements.filter(({ permissions = [] }) => permissions.includes(permission))).toEqual([]);
  });

  test("reads objects of the evidence alone, by name and region", () => {
    const reading = statements.filter(({ permissions = [] }) => permissions.includes("OBJECT_READ"));
    expect(reading.map(({ location }) => location)).toEqual(EVIDENCE);
    expect(reading.map(({ conditions }) => conditions)).toEqual([
      ["target.bucket.name = 'larkspur-us-evidence-primary'", "request.region = 'phx'"],
      ["target.bucket.name = 'larkspur-us-evidence-standby'", "request.region = 'iad'"],
    ]);
  });

  test("changes nothing", () => {
    const changing =
      /_(CREATE|UPDATE|DELETE|MANAGE|MOVE|ADD|SET|RESET|ROTATE|WRITE|OVERWRITE|SUBSCRIBE|PUBLISH|MODIFY|ATTACH|DETACH)$/;
    expect(statements.flatMap(({ permissions = [] }) => permissions.filter((each) => changing.test(each)))).toEqual([]);
  });

  test.each([
    ["the audit log", "us:stores:media", "AUDIT_EVENT_READ"],
    ["logs of reads", "us:oversight", "LOG_CONTENT_READ"],
    ["policies", "us:stores:media", "POLICY_READ"],
    ["names of groups", "us", "GROUP_INSPECT"],
    ["network sources", "us", "NETWORK_SOURCE_INSPECT"],
    ["settings of stores", "us:stores:media", "BUCKET_READ"],
    ["settings of the evidence", "us:evidence:standby", "BUCKET_READ"],
    ["metadata of keys", "us:keys:objects", "KEY_READ"],
    ["metadata of the key of the evidence", "us:keys:evidence:primary", "KEY_READ"],
    ["connectors", "us:oversight", "SERVICE_CONNECTOR_READ"],
    ["rules", "us:oversight", "EVENTRULE_READ"],
    ["problems of Cloud Guard", "us:stores", "CG_PROBLEM_READ"],
    ["security zones", "us:stores", "SECURITY_ZONE_READ"],
  ])("sees %s", (_what, place, permission) => expect(at(place, statements)).toContain(permission));

  test("sees of a database that it exists", () => {
    const ofDatabases = [...at("us:stores:profiles", statements)].filter((each) => servicesOf(each).includes("database"));
    expect(ofDatabases).toEqual(["AUTONOMOUS_DATABASE_INSPECT"]);
  });
});

describe("an auditor of another tenancy", () => {
  test("is defined, with the tenancy, before anything is said of them", () => {
    expect(policyOf(ADMITTED).slice(0, 3)).toEqual([
      "Define tenancy oracle-audit as ocid1.tenancy.oc1..oracleaudit",
      "Define group oracle-auditor as ocid1.group.oc1..auditors",
      expect.stringMatching(/^Admit group oracle-auditor of tenancy oracle-audit to /),
    ]);
  });

  test("gets the same as one of this tenancy", () => {
    const without = (text: string) =>
      given(policyOf(text)).map(({ action, location, conditions }) => ({ action, location, conditions }));
    expect(without(ADMITTED)).toEqual(without(PRODUCTION));
  });

  test("has no group here, and whoever is of this tenancy has", () => {
    const groups = (text: string) =>
      resourcesOf(synthesizeText(text).stacks.tenancy)
        .filter(({ type }) => type === "oci_identity_domains_group")
        .map(({ args }) => args.display_name);
    expect(groups(ADMITTED)).not.toContain("oracle-auditor");
    expect(groups(PRODUCTION)).toContain("oracle-auditor");
    expect(groups(ADMITTED)).toHaveLength(groups(PRODUCTION).length - 1);
  });

  test("is the only one who is admitted, and nobody is endorsed", () => {
    const others = resourcesOf(synthesizeText(ADMITTED).stacks.access)
      .filter(({ args }) => args.name !== "us-oracle-auditor")
      .flatMap(({ args }): string[] => args.statements ?? []);
    expect(others.filter((text) => /^(Admit|Endorse|Define)\b/i.test(text))).toEqual([]);
  });

  test("can't be asked for a second factor here: their tenancy signs them in", () => {
    const asking = edit(ADMITTED, [
      "records: true\n    capability: metadata",
      "records: true\n    capability: metadata\n    circumstances: { multiFactor: true }",
    ]);
    expect(() => synthesizeText(asking)).toThrow(
      'scenario "audit" asks for a second factor, and role "oracle-auditor" signs in to tenancy "oracle-audit"',
    );
    expect(() => synthesizeText(ADMITTED)).not.toThrow();
  });

  test("is named by the OCID of a tenancy", () => {
    expect(diagnosticsOf(edit(ADMITTED, ["id: ocid1.tenancy.oc1..oracleaudit", "id: ocid1.group.oc1..auditors"]))).toMatchObject([
      { help: expect.stringContaining("an OCID of type tenancy") },
    ]);
  });
});
