import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { schemaAnswer } from "../../src/schema/answer";
import { identityOf, loadSchema } from "../../src/schema/load";
import { REVISION, schemaResponse } from "../../src/schema/translate";
import type { ProviderSchema, Schema } from "../../src/schema/types";

/** Each property of each kind of thing once. */
const EVERYTHING: Schema = {
  version: 3,
  block: {
    attributes: {
      a: { type: "string", required: true, sensitive: true },
      b: { type: ["map", ["list", "number"]], optional: true, computed: true },
      c: { type: ["object", { d: "bool" }], optional: true, write_only: true },
    },
    block_types: {
      e: { nesting_mode: "list", block: {}, min_items: 1, max_items: 2 },
      f: { nesting_mode: "set", block: {} },
      g: { nesting_mode: "single", block: {} },
    },
  },
};
const SMALL: ProviderSchema = {
  provider: EVERYTHING,
  resource_schemas: { r: EVERYTHING },
  data_source_schemas: { s: EVERYTHING },
};

describe("an answer that was kept", () => {
  test("is thrown away with the form of answers: what changes these bytes has to raise REVISION", () => {
    const digest = createHash("sha256").update(schemaResponse(SMALL)).digest("hex").slice(0, 16);
    expect([REVISION, digest]).toEqual([1, "054275124f4f3af1"]);
  });

  test.each(["oci", "aws"] as const)("of %s is the one that would be made", (name) => {
    const schema = loadSchema(name, identityOf(name).address);
    const made = Buffer.from(schemaResponse(schema));
    for (const time of ["made or found", "found"]) expect([time, made.equals(schemaAnswer(name, schema))]).toEqual([time, true]);
  });
});
