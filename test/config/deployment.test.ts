import { expect, test } from "@jest/globals";
import { z } from "zod";
import { deploymentSchema } from "../../config/schema/deployment";

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Every key of the schema with its description, found by the path that leads there; `*` is any name. */
function keysOf(schema: JsonSchema, path = ""): { path: string; description: string | undefined }[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => [
    { path: `${path}${key}`, description: child.description },
    ...keysOf(child, `${path}${key}.`),
  ]);
  const { additionalProperties: named, items, anyOf = [], oneOf = [] } = schema;
  return [
    ...own,
    ...(typeof named === "object" ? keysOf(named, `${path}*.`) : []),
    ...(items ? keysOf(items, path) : []),
    ...[...anyOf, ...oneOf].flatMap((option) => keysOf(option, path)),
  ];
}

const keys = keysOf(z.toJSONSchema(deploymentSchema, { io: "input" }) as JsonSchema);

test("the walk reaches keys of groups, of named entries, of alternatives and of alternatives of these", () => {
  const paths = keys.map(({ path }) => path);
  for (const path of ["oci.primary.network", "roles.*.residency", "stores.*.backupDays", "stores.*.folder", "app.image"])
    expect(paths).toContain(path);
  expect(paths).toContain("scenarios.*.circumstances.time.days");
});

test("every key is described: the schema is the documentation", () => {
  expect(keys.filter(({ description }) => !description).map(({ path }) => path)).toEqual([]);
});

test("a description is a phrase: no capital to begin with unless a name's, no full stop", () => {
  const names = /^(OCI|OCPU|AWS|DNS|SAML|Amazon|Oracle|Terraform|Autonomous)/;
  const wrong = keys.filter(
    ({ description = "" }) => (/^[A-Z]/.test(description) && !names.test(description)) || /\.$/.test(description),
  );
  expect(wrong).toEqual([]);
});
