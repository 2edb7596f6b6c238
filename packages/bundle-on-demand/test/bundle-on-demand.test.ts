import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";

import { requireBundled } from "../index";

const PACKAGE = join(__dirname, "..");
const SOURCES = {
  "src/main.ts": 'import { greeting } from "./greeting";\nimport data from "./data.json";\nconsole.log(greeting, data.name);\n',
  "src/greeting.ts": 'export const greeting: string = "hello";\n',
  "src/data.json": '{ "name": "world" }\n',
};

// Each case makes one or two bundles, in processes of their own.
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
  mkdirSync(join(folder, "src"));
  for (const [name, text] of Object.entries(SOURCES)) write(name, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const bundle = () => join(folder, "dist/main.js");
const data = () => readdirSync(join(folder, "dist")).find((name) => name.startsWith("data.")) ?? "";
const argumentsOf = (entry: string) => [
  "-e",
  `require(${JSON.stringify(PACKAGE)}).runBundled(...process.argv.slice(1))`,
  join(folder, entry),
  join(folder, "dist"),
];

/** Runs the command as its `bin` would. */
function run(entry = "src/main.ts") {
  const { status, stdout, stderr } = spawnSync(process.execPath, argumentsOf(entry), { encoding: "utf8" });
  return { status, stdout, stderr };
}
const says = (stdout: string) => ({ status: 0, stdout: `${stdout}\n`, stderr: "" });

/** Writes another text of the same length, and sets the file's time back, as an archive or a copy would. */
function exchange(name: string, text: string) {
  const { mtime } = statSync(join(folder, name));
  write(name, text.padEnd(SOURCES[name as keyof typeof SOURCES].length));
  utimesSync(join(folder, name), mtime, mtime);
}

describe("a bundle", () => {
  test("is made when it is missing", () => expect(run()).toEqual(says("hello world")));

  test.each<[string, () => void, string]>([
    ["a source has changed", () => write("src/greeting.ts", 'export const greeting = "good day";'), "good day world"],
    [
      "a source has changed, but not its size and time",
      () => exchange("src/greeting.ts", 'export const greeting = "hi";'),
      "hi world",
    ],
    ["its data have changed", () => write("src/data.json", '{ "name": "everybody" }'), "hello everybody"],
    ["its data have changed, but not their size and time", () => exchange("src/data.json", '{"name": "you"}'), "hello you"],
    ["its data are gone", () => rmSync(join(folder, "dist", data())), "hello world"],
    ["its folder is gone", () => rmSync(join(folder, "dist"), { recursive: true }), "hello world"],
    ["it is empty", () => writeFileSync(bundle(), ""), "hello world"],
    ["it was cut off", () => writeFileSync(bundle(), readFileSync(bundle()).subarray(0, 90)), "hello world"],
    ["another bundler made it", asByAnotherBundler, "hello world"],
    ["it was made for another Node", asByAnotherNode, "hello world"],
  ])("is made again when %s", (_, change, expected) => {
    run();
    change();
    expect(run()).toEqual(says(expected));
    expect(readFileSync(bundle(), "utf8")).not.toContain("another");
  });

  test.each<[string, () => void]>([
    ["nothing has changed", () => {}],
    ["a source got another name", () => linkSync(join(folder, "src/greeting.ts"), join(folder, "src/other.ts"))],
    ["a source was touched only", () => utimesSync(join(folder, "src/greeting.ts"), new Date(), new Date())],
  ])("is not made again when %s", (_, change) => {
    run();
    const before = statSync(bundle()).mtimeMs;
    change();
    expect(run()).toEqual(says("hello world"));
    expect(statSync(bundle()).mtimeMs).toBe(before);
  });

  test.each<[string, () => void]>([
    ["is gone", () => rmSync(compiled())],
    ["is none of V8's", () => writeFileSync(compiled(), "nothing")],
    ["is of another bundle", () => writeFileSync(compiled(), readFileSync(compiled()).subarray(0, 100))],
  ])("runs also when what V8 has compiled %s", (_, change) => {
    run();
    change();
    expect(run()).toEqual(says("hello world"));
  });

  test("is taken by V8 as it compiled it before", () => {
    run();
    const script = `const { readFileSync } = require("node:fs");
      const [text, code] = [readFileSync(process.argv[1], "utf8"), readFileSync(process.argv[2])];
      console.log(require(${JSON.stringify(PACKAGE)}).scriptOf(text, process.argv[1], code).cachedDataRejected);`;
    const { stdout } = spawnSync(process.execPath, ["-e", script, bundle(), compiled()], { encoding: "utf8" });
    expect(stdout).toBe("false\n");
  });

  test("leaves nothing behind of the one before", () => {
    run();
    write("src/greeting.ts", 'export const greeting = "good day";');
    run();
    expect(readdirSync(join(folder, "dist")).map((name) => name.replace(/\.[^.]+\./, ".*."))).toEqual([
      "data.*.json",
      "main.*.compiled",
      "main.js",
    ]);
  });

  test("gives what its entry exports", () => {
    write("src/main.ts", "export const answer: number = 42;");
    expect(requireBundled(join(folder, "src/main.ts"), join(folder, "dist"))).toMatchObject({ answer: 42 });
  });

  test("is made again after a mistake was mended", () => {
    write("src/main.ts", "const = 1;");
    expect(run().status).toBe(3);
    write("src/main.ts", SOURCES["src/main.ts"]);
    expect(run()).toEqual(says("hello world"));
  });

  test("follows the links of workspaces", () => {
    mkdirSync(join(folder, "node_modules"));
    mkdirSync(join(folder, "packages/other"), { recursive: true });
    write("packages/other/package.json", '{ "exports": "./index.ts" }');
    write("packages/other/index.ts", 'export const greeting = "linked";');
    symlinkSync("../packages/other", join(folder, "node_modules/other"));
    write("src/main.ts", 'import { greeting } from "other"; console.log(greeting);');
    expect(run()).toEqual(says("linked"));
    write("packages/other/index.ts", 'export const greeting = "linked still";');
    expect(run()).toEqual(says("linked still"));
  });

  test("is whole for each of several processes that begin at once", async () => {
    const processes = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, argumentsOf("src/main.ts"));
      let printed = "";
      child.stdout.on("data", (text) => {
        printed += text;
      });
      await once(child, "close");
      return printed;
    });
    expect(await Promise.all(processes)).toEqual(Array(4).fill("hello world\n"));
    expect(readdirSync(join(folder, "dist")).filter((name) => name.endsWith(".new"))).toEqual([]);
  });
});

describe("what can't be bundled ends with 3 and without a stack trace:", () => {
  test.each<[string, () => void, RegExp]>([
    [
      "a source with a mistake",
      () => write("src/greeting.ts", "export const = 1;"),
      /greeting\.ts:1:13: ERROR: Expected identifier but found "="/,
    ],
    [
      "a source that is gone",
      () => rmSync(join(folder, "src/greeting.ts")),
      /main\.ts:1:25: ERROR: Could not resolve "\.\/greeting"/,
    ],
    ["an entry that is gone", () => rmSync(join(folder, "src/main.ts")), /Could not resolve ".*main\.ts"/],
    [
      "a folder that can't be written",
      () => {
        rmSync(join(folder, "dist"), { recursive: true });
        write("dist", "");
      },
      /dist can't be written \(EEXIST\): run the command once as somebody who may write there/,
    ],
  ])("%s", (_, change, expected) => {
    run();
    change();
    const { status, stdout, stderr } = run();
    expect([status, stdout, stderr]).toEqual([3, "", expect.stringMatching(expected)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

interface Head {
  node: string;
  compiled: string;
  from: [path: string, stamp: string, hash: string][];
}

/** Changes what the bundle says of itself. */
function rewriteHead(change: (head: Head) => void): void {
  const text = readFileSync(bundle(), "utf8");
  const end = text.indexOf("\n");
  const head: Head = JSON.parse(text.slice(2, end));
  change(head);
  writeFileSync(bundle(), `//${JSON.stringify(head)}${text.slice(end)}`);
}

function asByAnotherNode(): void {
  rewriteHead((head) => {
    head.node = "another";
  });
}

function asByAnotherBundler(): void {
  rewriteHead(({ from }) => {
    for (const seen of from) if (seen[0].endsWith("esbuild/package.json")) seen.splice(1, 2, "another", "another");
  });
}

const compiled = () => join(folder, "dist", readdirSync(join(folder, "dist")).find((name) => name.endsWith(".compiled")) ?? "");
