import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Recorded, withResults } from "../../scripts/torture/record";
import { BATCH, runSuite } from "../../scripts/torture/run";
import { check, type Suite } from "../../scripts/torture/suite";
import { ScratchProject } from "../support/run";

const RUN = { suite: "a/law", seed: 7, cases: 2.5 * BATCH, commit: "0123456789" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "torture-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A suite that notes which batches it was asked for, and ends with `stopAt` as somebody's Ctrl-C would. */
function noting(stopAt?: number) {
  const batches: [seed: number, cases: number][] = [];
  const suite: Suite = {
    name: RUN.suite,
    says: "nothing",
    cases: RUN.cases,
    async check(seed, cases) {
      if (batches.length === stopAt) throw new Error("stopped");
      batches.push([seed, cases]);
      return undefined;
    },
  };
  return { suite, batches };
}

describe("a run", () => {
  const ignore = () => {};
  test("has all its cases, in batches of seeds that follow from its own", async () => {
    const { suite, batches } = noting();
    expect(await runSuite(suite, RUN, folder, ignore)).toMatchObject({ done: RUN.cases });
    expect(batches).toEqual([
      [7, BATCH],
      [8, BATCH],
      [9, BATCH / 2],
    ]);
  });

  test.each<[string, object, number[]]>([
    ["continues where it was stopped", {}, [9]],
    ["begins again with another seed", { seed: 20 }, [20, 21, 22]],
    ["begins again with another count", { cases: BATCH }, [7]],
    ["begins again after another commit", { commit: "abcdef" }, [7, 8, 9]],
  ])("%s", async (_, change, seeds) => {
    await expect(runSuite(noting(2).suite, RUN, folder, ignore)).rejects.toThrow("stopped");
    const { suite, batches } = noting();
    await runSuite(suite, { ...RUN, ...change }, folder, ignore);
    expect(batches.map(([seed]) => seed)).toEqual(seeds);
  });

  test("that has ended is not continued", async () => {
    await runSuite(noting().suite, RUN, folder, ignore);
    const { suite, batches } = noting();
    await runSuite(suite, RUN, folder, ignore);
    expect(batches).toHaveLength(3);
  });

  test("stops at the smallest case that breaks its law, with the seed that repeats it", async () => {
    const small = fc.property(fc.nat(10_000), (number) => number < 9_990);
    const suite: Suite = { name: "a/law", says: "", cases: 1, check: (seed, cases) => check(small, seed, cases) };
    const { done, failure } = await runSuite(suite, { ...RUN, cases: 1_000_000 }, folder, ignore);
    expect(failure?.smallest).toMatch(/^\[9990\]\n/);
    expect(done).toBe(((failure?.seed ?? 0) - RUN.seed) * BATCH);
    expect(await check(small, failure?.seed ?? 0, failure?.cases ?? 0)).toEqual({ smallest: failure?.smallest });
  });
});

describe("the record", () => {
  const DOCUMENT = "before\n<!-- written by npm run torture -->\n<!-- until here -->\nafter\n";
  const recorded = (suite: string, cases: number): Recorded => ({
    ...{ suite, cases, seed: 1, date: "2026-11-25", commit: "0123456789", casesPerSecond: 1234.5, result: "held" },
  });
  const rows = (document: string) => document.split("\n").filter((line) => /^\| a\//.test(line));

  test("replaces the results of the same suites, keeps the others, and drops those that no longer exist", () => {
    const first = withResults(DOCUMENT, ["a/x", "a/y", "a/z"], [recorded("a/z", 1), recorded("a/y", 2), recorded("a/x", 3)]);
    const second = withResults(first, ["a/x", "a/z"], [recorded("a/x", 4_000)]);
    expect(rows(second)).toEqual([
      "| a/x | 4,000 | 1 | 2026-11-25 | 0123456789 | 1,235 | held |",
      "| a/z | 1 | 1 | 2026-11-25 | 0123456789 | 1,235 | held |",
    ]);
    expect([second.startsWith("before\n"), second.endsWith("\nafter\n")]).toEqual([true, true]);
  });

  test("is refused where the document has no place for it", () => {
    expect(() => withResults("nothing", [], [])).toThrow("docs/torture.md lacks the lines");
  });
});

describe("the command", () => {
  const project = new ScratchProject({});
  afterAll(() => project.remove());
  test.each<[string, string[], string]>([
    [
      "a suite with a slip",
      ["oci-policy/print-and-prase"],
      'there is no suite "oci-policy/print-and-prase"\n  did you mean "oci-policy/print-and-parse"?\n',
    ],
    ["a seed that is no number", ["--seed", "x"], '--seed takes a whole number from 1, found "x"\n'],
    ["no cases", ["--cases", "0"], '--cases takes a whole number from 1, found "0"\n'],
  ])("refuses %s", (_, args, stderr) => expect(project.run("scripts/torture.ts", args)).toEqual({ code: 3, stdout: "", stderr }));

  test("runs a suite, and says how many cases held", () => {
    const { code, stdout } = project.run("scripts/torture.ts", ["oci-policy/damaged-texts", "--cases", "100"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^oci-policy\/damaged-texts: .*\n {2}100 cases held, [\d,]+ a second\n$/),
    ]);
  });
});
