import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts, ProviderSchema } from "./types";

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, "../../schemas", file), "utf8"));

/** The schema of a provider, as the real one prints it. */
export const loadSchema = (name: "oci" | "aws", address: string): ProviderSchema =>
  read(`${name}.json`).provider_schemas[address];

/** What the schema of a provider doesn't say, by resource type. */
export const loadFacts = (name: "oci" | "aws"): Readonly<Record<string, Facts>> => read("behaviour.json")[name];
