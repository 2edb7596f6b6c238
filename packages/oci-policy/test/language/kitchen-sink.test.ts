import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseStatements, printStatement } from "../../src/index";

const SINK = readFileSync(join(__dirname, "kitchen-sink.txt"), "utf8");
const GOLDEN = join(__dirname, "kitchen-sink.canonical.txt");

const lines = parseStatements(SINK);
const canonical = lines
  .map(({ statement, line, diagnostic }) =>
    statement ? printStatement(statement) : `${line}:${diagnostic?.column}: ${diagnostic?.message}`,
  )
  .map((line) => `${line}\n`)
  .join("");

test("the whole language prints as its golden file, renewed by UPDATE_GOLDEN=1", () => {
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(GOLDEN, canonical);
  expect(canonical).toBe(readFileSync(GOLDEN, "utf8"));
});

test("the canonical text reads as the same trees, and prints as itself", () => {
  const again = parseStatements(canonical);
  expect(again.map(({ statement }) => statement)).toEqual(lines.map(({ statement }) => statement));
  expect(again.map(({ statement }) => statement && printStatement(statement))).toEqual(canonical.trimEnd().split("\n"));
});
