import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { configurationText, edit, PROJECT } from "./support/deployments";
import { ScratchProject } from "./support/run";

const README = readFileSync(join(PROJECT, "README.md"), "utf8");
/** The text of the README's blocks, as a terminal shows it. */
const BLOCKS = [...README.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string);

describe("the README shows what the commands print", () => {
  let project: ScratchProject;
  beforeAll(() => {
    project = new ScratchProject({ production: configurationText("production") });
  });
  afterAll(() => project.remove());

  test("npm start, to its last line", () => {
    const { stdout } = project.run("scripts/start.ts");
    // What depends on the machine: how long it took, and which Terraform it has.
    const stable = (text: string) =>
      text
        .replace(/ [\d.]+ s\b/g, "")
        .replace(/with Terraform [\d.]+/, "with Terraform")
        .replace(/^ {2}note: .*\n/m, "");
    expect(BLOCKS.map(stable)).toContain(stable(stdout));
  }, 60_000);

  test("a refusal", () => {
    const broken = edit(
      configurationText("production"),
      ["home: us-phoenix-1", "home: us-pheonix-1"],
      ["[service-health, copy-health]", "[content-review, copy-health]"],
    );
    project.configure("production", broken);
    expect(BLOCKS).toContain(project.run("scripts/start.ts").stderr);
  });
});

const DOCUMENTS = ["README.md", "CHANGELOG.md", "docs", "docs/decisions", "docs/runbooks", "packages/provider-oci/cdktf-get"]
  .flatMap((place) => (place.endsWith(".md") ? [place] : readdirSync(join(PROJECT, place)).map((file) => `${place}/${file}`)))
  .filter((file) => file.endsWith(".md"));

describe.each(DOCUMENTS)("%s", (file) => {
  const text = readFileSync(join(PROJECT, file), "utf8");

  test("leads to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => join(dirname(file), link as string));
    const named = [...text.matchAll(/`((?:config|constructs|stacks|scripts|test|docs|packages)\/[\w./-]+)`/g)].map(
      ([, path]) => path as string,
    );
    const places = [...links, ...named].filter((path) => !path.startsWith("packages/provider-oci/lib"));
    expect(places.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  test("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    const called = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name as string);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});
