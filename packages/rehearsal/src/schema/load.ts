import { readFileSync } from "node:fs";
import type { Facts, ProviderSchema } from "./types";

/** One copy of each: those of `oci` belong to its bindings, which are made from them. */
const FILES = {
  oci: {
    schema: require.resolve("@cdktf/provider-oci/schema"),
    behaviour: require.resolve("@cdktf/provider-oci/behaviour"),
  },
  aws: {
    schema: require.resolve("../../schemas/aws-6.25.0.json"),
    behaviour: require.resolve("../../schemas/behaviour-aws-6.25.0.json"),
  },
} as const;

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));

/** The schema of a provider, as the real one prints it. */
export const loadSchema = (name: keyof typeof FILES, address: string): ProviderSchema =>
  read(FILES[name].schema).provider_schemas[address];

/** What the schema of a provider doesn't say, by resource type. */
export const loadFacts = (name: keyof typeof FILES): Readonly<Record<string, Facts>> => read(FILES[name].behaviour)[name];
