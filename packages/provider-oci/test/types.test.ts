import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { SCHEMA_FILE, TYPES_FILE } from "../src/ensure";
import { type BoundTypes, PROVIDER, selectTypes } from "../src/generate";

const WORKSPACE = join(__dirname, "..", "..", "..");
const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const SCHEMA = readJson(SCHEMA_FILE);
const TYPES: BoundTypes = readJson(TYPES_FILE);
const provider = SCHEMA.provider_schemas[PROVIDER.address];

/** The hand-written TypeScript that may import bindings. */
function sources(): string[] {
  const folders = ["stacks", "constructs"].map((folder) => join(WORKSPACE, folder));
  const below = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  return [...below.filter((file) => file.endsWith(".ts")), join(WORKSPACE, "main.ts")];
}

/** The Terraform names of what the sources import from this package. */
function importedTypes(texts: readonly string[]): BoundTypes {
  const imported = texts.flatMap((text) =>
    [...text.matchAll(/["']@cdktf\/provider-oci\/lib\/([a-z0-9-]+)["']/g)].map(([, module = ""]) => module),
  );
  const modules = [...new Set(imported)].filter((module) => module !== "provider").sort();
  const terraformName = (module: string) => module.replaceAll("-", "_");
  return {
    resources: modules.filter((module) => !module.startsWith("data-oci-")).map((module) => `oci_${terraformName(module)}`),
    dataSources: modules.filter((module) => module.startsWith("data-oci-")).map((module) => terraformName(module.slice(5))),
  };
}

describe("types.json", () => {
  test("lists exactly the types that are imported somewhere", () => {
    expect(importedTypes(sources().map((file) => readFileSync(file, "utf8")))).toEqual(TYPES);
  });

  test("is compared with resources and data sources, not with the provider", () => {
    const text = `
      import { KmsKey } from "@cdktf/provider-oci/lib/kms-key";
      import { DataOciCoreServices } from '@cdktf/provider-oci/lib/data-oci-core-services';
      import { OciProvider } from "@cdktf/provider-oci/lib/provider";`;
    expect(importedTypes([text, text])).toEqual({ resources: ["oci_kms_key"], dataSources: ["oci_core_services"] });
  });
});

describe("selectTypes", () => {
  test("keeps the named types and the provider, and nothing else", () => {
    const types = { resources: ["oci_kms_key"], dataSources: ["oci_core_services"] };
    expect(selectTypes(SCHEMA, types).provider_schemas?.[PROVIDER.address]).toEqual({
      provider: provider.provider,
      resource_schemas: { oci_kms_key: provider.resource_schemas.oci_kms_key },
      data_source_schemas: { oci_core_services: provider.data_source_schemas.oci_core_services },
    });
  });

  test.each([
    ["a resource type", { resources: ["oci_kms_keys"], dataSources: [] }, "oracle/oci 8.28.0 has no resource type oci_kms_keys"],
    [
      "a data source",
      { resources: [], dataSources: ["oci_core_sevices"] },
      "oracle/oci 8.28.0 has no data source oci_core_sevices",
    ],
    ["a name of every object", { resources: ["toString"], dataSources: [] }, "oracle/oci 8.28.0 has no resource type toString"],
  ])("refuses %s that the provider doesn't have, by its name", (_, types, message) => {
    expect(() => selectTypes(SCHEMA, types)).toThrow(message);
  });

  test("refuses a schema of another provider", () => {
    const other = { ...SCHEMA, provider_schemas: {} };
    expect(() => selectTypes(other, { resources: [], dataSources: [] })).toThrow("the schema file holds no provider");
  });
});

describe("one version everywhere", () => {
  const { version } = readJson(join(__dirname, "..", "package.json"));

  test("the package, the generator and the deployment name the same", () => {
    expect(version).toBe(PROVIDER.version);
    expect(readJson(join(WORKSPACE, "cdktf.json")).terraformProviders).toEqual([`${PROVIDER.source}@${version}`]);
    expect(SCHEMA.provider_versions[PROVIDER.address]).toBe(version);
  });

  test("both data files bear it in their names, and are what the package exports", () => {
    expect(basename(SCHEMA_FILE)).toBe(`oci-${version}.json`);
    expect(require.resolve("@cdktf/provider-oci/schema")).toBe(SCHEMA_FILE);
    expect(basename(require.resolve("@cdktf/provider-oci/behaviour"))).toBe(`behaviour-${version}.json`);
    expect(existsSync(require.resolve("@cdktf/provider-oci/behaviour"))).toBe(true);
  });

  test("behaviour is recorded of types that the schema has, and of every bound one", () => {
    const { oci, ...others } = readJson(require.resolve("@cdktf/provider-oci/behaviour"));
    expect(others).toEqual({});
    expect(Object.keys(oci).filter((type) => !(type in provider.resource_schemas))).toEqual([]);
    expect(TYPES.resources.filter((type) => !(type in oci))).toEqual([]);
  });
});
