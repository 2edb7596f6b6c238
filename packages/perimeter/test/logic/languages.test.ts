import { describe, expect, test } from "@jest/globals";
import { complement, globbed, intersection, type Language, parseGlob, union, words } from "../../src/logic";
import { contains } from "../../src/logic/language";
import { compiled, hasText, memberText } from "../../src/logic/text-set";

const like = (text: string) => globbed(parseGlob(text));
const likeIgnoringCase = (text: string) => globbed(parseGlob(text), { ignoreCase: true });
const oci = (text: string) => globbed(parseGlob(text, { one: false }), { ignoreCase: true });

/** A language, texts that belong to it, and neighbours that don't. */
const MEMBERSHIP: readonly (readonly [string, Language, readonly string[], readonly string[]])[] = [
  ["* is everything", like("*"), ["", "a", "a/b:c"], []],
  ["** is everything", like("**"), ["", "ab"], []],
  ["the empty glob is the empty text", like(""), [""], ["a"]],
  ["a text without wildcards is itself", like("media"), ["media"], ["Media", "medi", "mediax"]],
  ["a prefix", like("eu-*"), ["eu-", "eu-media"], ["eu", "xeu-", "EU-media"]],
  ["a suffix", like("*.pdf"), [".pdf", "a.pdf"], ["a.pdfx", "apdf"]],
  ["a text within", like("*log*"), ["log", "a-log-b"], ["lo-g"]],
  ["a prefix and a suffix that may not overlap", like("ab*ba"), ["abba", "ab-ba"], ["aba"]],
  ["several wildcards keep their order", like("a*b*c"), ["abc", "a1b2c"], ["acb"]],
  ["a text that begins again within itself", like("*aab*"), ["aaab", "aab"], ["abab"]],
  ["? is exactly one", like("a?c"), ["abc", "a?c"], ["ac", "abbc"]],
  ["?* is at least one", like("?*"), ["a", "ab"], [""]],
  ["*? is at least one too", like("*?"), ["a", "ab"], [""]],
  ["? takes a code unit, a smiley has two", like("??"), ["\u{1f600}", "ab"], ["a"]],
  ["* spans slashes and colons", like("arn:aws:s3:::b/*"), ["arn:aws:s3:::b/x/y:z"], ["arn:aws:s3:::b"]],
  ["case plays a part in StringLike", like("Dev*"), ["Developer"], ["developer"]],
  ["case plays none in an OCI pattern", oci("Dev*"), ["developer", "DEVELOPER"], ["de"]],
  ["OCI has no ?", oci("a?"), ["a?", "A?"], ["ab"]],
  ["one OCI value in any case", words(["Prod"], { ignoreCase: true }), ["prod", "PROD", "pRoD"], ["pro"]],
  ["one AWS value in its case", words(["Prod"]), ["Prod"], ["prod"]],
  ["the sign of the Kelvin is a k without case", likeIgnoringCase("k*"), ["k", "K", "\u212a"], ["x"]],
  ["letters beyond ASCII have cases too", words(["Ärger"], { ignoreCase: true }), ["ärger", "ÄRGER"], ["arger"]],
  ["a sharp s is not two letters", words(["straße"], { ignoreCase: true }), ["STRAßE", "STRA\u1e9eE"], ["strasse"]],
  ["all but a prefix", complement(like("eu-*")), ["", "us-media", "EU-x"], ["eu-", "eu-media"]],
  ["all but an OCI value", complement(words(["a"], { ignoreCase: true })), ["b", ""], ["a", "A"]],
  [
    "a prefix without one of its texts",
    intersection([like("eu-*"), complement(words(["eu-x"]))]),
    ["eu-", "eu-y"],
    ["eu-x", "x"],
  ],
  ["words that a glob takes", intersection([words(["a1", "b1"]), like("a*")]), ["a1"], ["b1", "a2"]],
  [
    "words without case that a glob with case takes",
    intersection([words(["ab"], { ignoreCase: true }), like("A*")]),
    ["Ab", "AB"],
    ["ab", "aB"],
  ],
  [
    "words without case but one spelling",
    intersection([words(["a"], { ignoreCase: true }), complement(words(["A"]))]),
    ["a"],
    ["A", "b"],
  ],
  ["words of both readings of case", intersection([words(["A", "b"]), words(["a"], { ignoreCase: true })]), ["A"], ["a", "b"]],
  ["one of two globs", union([like("a*"), like("*z")]), ["a", "z", "az"], ["", "b"]],
  ["words and a glob", union([words(["x"]), like("a*")]), ["x", "a"], ["xx"]],
  ["neither of two globs", complement(union([like("a*"), like("*z")])), ["", "b"], ["a", "z"]],
  ["no language at all leaves everything", intersection([]), ["", "a"], []],
  ["the union of none is empty", union([]), [], ["", "a"]],
  [
    "names of objects stay names",
    words(["__proto__", "constructor"]),
    ["__proto__", "constructor"],
    ["toString", "hasOwnProperty"],
  ],
  ["a bidirectional mark is a character", like("a\u202e*"), ["a\u202eb"], ["ab"]],
];

describe.each(MEMBERSHIP)("%s", (_, language, inside, outside) => {
  const cases = [...inside.map((text) => ["contains", text] as const), ...outside.map((text) => ["leaves out", text] as const)];
  test.each(cases)("%s %j", (expected, text) => {
    const is = expected === "contains";
    expect({ written: contains(language, text), compiled: hasText(compiled(language), text) }).toEqual({
      written: is,
      compiled: is,
    });
  });
});

const MEMBERS: readonly (readonly [string, Language, string | undefined])[] = [
  ["any text is one letter", like("*"), "a"],
  ["a prefix is its own member", like("eu-*"), "eu-"],
  ["a wildcard becomes a letter", like("x?"), "xa"],
  ["a letter that is excluded gives way to the next", intersection([like("?"), complement(words(["a", "b"]))]), "c"],
  ["the shortest of several words", words(["ccc", "bb", "aa"]), "aa"],
  ["an empty text where there is no other", words([""]), ""],
  ["a longer text where the empty one would do", complement(like("b*")), "a"],
  ["a prefix and a suffix overlap where they can", intersection([like("ab*"), like("*bc")]), "abc"],
  ["a prefix and another can't both be", intersection([like("a*"), like("b*")]), undefined],
  ["nothing is left of a glob without itself", intersection([like("a*b"), complement(like("a*b"))]), undefined],
  ["nothing is left of a glob without a wider one", intersection([like("a*b"), complement(like("a*"))]), undefined],
  ["something is left of a wider glob without it", intersection([like("a*"), complement(like("a*b"))]), "a"],
  ["nothing is in no words", words([]), undefined],
  ["a text with and without case", intersection([likeIgnoringCase("A*"), complement(like("a*"))]), "A"],
  ["all letters but those of a list", complement(words("abcdefghijklmnopqrstuvwxyz".split(""))), "aa"],
];

test.each(MEMBERS)("%s", (_, language, expected) => {
  expect(memberText(compiled(language), false)).toBe(expected);
});
