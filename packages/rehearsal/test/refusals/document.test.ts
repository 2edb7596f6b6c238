import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { refusalsDocument } from "../../src/refusals/document";
import { REFUSALS } from "../../src/refusals/refuse";

const FILE = join(__dirname, "../../../../docs/rehearsal.md");
const [BEGIN, END] = ["<!-- made by npm run golden -->\n", "\n<!-- until here -->"] as const;

test("docs/rehearsal.md has the rows; `npm run golden` renews it", () => {
  const text = readFileSync(FILE, "utf8");
  const [before, rest = ""] = text.split(BEGIN);
  const after = rest.slice(rest.indexOf(END.trim()));
  const wanted = `${before}${BEGIN}\n${refusalsDocument(REFUSALS)}\n${END}${after.slice(END.trim().length)}`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, wanted);
  expect(readFileSync(FILE, "utf8")).toBe(wanted);
});
