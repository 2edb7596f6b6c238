import { readFileSync } from "node:fs";
import { lazyTable } from "./table";
import type { Facts, ProviderSchema, Schema } from "./types";

export type ProviderName = keyof typeof FILES;

/** One copy of each, found by name so that a bundle finds them too; those of `oci` belong to its bindings, which are made from them. */
const FILES = {
  oci: { schema: "@cdktf/provider-oci/schema", behaviour: "@cdktf/provider-oci/behaviour" },
  aws: { schema: "rehearsal/aws-schema", behaviour: "rehearsal/aws-behaviour" },
} as const;

const textOf = (file: string) => readFileSync(require.resolve(file), "utf8");

/** The text that a provider's schema is read from. */
export const schemaText = (name: ProviderName): string => textOf(FILES[name].schema);

/** The schema of a provider, as the real one prints it. */
export function loadSchema(name: ProviderName, address: string): ProviderSchema {
  const text = schemaText(name);
  const { provider } = lazyTable<Schema>(text, address);
  if (!provider) throw new Error(`the schema of ${address} doesn't describe the provider itself`);
  return {
    provider,
    resource_schemas: lazyTable(text, "resource_schemas"),
    data_source_schemas: lazyTable(text, "data_source_schemas"),
  };
}

/** Under which address and version Terraform looks for a provider, as its schema says. */
export function identityOf(name: ProviderName): { readonly address: string; readonly version: string } {
  const versions = /^ {2}"provider_versions": (\{.*\}),$/m.exec(schemaText(name))?.[1] ?? "{}";
  const [identity] = Object.entries<string>(JSON.parse(versions));
  if (!identity) throw new Error(`the schema of "${name}" doesn't name its provider`);
  return { address: identity[0], version: identity[1] };
}

/** What the schema of a provider doesn't say, by resource type. */
export const loadFacts = (name: ProviderName): Readonly<Record<string, Facts>> => lazyTable(textOf(FILES[name].behaviour), name);
