import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/cli/input-error";
import { findModel } from "../../src/cli/model-file";
import { scratch } from "./support/scratch";

const here = scratch({
  "perimeter.yaml": "of the working directory",
  "out/perimeter.yaml": "in the folder",
  "out/stacks/a/cdk.tf.json": "{}",
  "plans/a.json": "{}",
  "plans/perimeter.yaml": "beside the plan",
  "bare/a.json": "{}",
  "other.yaml": "named",
});
const empty = scratch({ "deep/plans/a.json": "{}" });
mkdirSync(join(here.folder, "folder.yaml"));

const before = process.cwd();
beforeAll(() => process.chdir(here.folder));
afterAll(() => process.chdir(before));

describe("the model that a command is about", () => {
  test.each<[string, readonly string[], string | undefined, string, string]>([
    ["is the one that is named", ["out"], "other.yaml", "other.yaml", "named"],
    ["lies in the first path", ["out", "plans/a.json"], undefined, "out/perimeter.yaml", "in the folder"],
    ["lies beside the first path, a file", ["plans/a.json", "out"], undefined, "plans/perimeter.yaml", "beside the plan"],
    ["lies beside the first path, a folder", ["out/stacks"], undefined, "out/perimeter.yaml", "in the folder"],
    ["lies in the working directory", ["bare/a.json"], undefined, "perimeter.yaml", "of the working directory"],
    ["lies there where no path is given", [], undefined, "perimeter.yaml", "of the working directory"],
    ["lies there where the path isn't", ["missing/x"], undefined, "perimeter.yaml", "of the working directory"],
  ])("%s", (_, paths, given, file, text) => expect(findModel(paths, given)).toEqual({ file, text }));

  test.each<[string, string, string]>([
    ["that isn't there", "missing.yaml", 'can\'t read "missing.yaml": there is no such file'],
    ["that is a folder", "folder.yaml", 'can\'t read "folder.yaml": it is a folder'],
  ])("one %s is refused", (_, given, message) => {
    expect(() => findModel([], given)).toThrow(new InputError([{ code: "input/unreadable", message }]));
  });
  test("none at all is refused, with what to do", () => {
    process.chdir(empty.folder);
    try {
      expect(() => findModel(["deep/plans/a.json"])).toThrow(
        "there is no perimeter.yaml in or beside the first PATH, nor in the working directory",
      );
    } finally {
      process.chdir(here.folder);
    }
  });
});
