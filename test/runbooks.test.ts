import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { withoutProgress } from "../packages/perimeter/test/cli/support/scratch";
import { configurationText, PROJECT } from "./support/deployments";
import { ScratchProject } from "./support/run";

jest.setTimeout(600_000);

const FOLDER = join(PROJECT, "docs", "runbooks");

/** Commands, the paragraph that says where they run, and what they print, where that is shown. */
interface Block {
  readonly language: string;
  readonly said: string;
  readonly commands: string;
  readonly output: string | undefined;
}

/** What stands between fences; behind commands, a block without a language is their output. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let said = "";
  let fenced: { readonly indent: number; readonly language: string; readonly lines: string[] } | undefined;
  for (const line of markdown.split("\n")) {
    const [, indent, language] = /^( *)```(\w*)$/.exec(line) ?? [];
    if (fenced && language === "") {
      const text = fenced.lines.map((one) => `${one.slice(fenced?.indent)}\n`).join("");
      const last = blocks.at(-1);
      if (fenced.language === "" && last) blocks.splice(-1, 1, { ...last, output: text });
      else blocks.push({ language: fenced.language, said, commands: text, output: undefined });
      fenced = undefined;
    } else if (fenced) fenced.lines.push(line);
    else if (indent !== undefined && language !== undefined) fenced = { indent: indent.length, language, lines: [] };
    else if (line.trim() !== "") said = line.trim();
  }
  return blocks;
}

const runsHere = ({ said }: Block) => /\bhere\b[^.]*:$/i.test(said);
const runsInTheCloud = ({ said }: Block) => /\bin the cloud only[^.]*:$/i.test(said);

/** What npm and npx do in a checkout, for a folder beside it. */
const TSX = require.resolve("tsx/cjs");
const script = (entry: string) => `exec "${process.execPath}" --require "${TSX}" "${join(PROJECT, "scripts")}/${entry}.ts" "$@"`;
const COMMANDS = {
  npm: `case "$1" in start) name=start; shift;; run) name="$2"; shift 2;; esac
[ "$1" = "--" ] && shift
[ "$name" = rehearse ] && exec "${process.execPath}" "${join(PROJECT, "packages/rehearsal/bin/rehearsal.js")}" rehearse "$@"
${script("$name")}`,
  npx: `shift\nexec "${process.execPath}" "${join(PROJECT, "packages/perimeter/bin/perimeter.js")}" "$@"`,
};

describe.each(readdirSync(FOLDER))("docs/runbooks/%s", (file) => {
  const blocks = blocksOf(readFileSync(join(FOLDER, file), "utf8"));
  let project: ScratchProject;
  beforeAll(() => {
    project = new ScratchProject({ production: configurationText("production") });
    mkdirSync(join(project.folder, "bin"));
    for (const [name, text] of Object.entries(COMMANDS)) {
      writeFileSync(join(project.folder, "bin", name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(project.folder, "bin", name), 0o755);
    }
  });
  afterAll(() => project.remove());

  test("says of each command whether it runs here or in the cloud only", () => {
    expect(blocks.filter((block) => runsHere(block) === runsInTheCloud(block)).map(({ commands }) => commands)).toEqual([]);
    expect(blocks.filter(runsHere).map(({ language }) => language)).toEqual(blocks.filter(runsHere).map(() => "sh"));
  });

  test("runs something here", () => expect(blocks.some(runsHere)).toBe(true));

  test.each(blocks.filter(runsHere).map((block) => [block.commands.trim().split("\n").join("; "), block] as const))(
    "%s",
    (_, { commands, output }) => {
      const env = { ...process.env, PATH: `${join(project.folder, "bin")}:${process.env["PATH"]}`, DEPLOYMENT: "production" };
      const ran = spawnSync("sh", ["-e", "-c", commands], { cwd: project.folder, encoding: "utf8", env });
      expect({ status: ran.status, stderr: withoutProgress(ran.stderr) }).toEqual({ status: 0, stderr: "" });
      if (output !== undefined) expect(ran.stdout).toBe(output);
    },
  );
});
