import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { didYouMean, expectedOneOf } from "../../config/schema/nearest";

test.each([
  ["a letter too many", "shardss", ["shards", "phases"], 'did you mean "shards"?'],
  ["two letters swapped", "tiem", ["time", "ticket"], 'did you mean "time"?'],
  ["a third of a long word", "us-pheonix-01", ["us-phoenix-1", "us-sanjose-1"], 'did you mean "us-phoenix-1"?'],
  ["another word", "colour", ["time", "ticket"], undefined],
  ["two letters of three", "aws", ["oci"], undefined],
  ["another word of two letters", "UK", ["US", "EU"], undefined],
  ["nothing to choose from", "time", [], undefined],
])("didYouMean: %s", (_name, found, valid, expected) => {
  expect(didYouMean(found, valid)).toBe(expected);
});

const nine = ["one1", "two2", "three3", "four4", "five5", "six6", "seven7", "eight8", "nine9"];
test.each([
  ["a near value is named alone", "three", nine, 'did you mean "three3"?'],
  ["eight values are all listed", "zzzz", nine.slice(0, 8), `expected one of: ${nine.slice(0, 8).join(", ")}`],
  ["of nine values the first eight are listed", "zzzz", nine, `expected one of: ${nine.slice(0, 8).join(", ")}, …`],
  ["that there is none is said", "zzzz", [], "none is declared"],
])("expectedOneOf: %s", (_name, found, valid, expected) => {
  expect(expectedOneOf(found, valid)).toBe(expected);
});

test("a suggestion is always one of the valid values", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (found, valid) => {
      const suggested = didYouMean(found, valid);
      return suggested === undefined || valid.some((value) => suggested === `did you mean "${value}"?`);
    }),
  );
});

test("one letter lost from a word of four or more is always found again", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(), (word, at) => {
      const cut = at % word.length;
      expect(didYouMean(word.slice(0, cut) + word.slice(cut + 1), [word, "0000000000000000"])).toBe(`did you mean "${word}"?`);
    }),
  );
});
