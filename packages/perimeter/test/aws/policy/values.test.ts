import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { containsRange, parseAddressRange } from "../../../src/aws/policy/address";
import { parseDate } from "../../../src/aws/policy/date";
import { OPERATORS, type OperatorName, SET_OPERATORS } from "../../../src/aws/policy/operators";
import { statementOf } from "../support/policies";

fc.configureGlobal({ seed: 13, numRuns: 300 });

describe("dates", () => {
  test.each([
    ["1970-01-01", 0],
    ["2026-12", Date.UTC(2026, 11, 1)],
    ["2026-12-01", Date.UTC(2026, 11, 1)],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["2026-12-01T00:00Z", Date.UTC(2026, 11, 1)],
    ["2026-12-01T10:20:30Z", Date.UTC(2026, 11, 1, 10, 20, 30)],
    ["2026-12-01T10:20:30.5Z", Date.UTC(2026, 11, 1, 10, 20, 30, 500)],
    ["2026-12-01T10:20:30.123456Z", Date.UTC(2026, 11, 1, 10, 20, 30, 123)],
    ["2026-12-01T01:00:00+02:00", Date.UTC(2026, 10, 30, 23)],
    ["2026-12-01T23:30:00-01:30", Date.UTC(2026, 11, 2, 1)],
    ["1767225600", Date.UTC(2026, 0, 1)],
  ])("%s", (text, time) => expect(parseDate(text)).toBe(time));

  test("are read back from what JavaScript prints", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true }), (date) => {
        expect(parseDate(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});

describe("addresses", () => {
  test.each([
    ["0.0.0.0/0", { family: 4, bits: 0n, prefix: 0 }],
    ["203.0.113.7", { family: 4, bits: 0xcb007107n, prefix: 32 }],
    ["203.0.113.7/24", { family: 4, bits: 0xcb007100n, prefix: 24 }],
    ["255.255.255.255/32", { family: 4, bits: 0xffffffffn, prefix: 32 }],
    ["::", { family: 6, bits: 0n, prefix: 128 }],
    ["::/0", { family: 6, bits: 0n, prefix: 0 }],
    ["::1", { family: 6, bits: 1n, prefix: 128 }],
    ["1::", { family: 6, bits: 1n << 112n, prefix: 128 }],
    ["2001:DB8:1234:5678::/64", { family: 6, bits: 0x20010db812345678n << 64n, prefix: 64 }],
    ["1:2:3:4:5:6:7:8", { family: 6, bits: 0x00010002000300040005000600070008n, prefix: 128 }],
    ["1:2:3:4:5:6:7::", { family: 6, bits: 0x00010002000300040005000600070000n, prefix: 128 }],
    ["::ffff:192.0.2.1", { family: 6, bits: 0xffffc0000201n, prefix: 128 }],
    ["1:2:3:4:5:6:192.0.2.1", { family: 6, bits: 0x000100020003000400050006c0000201n, prefix: 128 }],
  ])("%s", (text, range) => expect(parseAddressRange(text)).toEqual(range));

  test.each([
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1:2:3:4:5:6:7:8",
    "192.0.2.1::",
    "1:192.0.2.1:2::",
    ":1",
    "1:",
    "0.0.0.0/00",
    "0.0.0.0/032",
  ])("%s is none", (text) => expect(parseAddressRange(text)).toBeUndefined());

  test.each([
    ["203.0.113.0/24", "203.0.113.9", true],
    ["203.0.113.0/24", "203.0.114.9", false],
    ["203.0.113.0/24", "203.0.113.128/25", true],
    ["203.0.113.128/25", "203.0.113.0/24", false],
    ["0.0.0.0/0", "203.0.113.9", true],
    ["0.0.0.0/0", "::1", false],
    ["::/0", "203.0.113.9", false],
    ["2001:db8::/32", "2001:db8:ffff::1", true],
    ["2001:db8::/32", "2001:db9::1", false],
  ])("%s holds %s: %j", (range, other, expected) => {
    const [first, second] = [parseAddressRange(range), parseAddressRange(other)];
    expect(first && second && containsRange(first, second)).toBe(expected);
  });

  test("IPv4 is read as its numbers say, and is in every wider range", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(32), (text, prefix) => {
        const [address, range] = [parseAddressRange(text), parseAddressRange(`${text}/${prefix}`)];
        expect(address?.bits).toBe(BigInt(text.split(".").reduce((bits, number) => bits * 256 + Number(number), 0)));
        expect(range && address && containsRange(range, address)).toBe(true);
      }),
    );
  });

  test("IPv6 is read in any of its forms", () => {
    fc.assert(fc.property(fc.ipV6(), (text) => expect(parseAddressRange(text)?.family).toBe(6)));
  });
});

/** IAM User Guide, "IAM JSON policy elements: Condition operators": its tables, and what a missing key gives. */
const DOCUMENTED: readonly (readonly [OperatorName, negated: boolean, value: string, missing: unknown])[] = [
  ["StringEquals", false, "string", false],
  ["StringNotEquals", true, "string", true],
  ["StringEqualsIgnoreCase", false, "string", false],
  ["StringNotEqualsIgnoreCase", true, "string", true],
  ["StringLike", false, "string", false],
  ["StringNotLike", true, "string", true],
  ["NumericEquals", false, "number", false],
  ["NumericNotEquals", true, "number", true],
  ["NumericLessThan", false, "number", false],
  ["NumericLessThanEquals", false, "number", false],
  ["NumericGreaterThan", false, "number", false],
  ["NumericGreaterThanEquals", false, "number", false],
  ["DateEquals", false, "date", false],
  ["DateNotEquals", true, "date", true],
  ["DateLessThan", false, "date", false],
  ["DateLessThanEquals", false, "date", false],
  ["DateGreaterThan", false, "date", false],
  ["DateGreaterThanEquals", false, "date", false],
  ["Bool", false, "boolean", false],
  ["BinaryEquals", false, "binary", false],
  ["IpAddress", false, "address", false],
  ["NotIpAddress", true, "address", true],
  ["ArnEquals", false, "arn", false],
  ["ArnLike", false, "arn", false],
  ["ArnNotEquals", true, "arn", true],
  ["ArnNotLike", true, "arn", true],
  ["Null", false, "boolean", "compared"],
];

const VALUES = {
  string: "a",
  number: "5",
  date: "2026-01-31",
  boolean: "true",
  binary: "YQ==",
  address: "203.0.113.0/24",
  arn: "arn:aws:s3:::media",
} as const;

describe("operators", () => {
  test("are all that the documentation has", () =>
    expect(DOCUMENTED.map(([name]) => name).sort()).toEqual(Object.keys(OPERATORS).sort()));

  describe.each(DOCUMENTED)("%s", (name, negated, value, missing) => {
    const facts = OPERATORS[name];
    test("is what the documentation says", () => {
      expect(facts).toMatchObject({ negated, value, whenMissing: missing, ifExists: name !== "Null" });
      expect(facts.wildcards).toBe(name.endsWith("Like") || name.startsWith("Arn"));
      expect(facts.variables).toBe(value === "string" || value === "arn");
    });

    const forms = ["", "ForAllValues:", "ForAnyValue:"].flatMap((set) => [
      `${set}${name}`,
      ...(facts.ifExists ? [`${set}${name}IfExists`] : []),
    ]);
    test.each(forms)("%s is read", (form) => {
      const { conditions } = statementOf("identity", { put: { Condition: { [form]: { "aws:username": VALUES[facts.value] } } } });
      const [set] = Object.keys(SET_OPERATORS).filter((each) => form.startsWith(`${each}:`));
      expect(conditions).toMatchObject([
        {
          operator: { name, ifExists: form.endsWith("IfExists"), ...(set === undefined ? {} : { set }) },
          values: [{ kind: facts.value }],
        },
      ]);
    });
  });
});

describe("values", () => {
  test.each([
    ["NumericEquals", "-1.50", { kind: "number", text: "-1.50", number: -1.5 }],
    ["BinaryEquals", "QmluYXJ5", { kind: "binary", text: "QmluYXJ5", base64: "QmluYXJ5" }],
    ["BinaryEquals", "", { kind: "binary", text: "", base64: "" }],
    ["StringEquals", "a*", { kind: "string", text: "a*", pattern: [{ kind: "text", text: "a*" }] }],
    ["StringLike", "a*", { kind: "string", text: "a*", pattern: [{ kind: "text", text: "a" }, { kind: "many" }] }],
    [
      "StringEquals",
      "${aws:username}",
      { kind: "string", text: "${aws:username}", pattern: [{ kind: "variable", key: "aws:username" }] },
    ],
    ["StringEquals", "", { kind: "string", text: "", pattern: [] }],
    [
      "ArnEquals",
      "${aws:PrincipalArn}",
      { kind: "arn", text: "${aws:PrincipalArn}", pattern: [{ kind: "variable", key: "aws:PrincipalArn" }] },
    ],
    ["ArnEquals", "arn:*", undefined],
  ])("%s %j", (operator, text, expected) => {
    const read = () =>
      statementOf("identity", { put: { Condition: { [operator]: { "x:y": text } } } }).conditions.flatMap(({ values }) => values);
    if (expected) expect(read()).toEqual([expected]);
    else expect(read).toThrow("an ARN of six segments");
  });
});
