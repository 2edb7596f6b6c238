import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { configurationText, edit } from "../support/deployments";
import { ScratchProject } from "../support/run";

const PRODUCTION = configurationText("production");
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const database = (index: number) =>
  `  archive${index}: { kind: database, class: user-data, description: one of many, backupDays: 7, ecpus: 2, storageTerabytes: 1 }\n`;
const reader = (index: number) => `  reader-${index}: { title: one of many, residency: US, scenarios: [see-all] }\n`;
const SEE_ALL = '  see-all: { why: see that they are there, stores: "*", capability: metadata }\n';

let project: ScratchProject;
beforeAll(() => {
  project = new ScratchProject({ production: PRODUCTION });
});
afterAll(() => project.remove());

/** What `npm start` says to a text, and the line of a key in it. */
function refusalOf(text: string, key: string) {
  project.configure("production", text);
  const { code, stderr } = project.run("scripts/start.ts");
  return { code, stderr, line: text.split("\n").findIndex((line) => line.startsWith(key)) + 1 };
}

describe("limits of the policy service are refused at the configuration that exceeds them", () => {
  test("more than 50 statements for a role, with the scenarios that they are due to", () => {
    const text = edit(
      PRODUCTION,
      ["  exports:\n    kind", `${numbers(20).map(database).join("")}  exports:\n    kind`],
      [
        "stores: [profiles]\n    capability: content\n    circumstances:\n      multiFactor",
        `stores: [profiles, ${numbers(20)
          .map((index) => `archive${index}`)
          .join(", ")}]\n    capability: content\n    circumstances:\n      multiFactor`,
      ],
    );
    const { code, stderr, line } = refusalOf(text, "  us-sre:");
    // Of each database its metadata, its wallet and its password; then the metadata of every store.
    expect(stderr).toContain(
      `config/production.yaml:${line}:3: [access/policy-us-sre] policy "us-us-sre" would hold 87 statements, and the service takes 50; most are due to incident-on-profiles (63), operations (24)\n  give fewer scenarios or stores to the role, or divide it in two (IAM, Service Limits: policies)\n`,
    );
    expect(code).toBe(3);
  });

  test("more than 500 statements in all, with the roles that they are due to", () => {
    const text = edit(
      PRODUCTION,
      ["  exports:\n    kind", `${numbers(20).map(database).join("")}  exports:\n    kind`],
      ["\nscenarios:\n", `${numbers(20).map(reader).join("")}\nscenarios:\n${SEE_ALL}`],
    );
    const { code, stderr, line } = refusalOf(text, "roles:");
    expect(stderr).toMatch(
      new RegExp(
        `^config/production\\.yaml:${line}:1: \\[access\\] \\d{3} statements on the path of the stores, and the service takes 500; most are due to `,
        "m",
      ),
    );
    expect(code).toBe(3);
  });

  test("their neighbour, one role of many with few stores, is accepted", () => {
    const text = edit(PRODUCTION, ["\nscenarios:\n", `${numbers(20).map(reader).join("")}\nscenarios:\n${SEE_ALL}`]);
    expect(refusalOf(text, "roles:").code).toBe(0);
  });
});
