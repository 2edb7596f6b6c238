import { describe, expect, jest, test } from "@jest/globals";
import { MODEL, type Resources, stackOf, statements } from "../support/oci-estate";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { perimeter, write } = scratch({ "perimeter.yaml": MODEL, "not-a-plan.json": "[]", "cut.tf.json": '{ "resource": {' });

/** Writes the estate with more in it as a folder, and checks it. */
function checked(name: string, more: readonly Resources[], ...args: readonly string[]) {
  for (const [file, content] of Object.entries(stackOf(...more))) write(`${name}/${file}`, JSON.stringify(content));
  return perimeter(["check", name, "--at", "2026-11-25", ...args]);
}
const READ = statements("allow group apac-eng to read objects in compartment stores");
const UNREADABLE = statements("allow group apac-eng to raed objects in compartment stores");

describe("perimeter check ends with", () => {
  test.each<[number, string, readonly Resources[]]>([
    [0, "holds", []],
    [1, "violated", [READ]],
    [2, "undecided", [UNREADABLE]],
  ])("%i where access %s, and says so last", (code, verdict, more) => {
    const ran = checked(verdict, more);
    expect([ran.code, ran.stderr]).toEqual([code, ""]);
    expect(ran.stdout.trimEnd().split("\n").at(-1)).toMatch(new RegExp(`^access ${verdict}( |$)`));
  });

  test.each<[string, string[], string]>([
    ["a folder that isn't there", ["nowhere"], "nowhere"],
    ["a file that is no plan", ["not-a-plan.json"], "not-a-plan.json"],
    ["JSON that is cut off", ["cut.tf.json"], "cut.tf.json:1"],
    ["a guarantee that there isn't", [".", "--guarantee", "privacy"], "--guarantee"],
    ["a format that there isn't", [".", "--format", "xml"], "--format"],
    ["a time that is none", [".", "--at", "tomorrow"], "--at"],
  ])("3 for %s, and nothing but the reason", (_, args, place) => {
    const { code, stdout, stderr } = perimeter(["check", ...args]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each<[string, string, RegExp]>([
    ["a selector that matches nothing", MODEL.replace("bucket.media", "bucket.medai"), /perimeter\.yaml:5:\d+: .*medai/],
    ["an unknown key", MODEL.replace("budget", "bugdet"), /perimeter\.yaml:12:1: .*bugdet/],
  ])("3 for a model with %s, at its line", (_, model, place) => {
    write("wrong/perimeter.yaml", model);
    const { code, stderr } = checked("wrong", []);
    expect(code).toBe(3);
    expect(stderr).toMatch(place);
  });
});

test("as text it says who, what, by which statement, and what to do", () => {
  const { stdout } = checked("told", [READ]);
  expect(stdout.split("\n").slice(0, 7)).toEqual([
    "access: violated",
    "",
    expect.stringMatching(/^critical access\/direct-read \[[0-9a-f]{16}\]$/),
    '  group "apac-eng" (CN, SG) can read "media": it may read its objects',
    "  1. a/oci_identity_policy.p",
    "     allow group apac-eng to read objects in compartment stores",
    '  fix: take this away from group "apac-eng": allow group apac-eng to read objects in compartment stores',
  ]);
});

test("as JSON it is one object, whose witness the simulator allows", () => {
  const verdict = JSON.parse(checked("json", [READ], "--format", "json").stdout);
  expect(verdict).toMatchObject({ schemaVersion: 1, verdict: "violated", at: "2026-11-25" });
  const [{ witness }] = verdict.guarantees[0].findings;
  expect(perimeter(["simulate", "-", "json"], JSON.stringify(witness)).stdout).toMatch(/^allowed: /);
});

describe("what holds by a denial alone", () => {
  const DENIED = statements("allow group apac-eng to read objects in tenancy", "deny group apac-eng to read objects in tenancy");
  test("holds, and is said first", () => {
    const { code, stdout } = checked("denied", [DENIED]);
    expect([code, stdout.split("\n")[0]]).toEqual([0, expect.stringMatching(/^this holds only if deny policies are enabled/)]);
  });
  test("is undecided where one is strict", () => expect(checked("denied", [DENIED], "--strict").code).toBe(2));
  test("holds where the model says that denials are in force", () => {
    write("in-force/perimeter.yaml", `${MODEL}oci: { denyPolicies: true }\n`);
    expect(checked("in-force", [DENIED], "--strict").code).toBe(0);
  });
});
