import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { parseStatement } from "oci-policy";
import { objectsIn, scratch } from "./support/scratch";

jest.setTimeout(60_000);

const READ = "Allow group readers to read objects in compartment us:stores";
const WRONG = "Allow group readers to raed objects in tenancy";
const { perimeter, write, folder } = scratch({ "policies.txt": `${READ}\n` });

const treeOf = (text: string) => parseStatement(text).statement;
const raed = {
  column: 24,
  message: "expected `inspect`, `read`, `use`, `manage` or `{`, found `raed`",
  help: "did you mean `read`?",
};

describe("perimeter parse", () => {
  test("prints the tree of each statement, and ends with 0", () => {
    const ran = perimeter(["parse", "policies.txt"]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(objectsIn(ran)).toEqual([{ line: 1, statement: treeOf(READ) }]);
  });

  test("prints why a line is no statement, goes on, and ends with 1", () => {
    const ran = perimeter(["parse", "-"], `${WRONG}\n${READ}\n`);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(objectsIn(ran)).toEqual([
      { line: 1, error: { ...raed, expected: ["`inspect`", "`read`", "`use`", "`manage`", "`{`"] } },
      { line: 2, statement: treeOf(READ) },
    ]);
  });

  test.each<[string, string, number[]]>([
    ["end with LF", `${READ}\n${READ}\n`, [1, 2]],
    ["end with CRLF", `${READ}\r\n${READ}\r\n`, [1, 2]],
    ["end with CR", `${READ}\r${READ}\r`, [1, 2]],
    ["end in a mixture", `${READ}\r\n${READ}\r\r\n${READ}\n`, [1, 2, 4]],
    ["don't end", `${READ}\n${READ}`, [1, 2]],
    ["are blank among others", `\n \t\n${READ}\r\n\r\n${READ}\n\n`, [3, 5]],
    ["follow a byte order mark", `\uFEFF${READ}\n`, [1]],
    ["aren't there", "", []],
    ["are all blank", "\n\n \n", []],
  ])("counts lines that %s", (_, text, lines) => {
    const ran = perimeter(["parse", "-"], text);
    expect(ran.code).toBe(0);
    expect(objectsIn(ran)).toEqual(lines.map((line) => ({ line, statement: treeOf(READ) })));
  });

  test("reads lines that come in pieces, cut within a character and within a line break", async () => {
    const child = spawn(process.execPath, [join(__dirname, "../../bin/perimeter.js"), "parse", "-"]);
    let printed = "";
    child.stdout.on("data", (text) => {
      printed += text;
    });
    const bytes = Buffer.from(`Allow group 'grün' to read objects in tenancy\r\n\r\n${READ}`);
    const cuts = [0, bytes.indexOf("ü") + 1, bytes.indexOf("\n"), bytes.length];
    for (const [index, cut] of cuts.slice(1).entries()) {
      child.stdin.write(bytes.subarray(cuts[index], cut));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.stdin.end();
    await once(child, "close");
    expect(objectsIn({ stdout: printed, stderr: "", code: 0 })).toMatchObject([
      { line: 1, statement: { subject: { names: [{ name: "grün" }] } } },
      { line: 3, statement: {} },
    ]);
  });

  test("reads what is longer than any buffer", () => {
    const text = `${READ}\n`.repeat(20_000);
    const ran = perimeter(["parse", "-"], text);
    expect(objectsIn(ran).at(-1)).toEqual({ line: 20_000, statement: treeOf(READ) });
  });
});

describe("a hostile line", () => {
  test.each<[string, string, RegExp]>([
    ["of two million characters", "x".repeat(2_000_000), /expected a statement of at most 1000000 characters, found more/],
    ["with a hundred thousand braces", `${READ} where ${"any {".repeat(100_000)}`, /at most 100 braces inside each other/],
    ["of half a million quotes", "'".repeat(500_000), /expected `allow`/],
    [
      "with a character that turns it around",
      "Allow group a\u202E to read objects in tenancy",
      /the invisible character U\+202E/,
    ],
    ["called __proto__", "__proto__", /found `__proto__`/],
    ["of a zero", "\0", /U\+0000/],
  ])("%s is refused, and the next one is read", (_, line, message) => {
    const ran = perimeter(["parse", "-"], `${line}\n${READ}\n`);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(objectsIn(ran)).toEqual([
      { line: 1, error: expect.objectContaining({ message: expect.stringMatching(message) }) },
      { line: 2, statement: treeOf(READ) },
    ]);
  });
});

describe("what can't be read ends with 3, one sentence and no stack trace:", () => {
  write("utf16.txt", Buffer.from(`\uFEFF${READ}\n`, "utf16le"));
  write("binary", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00, 0xc3]));
  write("cut.txt", Buffer.concat([Buffer.from(`${READ}\n`), Buffer.from([0xe2, 0x82])]));
  test.each<[string, string[], string]>([
    ["no file", ["parse"], "parse takes one file\n  usage: perimeter parse FILE\n"],
    ["two files", ["parse", "a", "b"], "parse takes one file\n  usage: perimeter parse FILE\n"],
    ["an unknown option", ["parse", "--fast", "a"], 'unknown option "--fast"\n  usage: perimeter parse FILE\n'],
    ["a file that isn't there", ["parse", "nowhere.txt"], 'can\'t read "nowhere.txt": there is no such file\n'],
    ["a file below a file", ["parse", "policies.txt/a"], 'can\'t read "policies.txt/a": there is no such file\n'],
    ["a folder", ["parse", "."], 'can\'t read ".": it is a folder\n  name a file\n'],
    ["a name of nothing", ["parse", ""], 'can\'t read "": there is no such file\n'],
    ["a name that turns the line around", ["parse", "a\u202Eb"], 'can\'t read "a<U+202E>b": there is no such file\n'],
    ["a binary file", ["parse", "binary"], 'can\'t read "binary": it is no UTF-8 text\n  save it as UTF-8\n'],
    [
      "UTF-16, as PowerShell redirects it",
      ["parse", "utf16.txt"],
      'can\'t read "utf16.txt": it is no UTF-8 text\n  save it as UTF-8\n',
    ],
  ])("%s", (_, args, stderr) => expect(perimeter(args)).toEqual({ code: 3, stdout: "", stderr }));

  test("a file that ends within a character; what came before it was answered", () => {
    const { code, stdout, stderr } = perimeter(["parse", "cut.txt"]);
    expect([code, JSON.parse(stdout).line, stderr]).toEqual([
      3,
      1,
      'can\'t read "cut.txt": it is no UTF-8 text\n  save it as UTF-8\n',
    ]);
  });
});

test("a reader that goes away ends it quietly", async () => {
  write("long.txt", `${READ}\n`.repeat(50_000));
  const child = spawn(process.execPath, [join(__dirname, "../../bin/perimeter.js"), "parse", join(folder, "long.txt")]);
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const [code] = await once(child, "close");
  expect([code, complaints]).toEqual([3, ""]);
});
