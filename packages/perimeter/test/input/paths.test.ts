import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readPaths } from "../../src/input";
import { plan, state } from "../support/plans";

const root = mkdtempSync(join(tmpdir(), "paths-"));
let folder = root;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

type Files = Readonly<Record<string, string | Buffer | object>>;

function write(files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(
      join(folder, name),
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }
}

/** Files by their stacks, or the messages of what is wrong; the scratch folder is written as a dot. */
function read(...paths: readonly string[]): unknown {
  const texts = readPaths(paths.map((path) => join(folder, path)));
  const short = (text: string) => text.replaceAll(folder, ".");
  if ("diagnostics" in texts) return texts.diagnostics.map(({ message }) => short(message));
  return Object.fromEntries(texts.read.map(({ file, stack }) => [short(file).replace(/^\.\//, ""), stack]));
}

const CONFIGURATION = { resource: {} };
const PLAN = plan({});

describe("a path", () => {
  const cases: readonly (readonly [string, Files, readonly string[], unknown])[] = [
    [
      "a synthesized folder has the stacks of its manifest",
      {
        "manifest.json": { stacks: { a: { name: "a", synthesizedStackPath: "stacks/a/cdk.tf.json" } } },
        "stacks/a/cdk.tf.json": CONFIGURATION,
        "rehearsal/a.plan.json": PLAN,
      },
      [""],
      { "stacks/a/cdk.tf.json": "a" },
    ],
    [
      "a folder under stacks gives its name",
      { "stacks/b/cdk.tf.json": CONFIGURATION },
      ["stacks/b"],
      { "stacks/b/cdk.tf.json": "b" },
    ],
    [
      "a folder with stacks and no manifest",
      { "stacks/a/cdk.tf.json": CONFIGURATION, "stacks/b/cdk.tf.json": CONFIGURATION },
      [""],
      { "stacks/a/cdk.tf.json": "a", "stacks/b/cdk.tf.json": "b" },
    ],
    ["a file gives its name up to the first dot", { "x.y.tf.json": CONFIGURATION }, ["x.y.tf.json"], { "x.y.tf.json": "x" }],
    [
      "a folder of configuration",
      { "iam.tf.json": CONFIGURATION, "net.tf.json": CONFIGURATION },
      [""],
      { "iam.tf.json": "iam", "net.tf.json": "net" },
    ],
    [
      "with the variables that Terraform loads by itself",
      { "a.tf.json": CONFIGURATION, "terraform.tfvars.json": {}, "x.auto.tfvars.json": {}, "other.tfvars.json": {} },
      [""],
      { "a.tf.json": "a", "terraform.tfvars.json": "terraform", "x.auto.tfvars.json": "x" },
    ],
    [
      "a folder of plans and states",
      { "a.plan.json": PLAN, "a.state.json": state({}), "b.plan.json": PLAN },
      [""],
      { "a.plan.json": "a", "a.state.json": "a", "b.plan.json": "b" },
    ],
    [
      "leaves somebody else's JSON out",
      { "a.plan.json": PLAN, "package.json": { name: "x" }, "notes.txt": "x" },
      [""],
      { "a.plan.json": "a" },
    ],
    ["a plan beside the HCL that it is of", { "main.tf": "x", "plan.json": PLAN }, [""], { "plan.json": "plan" }],
    [
      "folders of modules",
      { "iam/main.tf.json": CONFIGURATION, "net/main.tf.json": CONFIGURATION, ".git/main.tf.json": CONFIGURATION },
      [""],
      { "iam/main.tf.json": "iam", "net/main.tf.json": "net" },
    ],
    [
      "several paths together",
      { "a.plan.json": PLAN, "s/b.tf.json": CONFIGURATION },
      ["a.plan.json", "s"],
      { "a.plan.json": "a", "s/b.tf.json": "b" },
    ],
    ["HCL alone is handed on, to be refused", { "main.tf": "x" }, [""], { "main.tf": "main" }],
    ["broken JSON is handed on, to be refused", { "a.json": "{" }, [""], { "a.json": "a" }],
    ["an empty folder", {}, [""], ['"." holds no synthesized stack, no *.tf.json, no plan and no state']],
    [
      "a folder of other things",
      { "a.txt": "x", "package.json": {} },
      [""],
      ['"." holds no synthesized stack, no *.tf.json, no plan and no state'],
    ],
    ["a missing file", {}, ["none.json"], ['there is no file or folder "./none.json"']],
    [
      "a manifest without stacks",
      { "manifest.json": { stacks: {} } },
      [""],
      ['"." holds no synthesized stack, no *.tf.json, no plan and no state'],
    ],
    [
      "a manifest that is broken",
      { "manifest.json": "{" },
      [""],
      ['"./manifest.json" is not JSON: expected a key or "}", found the end of the text'],
    ],
    [
      "a manifest whose stack is missing",
      { "manifest.json": { stacks: { a: {} } } },
      [""],
      ['there is no file or folder "./stacks/a/cdk.tf.json"'],
    ],
    ["several that are wrong", {}, ["x", "y"], ['there is no file or folder "./x"', 'there is no file or folder "./y"']],
  ];
  test.each(cases)("%s", (_, files, paths, expected) => {
    write(files);
    expect(read(...paths)).toEqual(expected);
  });
});

describe("the text of a file", () => {
  const textOf = (bytes: Buffer) => {
    write({ "a.plan.json": bytes });
    const texts = readPaths([join(folder, "a.plan.json")]);
    return "read" in texts ? texts.read[0]?.text : texts;
  };
  test.each([
    ["is UTF-8", Buffer.from('{"é":1}')],
    ["may begin with a mark of it", Buffer.from('\uFEFF{"é":1}')],
    ["may be what PowerShell writes", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"é":1}', "utf16le")])],
  ])("%s", (_, bytes) => expect(textOf(bytes)).toBe('{"é":1}'));
});

test("a file above half a gigabyte is refused with its size and what to do", () => {
  write({ "a.plan.json": "" });
  truncateSync(join(folder, "a.plan.json"), 501 * 1024 * 1024);
  expect(readPaths([join(folder, "a.plan.json")])).toMatchObject({
    diagnostics: [
      {
        code: "input/too-large",
        message: expect.stringContaining("501 MB, the most is 500 MB"),
        help: expect.stringContaining("-target"),
      },
    ],
  });
});
