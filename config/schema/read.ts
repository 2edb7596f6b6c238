import { type Document, isScalar } from "yaml";
import type { z } from "zod";
import { type DeploymentConfig, deploymentSchema } from "./deployment";
import { type Diagnostic, quote } from "./diagnostic";
import { keysAt } from "./keys";
import { didYouMean } from "./nearest";
import type { ConfigPath, Locate } from "./positions";
import { readYaml } from "./yaml";

/** What reading the text of a configuration yields: the typed configuration where the structure allows it. */
export interface Reading {
  readonly config?: DeploymentConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Reads a configuration's text: YAML, then structure and types. Never throws for what the user wrote. */
export function readConfiguration(file: string, text: string): Reading {
  const { document, data, diagnostics, locate } = readYaml(file, text);
  if (diagnostics.length > 0) return { diagnostics, locate };
  if (data === null) return { diagnostics: [emptyFile(file)], locate };
  return { locate, ...checkStructure({ file, document, locate }, data) };
}

/** What the wording of a problem is taken from. */
interface Source {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly locate: Locate;
}

function checkStructure(source: Source, data: unknown): Omit<Reading, "locate"> {
  const first = deploymentSchema.safeParse(data, { reportInput: true });
  if (first.success) return { config: first.data, diagnostics: [] };
  const diagnostics = onePerPlace(first.error.issues).flatMap((issue) => describeIssue(source, issue));
  // An unknown key alone doesn't hide the rest: without it the rules still say what else is wrong.
  if (first.error.issues.every((issue) => issue.code === "unrecognized_keys")) {
    for (const issue of first.error.issues) if (issue.code === "unrecognized_keys") removeKeys(data, issue);
    const second = deploymentSchema.safeParse(data);
    if (second.success) return { config: second.data, diagnostics };
  }
  return { diagnostics };
}

function removeKeys(data: unknown, issue: z.core.$ZodIssueUnrecognizedKeys) {
  let holder = data as Record<PropertyKey, unknown>;
  for (const step of issue.path) holder = holder[step] as Record<PropertyKey, unknown>;
  for (const key of issue.keys) delete holder[key];
}

/** A value of a wrong type is checked on as if it were of the right one: what is said after the first is noise. */
function onePerPlace(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const place = (issue: z.core.$ZodIssue) => JSON.stringify(issue.path);
  return issues.filter((issue, index) => issues.findIndex((other) => place(other) === place(issue)) === index);
}

/** The diagnostics of one issue; a union's issue becomes those of its nearest branch. */
function describeIssue(source: Source, issue: z.core.$ZodIssue, prefix: ConfigPath = []): Diagnostic[] {
  const path = [...prefix, ...(issue.path as ConfigPath)];
  const at = (where: ConfigPath, part: "key" | "value", code: string, message: string, help: string): Diagnostic => ({
    code: `config/${code}`,
    file: source.file,
    ...source.locate(where, part),
    message,
    help,
  });
  const label = path.join(".");
  const missing = (help: string) => at(path, "key", "missing-key", `missing key "${label}"`, help);
  const wrong = (input: unknown, help: string) =>
    at(path, "value", "wrong-value", `${label || "the configuration"}: found ${found(source.document, path, input)}`, help);
  const oneOf = (input: unknown, values: readonly unknown[]) =>
    input === undefined ? missing(expected(values)) : wrong(input, nearValue(input, values) ?? expected(values));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = keysAt(path, issue.input);
        const help = didYouMean(key, known) ?? `known keys: ${known.join(", ")}`;
        return at([...path, key], "key", "unknown-key", `unknown key ${quote(key)}${label ? ` in ${label}` : ""}`, help);
      });
    case "invalid_union": {
      if (issue.discriminator !== undefined)
        return [oneOf(Object(issue.input)[issue.discriminator], "options" in issue ? (issue.options ?? []) : [])];
      const branch = nearestBranch(issue.errors);
      return branch?.flatMap((inner) => describeIssue(source, inner, path)) ?? [wrong(issue.input, issue.message)];
    }
    case "invalid_key":
      return [
        at(path, "key", "wrong-name", `${quote(String(path.at(-1)))} can't be a name here`, issue.issues[0]?.message ?? ""),
      ];
    case "invalid_value":
      return [oneOf(issue.input, issue.values)];
    default:
      return [issue.input === undefined ? missing(expectation(issue)) : wrong(issue.input, expectation(issue))];
  }
}

/** The branch that got furthest: the one whose issues lie deepest, an alternative type counting least. */
function nearestBranch(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map((issue) => issue.path.length));
  const deepest = [...errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  return deepest && depth(deepest) > 0 ? deepest : undefined;
}

/** What stands at a place, as the user wrote it; of a list or a group only that it is one, to stay on a line. */
function found(document: Document.Parsed, path: ConfigPath, input: unknown): string {
  if (typeof input === "string") return quote(input);
  if (Array.isArray(input)) return input.length === 0 ? "an empty list" : `a list of ${input.length}`;
  if (typeof input === "object" && input !== null) return "a group of keys";
  const node = document.getIn(path, true);
  return (isScalar(node) && node.source) || (input === null ? "nothing" : String(input));
}

/** The schema's own words where it has them; they all begin alike. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith("expected ")) return issue.message;
  if (issue.code === "invalid_type") return `expected ${WORDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_small" && issue.origin === "array")
    return `expected at least ${issue.minimum} entr${issue.minimum === 1 ? "y" : "ies"}`;
  return issue.message;
}

const WORDS: Readonly<Record<string, string>> = {
  object: "a group of keys",
  record: "a group of named entries",
  array: "a list",
  boolean: "true or false",
};

function expected(values: readonly unknown[]): string {
  return `expected ${values.length > 1 ? "one of: " : ""}${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

function nearValue(input: unknown, values: readonly unknown[]): string | undefined {
  const texts = values.filter((value) => typeof value === "string");
  return typeof input === "string" ? didYouMean(input, texts) : undefined;
}

const emptyFile = (file: string): Diagnostic => ({
  code: "config/empty",
  file,
  line: 1,
  column: 1,
  message: "the configuration is empty",
  help: "start from config/staging.yaml, which is a whole deployment",
});
