import { knownText } from "./expression/text";
import { type Fields, unknown, type Value } from "./value";
import type { StackState, World } from "./world";

/**
 * What tells one state from another within a kind of backend; the rest is how to reach it.
 * Source: Terraform documentation, "Backends", one page each; the `oci` backend's from Terraform 1.12.
 */
const IDENTITY: ReadonlyMap<string, readonly string[]> = new Map([
  ["azurerm", ["storage_account_name", "container_name", "key"]],
  ["consul", ["address", "path"]],
  ["cos", ["bucket", "prefix", "key"]],
  ["gcs", ["bucket", "prefix"]],
  ["http", ["address"]],
  ["kubernetes", ["secret_suffix", "namespace"]],
  ["local", ["path"]],
  ["oci", ["namespace", "bucket", "key"]],
  ["oss", ["bucket", "prefix", "key"]],
  ["pg", ["conn_str", "schema_name"]],
  ["remote", ["organization", "workspaces"]],
  ["s3", ["bucket", "key"]],
]);

/** cdktf's name for the state of the stack whose name follows. */
const CDKTF_INPUT = "cross-stack-reference-input-";

/**
 * The value of another stack's output: of the one stack whose backend is the one that is read, else of the one whose
 * name the state or the data source bears.
 */
export function remoteOutput(world: World, reader: string, name: string, given: Fields, output: string): Value {
  const found = findState(world, reader, name, given);
  if ("kind" in found) return found;
  return found.output(output) ?? unknown(`stack "${found.stack}" has no output "${output}"`);
}

function findState(world: World, reader: string, name: string, given: Fields): StackState | Value {
  const others = world.states.filter(({ stack }) => stack !== reader);
  const type = knownText(given.entries.get("backend") ?? unknown(""));
  const config = given.entries.get("config");
  const stored = others.filter(({ backends }) =>
    backends().some((one) => one.type === type && isSameState(type, one.config, config)),
  );
  const names = new Set([name, name.replace(CDKTF_INPUT, ""), ...stemsOf(config)]);
  const named = others.filter(({ stack }) => names.has(stack));
  const found = stored.length > 0 ? stored : named;
  const [only] = found;
  if (only && found.length === 1) return only;
  const which = `the state that "data.terraform_remote_state.${name}" reads`;
  if (!only) return unknown(`${which} is of no stack that was given`);
  return unknown(`${which} may be of ${found.map(({ stack }) => `"${stack}"`).join(" or ")}`);
}

function isSameState(type: string, stored: Value, read: Value | undefined): boolean {
  const keys = IDENTITY.get(type);
  if (!keys || stored.kind !== "object" || read?.kind !== "object") return false;
  const [a, b] = [stored, read].map((config) => keys.map((key) => textAt(config, key)));
  return a !== undefined && b !== undefined && a.some((text) => text !== undefined) && a.every((text, at) => text === b[at]);
}

function textAt(config: Fields, key: string): string | undefined {
  const value = config.entries.get(key);
  if (value?.kind === "object") return [...value.entries].map(([name, one]) => `${name}=${knownText(one)}`).join();
  return value && knownText(value);
}

/** `tenancy` of `key: "states/tenancy.tfstate"`. */
function stemsOf(config: Value | undefined): readonly string[] {
  if (config?.kind !== "object") return [];
  const texts = ["key", "path", "prefix"].map((key) => textAt(config, key)).filter((text) => text !== undefined);
  return texts.map((text) => (text.split(/[\\/]/).at(-1) ?? "").replace(/\..*$/s, ""));
}
