import { entry, isObject, type JsonObject, type JsonValue } from "./body";

/** What a JSON document is, by its content. */
export type Recognised =
  | { readonly kind: "configuration" | "plan" | "state"; readonly json: JsonObject }
  /** JSON that is nothing of Terraform's. */
  | { readonly kind: "other" }
  /** Terraform's, but nothing that can be read here: why, and what to do. */
  | { readonly kind: "unreadable"; readonly message: string; readonly help: string };

const SHOW = "print it with: terraform show -json FILE > FILE.json";

/** Top-level blocks of a configuration ("JSON Configuration Syntax"). */
const BLOCKS = [
  "resource",
  "data",
  "provider",
  "terraform",
  "variable",
  "output",
  "locals",
  "module",
  "import",
  "removed",
  "moved",
  "check",
];

export function recognise(json: JsonValue): Recognised {
  if (!isObject(json)) return { kind: "other" };
  const version = entry(json, "format_version");
  const isPlan = entry(json, "planned_values") !== undefined || entry(json, "resource_changes") !== undefined;
  if (typeof version === "string") return versioned(version, isPlan ? "plan" : "state", json);
  if (isPlan) return unreadable("a plan without a format_version", SHOW);
  if (entry(json, "version") === 4 && entry(json, "lineage") !== undefined)
    return unreadable("Terraform's own form of a state", "print it with: terraform show -json, in the folder that has it");
  if (entry(json, "@level") !== undefined) return unreadable("the log of a command that ran with -json", SHOW);
  return BLOCKS.some((block) => entry(json, block) !== undefined) ? { kind: "configuration", json } : { kind: "other" };
}

/** Minor versions only add fields ("JSON Output Format", format version). */
function versioned(version: string, kind: "plan" | "state", json: JsonObject): Recognised {
  if (/^1\.\d+$/.test(version) || (kind === "state" && /^0\.[12]$/.test(version))) return { kind, json };
  return unreadable(`a ${kind} of format_version "${version}"`, "1.x can be read: Terraform 1.x prints it");
}

const unreadable = (message: string, help: string): Recognised => ({ kind: "unreadable", message, help });
