import { describe, expect, jest, test } from "@jest/globals";
import { scratch } from "./support/scratch";

jest.setTimeout(60_000);

const { perimeter } = scratch();

describe("help ends with 0, and names the exit codes:", () => {
  test.each([["--help"], ["-h"], ["help"], ["parse --help"], ["diff --help"], ["simulate --help"], ["simulate a.json -h"]])(
    "perimeter %s",
    (args) => {
      const { code, stdout, stderr } = perimeter(args.split(" "));
      expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^usage: perimeter[\s\S]*exit code/i), ""]);
    },
  );
});

describe("what is no command ends with 3, and says how to go on:", () => {
  test.each<[string, string[], string]>([
    ["nothing", [], "a command is missing"],
    ["a slip", ["prase"], 'there is no command "prase"'],
    ["an option", ["--format"], 'there is no command "--format"'],
    ["a name that an object has", ["constructor"], 'there is no command "constructor"'],
    ["a text of two lines", ["a\nb"], 'there is no command "a<U+000A>b"'],
  ])("%s", (_, args, message) => {
    const { code, stdout, stderr } = perimeter(args);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([3, "", message]);
    expect(stderr).toContain("usage: perimeter COMMAND");
  });
});
