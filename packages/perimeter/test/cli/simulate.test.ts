import { describe, expect, jest, test } from "@jest/globals";
import { aws, oci } from "../simulate/request/reading";
import { objectsIn, scratch } from "./support/scratch";

jest.setTimeout(60_000);

const ALLOW = "Allow group readers to read objects in compartment stores where target.bucket.name = 'media'";
const NIGHT = "Allow group night to read objects in tenancy where request.utc-timestamp.month-of-year = '12'";
const asks = (parts: object) =>
  oci({ target: { compartment: "us:stores" }, variables: { "target.bucket.name": "media" }, ...parts });
const [ALLOWED, DENIED, UNDECIDED] = [
  asks({}),
  asks({ principal: { groups: ["others"] } }),
  asks({ principal: { user: "ann" } }),
];

const { perimeter, write } = scratch({
  "statements.tsv": `us\t${ALLOW}\n\ntenancy\t${NIGHT}\n`,
  "allowed.json": JSON.stringify(JSON.parse(ALLOWED), null, 2),
  "denied.json": DENIED,
  "undecided.json": UNDECIDED,
  "many.jsonl": `${ALLOWED}\n\n${DENIED}\n`,
});
const onStatements = (...args: string[]) => perimeter(["simulate", ...args, "--statements", "statements.tsv"]);

describe("perimeter simulate ends with", () => {
  test.each<[number, string, string]>([
    [0, "allowed", "allowed.json"],
    [0, "denied", "denied.json"],
    [2, "undecided", "undecided.json"],
  ])("%i for a request that is %s", (code, decision, file) => {
    const ran = onStatements(file, "--format", "json");
    expect(ran).toMatchObject({ code, stderr: "" });
    const [answer] = objectsIn(ran) as Record<string, unknown>[];
    expect(Object.keys(answer ?? {})).toEqual(["decision", "by", "because"]);
    expect(answer).toMatchObject({ decision });
  });

  test("0 for many requests, of which each has its line of JSON", () => {
    const ran = onStatements("many.jsonl", "--format", "json");
    expect(ran.code).toBe(0);
    expect(objectsIn(ran)).toMatchObject([{ decision: "allowed" }, { decision: "denied" }]);
  });

  test("2 where one of many is undecided", () => {
    const args = ["simulate", "-", "--statements", "statements.tsv", "--format", "json"];
    const ran = perimeter(args, `${UNDECIDED}\n${DENIED}\n`);
    expect(ran.code).toBe(2);
    expect(objectsIn(ran)).toMatchObject([{ decision: "undecided" }, { decision: "denied" }]);
  });
});

describe("as text it says", () => {
  test("the decision, why, and the statements that decide with their place", () => {
    const [first, second] = onStatements("allowed.json").stdout.split("\n");
    expect([first, second]).toEqual([expect.stringMatching(/^allowed: .*OBJECT_READ/), `  statements.tsv:1: ${ALLOW}`]);
  });
  test("what came closest to a denied request, and what it lacked", () => {
    expect(onStatements("denied.json").stdout).toMatch(/^denied: .*closest, "Allow group readers .*statements\.tsv:1.*\n$/);
  });
  test("which of many requests it answers", () => {
    expect(onStatements("many.jsonl").stdout).toMatch(
      /^many\.jsonl:1: allowed: .*\n {2}statements.*\nmany\.jsonl:3: denied: .*\n$/,
    );
  });
  test("nothing that a statement forges", () => {
    write("forged.tsv", "us\tAllow group 'a\u202Eb' to read objects in compartment stores where target.bucket.name = 'media'\n");
    write("forged.json", asks({ principal: { groups: ["a\u202Eb"] } }));
    const { stdout } = perimeter(["simulate", "forged.json", "--statements", "forged.tsv"]);
    expect(stdout).toContain("Allow group 'a<U+202E>b'");
    expect(stdout).not.toContain("\u202E");
  });
});

describe("--expect", () => {
  const row = (request: string, expected: string, note?: string) =>
    JSON.stringify({ ...JSON.parse(request), expected, ...(note && { note }) });
  const expectations = (...rows: string[]) =>
    perimeter(["simulate", "--expect", "-", "--statements", "statements.tsv"], rows.join("\n"));

  test.each<[string, string[], number, RegExp]>([
    ["of what is so", [row(ALLOWED, "allowed"), row(DENIED, "denied")], 0, /^2 answers, as expected\n$/],
    ["of an undecided answer", [row(UNDECIDED, "undecided")], 0, /^1 answer, as expected\n$/],
    [
      "of what isn't so",
      [row(ALLOWED, "allowed"), row(DENIED, "allowed")],
      1,
      /^standard input:2: expected allowed, the answer is denied: .*\n1 of 2 answers not as expected\n$/,
    ],
    ["of what can't be known", [row(UNDECIDED, "denied")], 1, /^standard input:1: expected denied, the answer is undecided: /],
    ["with a note", [row(DENIED, "allowed", "others read")], 1, /^standard input:1 \(others read\): expected allowed/],
  ])("%s", (_, rows, code, stdout) => {
    expect(expectations(...rows)).toEqual({ code, stdout: expect.stringMatching(stdout), stderr: "" });
  });

  test("as JSON has a line for each row", () => {
    write("expected.jsonl", `${row(ALLOWED, "denied")}\n${row(DENIED, "denied")}\n`);
    const ran = perimeter(["simulate", "--expect", "expected.jsonl", "--statements", "statements.tsv", "--format", "json"]);
    expect(ran.code).toBe(1);
    expect(objectsIn(ran)).toMatchObject([
      { line: 1, expected: "denied", decision: "allowed", by: [{ address: "statements.tsv:1" }] },
      { line: 2, expected: "denied", decision: "denied" },
    ]);
  });

  test("without an expectation is refused with its line", () => {
    expect(expectations(row(ALLOWED, "allowed"), DENIED)).toEqual({
      code: 3,
      stdout: "",
      stderr:
        'standard input:2:1: this row doesn\'t say which answer is expected\n  add "expected": "allowed", "denied" or "undecided"\n',
    });
  });
});

describe("--at", () => {
  const NIGHT_READER = asks({ principal: { groups: ["night"] } });
  test.each<[string, string, string]>([
    ["a day", "2026-12-24", "allowed"],
    ["the same day of another month", "2026-11-24", "denied"],
    ["an hour", "2026-12-31T23:30:00Z", "allowed"],
    ["an hour later, a year later", "2027-01-01T00:30:00Z", "denied"],
  ])("is %s", (_, at, decision) => {
    const ran = perimeter(["simulate", "-", "--statements", "statements.tsv", "--at", at, "--format", "json"], NIGHT_READER);
    expect(objectsIn(ran)).toMatchObject([{ decision }]);
  });

  test("yields to a variable of the request", () => {
    const request = asks({ principal: { groups: ["night"] }, variables: { "request.utc-timestamp": "2026-12-01T12:00:00Z" } });
    const ran = perimeter(["simulate", "-", "--statements", "statements.tsv", "--at", "2026-06-01", "--format", "json"], request);
    expect(objectsIn(ran)).toMatchObject([{ decision: "allowed" }]);
  });

  test.each(["tomorrow", "2026-02-30", "2026-13-01", "24.12.2026", "2026-12-24T25:00:00Z", ""])("refuses %j", (at) => {
    const { code, stderr } = onStatements("allowed.json", "--at", at);
    expect([code, stderr.split(",")[0]]).toEqual([3, "--at takes a date such as 2026-01-31 or 2026-01-31T12:00:00Z"]);
  });
});

describe("what is wrong ends with 3, its place and no stack trace:", () => {
  write("unknown.json", asks({ permission: "OBJECT_RAED" }));
  write("broken.json", '{\n  "principal": {"groups": ["a"]},\n  "permission" "OBJECT_READ"\n}\n');
  write("wrong.tsv", `us\t${ALLOW}\nus\tAllow group a to raed objects in tenancy\nnot even a tab\nus::x\t${ALLOW}\n`);
  write("binary.json", Buffer.from([0x7b, 0xff, 0x00]));
  write("deep.json", "[".repeat(1_000_000));
  write("huge.json", `"${"x".repeat(20_000_000)}"`);
  write("keys.json", `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}": ${n}`).join(",")}}`);
  write("main.tf", 'resource "oci_identity_group" "a" {}\n');
  const USAGE = "  usage: perimeter simulate REQUEST.json [PATH…]\n";
  // biome-ignore format: one case a line
  test.each<[string, string[], string | RegExp]>([
    ["no request", ["--statements", "statements.tsv"], `simulate takes a file with a request\n${USAGE}`],
    ["an unknown option", ["denied.json", "--statement", "statements.tsv"], `unknown option "--statement"\n${USAGE}`],
    ["an option without its value", ["denied.json", "--statements"], /^option "--statements <value>" argument missing\n/],
    ["an unknown format", ["denied.json", "--format", "xml"], `--format takes text or json, found "xml"\n${USAGE}`],
    ["statements beside a path", ["denied.json", "plan.json", "--statements", "statements.tsv"], `--statements stands for all PATHs, found "plan.json" beside it\n${USAGE}`],
    ["requests and statements from one input", ["-", "--statements", "-"], `the standard input can't be both requests and statements\n${USAGE}`],
    ["a request that isn't there", ["nowhere.json", "--statements", "statements.tsv"], `can't read "nowhere.json": there is no such file\n`],
    ["a request that is a folder", [".", "--statements", "statements.tsv"], `can't read ".": it is a folder\n  name a file\n`],
    ["a request that is no text", ["binary.json", "--statements", "statements.tsv"], `can't read "binary.json": it is no UTF-8 text\n  save it as UTF-8\n`],
    ["statements that aren't there", ["denied.json", "--statements", "nowhere.tsv"], `can't read "nowhere.tsv": there is no such file\n`],
    ["a request with an unknown permission", ["unknown.json", "--statements", "statements.tsv"], `unknown.json:1:50: unknown permission "OBJECT_RAED"\n  did you mean "OBJECT_READ"?\n`],
    ["a request that is no JSON", ["broken.json", "--statements", "statements.tsv"], `broken.json:3:16: expected ":", found """\n`],
    ["statements with mistakes, all of them", ["denied.json", "--statements", "wrong.tsv"], /^wrong\.tsv:2:21: expected `inspect`.*found `raed`\n {2}did you mean `read`\?\nwrong\.tsv:3:15: expected a tab behind the compartment\n.*\nwrong\.tsv:4:1: expected the path of a compartment, found "us::x"\n.*\n$/],
    ["a path that isn't there", ["denied.json", "nowhere"], /^nowhere: there is no file or folder "nowhere"\n$/],
    ["no path, where nothing was synthesized", ["denied.json"], /cdktf\.out/],
    ["a path of HCL alone", ["denied.json", "main.tf"], /main\.tf/],
    ["an address of statements alone", ["address.json", "--statements", "statements.tsv"], `address.json:1: nothing that can be meant here stands at "primary/oci_objectstorage_bucket.media"\n`],
    ["a request of a million brackets", ["deep.json", "--statements", "statements.tsv"], `deep.json:1:34: expected at most 32 levels of nesting, found "one more"\n`],
    ["a request of one long text", ["huge.json", "--statements", "statements.tsv"], "huge.json:1:1: expected an object for a request, found a string\n"],
    ["a request of fifty thousand unknown keys", ["keys.json", "--statements", "statements.tsv"], /^keys\.json:1:2: unknown key "k0" in a request\n[\s\S]*\nand 49903 more\n$/],
  ])("%s", (_, args, message) => {
    write("address.json", asks({ target: { address: "primary/oci_objectstorage_bucket.media" } }));
    const { code, stdout, stderr } = perimeter(["simulate", ...args]);
    expect([code, stdout, stderr]).toEqual([3, "", typeof message === "string" ? message : expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe("PATHs", () => {
  const policy = (actions: string[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "arn:aws:s3:::b/*" }] });
  write(
    "stack/main.tf.json",
    JSON.stringify({
      provider: { aws: [{ region: "us-east-1", allowed_account_ids: ["111122223333"] }] },
      resource: {
        oci_identity_compartment: { us: { name: "us", description: "d", compartment_id: "ocid1.tenancy.oc1..t" } },
        oci_identity_group: { readers: { name: "readers", description: "d", compartment_id: "ocid1.tenancy.oc1..t" } },
        oci_identity_policy: {
          p: {
            name: "p",
            description: "d",
            compartment_id: "ocid1.tenancy.oc1..t",
            statements: ["Allow group readers to read objects in compartment us"],
          },
        },
        oci_objectstorage_bucket: {
          media: { name: "media", namespace: "n", compartment_id: "${oci_identity_compartment.us.id}" },
        },
        aws_s3_bucket: { b: { bucket: "b" } },
        aws_iam_role: { r: { name: "r", assume_role_policy: "{}" } },
        aws_iam_role_policy: { p: { role: "${aws_iam_role.r.name}", policy: policy(["s3:GetObject"]) } },
      },
    }),
  );
  const [READERS, MEDIA, ROLE] = [
    "main/oci_identity_group.readers",
    "oci_objectstorage_bucket.media",
    { address: "aws_iam_role.r" },
  ];
  test.each<[string, string, string, RegExp]>([
    [
      "a group and a bucket by address",
      oci({ principal: { address: READERS }, target: { address: MEDIA } }),
      "allowed",
      /main\/oci_identity_policy\.p/,
    ],
    ["the same by name", oci({}), "allowed", /main\/oci_identity_policy\.p/],
    ["their neighbour", oci({ permission: "OBJECT_DELETE", target: { address: MEDIA } }), "denied", /OBJECT_DELETE/],
    ["a role by address", aws({ principal: ROLE }), "allowed", /main\/aws_iam_role_policy\.p/],
    ["a role's neighbour", aws({ principal: ROLE, action: "s3:DeleteObject" }), "denied", /r/],
  ])("%s", (_, request, decision, because) => {
    const ran = perimeter(["simulate", "-", "stack", "--format", "json"], request);
    expect(ran.stderr).toBe("");
    expect(objectsIn(ran)).toMatchObject([{ decision, because: expect.stringMatching(because) }]);
  });

  test.each<[string, string, string]>([
    ["nothing", oci({ target: { address: "oci_objectstorage_bucket.none" } }), "oci_objectstorage_bucket.none"],
    ["something of the other cloud", aws({ target: { address: MEDIA } }), MEDIA],
    ["something that can't act", oci({ principal: { address: MEDIA } }), MEDIA],
  ])("an address at which stands %s", (_, request, address) => {
    const message = `standard input:1: nothing that can be meant here stands at "${address}"\n`;
    expect(perimeter(["simulate", "-", "stack"], request)).toEqual({ code: 3, stdout: "", stderr: message });
  });
});
