import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { type Declaration, declare, readModel } from "../../packages/perimeter/src/declaration";
import { estateOf } from "../../packages/perimeter/src/estate";
import { principalsIn } from "../../packages/perimeter/src/estate/principals";
import { readInput, readPaths } from "../../packages/perimeter/src/input";
import { synthesizeAside } from "../../scripts/synthesize";
import { MODEL_FILE, perimeterModel } from "../../stacks/perimeter-model";
import { modelRoles } from "../../stacks/perimeter-roles";
import { configurationText, DEPLOYMENTS, type DeploymentName, edit, PROJECT, synthesizeText } from "../support/deployments";

/** Who has a name in a directory, but for those that every tenancy and account has. */
const IN_DIRECTORIES: ReadonlySet<string> = new Set(["group", "dynamic-group", "user", "role"]);
const ALWAYS_TRUSTED: ReadonlySet<string> = new Set(["Administrators", "root"]);

/** What a synthesized folder says of itself: its model, held against its stacks. */
function declared(deployment: DeploymentName): Declaration & { readonly everybody: readonly string[] } {
  return synthesizeAside({ project: PROJECT, deployment }, (folder) => {
    const model = readModel(readFileSync(join(folder, MODEL_FILE), "utf8"), MODEL_FILE);
    const texts = readPaths([folder]);
    const input = "read" in texts ? readInput(texts.read) : texts;
    if ("diagnostics" in model || "diagnostics" in input) throw new Error(JSON.stringify([model, input]));
    const { resources } = input.read;
    const principals = principalsIn(estateOf(input.read));
    const answer = declare(model, { resources, principals });
    if ("diagnostics" in answer) throw new Error(JSON.stringify(answer.diagnostics));
    const people = principals.filter(({ kind, name }) => IN_DIRECTORIES.has(kind) && !ALWAYS_TRUSTED.has(name));
    return { ...answer, everybody: people.map(({ name }) => name) };
  });
}

describe.each(DEPLOYMENTS)("%s", (deployment) => {
  const declaration = declared(deployment);

  test("each store is one resource of the primary", () => {
    const stacks = declaration.stores.map(({ resources }) => resources.map(({ stack }) => stack));
    expect(stacks).toEqual(declaration.stores.map(() => ["primary"]));
  });
  test("each role is somebody, and everybody of the directory is listed", () => {
    const listed = declaration.roles.flatMap(({ principals }) => principals.map(({ name }) => name));
    expect(declaration.roles.filter(({ principals }) => principals.length === 0)).toEqual([]);
    expect([...listed].sort()).toEqual([...declaration.everybody].sort());
  });
  test("nobody from outside reads, sees or administers a store, and nobody outside is trusted", () => {
    const outside = declaration.roles.filter(({ isInside }) => !isInside);
    expect(outside.length).toBeGreaterThan(0);
    for (const { content, metadata, administer, principals } of outside) {
      expect([content.size, metadata.size, administer.size]).toEqual([0, 0, 0]);
      expect(declaration.trusted.filter((one) => principals.includes(one))).toEqual([]);
    }
  });
  test("the readers that are declared fill the budget of each store, and no more", () => {
    for (const { name } of declaration.stores) {
      const readers = declaration.roles.filter(({ content }) => content.has(name));
      expect(readers.length).toBeLessThanOrEqual(declaration.budgetOf(name));
    }
  });
  test("the trust base is known, and the records lie in both regions and on AWS", () => {
    const names = new Set(declaration.trusted.map(({ name }) => name.replace(/^\w+\//, "")));
    expect([...names]).toEqual(declaration.trustedNames);
    expect(declaration.oversight?.evidence.map(({ stack }) => stack)).toEqual(["oversight", "oversight", "backup-guardrails"]);
  });
});

/** What carries copies on AWS. */
const COPIERS = ["copy-writer: any", "copy-secret: any", "copy-replication: any"];

test("the default deployment's readers, by store and scenario", () => {
  const { stores, roles } = declared("production");
  const readers = Object.fromEntries(
    stores.map(({ name }) => [
      name,
      roles.flatMap(({ name: role, content }) => (content.has(name) ? `${role}: ${content.get(name)}` : [])),
    ]),
  );
  expect(readers).toEqual({
    media: [
      "trust-and-safety: content-review",
      "backup-restore: restore-read",
      "app: serve-objects",
      "replication: replicate",
      ...COPIERS,
    ],
    messages: [
      "trust-and-safety: content-review",
      "backup-restore: restore-read",
      "app: serve-objects",
      "replication: replicate",
      ...COPIERS,
    ],
    exports: ["data-engineering: data-quality", "backup-restore: restore-read", "replication: replicate", ...COPIERS],
    profiles: ["us-sre: incident-on-profiles", "app: serve-profiles", "profiles-database: any"],
  });
});

describe("what the configuration changes", () => {
  /** The model of the default deployment with these edits, as it reads back. */
  function modelOf(...edits: readonly (readonly [from: string, to: string])[]) {
    const { deployment, estate } = synthesizeText(edit(configurationText("production"), ...edits));
    const text = perimeterModel(deployment, estate);
    const read = readModel(text, MODEL_FILE);
    expect("diagnostics" in read ? read.diagnostics : []).toEqual([]);
    return parse(text);
  }
  const SINGAPORE = "from: virginia\n    retentionDays: 35\n    phases: { active: 2026-01-01 }";

  test("an auditor with a tenancy of their own is somebody there", () => {
    const { roles } = modelOf(
      [
        'auditor: { role: oracle-auditor, organization: "Oracle America, Inc." }\n',
        'auditor:\n  role: oracle-auditor\n  organization: "Oracle America, Inc."\n  tenancy: { name: oracle-audit, id: ocid1.tenancy.oc1..oracleaudit, group: ocid1.group.oc1..auditors }\n  aws: { role: arn:aws:iam::100000000099:role/auditors, externalId: larkspur-us }\n',
      ],
      [
        "    records: true\n    capability: metadata\n    circumstances: { multiFactor: true }",
        "    records: true\n    capability: metadata",
      ],
      ["scenarios: [audit, audit-of-copies]", "scenarios: [audit]"],
    );
    expect(roles["oracle-auditor"].principal).toEqual([
      { tenancy: "ocid1.tenancy.oc1..oracleaudit", group: "ocid1.group.oc1..auditors" },
      { type: "aws_iam_role", name: "oracle-auditor" },
    ]);
  });
  test("a frozen site may still hold copies, and is no copy that is kept", () => {
    const { sites, rests, recovery } = modelOf([SINGAPORE, SINGAPORE.replace("01-01 }", "01-01, frozen: 2026-07-01 }")]);
    expect(sites.singapore).toMatchObject({ phase: "frozen", since: "2026-07-01" });
    expect([rests.aws, recovery.copies]).toEqual([["us-east-1", "ap-southeast-1"], 1]);
  });
  test("copies are kept as long as the site that keeps them shortest", () => {
    const { recovery } = modelOf([SINGAPORE, SINGAPORE.replace("35", "90")]);
    expect(recovery).toMatchObject({ copies: 2, days: 35 });
  });
  test("deny policies that a tenancy lacks are said to be lacking", () =>
    expect(modelOf(["denyPolicies: true", "denyPolicies: false"]).oci).toEqual({ denyPolicies: false, home: "us-phoenix-1" }));

  test("who acts at a site that has a stack is a role of its account as well", () => {
    const { deployment } = synthesizeText(configurationText("production"));
    const onAws = (sites: readonly string[], readers: readonly string[] = []) =>
      modelRoles(deployment, sites, readers)
        .filter(({ written }) => JSON.stringify(written.principal).includes("aws_iam_role"))
        .map(({ name }) => name);
    expect(onAws([])).toEqual([]);
    expect(onAws([], ["oracle-auditor"])).toEqual(["oracle-auditor"]);
    const people = ["us-sre", "backup-restore", "key-custodian", "deploy-pipeline", "break-glass", "oracle-auditor"];
    expect(onAws(["virginia"])).toEqual([...people, "copy-writer", "copy-secret"]);
    expect(onAws(["virginia", "singapore"])).toContain("copy-replication");
  });
});
