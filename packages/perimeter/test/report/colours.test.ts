import { describe, expect, test } from "@jest/globals";
import { wantsColours } from "../../src/report/colours";
import { SMALL, verdictNamed } from "../support/estates";
import { coloured, reported } from "./support";

const ESCAPE = "\u001b";

describe("colours are for terminals:", () => {
  test.each<[string, Record<string, string>, boolean, boolean]>([
    ["a terminal has them", {}, true, true],
    ["a pipe has none", {}, false, false],
    ["NO_COLOR takes them away", { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR is none", { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR gives them to a pipe", { FORCE_COLOR: "1" }, false, true],
    ["FORCE_COLOR=0 takes them away", { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR=false too", { FORCE_COLOR: "false" }, true, false],
    ["FORCE_COLOR decides before NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["a dumb terminal has none", { TERM: "dumb" }, true, false],
    ["unless they are forced", { TERM: "dumb", FORCE_COLOR: "3" }, true, true],
  ])("%s", (_, environment, isTerminal, wants) => expect(wantsColours(environment, isTerminal)).toBe(wants));
});

test.each(SMALL)("%s says the same in colours", (name) => {
  const text = coloured(verdictNamed(name));
  expect(text).toContain(`${ESCAPE}[`);
  expect(text.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "")).toBe(reported("text", verdictNamed(name)));
  expect(reported("text", verdictNamed(name))).not.toContain(ESCAPE);
});
