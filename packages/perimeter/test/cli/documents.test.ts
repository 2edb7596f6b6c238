import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { withoutProgress } from "./support/scratch";

jest.setTimeout(60_000);

const PROJECT = join(__dirname, "../../../..");
const PERIMETER = join(PROJECT, "packages/perimeter/bin/perimeter.js");

/** A block of commands with the output that the document shows below it, or a file that its reader is to write. */
type Step =
  | { readonly kind: "commands"; readonly commands: string; readonly output: string | undefined }
  | { readonly kind: "file"; readonly name: string; readonly contents: string };

/** A line with a name in backticks and a colon begins a file; a block without a language behind commands is their output. */
function stepsOf(markdown: string): readonly Step[] {
  const blocks = markdown.matchAll(/(?:^`([\w./-]+)`:\n\n)?^```(\w*)\n([\s\S]*?)^```\n(?:```\n([\s\S]*?)^```\n)?/gm);
  return [...blocks].flatMap(([, name, language, text = "", output]): Step[] => {
    if (name !== undefined) return [{ kind: "file", name, contents: text }];
    return language === "sh" ? [{ kind: "commands", commands: text, output }] : [];
  });
}

/** What the CLI of Oracle Cloud prints for a small tenancy. */
const OCI = `#!/usr/bin/env node
const words = process.argv.slice(2).join(" ");
const TENANCY = "ocid1.tenancy.oc1..t";
const policies = {
  [TENANCY]: ["Allow group Auditors to inspect all-resources in tenancy", "Allow group Default/apac-eng to read metrics in tenancy"],
  "ocid1.compartment.oc1..us": [
    "Allow group us/us-sre to read objects in compartment stores\\n  where all {target.bucket.name = 'media', request.region = 'phx'}",
    "Allow group us/us-sre to inspect buckets in compartment stores",
  ],
};
const compartments = [
  { id: "ocid1.compartment.oc1..stores", name: "stores", "compartment-id": "ocid1.compartment.oc1..us" },
  { id: "ocid1.compartment.oc1..us", name: "us", "compartment-id": TENANCY },
];
const [, id] = /^iam policy list --compartment-id (\\S+) --all$/.exec(words) ?? [];
if (words === "iam compartment list --compartment-id-in-subtree true --access-level ANY --all")
  console.log(JSON.stringify({ data: compartments }));
else if (id === undefined) throw new Error(words);
else if (id in policies) console.log(JSON.stringify({ data: [{ name: "p", "compartment-id": id, statements: policies[id] }] }));
`;

describe.each(["docs/ci.md", "docs/diff.md", "docs/simulate.md", "packages/perimeter/README.md"])("%s", (document) => {
  const text = readFileSync(join(PROJECT, document), "utf8");
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "document-"));
    mkdirSync(join(folder, "bin"));
    const commands = { oci: OCI, npx: `#!/bin/sh\nshift\nexec "${process.execPath}" "${PERIMETER}" "$@"\n` };
    for (const [name, script] of Object.entries(commands)) {
      writeFileSync(join(folder, "bin", name), script);
      chmodSync(join(folder, "bin", name), 0o755);
    }
    // A document may show the refusal of one file before its reader writes another.
    for (const step of stepsOf(text)) if (step.kind === "file") writeFileSync(join(folder, step.name), step.contents);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const steps = stepsOf(text).flatMap((step) => (step.kind === "commands" ? [step] : []));
  test.each(steps.map((step) => [step.commands.split("\n", 1)[0], step] as const))("%s", (_, { commands, output = "" }) => {
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, TENANCY: "ocid1.tenancy.oc1..t" };
    const { stdout } = spawnSync("sh", ["-c", `exec 2>&1\n${commands}`], { cwd: folder, encoding: "utf8", env });
    expect(withoutProgress(stdout)).toBe(output);
  });

  test("leads to files that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => join(dirname(document), link as string));
    expect(links.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});
