import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { GUARANTEE_IDS } from "../../src/check";
import { exitCodeOf, requireDeclared } from "../../src/cli/check";
import { InputError } from "../../src/cli/input-error";
import { strictly } from "../../src/cli/strict";
import type { GuaranteeVerdict, Verdict } from "../../src/verdict/verdict";
import { READ, UNREADABLE, verdictNamed } from "../support/estates";
import { MODEL, stackOf, statements } from "../support/oci-estate";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { folder, perimeter, write } = scratch({ "perimeter.yaml": MODEL });
for (const [name, all] of Object.entries({ open: [READ], holds: [], unknown: [READ, UNREADABLE] }))
  write(
    `${name}/a.tf.json`,
    JSON.stringify(stackOf(statements("allow group us-sre to inspect users in tenancy", ...all))["a.tf.json"]),
  );
const check = (...args: readonly string[]) => perimeter(["check", ...args, "--guarantee", "access", "--at", "2026-11-25"]);
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith(".tmp"));

describe("several formats at once:", () => {
  const files = ["json=v.json", "sarif=v.sarif", "junit=v.xml", "markdown=v.md", "gitlab=v-gitlab.json", "text=v.txt"];
  const ran = check("open", ...files.flatMap((one) => ["--format", one]), "--format", "github");
  test("one goes to the standard output, and the exit code is the verdict's", () =>
    expect([ran.code, ran.stderr, ran.stdout.split("\n").at(-2)]).toEqual([1, "", "access violated"]));
  test("each file has its report whole, and nothing else is left", () => {
    expect(JSON.parse(read("v.json"))).toMatchObject({ schemaVersion: 1, verdict: "violated" });
    expect(JSON.parse(read("v.sarif")).runs).toHaveLength(1);
    expect(read("v.xml")).toMatch(/<\/testsuites>\n$/);
    expect(read("v.md")).toMatch(/^### perimeter: violated\n[\s\S]*<\/sub>\n$/);
    expect(JSON.parse(read("v-gitlab.json"))[0]).toMatchObject({ severity: "blocker", location: { path: "open/a.tf.json" } });
    expect(read("v.txt")).toMatch(/^access: violated\n[\s\S]*\naccess violated\n$/);
    expect(leftovers()).toEqual([]);
  });
  test("where all have files the last line is printed alone", () =>
    expect(check("open", "--format", "json=w.json").stdout).toBe("access violated\n"));
  test("- is the standard output", () => expect(JSON.parse(check("open", "--format", "json=-").stdout).verdict).toBe("violated"));
});

describe("a file is written whole:", () => {
  test("over what was there", () => {
    write("old.json", "old");
    check("holds", "--format", "json=old.json");
    expect(JSON.parse(read("old.json")).verdict).toBe("holds");
  });
  test("where a link leads", () => {
    write("folder-of-links/real.json", "old");
    symlinkSync("real.json", join(folder, "folder-of-links/link.json"));
    check("holds", "--format", "json=folder-of-links/link.json");
    expect(JSON.parse(read("folder-of-links/real.json")).verdict).toBe("holds");
    expect(readdirSync(join(folder, "folder-of-links")).sort()).toEqual(["link.json", "real.json"]);
  });
  test("and a device is written to, and stays one", () => {
    symlinkSync("/dev/null", join(folder, "device"));
    expect(check("holds", "--format", "json=device")).toEqual({ code: 0, stdout: "access holds\n", stderr: "" });
    expect(lstatSync(join(folder, "device")).isSymbolicLink()).toBe(true);
    expect(leftovers()).toEqual([]);
  });
});

describe("3, nothing printed and nothing written, for", () => {
  mkdirSync(join(folder, "folder"));
  mkdirSync(join(folder, "closed"));
  test.each<[string, string[], string]>([
    ["a folder that isn't there", ["json=nowhere/v.json"], 'can\'t write "nowhere/v.json": there is no folder "nowhere"'],
    ["a folder in the place of a file", ["json=folder"], 'can\'t write "folder": it is a folder'],
    ["two on the standard output", ["json", "sarif"], "two formats go to the standard output"],
    ["two in one file", ["json=x", "sarif=./x"], 'two formats go to "./x"'],
    ["a file without a name", ["json="], "--format json= lacks its file"],
    ["a format that there isn't", ["xml=x"], '--format takes text, json, sarif, junit, markdown, github, gitlab, found "xml=x"'],
    ["one wrong among good ones", ["json=good.json", "junit=nowhere/x"], "nowhere"],
  ])("%s", (_, formats, said) => {
    const { code, stdout, stderr } = check("open", ...formats.flatMap((one) => ["--format", one]));
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(said);
    expect(existsSync(join(folder, "good.json"))).toBe(false);
  });
  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)("a folder that may not be written to", () => {
    chmodSync(join(folder, "closed"), 0o500);
    expect(check("open", "--format", "json=closed/v.json").code).toBe(3);
  });
});

describe("colours:", () => {
  test("none in a pipe", () => expect(check("open").stdout).not.toContain("\u001b"));
  const forced = (format: string) =>
    perimeter(["check", "open", "--guarantee", "access", "--format", format], "", { FORCE_COLOR: "1" }).stdout;
  test("forced, of a text alone", () => {
    expect(forced("text")).toContain("\u001b[31mviolated");
    expect(forced("json")).not.toContain("\u001b");
  });
});

describe("approvals", () => {
  const given = (capability: string, expires = "2027-01-31") =>
    `version: 1\napprovals:\n  - { role: apac-eng, store: media, capability: ${capability}, reason: r, approver: a, expires: ${expires} }\n`;
  test.each<[number, string, string, RegExp]>([
    [
      0,
      "cover a finding",
      given("content"),
      /\n\napproved critical access\/direct-read[\s\S]*approved by a until 2027-01-31: r[\s\S]*\naccess holds, 1 approved\n$/,
    ],
    [
      1,
      "have expired",
      given("content", "2026-11-24"),
      /approvals\.yaml:3: the approval of content of "media" for "apac-eng", given by "a", expired on 2026-11-24[\s\S]*\naccess violated · approvals stale\n$/,
    ],
    [
      1,
      "match nothing",
      given("administer"),
      /matches no finding \(approvals\/orphaned\)[\s\S]*\naccess violated · approvals stale\n$/,
    ],
    [
      3,
      "aren't of the right form",
      given("content").replace("reason", "raeson"),
      /^.*approvals\.yaml:3:5: approvals\[0\] lacks "reason"[\s\S]*did you mean "reason"\?/,
    ],
    [
      3,
      "would last more than a year",
      given("content", "2027-11-26"),
      /approvals\.yaml:3:\d+: approvals\[0\]\.expires: 2027-11-26 is more than a year after 2026-11-25/,
    ],
  ])("%i where they %s", (code, _, approvals, said) => {
    write("open/perimeter.yaml", MODEL);
    write("open/approvals.yaml", approvals);
    const ran = check("open");
    expect([ran.code, ran.stdout + ran.stderr]).toEqual([code, expect.stringMatching(said)]);
    if (code === 3) expect(ran.stdout).toBe("");
  });
  test("may be named; 3 where they aren't there", () => {
    write("other.yaml", given("content"));
    write("unknown/perimeter.yaml", MODEL);
    expect(check("unknown", "--approvals", "other.yaml").code).toBe(2);
    expect(check("unknown", "--approvals", "nowhere.yaml").code).toBe(3);
  });
  test("1 where nothing stands against the estate, and an approval covers nothing", () => {
    const { code, stdout } = check("holds", "--approvals", "other.yaml");
    expect([code, stdout.trimEnd().split("\n").at(-1)]).toEqual([1, "access holds · approvals stale"]);
  });
});

describe("what a verdict comes to:", () => {
  const empty = { findings: [], notes: [], undecided: [] };
  const of = (verdict: GuaranteeVerdict["verdict"]): GuaranteeVerdict => ({ id: "routing", verdict, ...empty });
  const base = verdictNamed("a tenancy that holds");
  const undeclared: Verdict = { ...base, guarantees: [of("not-declared")] };
  test("nothing, where none of what was asked for is declared", () => {
    expect(() => requireDeclared(undeclared)).toThrow(InputError);
    expect(() => requireDeclared(undeclared)).toThrow("nothing was decided: the model doesn't declare routing");
  });
  (GUARANTEE_IDS.includes("routing") ? test : test.skip)("3 from the command, and nothing but the reason", () => {
    const { code, stdout, stderr } = perimeter(["check", "holds", "--guarantee", "routing", "--at", "2026-11-25"]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^nothing was decided: the model doesn't declare routing\n/);
  });
  test("something, where one is", () =>
    expect(() => requireDeclared({ ...base, guarantees: [of("not-declared"), of("holds")] })).not.toThrow());
  const stale = { file: "approvals.yaml", stale: [{ rule: "approvals/orphaned", line: 1, message: "m" }] };
  test.each<[number, string, Partial<Verdict>]>([
    [0, "holds", { verdict: "holds" }],
    [0, "holds with approvals", { verdict: "holds", approvals: { ...stale, stale: [] } }],
    [1, "violated", { verdict: "violated" }],
    [1, "holds with a stale approval", { verdict: "holds", approvals: stale }],
    [1, "undecided with a stale approval", { verdict: "undecided", approvals: stale }],
    [2, "undecided", { verdict: "undecided" }],
  ])("%i for %s", (code, _, verdict) => expect(exitCodeOf({ ...base, ...verdict })).toBe(code));
  test("strict: what holds by a denial alone is undecided, and says why", () => {
    const denied = verdictNamed("one that holds by a denial");
    expect(denied.verdict).toBe("holds");
    expect(strictly(denied)).toMatchObject({
      verdict: "undecided",
      guarantees: [{ verdict: "undecided", undecided: [{ address: null }] }],
    });
    expect(strictly(base)).toBe(base);
  });
});
