import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { parse } from "yaml";
import { READ } from "../support/estates";
import { MODEL, stackOf, statements } from "../support/oci-estate";
import { scratch, withoutProgress } from "./support/scratch";

jest.setTimeout(60_000);

const DOCUMENT = readFileSync(join(__dirname, "../../../../docs/ci.md"), "utf8");
const PERIMETER = join(__dirname, "../../bin/perimeter.js");

const { folder, write } = scratch();
write("cdktf.out/perimeter.yaml", MODEL);
write("cdktf.out/a.tf.json", JSON.stringify(stackOf(statements(READ))["a.tf.json"]));

/** The workflows of the document: YAML that is no model and no approvals. */
const workflows = [...DOCUMENT.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
  .map(([, text = ""]) => parse(text) as object)
  .filter((one) => !("version" in one));

/** Every command of a workflow, wherever it stands. */
function commandsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("npx perimeter") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(commandsIn) : [];
}

/** Files that a workflow hands on, by whatever key. */
function filesIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  return [...new Set([...text.matchAll(/=([\w-]+\.(?:sarif|md|xml|json))/g)].map(([, file = ""]) => file))];
}

test("the document has a workflow for each of two hosts", () =>
  expect(workflows.map(commandsIn).map(({ length }) => length)).toEqual([1, 1]));

describe.each(workflows.map((workflow) => [Object.keys(workflow)[0], workflow] as const))(
  "the workflow that begins with %s",
  (_, workflow) => {
    test("fails on a violated guarantee, and writes every file that it hands on", () => {
      const [command = ""] = commandsIn(workflow);
      const script = command.replace("npx perimeter", `"${process.execPath}" "${PERIMETER}"`);
      const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
      expect([status, withoutProgress(stderr)]).toEqual([1, ""]);
      const rest = JSON.stringify(workflow).replaceAll(command, "");
      for (const file of filesIn(command)) {
        expect(readFileSync(join(folder, file), "utf8")).toMatch(/access/);
        expect(rest).toContain(file);
      }
    });
  },
);
