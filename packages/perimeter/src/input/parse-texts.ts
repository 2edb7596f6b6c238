import type { Diagnostic } from "../diagnostic";
import type { JsonObject, JsonValue } from "./body";
import { readJson } from "./json";
import { recognise } from "./recognise";
import type { NamedText, Read } from "./resource";

/** A text that is known for what it is. */
export interface ParsedText extends Omit<NamedText, "text"> {
  readonly kind: "configuration" | "plan" | "state" | "variables";
  readonly json: JsonObject;
}

const HOW_TO_PLAN = "get a plan of it: npx rehearsal plan DIR --json plan.json, or: terraform show -json PLAN > plan.json";

/** Every text recognised, or every mistake. A text that somebody named and that is nothing of Terraform's is one. */
export function parseTexts(texts: readonly NamedText[]): Read<readonly ParsedText[]> {
  const results = texts.map(parseText);
  const diagnostics = results.flatMap((result) => ("diagnostics" in result ? result.diagnostics : []));
  if (diagnostics.length > 0) return { diagnostics };
  const read = results.flatMap((result) => ("read" in result ? result.read : []));
  if (read.some(({ kind }) => kind !== "variables")) return { read };
  const message = "there is nothing to read: no stack, plan or state";
  return { diagnostics: [{ code: "input/empty", message, help: HOW_TO_PLAN }] };
}

function parseText({ text, ...named }: NamedText): Read<readonly ParsedText[]> {
  const { file } = named;
  const refuse = (code: string, message: string, help?: string): Read<never> => ({
    diagnostics: [{ code, message, file, ...(help === undefined ? {} : { help }) } satisfies Diagnostic],
  });
  if (text.startsWith("PK\u0003\u0004"))
    return refuse(
      "input/binary-plan",
      `"${file}" is a plan as Terraform stores it`,
      `print it with: terraform show -json ${file} > plan.json`,
    );
  if (/\.tf$|\.tofu$/.test(file)) return refuse("input/hcl", `"${file}" is HCL, which isn't read`, HOW_TO_PLAN);
  if (/\.tfvars$/.test(file)) return { read: [{ ...named, kind: "variables", json: { "//unread": true } }] };
  if (text.trim() === "") return refuse("input/empty-file", `"${file}" is empty`);
  const read = readJson(text);
  if ("mistake" in read) return mistake(text, file, read.mistake, refuse);
  if (/\.tfvars\.json$/.test(file)) return { read: [{ ...named, kind: "variables", json: read.json as JsonObject }] };
  const found = recognise(read.json as JsonValue);
  switch (found.kind) {
    case "unreadable":
      return refuse("input/unreadable", `"${file}" is ${found.message}`, found.help);
    case "other":
      if (/\.tf\.json$/.test(file)) return { read: [] };
      return refuse("input/unknown", `"${file}" is neither a configuration nor a plan nor a state of Terraform's`, HOW_TO_PLAN);
    default:
      return { read: [{ ...named, kind: found.kind, json: found.json }] };
  }
}

/** HCL and logs begin like this; elsewhere the place of the mistake says more. */
function mistake(
  text: string,
  file: string,
  { line, column, expected, found }: { line: number; column: number; expected: string; found: string },
  refuse: (code: string, message: string, help?: string) => Read<never>,
): Read<never> {
  if (/^\s*(resource|data|module|provider|terraform|variable|locals|output)\b/.test(text))
    return refuse("input/hcl", `"${file}" is HCL, which isn't read`, HOW_TO_PLAN);
  if (/^\s*\{"@level"/.test(text))
    return refuse("input/unreadable", `"${file}" is the log of a command that ran with -json`, HOW_TO_PLAN);
  const message = `"${file}" is not JSON: expected ${expected}, found ${found}`;
  return { diagnostics: [{ code: "input/not-json", message, file, line, column, expected: [expected] }] };
}
