import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { diffJson } from "../../src/report/diff-json";
import { differenceOf, type Side } from "../support/difference-of";
import { statements } from "../support/oci-estate";
import { ociSide, replicatedSide, STATEMENTS } from "./support/estates";

const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(__dirname, "../../schemas/diff.schema.json"), "utf8")));
const OCI = ociSide();
const READ = ociSide(statements(...STATEMENTS.slice(0, 5), "allow group apac-eng to read objects in tenancy"));
const UNREADABLE = ociSide(statements(...STATEMENTS, "allow group us-data to raed objects in tenancy"));

describe("the JSON fits the schema that is shipped:", () => {
  test.each<[string, Side, Side]>([
    ["nothing changed", OCI, OCI],
    ["access and findings", OCI, READ],
    ["less of them", READ, OCI],
    ["a question", OCI, UNREADABLE],
    ["copies, flows and what the model allows", OCI, replicatedSide()],
  ])("%s", (_, before, after) => {
    const json = JSON.parse(diffJson(differenceOf(before, after)));
    expect(schema.safeParse(json).error).toBeUndefined();
  });
});

test.each<[string, (json: Record<string, unknown>) => object]>([
  ["a key that it doesn't name", (json) => ({ ...json, more: 1 })],
  ["another version", (json) => ({ ...json, schemaVersion: 2 })],
  ["a change that there isn't", (json) => ({ ...json, access: [{ ...(json["access"] as object[])[0], change: "better" }] })],
  ["a verdict that is missing", ({ guarantees: _, ...json }) => json],
])("%s doesn't", (_, change) => {
  expect(schema.safeParse(change(JSON.parse(diffJson(differenceOf(OCI, READ))))).success).toBe(false);
});
