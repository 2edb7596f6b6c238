import { describe, expect, test } from "@jest/globals";
import { readPolicy } from "../../../src/aws/policy/read";
import type { Condition, PolicyVersion } from "../../../src/aws/policy/syntax";
import { holds } from "../../../src/simulate/aws/condition";
import type { Context, ContextValue } from "../../../src/simulate/aws/context";

type Expected = true | false | "unknown";
type Values = string | readonly string[];

function conditionOf(operator: string, values: Values, key: string, version: PolicyVersion = "2012-10-17"): Condition {
  const statement = { Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { [operator]: { [key]: values } } };
  const { document, diagnostics } = readPolicy("identity", { Version: version, Statement: [statement] });
  const condition = document?.statements[0]?.conditions[0];
  if (condition === undefined) throw new Error(JSON.stringify(diagnostics));
  return condition;
}

function answer(condition: Condition, keys: Readonly<Record<string, ContextValue>>): Expected {
  const context: Context = (key) => Object.entries(keys).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  const truth = holds(condition, context);
  return typeof truth === "boolean" ? truth : "unknown";
}

/** Key, operator, values of the policy, value of the request (`undefined`: it lacks the key), answer. */
type Row = readonly [operator: string, values: Values, actual: Values | undefined, expected: Expected];

function expectRow(key: string): (...row: Row) => void {
  return (operator, values, actual, expected) => {
    const present = actual === undefined ? undefined : typeof actual === "string" ? [actual] : actual;
    expect(answer(conditionOf(operator, values, key), { [key]: present })).toBe(expected);
  };
}

describe("texts", () => {
  test.each<Row>([
    ["StringEquals", "us", "us", true],
    ["StringEquals", "us", "US", false],
    ["StringEquals", "us", "us ", false],
    ["StringEquals", ["us", "ca"], "ca", true],
    ["StringEquals", ["us", "ca"], "sg", false],
    ["StringEquals", "u*", "us", false],
    ["StringEquals", "u*", "u*", true],
    ["StringEquals", "", "", true],
    ["StringEquals", "us", undefined, false],
    ["StringEqualsIfExists", "us", undefined, true],
    ["StringEqualsIfExists", "us", "sg", false],
    ["StringNotEquals", "us", "sg", true],
    ["StringNotEquals", "us", "us", false],
    ["StringNotEquals", ["us", "ca"], "ca", false],
    ["StringNotEquals", ["us", "ca"], "sg", true],
    ["StringNotEquals", "us", undefined, true],
    ["StringNotEqualsIfExists", "us", undefined, true],
    ["StringNotEqualsIfExists", "us", "us", false],
    ["StringEqualsIgnoreCase", "us", "US", true],
    ["StringEqualsIgnoreCase", "us", "USA", false],
    ["StringEqualsIgnoreCase", "us", undefined, false],
    ["StringNotEqualsIgnoreCase", "us", "US", false],
    ["StringNotEqualsIgnoreCase", "us", "USA", true],
    ["StringNotEqualsIgnoreCase", "us", undefined, true],
    ["StringLike", "us-*", "us-1", true],
    ["StringLike", "us-*", "us-", true],
    ["StringLike", "us-*", "US-1", false],
    ["StringLike", "us-?", "us-1", true],
    ["StringLike", "us-?", "us-10", false],
    ["StringLike", "us-?", "us-", false],
    ["StringLike", "*", "", true],
    ["StringLike", "${*}", "*", true],
    ["StringLike", "${*}", "us", false],
    ["StringLike", "us-*", undefined, false],
    ["StringLikeIfExists", "us-*", undefined, true],
    ["StringNotLike", "us-*", "us-1", false],
    ["StringNotLike", "us-*", "sg-1", true],
    ["StringNotLike", "us-*", undefined, true],
  ])("%s %j of %j is %s", expectRow("aws:PrincipalTag/site"));
});

describe("numbers", () => {
  test.each<Row>([
    ["NumericEquals", "10", "10", true],
    ["NumericEquals", "10", "10.0", true],
    ["NumericEquals", "10", "11", false],
    ["NumericEquals", ["10", "20"], "20", true],
    ["NumericEquals", "10", undefined, false],
    ["NumericEqualsIfExists", "10", undefined, true],
    ["NumericNotEquals", "10", "11", true],
    ["NumericNotEquals", "10", "10", false],
    ["NumericNotEquals", "10", undefined, true],
    ["NumericLessThan", "10", "9", true],
    ["NumericLessThan", "10", "10", false],
    ["NumericLessThan", "10", "-1", true],
    ["NumericLessThan", "10", undefined, false],
    ["NumericLessThanEquals", "10", "10", true],
    ["NumericLessThanEquals", "10", "11", false],
    ["NumericGreaterThan", "10", "11", true],
    ["NumericGreaterThan", "10", "10", false],
    ["NumericGreaterThanEquals", "10", "10", true],
    ["NumericGreaterThanEquals", "10", "9.5", false],
    ["NumericGreaterThan", "9", "10", true],
    ["NumericLessThan", "10", "ten", "unknown"],
    ["NumericNotEquals", "10", "", "unknown"],
  ])("%s %j of %j is %s", expectRow("s3:max-keys"));
});

describe("dates", () => {
  const noon = "2026-11-25T12:00:00Z";
  test.each<Row>([
    ["DateEquals", noon, noon, true],
    ["DateEquals", noon, "2026-11-25T13:00:00+01:00", true],
    ["DateEquals", noon, "2026-11-25T12:00:01Z", false],
    ["DateEquals", "2026-11-25", "2026-11-25T00:00:00Z", true],
    ["DateEquals", noon, "1795608000", true],
    ["DateNotEquals", noon, "2026-11-26", true],
    ["DateNotEquals", noon, noon, false],
    ["DateNotEquals", noon, undefined, true],
    ["DateLessThan", noon, "2026-11-25T11:59:59Z", true],
    ["DateLessThan", noon, noon, false],
    ["DateLessThan", noon, undefined, false],
    ["DateLessThanEquals", noon, noon, true],
    ["DateLessThanEquals", noon, "2026-11-26", false],
    ["DateGreaterThan", noon, "2026-11-25T12:00:01Z", true],
    ["DateGreaterThan", noon, noon, false],
    ["DateGreaterThanEquals", noon, noon, true],
    ["DateGreaterThanEquals", noon, "2026-11-25", false],
    ["DateGreaterThanIfExists", noon, undefined, true],
    ["DateLessThan", noon, "tomorrow", "unknown"],
  ])("%s %j of %j is %s", expectRow("aws:TokenIssueTime"));
});

describe("truth values", () => {
  test.each<Row>([
    ["Bool", "true", "true", true],
    ["Bool", "true", "false", false],
    ["Bool", "true", "TRUE", true],
    ["Bool", "false", "false", true],
    ["Bool", "false", "true", false],
    ["Bool", "true", undefined, false],
    ["Bool", "false", undefined, false],
    ["BoolIfExists", "true", undefined, true],
    ["BoolIfExists", "false", undefined, true],
    ["BoolIfExists", "true", "false", false],
    ["Bool", "true", "yes", "unknown"],
  ])("%s %j of %j is %s", expectRow("aws:MultiFactorAuthPresent"));
});

describe("bytes", () => {
  test.each<Row>([
    ["BinaryEquals", "QmluYXJ5", "QmluYXJ5", true],
    ["BinaryEquals", "QmluYXJ5", "QmluYXJ6", false],
    ["BinaryEquals", "QmluYXJ5", undefined, false],
    ["BinaryEqualsIfExists", "QmluYXJ5", undefined, true],
  ])("%s %j of %j is %s", expectRow("kms:RecipientAttestation:ImageSha384"));
});

describe("addresses", () => {
  test.each<Row>([
    ["IpAddress", "203.0.113.0/24", "203.0.113.77", true],
    ["IpAddress", "203.0.113.0/24", "203.0.114.77", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "203.0.113.7", "203.0.113.8", false],
    ["IpAddress", "0.0.0.0/0", "198.51.100.1", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
    ["IpAddress", ["10.0.0.0/8", "203.0.113.0/24"], "203.0.113.7", true],
    ["IpAddress", "2001:db8::/32", "2001:DB8:0:1::7", true],
    ["IpAddress", "2001:db8::/32", "2001:db9::7", false],
    ["IpAddress", "203.0.113.0/24", undefined, false],
    ["IpAddressIfExists", "203.0.113.0/24", undefined, true],
    ["NotIpAddress", "203.0.113.0/24", "203.0.113.77", false],
    ["NotIpAddress", "203.0.113.0/24", "198.51.100.1", true],
    ["NotIpAddress", "203.0.113.0/24", "2001:db8::1", true],
    ["NotIpAddress", "203.0.113.0/24", undefined, true],
    ["IpAddress", "203.0.113.0/24", "203.0.113.777", "unknown"],
    ["NotIpAddress", "203.0.113.0/24", "localhost", "unknown"],
  ])("%s %j of %j is %s", expectRow("aws:SourceIp"));
});

describe("ARNs", () => {
  const role = "arn:aws:iam::111111111111:role/us/us-restore";
  test.each<Row>([
    ["ArnEquals", role, role, true],
    ["ArnEquals", role, "arn:aws:iam::111111111111:role/us-restore", false],
    ["ArnEquals", "arn:aws:iam::111111111111:role/us/*", role, true],
    ["ArnLike", "arn:aws:iam::*:role/us/us-restor?", role, true],
    ["ArnLike", "arn:aws:iam::222222222222:role/us/*", role, false],
    ["ArnLike", "arn:aws:iam::1*:role/us/us-restore", role, true],
    ["ArnLike", "arn:aws:*:*:*:*", role, true],
    ["ArnLike", "arn:*:iam::*:role/*", role, true],
    ["ArnLike", "arn:aws:sns:us-east-1:*:a:*", "arn:aws:sns:us-east-1:1:a:b:c", true],
    ["ArnEquals", role, undefined, false],
    ["ArnEqualsIfExists", role, undefined, true],
    ["ArnNotEquals", role, role, false],
    ["ArnNotEquals", role, "arn:aws:iam::111111111111:role/other", true],
    ["ArnNotEquals", role, undefined, true],
    ["ArnNotLike", "arn:aws:iam::111111111111:role/us/*", role, false],
    ["ArnNotLike", "arn:aws:iam::111111111111:role/sg/*", role, true],
    ["ArnLike", "arn:aws:iam::*:role/*", "us-restore", "unknown"],
  ])("%s %j of %j is %s", expectRow("aws:PrincipalArn"));
});

describe("presence", () => {
  test.each<Row>([
    ["Null", "true", undefined, true],
    ["Null", "false", undefined, false],
    ["Null", "true", "vpce-1", false],
    ["Null", "false", "vpce-1", true],
    ["Null", "false", "", true],
  ])("%s %j of %j is %s", expectRow("aws:SourceVpce"));
});

describe("several values", () => {
  test.each<Row>([
    ["ForAllValues:StringEquals", ["class", "site"], ["class"], true],
    ["ForAllValues:StringEquals", ["class", "site"], ["class", "site"], true],
    ["ForAllValues:StringEquals", ["class", "site"], ["class", "owner"], false],
    ["ForAllValues:StringEquals", ["class", "site"], undefined, true],
    ["ForAllValues:StringNotEquals", ["class"], ["site", "owner"], true],
    ["ForAllValues:StringNotEquals", ["class"], ["site", "class"], false],
    ["ForAllValues:StringNotEquals", ["class"], undefined, true],
    ["ForAllValues:StringLike", ["cl*"], ["class", "clue"], true],
    ["ForAllValues:StringLike", ["cl*"], ["class", "site"], false],
    ["ForAnyValue:StringEquals", ["class"], ["class", "owner"], true],
    ["ForAnyValue:StringEquals", ["class"], ["site", "owner"], false],
    ["ForAnyValue:StringEquals", ["class"], undefined, false],
    ["ForAnyValue:StringEqualsIfExists", ["class"], undefined, true],
    ["ForAnyValue:StringNotEquals", ["class"], ["class", "owner"], true],
    ["ForAnyValue:StringNotEquals", ["class"], ["class"], false],
    ["ForAnyValue:StringNotEquals", ["class"], undefined, false],
    ["ForAnyValue:StringLike", ["o-*/r-*/ou-1/*"], ["o-1/r-1/ou-1/", "o-1/r-1/ou-2/"], true],
    ["StringEquals", ["class"], ["class", "owner"], "unknown"],
    ["StringNotEquals", ["class"], ["class", "owner"], "unknown"],
  ])("%s %j of %j is %s", expectRow("aws:TagKeys"));
});

describe("variables", () => {
  const TAGS = {
    "aws:PrincipalTag/site": ["us"],
    "aws:username": ["bob"],
    "aws:TagKeys": ["a", "b"],
    "aws:userid": { unknown: "the id" },
  };

  test.each<readonly [operator: string, value: string, actual: string | undefined, expected: Expected, why: string]>([
    ["StringEquals", "${aws:PrincipalTag/site}", "us", true, "its value fits"],
    ["StringEquals", "${aws:PrincipalTag/site}", "sg", false, "its value doesn't"],
    ["StringEquals", "${AWS:principaltag/SITE}", "us", true, "keys are compared without case"],
    ["StringEquals", "x-${aws:username}-y", "x-bob-y", true, "amid text"],
    ["StringEquals", "${aws:PrincipalTag/none}", "us", false, "without a value nothing matches"],
    ["StringNotEquals", "${aws:PrincipalTag/none}", "us", true, "and so the negation holds"],
    ["StringEquals", "${aws:PrincipalTag/none, 'us'}", "us", true, "the default fits"],
    ["StringEquals", "${aws:PrincipalTag/none, 'sg'}", "us", false, "the default doesn't"],
    ["StringEquals", "${aws:PrincipalTag/site, 'sg'}", "us", true, "a value comes before the default"],
    ["StringLike", "${aws:PrincipalTag/site}-*", "us-1", true, "wildcards beside it stay wildcards"],
    ["ArnLike", "arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/bob", true, "in an ARN"],
    ["ArnLike", "arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/eve", false, "in an ARN of somebody else"],
    ["StringEquals", "${aws:TagKeys}", "a", "unknown", "a key of several values can't be one"],
    ["StringEquals", "${aws:userid}", "a", "unknown", "the value isn't known"],
  ])("%s %j of %j is %s: %s", (operator, value, actual, expected) => {
    const key = operator.startsWith("Arn") ? "aws:SourceArn" : "s3:prefix";
    expect(answer(conditionOf(operator, value, key), { ...TAGS, [key]: actual === undefined ? undefined : [actual] })).toBe(
      expected,
    );
  });

  test.each([
    ["2012-10-17", true],
    ["2008-10-17", false],
  ] as const)("under version %s they are read: %s", (version, expected) => {
    const condition = conditionOf("StringEquals", "${aws:username}", "s3:prefix", version);
    expect(answer(condition, { ...TAGS, "s3:prefix": ["bob"] })).toBe(expected);
  });

  test("a `*` that comes out of a variable is text", () => {
    const condition = conditionOf("StringLike", "${aws:username}", "s3:prefix");
    expect(answer(condition, { "aws:username": ["*"], "s3:prefix": ["bob"] })).toBe(false);
    expect(answer(condition, { "aws:username": ["*"], "s3:prefix": ["*"] })).toBe(true);
  });
});

describe("what isn't known", () => {
  test.each<readonly [operator: string, values: Values, expected: Expected]>([
    ["StringEquals", "us", "unknown"],
    ["StringNotEquals", "us", "unknown"],
    ["StringEqualsIfExists", "us", "unknown"],
    ["Null", "true", "unknown"],
    ["ForAllValues:StringEquals", "us", "unknown"],
    ["ForAnyValue:StringEquals", "us", "unknown"],
  ])("%s %j of a key whose value isn't known is %s", (operator, values, expected) => {
    const condition = conditionOf(operator, values, "aws:PrincipalTag/site");
    expect(answer(condition, { "aws:PrincipalTag/site": { unknown: "the tag" } })).toBe(expected);
  });

  test("a value that matches decides beside one that isn't known", () => {
    const condition = conditionOf("StringEquals", ["${aws:userid}", "bob"], "s3:prefix");
    expect(answer(condition, { "aws:userid": { unknown: "the id" }, "s3:prefix": ["bob"] })).toBe(true);
    expect(answer(condition, { "aws:userid": { unknown: "the id" }, "s3:prefix": ["eve"] })).toBe("unknown");
  });
});
