import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type DeploymentConfig, deploymentSchema } from "./deployment";
import type { Diagnostic } from "./diagnostic";
import { didYouMean } from "./nearest";
import { type ConfigPath, type Locate, locator } from "./positions";

/** What reading the text of a configuration yields: the typed configuration where the structure allows it. */
export interface Reading {
  readonly config?: DeploymentConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Reads a configuration's text: YAML, then structure and types. Never throws for what the user wrote. */
export function readConfiguration(file: string, text: string): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const locate = locator(document, lines);
  const broken = document.errors.map((error): Diagnostic => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      code: `yaml/${error.code}`,
      file,
      line,
      column: col,
      ...yamlProblem(error.code, error.message, text.slice(...error.pos)),
    };
  });
  if (broken.length > 0) return { diagnostics: broken, locate };
  if (document.contents === null) return { diagnostics: [emptyFile(file)], locate };
  return { locate, ...checkStructure(file, document, locate) };
}

function checkStructure(file: string, document: Document.Parsed, locate: Locate): Omit<Reading, "locate"> {
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  const first = deploymentSchema.safeParse(data, { reportInput: true });
  if (first.success) return { config: first.data, diagnostics: [] };
  const diagnostics = first.error.issues.flatMap((issue) => describeIssue(file, issue, locate));
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

/** The diagnostics of one issue; a union's issue becomes those of its nearest branch. */
function describeIssue(file: string, issue: z.core.$ZodIssue, locate: Locate, prefix: ConfigPath = []): Diagnostic[] {
  const path = [...prefix, ...(issue.path as ConfigPath)];
  const at = (where: ConfigPath, part: "key" | "value", code: string, message: string, help?: string): Diagnostic => ({
    code: `config/${code}`,
    file,
    ...locate(where, part),
    message,
    ...(help ? { help } : {}),
  });
  const label = path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        at([...path, key], "key", "unknown-key", `unknown key "${key}"${label ? ` in ${label}` : ""}`, unknownKeyHelp(key, path)),
      );
    case "invalid_union": {
      const branch = nearestBranch(issue.errors);
      if (branch) return branch.flatMap((inner) => describeIssue(file, inner, locate, path));
      const expected = (issue as { options?: readonly unknown[] }).options?.map((option) => `"${option}"`).join(", ");
      const missing = issue.input === undefined || !(issue.discriminator && issue.discriminator in Object(issue.input));
      if (issue.discriminator && !missing)
        return [
          at(
            path,
            "value",
            "wrong-value",
            `${label}: found ${quote(Object(issue.input)[issue.discriminator])}`,
            expected && `expected ${expected}`,
          ),
        ];
      return [at(path, "value", "wrong-value", `${label}: ${issue.message}`, undefined)];
    }
    case "invalid_key":
      return [at(path, "key", "wrong-name", `"${path.at(-1)}" can't be a name here`, issue.issues[0]?.message)];
    case "invalid_value": {
      const expected = issue.values.map((value) => `"${String(value)}"`).join(", ");
      if (issue.input === undefined) return [at(path, "key", "missing-key", `missing key "${label}"`, `expected ${expected}`)];
      const near = typeof issue.input === "string" ? didYouMean(issue.input, issue.values.map(String)) : undefined;
      return [at(path, "value", "wrong-value", `${label}: found ${quote(issue.input)}`, near ?? `expected one of ${expected}`)];
    }
    default: {
      if (issue.input === undefined) return [at(path, "key", "missing-key", `missing key "${label}"`, requiredHelp(issue))];
      return [at(path, "value", "wrong-value", `${label}: found ${quote(issue.input)}`, expectation(issue))];
    }
  }
}

/** The branch that got furthest: the one whose issues lie deepest, an alternative type counting least. */
function nearestBranch(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map((issue) => issue.path.length));
  const deepest = [...errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  return deepest && depth(deepest) > 0 ? deepest : undefined;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `expected ${article(issue.expected)}`;
  if (issue.code === "too_small" && issue.origin === "array" && !issue.message.startsWith("expected"))
    return `expected at least ${issue.minimum} entr${issue.minimum === 1 ? "y" : "ies"}`;
  return issue.message;
}

function requiredHelp(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === "invalid_type" ? `expected ${article(issue.expected)}` : undefined;
}

function article(type: string): string {
  const words: Record<string, string> = {
    object: "a group of keys",
    record: "a group of named entries",
    array: "a list",
    string: "a text",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
  };
  return words[type] ?? `a value of type ${type}`;
}

function unknownKeyHelp(key: string, path: ConfigPath): string {
  return didYouMean(key, keysAt(path)) ?? `known keys: ${keysAt(path).join(", ")}`;
}

/** The keys that the schema knows at this path; empty where it has none. */
function keysAt(path: ConfigPath): string[] {
  let schemas: unknown[] = [deploymentSchema];
  for (const step of path) schemas = schemas.flatMap((schema) => descend(schema, String(step)));
  return [...new Set(schemas.flatMap((schema) => Object.keys(definition(schema).shape ?? {})))];
}

interface Definition {
  readonly shape?: Record<string, unknown>;
  readonly options?: readonly unknown[];
  readonly valueType?: unknown;
  readonly element?: unknown;
  readonly innerType?: unknown;
}

const definition = (schema: unknown) => (schema as { def: Definition }).def;

function alternatives(schema: unknown): unknown[] {
  const { options, innerType } = definition(schema);
  if (innerType) return alternatives(innerType);
  return options ? options.flatMap(alternatives) : [schema];
}

function descend(schema: unknown, step: string): unknown[] {
  return alternatives(schema).flatMap((option) => {
    const { shape, valueType, element } = definition(option);
    const child = shape?.[step] ?? valueType ?? element;
    return child ? alternatives(child) : [];
  });
}

const quote = (value: unknown) => (typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? String(value)));

const emptyFile = (file: string): Diagnostic => ({
  code: "config/empty",
  file,
  line: 1,
  column: 1,
  message: "the configuration is empty",
  help: "start from config/staging.yaml, which is a whole deployment",
});

function yamlProblem(code: string, message: string, found: string): Pick<Diagnostic, "message" | "help"> {
  if (code === "DUPLICATE_KEY")
    return {
      message: `duplicate key "${/^[^:\s]*/.exec(found)?.[0] ?? ""}"`,
      help: "keep one of the two: the other would be lost silently",
    };
  return {
    message: `this is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    help: "check indentation, quotes and brackets here",
  };
}
