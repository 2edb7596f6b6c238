import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { modelSchema, readModel } from "../../src/declaration";
import { REFUSED } from "./refusals";
import { changed, SMALL, WHOLE } from "./support/models";

const FILE = join(__dirname, "../../schemas/perimeter.schema.json");

test("the schema that is shipped is the one that the reader's shapes make; `npm run golden` renews it", () => {
  const text = `${JSON.stringify(modelSchema, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, text);
  expect(existsSync(FILE) && readFileSync(FILE, "utf8")).toBe(text);
});

/** The schema as another implementation of JSON Schema understands it. */
const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(modelSchema)));
const fitsSchema = (text: string) => schema.safeParse(parse(text)).success;
const isRead = (text: string) => "content" in readModel(text, "perimeter.yaml");

describe("the schema and the reader agree", () => {
  test.each([
    ["the small example", SMALL],
    ["all that is accepted", WHOLE],
    ["a model without roles", "version: 1\njurisdiction: DE\nrests: { aws: [eu-west-1] }\nstores: { m: aws_s3_bucket.m }\n"],
    ["all stores", changed(SMALL, "content: [media]", 'content: "*"')],
    ["all stores, in a list", changed(SMALL, "content: [media]", 'content: ["*"]')],
    ["a tenancy without a group", changed(WHOLE, ", group: ocid1.group.oc1..x", "")],
    ["nobody that is trusted", changed(SMALL, "[break-glass, Administrators]", "[]")],
  ])("%s is good", (_, text) => expect([isRead(text), fitsSchema(text)]).toEqual([true, true]));

  const ofForm = REFUSED.filter(({ beyondSchema }) => beyondSchema === undefined);
  test.each(ofForm.map((row) => [row.what, row] as const))("%s is refused", (_, { of, change: [from, to] }) => {
    const text = changed(of, from, to);
    expect([isRead(text), fitsSchema(text)]).toEqual([false, false]);
  });
  test("what only the reader refuses isn't a matter of form", () => {
    const reasons = REFUSED.flatMap(({ beyondSchema }) => beyondSchema ?? []);
    expect([...new Set(reasons)].sort()).toEqual(["how it is written", "names of other parts", "the calendar"]);
  });
});
