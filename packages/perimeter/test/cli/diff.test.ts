import { describe, expect, jest, test } from "@jest/globals";
import { MODEL, type Resources, stackOf, statements, TENANCY } from "../support/oci-estate";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { perimeter, write } = scratch({ "perimeter.yaml": MODEL, "not-a-plan.json": "[]" });

function folder(name: string, ...more: readonly Resources[]): string {
  for (const [file, content] of Object.entries(stackOf(...more))) write(`${name}/${file}`, JSON.stringify(content));
  return name;
}
const SRE = "allow group us-sre to read objects in compartment stores where request.networkSource.name = 'office'";
const BASE = folder("base", statements(SRE));
const SPLIT = folder("split", {
  oci_identity_policy: {
    sre: { compartment_id: TENANCY, name: "sre", description: "who is on call", statements: [SRE.replace("allow", "Allow")] },
  },
});
const WIDER = folder("wider", statements(SRE, "allow group apac-eng to read objects in compartment stores"));
const UNREADABLE = folder("unreadable", statements(SRE, "allow group apac-eng to raed objects in compartment stores"));
const NARROWER = folder("narrower");

const compared = (...words: readonly string[]) => perimeter(["diff", ...words, "--at", "2026-11-25"]);

describe("perimeter diff ends with", () => {
  test.each<[number, string, string[], string]>([
    [0, "nothing is another", [BASE, BASE, "--fail-on", "widened"], "no change to who can read what"],
    [0, "the same is told otherwise", [BASE, SPLIT, "--fail-on", "widened"], "no change to who can read what"],
    [0, "somebody reads more", [BASE, WIDER], 'access widened: group apac-eng (CN, SG) can now read "media"'],
    [
      1,
      "… and it is to fail on that",
      [BASE, WIDER, "--fail-on", "widened"],
      'access widened: group apac-eng (CN, SG) can now read "media"',
    ],
    [
      0,
      "somebody reads less",
      [BASE, NARROWER, "--fail-on", "widened"],
      'access narrowed: group us-sre (US) can\'t read "media" any more',
    ],
    [
      2,
      "something can't be known any more",
      [BASE, UNREADABLE, "--fail-on", "widened"],
      "it can't be known whether somebody can read more than before",
    ],
    [
      0,
      "it is known again",
      [UNREADABLE, BASE, "--fail-on", "widened"],
      "no change to who can read what; access and residency now hold",
    ],
  ])("%i where %s, and says so first", (code, _, words, first) => {
    const ran = compared(...words);
    expect([ran.code, ran.stderr, ran.stdout.split("\n")[0]]).toEqual([code, "", first]);
  });

  test.each<[string, string[], RegExp]>([
    ["a side that is missing", [BASE], /BEFORE and AFTER/],
    ["three sides", [BASE, WIDER, SPLIT], /two sides are compared, found 3/],
    ["a folder that isn't there", [BASE, "nowhere"], /nowhere/],
    ["a file that is no plan", ["not-a-plan.json", BASE], /not-a-plan\.json/],
    ["a format that there isn't", [BASE, WIDER, "--format", "html"], /--format takes text, markdown, json/],
    ["something else to fail on", [BASE, WIDER, "--fail-on", "narrowed"], /--fail-on takes widened/],
    ["a model that isn't there", [BASE, WIDER, "--model", "no.yaml"], /no\.yaml/],
  ])("3 for %s, and nothing but the reason", (_, words, reason) => {
    const { code, stdout, stderr } = compared(...words);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("as text it says who, what, when and by which right", () => {
  expect(
    compared(BASE, WIDER)
      .stdout.split("\n")
      .map((line) => line.replace(/ {2,}/g, " | ")),
  ).toEqual([
    'access widened: group apac-eng (CN, SG) can now read "media"',
    "",
    "access:",
    " | + | group apac-eng (CN, SG) | gained content | media | always | it may read its objects",
    "",
    "new findings:",
    expect.stringMatching(/^ \| critical \| access\/direct-read \| [0-9a-f]{16} \| group "apac-eng"/),
    expect.stringMatching(/over-budget/),
    "",
    "guarantees:",
    " | ! | access | holds → violated",
    "",
    expect.stringMatching(/^\d+ resources before, \d+ after; as of 2026-11-25$/),
    "",
  ]);
});

test("each side has the model that lies in it, and one model may be given for both", () => {
  write("own/perimeter.yaml", MODEL.replace("us_sre,", "us_sre_team,"));
  const own = folder("own", statements(SRE));
  write(`${own}/a.tf.json`, JSON.stringify(stackOf(statements(SRE))["a.tf.json"]).replaceAll("us_sre", "us_sre_team"));
  expect(compared(BASE, own).stdout.split("\n")[0]).toBe("no change to who can read what");
  expect(compared(BASE, own, "--model", "perimeter.yaml").code).toBe(3);
});

test("two plans are two files, each a stack of its own name", () => {
  for (const name of ["before", "after"]) write(`plans/${name}.tf.json`, JSON.stringify(stackOf(statements(SRE))["a.tf.json"]));
  const { code, stdout } = compared("plans/before.tf.json", "plans/after.tf.json", "--model", "perimeter.yaml");
  expect([code, stdout.split("\n")[0]]).toEqual([0, "no change to who can read what"]);
});

test("the fingerprint of a new finding is the one that a check of the second side shows", () => {
  const renamed = JSON.stringify(
    stackOf(statements(SRE, "allow group apac-eng to read objects in compartment stores"))["a.tf.json"],
  );
  write("renamed/a.tf.json", renamed.replaceAll('"media"', '"content"').replaceAll(".media", ".content"));
  write("renamed/perimeter.yaml", MODEL.replace("bucket.media", "bucket.content"));
  const { findings } = JSON.parse(compared(BASE, "renamed", "--format", "json").stdout);
  const checked = JSON.parse(perimeter(["check", "renamed", "--at", "2026-11-25", "--format", "json"]).stdout);
  const prints = (all: { fingerprint: string }[]) => all.map(({ fingerprint }) => fingerprint).sort();
  expect(prints(findings.new)).toEqual(prints(checked.guarantees[0].findings));
});
