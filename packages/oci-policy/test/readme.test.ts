import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import * as ociPolicy from "../src/index";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
const shown = [...code.matchAll(/^(?!const)(.+);\s+\/\/ (.+)$/gm)].map(([, expression = "", output = ""]) => [
  expression,
  output,
]);

/** What the example defines before it shows anything. */
const definitions = code
  .split("\n")
  .filter((line) => line.startsWith("const "))
  .join("\n");

test("the example shows something", () => expect(shown.length).toBeGreaterThan(5));

test.each(shown)("%s is %s", (expression, output) => {
  const run = new Function(...Object.keys(ociPolicy), `${definitions}\nreturn ${expression};`);
  expect(JSON.stringify(run(...Object.values(ociPolicy)))).toBe(output);
});
