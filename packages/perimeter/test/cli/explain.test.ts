import { describe, expect, jest, test } from "@jest/globals";
import { MODEL, type Resources, stackOf, statements } from "../support/oci-estate";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { perimeter, write } = scratch({ "perimeter.yaml": MODEL });

/** Asks about the estate with more in it. */
function asked(folder: string, more: readonly Resources[], ...words: readonly string[]) {
  for (const [file, content] of Object.entries(stackOf(...more))) write(`${folder}/${file}`, JSON.stringify(content));
  return perimeter([...words, folder, "--at", "2026-11-25"]);
}
const READ = "allow group us-sre to read objects in compartment stores where request.networkSource.name = 'office'";

describe("perimeter explain says", () => {
  test("no, and which layer keeps somebody out and which wouldn't", () => {
    const { code, stdout } = asked("no", [statements(READ)], "explain", "apac-eng", "media");
    expect(code).toBe(0);
    expect(stdout.split("\n")).toEqual([
      'no: apac-eng (CN, SG) can\'t read "media"',
      '  group "apac-eng": a/oci_objectstorage_bucket.media',
      expect.stringMatching(/^ {4}allow-list {2}holds: no statement gives OBJECT_READ in "stores" .*; the closest, /),
      "    guardrail   fails: with everything allowed, nothing denies it",
      "    structure   fails: with everything allowed and nothing denied, nothing else would be missing",
      "",
    ]);
  });

  test("that a denial holds by itself", () => {
    const deny = "deny group apac-eng to read objects in compartment stores";
    const { stdout } = asked("guarded", [statements(READ, deny)], "explain", "apac-eng", "media");
    expect(stdout).toMatch(
      /^ {4}allow-list {2}holds: .*\n {4}guardrail {3}holds: with everything allowed, "deny group apac-eng/m,
    );
  });

  test("that only a denial holds", () => {
    const [allow, deny] = [
      "allow group apac-eng to read objects in tenancy",
      "deny group apac-eng to read objects in compartment stores",
    ];
    const { stdout } = asked("denied", [statements(allow, deny)], "explain", "apac-eng", "media");
    expect(stdout).toMatch(/^ {4}allow-list {2}fails: .*\n {4}guardrail {3}holds: /m);
  });

  test("yes, by which steps and statements", () => {
    const { code, stdout } = asked(
      "yes",
      [statements("allow group apac-eng to manage policies in tenancy")],
      "explain",
      "apac-eng",
      "media",
    );
    expect([code, stdout]).toEqual([
      0,
      [
        'yes: apac-eng (CN, SG) can read "media"',
        '  group "apac-eng": a/oci_objectstorage_bucket.media',
        "    it may write a policy there that gives anybody anything",
        "      a/oci_identity_policy.p: allow group apac-eng to manage policies in tenancy",
        "",
      ].join("\n"),
    ]);
  });

  test("that it can't be known, and ends with 2", () => {
    const { code, stdout } = asked(
      "open",
      [statements("allow group apac-eng to raed objects in tenancy")],
      "explain",
      "apac-eng",
      "media",
    );
    expect([code, stdout.split("\n")[0]]).toEqual([2, 'it can\'t be known whether apac-eng (CN, SG) can read "media"']);
  });
});

test("who lists everybody who can do something with a store", () => {
  const { code, stdout } = asked("who", [statements(READ, "allow group us-data to inspect buckets in tenancy")], "who", "media");
  expect(code).toBe(0);
  expect(stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "))).toEqual([
    "group Administrators | listed by no role | content | a/oci_objectstorage_bucket.media | trusted; always",
    "group us-sre | US | content | a/oci_objectstorage_bucket.media | such as request.networksource.name = office",
    "group us-data | US | metadata | a/oci_objectstorage_bucket.media | always",
    "",
  ]);
});

test("what lists all that somebody can do", () => {
  const { stdout } = asked("what", [statements(READ)], "what", "us-sre");
  expect(stdout.trim().replace(/ {2,}/g, " | ")).toBe(
    "media | content | group us-sre | a/oci_objectstorage_bucket.media | such as request.networksource.name = office",
  );
  expect(asked("what", [statements(READ)], "what", "apac-eng").stdout).toBe('"apac-eng" can do nothing with any store\n');
});

test("with --format json they are rows of the matrix", () => {
  const rows = JSON.parse(asked("json", [statements(READ)], "who", "media", "--format", "json").stdout);
  expect(rows).toContainEqual(
    expect.objectContaining({ role: "us-sre", capability: "content", asset: expect.objectContaining({ name: "media" }) }),
  );
});

describe("what can't be answered ends with 3, and says why:", () => {
  test.each<[string, string[], string]>([
    ["nobody", ["explain", "nobody", "media"], 'nobody is called "nobody"'],
    ["a store that there isn't", ["explain", "us-sre", "medai"], 'the model has no store "medai"'],
    ["a word that is missing", ["explain", "us-sre"], "a principal and a store are missing"],
    ["who of a store that there isn't", ["who", "medai"], 'the model has no store "medai"'],
    ["what of nobody", ["what", "nobody"], 'nobody is called "nobody"'],
  ])("%s", (_, words, message) => {
    const ran = words.length < 3 && words[0] === "explain" ? perimeter(words) : asked("refused", [], ...words);
    expect([ran.code, ran.stdout, ran.stderr.split("\n")[0]]).toEqual([3, "", message]);
  });
});
