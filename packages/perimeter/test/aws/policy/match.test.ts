import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { matchesAction, matchesArn, matchesPattern, matchesResource } from "../../../src/aws/policy/match";
import { type Pattern, type PatternPart, parsePattern } from "../../../src/aws/policy/pattern";
import { statementOf } from "../support/policies";

fc.configureGlobal({ seed: 5, numRuns: 2000 });

const patternOf = (text: string): Pattern => parsePattern(text, { wildcards: true, variables: true }).pattern ?? [];

test.each([
  ["", "", true],
  ["", "a", false],
  ["a", "a", true],
  ["a", "A", false],
  ["a", "ab", false],
  ["*", "", true],
  ["*", "a/b:c", true],
  ["?", "", false],
  ["?", "a", true],
  ["?", "ab", false],
  ["us-?", "us-1", true],
  ["us-?", "us-10", false],
  ["a*c", "ac", true],
  ["a*c", "abc", true],
  ["a*c", "acb", false],
  ["a*b*c", "a-b-b-c", true],
  ["*ab", "aab", true],
  ["*a?b", "axaxb", true],
  ["*?", "", false],
  ["**a", "ba", true],
  ["${*}", "*", true],
  ["${*}", "a", false],
  ["${x:y}", "", false],
  ["${x:y}", "${x:y}", false],
])("pattern %j and text %j: %j", (pattern, text, expected) => expect(matchesPattern(patternOf(pattern), text)).toBe(expected));

describe("case", () => {
  test.each([
    ["Admin*", "aDMIN-1", true],
    ["Admin*", "user", false],
  ])("plays no part where it is ignored: %j and %j: %j", (pattern, text, expected) => {
    expect(matchesPattern(patternOf(pattern), text, { ignoreCase: true })).toBe(expected);
  });
});

describe("actions", () => {
  test.each([
    ["s3:GetObject", "s3", "GetObject", true],
    ["S3:getOBJECT", "s3", "GetObject", true],
    ["s3:GetObject", "S3", "getobject", true],
    ["s3:GetObject", "s3", "GetObjectVersion", false],
    ["s3:Get*", "s3", "GetObjectVersion", true],
    ["s3:Get?bject", "s3", "GetObject", true],
    ["s3:*", "s3", "PutObject", true],
    ["s3:*", "s3express", "CreateSession", false],
    ["s3:*Object", "s3", "PutObject", true],
    ["*", "kms", "Decrypt", true],
    ["*:*", "kms", "Decrypt", true],
    ["kms:Decrypt", "s3", "Decrypt", false],
  ])("%s covers %s:%s: %j", (text, service, name, expected) => {
    const [pattern] = statementOf("identity", { put: { Action: text } }).action?.items ?? [];
    expect(pattern && matchesAction(pattern, service, name)).toBe(expected);
  });
});

/** IAM User Guide, "IAM JSON policy elements: Resource". */
const RESOURCES: readonly (readonly [string, string, boolean])[] = [
  ["*", "arn:aws:s3:::media", true],
  ["arn:aws:s3:::media", "arn:aws:s3:::media", true],
  ["arn:aws:s3:::media", "arn:aws:s3:::media/a", false],
  ["arn:aws:s3:::media/*", "arn:aws:s3:::media", false],
  ["arn:aws:s3:::media/*", "arn:aws:s3:::media/a/b", true],
  ["arn:aws:s3:::media/*/x", "arn:aws:s3:::media/a/b/x", true],
  ["arn:aws:s3:::media/*/x", "arn:aws:s3:::media/a:b/x", true],
  ["arn:aws:s3:::Media", "arn:aws:s3:::media", false],
  ["arn:aws:s3:::med?a", "arn:aws:s3:::media", true],
  ["arn:aws:s3:::*", "arn:aws:s3:::media/a:b", true],
  ["arn:aws:s3:*:*:media", "arn:aws:s3:::media", true],
  ["arn:*:s3:::media", "arn:aws-cn:s3:::media", true],
  ["arn:aws:sqs:us-*:111122223333:q", "arn:aws:sqs:us-east-1:111122223333:q", true],
  ["arn:aws:sqs:us-*:111122223333:q", "arn:aws:sqs:eu-west-1:111122223333:q", false],
  // A star at the end of a segment goes on over colons …
  ["arn:aws:logs:us-*:*:log-group:a", "arn:aws:logs:us-east-1:111122223333:log-group:a", true],
  ["arn:aws:s3:us-*:111122223333:store:x", "arn:aws:s3:us-east-1:222233334444:a:111122223333:store:x", true],
  // … and its neighbour, a star before the end of its segment, doesn't.
  ["arn:aws:s3:us-*1:111122223333:store:x", "arn:aws:s3:us-east-1:111122223333:store:x", true],
  ["arn:aws:s3:us-*1:111122223333:store:x", "arn:aws:s3:us-east-2:a1:111122223333:store:x", false],
  ["arn:aws:s3:us-east-?:111122223333:x", "arn:aws:s3:us-east-::111122223333:x", false],
  ["arn:aws:iam::*:role/us/*", "arn:aws:iam::111122223333:role/us/sre", true],
  ["arn:aws:iam::*:role/us/*", "arn:aws:iam::111122223333:role/apac/sre", false],
  ["arn:aws:logs:*:*:*", "arn:aws:logs:us-east-1:111122223333:log-group:a:log-stream:b", true],
  ["arn:aws:cloudfront:*", "arn:aws:cloudfront::111122223333:distribution/E1", true],
  ["arn:aws:cloudfront:*", "arn:aws:kms:us-east-1:111122223333:key/k", false],
  ["arn:aws:iam::*", "arn:aws:iam::111122223333:role/us/sre", true],
  ["arn:aws:iam::2*", "arn:aws:iam::111122223333:role/us/sre", false],
  ["arn:aws:s3:::media", "media", false],
  ["arn:aws:s3:*:*:media", "", false],
];

describe("resources", () => {
  test.each(RESOURCES)("%s covers %s: %j", (text, arn, expected) => {
    const [pattern] = statementOf("identity", { put: { Resource: text } }).resource?.items ?? [];
    expect(pattern && matchesResource(pattern, arn)).toBe(expected);
  });
});

/** IAM User Guide, "Amazon Resource Name (ARN) condition operators". */
const ARNS: readonly (readonly [string, string, boolean])[] = [
  ["arn:aws:iam::111122223333:role/us/*", "arn:aws:iam::111122223333:role/us/sre", true],
  ["arn:aws:iam::111122223333:role/us/*", "arn:aws:iam::111122223333:role/sre", false],
  ["arn:aws:iam::*:role/x", "arn:aws:iam::111122223333:role/x", true],
  ["arn:aws:iam::111122223333:role/x", "arn:aws:iam::111122223333:role/X", false],
  ["arn:aws:someservice:*:111122223333:finance/*", "arn:aws:someservice:us-east-2:111122223333:finance/a", true],
  [
    "arn:aws:someservice:*:111122223333:finance/*",
    "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
    false,
  ],
  ["arn:aws:sns:us-east-1:111122223333:*", "arn:aws:sns:us-east-1:111122223333:topic:sub", true],
  ["arn:*:*:*:*:*", "arn:aws:s3:::media", true],
  ["arn:aws:s3:::media", "media", false],
  ["media", "media", false],
  ["*", "arn:aws:s3:::media", false],
];

describe("ARNs of conditions", () => {
  test.each(ARNS)("%s matches %s: %j", (pattern, arn, expected) => expect(matchesArn(patternOf(pattern), arn)).toBe(expected));
});

/** The definition, taken literally: tries everything that a star could stand for. */
function reads(parts: readonly PatternPart[], text: string, star: (taken: string) => boolean = () => true): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return text === "";
  if (part.kind === "text") return text.startsWith(part.text) && reads(rest, text.slice(part.text.length), star);
  if (part.kind === "one") return text !== "" && star(text.slice(0, 1)) && reads(rest, text.slice(1), star);
  if (part.kind === "variable") return false;
  return Array.from({ length: text.length + 1 }, (_, length) => length).some(
    (length) => star(text.slice(0, length)) && reads(rest, text.slice(length), star),
  );
}

const fromLetters = (...letters: readonly string[]) =>
  fc.array(fc.constantFrom(...letters), { maxLength: 9 }).map((each) => each.join(""));

describe("laws", () => {
  test("a pattern matches what its definition reads", () => {
    fc.assert(
      fc.property(fromLetters("a", "b", "*", "?", "*a"), fromLetters("a", "b"), (pattern, text) => {
        expect(matchesPattern(patternOf(pattern), text)).toBe(reads(patternOf(pattern), text));
      }),
    );
  });

  const segment = fromLetters("a", "*", "?").map((text) => text.slice(0, 3));
  const value = fromLetters("a", "b", ":").map((text) => text.slice(0, 4));
  const arnPattern = fc.tuple(segment, segment, segment, segment).map((parts) => ["arn", "aws", ...parts].join(":"));
  const arnText = fc.tuple(value, value, value, value).map((parts) => ["arn", "aws", ...parts].join(":"));

  test("a resource matches as its segments do, or further where a segment ends in a star", () => {
    fc.assert(
      fc.property(arnPattern, arnText, (text, arn) => {
        const segments = text.split(":").map(patternOf);
        const [a = [], b = [], c = [], d = [], e = [], f = []] = segments;
        const colon = { kind: "text", text: ":" } as const;
        const overColons = (pattern: Pattern) => pattern.at(-1)?.kind === "many";
        const expected = readsSegments(segments, arn);
        expect(matchesResource({ kind: "arn", text, segments: [a, b, c, d, e, f] }, arn)).toBe(expected);
        // Without such a star it is what the ARN operators say.
        if (!segments.slice(0, -1).some(overColons))
          expect(
            matchesArn(
              segments.flatMap((each, n) => (n ? [colon, ...each] : each)),
              arn,
            ),
          ).toBe(expected);
      }),
    );
  });

  /** The definition again: what a segment takes holds no colon, but for what its last star takes. */
  function readsSegments(segments: readonly Pattern[], text: string): boolean {
    const [segment = [], ...rest] = segments;
    if (rest.length === 0) return reads(segment, text);
    const wide = segment.at(-1)?.kind === "many";
    const narrow = wide ? segment.slice(0, -1) : segment;
    const noColon = (taken: string) => !taken.includes(":");
    return Array.from(text.matchAll(/:/g), ({ index }) => index).some((end) => {
      if (!readsSegments(rest, text.slice(end + 1))) return false;
      const taken = text.slice(0, end);
      if (!wide) return reads(narrow, taken, noColon);
      return Array.from({ length: taken.length + 1 }, (_, length) => length).some((length) =>
        reads(narrow, taken.slice(0, length), noColon),
      );
    });
  }

  test("case-insensitive matching is matching of lower case", () => {
    fc.assert(
      fc.property(fromLetters("a", "A", "*"), fromLetters("a", "A"), (pattern, text) => {
        const folded = matchesPattern(patternOf(pattern), text, { ignoreCase: true });
        expect(folded).toBe(matchesPattern(patternOf(pattern.toLowerCase()), text.toLowerCase()));
      }),
    );
  });
});
