import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { recordSourceLocations } from "../../constructs/source-location";
import { makeEstate } from "../../stacks/estate";
import { DEPLOYMENTS, PROJECT, synthesizedDeployment } from "../support/deployments";
import { EXPOSURE } from "../support/properties/exposure";
import { PROTECTION } from "../support/properties/protection";
import { RECORDS } from "../support/properties/records";
import { SECRETS } from "../support/properties/secrets";
import { namesIn, namesOf, TEXT } from "../support/properties/text";

recordSourceLocations(PROJECT);

const PROPERTIES = [...SECRETS, ...EXPOSURE, ...PROTECTION, ...RECORDS, ...TEXT];
const SYNTHESIZED = DEPLOYMENTS.flatMap((name) => {
  const { deployment, stacks } = synthesizedDeployment(name);
  return Object.entries(stacks).map(([stack, json]) => ({ title: `${name}/${stack}`, json, deployment }));
});

describe.each(PROPERTIES)("in no stack $says", ({ offences, counterexamples }) => {
  test.each(SYNTHESIZED)("$title", ({ json, deployment }) => {
    expect(offences(json, deployment)).toEqual([]);
  });

  const { deployment } = synthesizedDeployment("production");
  test.each(Object.entries(counterexamples))("it would be found: %s", (_, stack) => {
    expect(offences(stack, deployment)).not.toEqual([]);
  });
});

describe("no other synthesized file holds a path of this machine", () => {
  test.each(DEPLOYMENTS)("the manifest of %s", (name) => {
    const outdir = mkdtempSync(join(tmpdir(), "synth-"));
    try {
      makeEstate(synthesizedDeployment(name).deployment, outdir).app.synth();
      const others = readdirSync(outdir, { recursive: true, encoding: "utf8" }).filter((file) => !file.startsWith("stacks"));
      expect(others).toEqual(["manifest.json"]);
      const manifest = readFileSync(join(outdir, "manifest.json"), "utf8");
      for (const folder of [outdir, PROJECT, homedir()]) expect(manifest).not.toContain(`${folder}/`);
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });
});

/** Hand-written TypeScript outside of the configuration. Tables of facts about the clouds are JSON, and not among it. */
const SOURCES = [
  "main.ts",
  ...["constructs", "stacks", "scripts"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  ),
];
const NAMES = DEPLOYMENTS.flatMap((name) => namesOf(synthesizedDeployment(name).deployment));

describe("only the configuration names the company, its regions and its accounts", () => {
  test.each(SOURCES)("%s names none of them", (file) => {
    expect(namesIn(readFileSync(join(PROJECT, file), "utf8"), NAMES)).toEqual([]);
  });

  test("a source that names one would be found", () => {
    expect(namesIn('const BUCKET = "Larkspur-media";', NAMES)).toContain("larkspur");
    expect(namesIn('const REGION = "us-phoenix-1";', NAMES)).toContain("us-phoenix-1");
  });
});
