import { readFileSync } from "node:fs";
import type { Facts, ProviderSchema } from "./types";

/** One copy of each, found by name so that a bundle finds them too; those of `oci` belong to its bindings, which are made from them. */
const FILES = {
  oci: { schema: "@cdktf/provider-oci/schema", behaviour: "@cdktf/provider-oci/behaviour" },
  aws: { schema: "rehearsal/aws-schema", behaviour: "rehearsal/aws-behaviour" },
} as const;

const read = (name: string) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

/** The schema of a provider, as the real one prints it. */
export const loadSchema = (name: keyof typeof FILES, address: string): ProviderSchema =>
  read(FILES[name].schema).provider_schemas[address];

/** What the schema of a provider doesn't say, by resource type. */
export const loadFacts = (name: keyof typeof FILES): Readonly<Record<string, Facts>> => read(FILES[name].behaviour)[name];
