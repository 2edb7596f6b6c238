import { type JsonMember, type JsonMistake, type JsonNode, readJson } from "../../aws/policy/json";
import type { Diagnostic } from "../../diagnostic";
import { quote } from "../../quote";
import type { Answer } from "../answer";
import { actionMistake, CONDITION_KEYS } from "./aws-names";
import { helpIf, type Notes, notesOn, type Source } from "./notes";
import { PERMISSIONS, VARIABLES } from "./oci-names";
import { readAwsPrincipal, readOciPrincipal } from "./principal";
import type { Row, WrittenRequest } from "./request";
import { membersOf, textOf } from "./shape";
import { readAwsTarget, readOciTarget } from "./target";
import { readVariables } from "./variables";

const KEYS = ["principal", "permission", "action", "target", "variables", "expected", "note"] as const;
const DECISIONS = ["allowed", "denied", "undecided"] as const satisfies readonly Answer["decision"][];

/** The rows of a file, or everything that is wrong with it. */
export type ReadRequests = { readonly rows: readonly Row[] } | { readonly diagnostics: readonly Diagnostic[] };

export interface ReadingOptions {
  /** JSON Lines, whatever the text looks like. */
  readonly lines?: boolean;
  /** Each row has to say what answer is expected. */
  readonly expected?: boolean;
}

/**
 * Reads a file of requests: one JSON object, or JSON Lines with one a line. It is taken for JSON Lines when its first
 * line is whole by itself. Blank lines are passed over.
 */
export function readRequests(text: string, file: string, options: ReadingOptions = {}): ReadRequests {
  const sources = options.lines || isLines(text) ? linesOf(text, file) : [{ text, file, line: 1 }];
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const notes = notesOn(source);
    const row = readRow(source, options, notes);
    diagnostics.push(...notes.diagnostics);
    if (row) rows.push(row);
  }
  if (diagnostics.length > 0) return { diagnostics };
  if (rows.length === 0) return { diagnostics: [{ code: "request/missing", file, message: "there is no request in this file" }] };
  return { rows };
}

function isLines(text: string): boolean {
  const [first = ""] = /^[^\r\n]*\S[^\r\n]*$/m.exec(text) ?? [];
  return "root" in readJson(first);
}

function linesOf(text: string, file: string): readonly Source[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => (line.trim() === "" ? [] : [{ text: line, file, line: index + 1 }]));
}

function readRow(source: Source, options: ReadingOptions, notes: Notes): Row | undefined {
  if (source.text.trim() === "") return undefined;
  const json = readJson(source.text);
  if ("mistake" in json) {
    noteMistake(json.mistake, notes);
    return undefined;
  }
  const members = membersOf(json.root, "a request", KEYS, notes);
  if (!members) return undefined;
  const request = readRequest(json.root, members, notes);
  const expected = readExpected(json.root, members.get("expected"), options, notes);
  const note = members.get("note");
  const noteText = note && textOf(note.value, "note", notes);
  if (!request) return undefined;
  return { request, line: source.line, ...(expected && { expected }), ...(noteText && { note: noteText }) };
}

function noteMistake(mistake: JsonMistake, notes: Notes): void {
  const { expected, found } = mistake;
  const what = found === "" ? "the end of the text" : quote(found);
  notes.add(mistake, "request/json", `expected ${expected}, found ${what}`, { expected: [expected] });
}

type Members = ReadonlyMap<string, JsonMember>;

function readRequest(root: JsonNode, members: Members, notes: Notes): WrittenRequest | undefined {
  const [permission, action] = [members.get("permission"), members.get("action")];
  if (permission && action) {
    const help = { help: "ask about OCI with permission, about AWS with action" };
    notes.add(action, "request/contradiction", "a request names a permission or an action, not both", help);
    return undefined;
  }
  const [principal, target] = [part(root, members, "principal", notes), part(root, members, "target", notes)];
  const variables = members.get("variables")?.value;
  if (permission) {
    const parts = {
      principal: principal && readOciPrincipal(principal, notes),
      permission: readPermission(permission.value, notes),
      target: target && readOciTarget(target, notes),
      variables: variables ? readVariables(variables, VARIABLES, notes) : new Map(),
    };
    return isWhole(parts) ? { cloud: "oci", ...parts } : undefined;
  }
  if (action) {
    const parts = {
      principal: principal && readAwsPrincipal(principal, notes),
      action: readAction(action.value, notes),
      target: target && readAwsTarget(target, notes),
      variables: variables ? readVariables(variables, CONDITION_KEYS, notes) : new Map(),
    };
    return isWhole(parts) ? { cloud: "aws", ...parts } : undefined;
  }
  const expected = ["permission", "action"];
  notes.add(root, "request/missing", 'a request lacks "permission" (OCI) or "action" (AWS)', { expected });
  return undefined;
}

/** Whether every part was read. */
function isWhole<Parts extends object>(parts: Parts): parts is { [Part in keyof Parts]: Exclude<Parts[Part], undefined> } {
  return Object.values(parts).every((part) => part !== undefined);
}

function part(root: JsonNode, members: Members, name: "principal" | "target", notes: Notes): JsonNode | undefined {
  const member = members.get(name);
  if (!member) notes.add(root, "request/missing", `a request lacks "${name}"`, { expected: [name] });
  return member?.value;
}

function readPermission(node: JsonNode, notes: Notes): string | undefined {
  const text = textOf(node, "permission", notes);
  if (text === undefined || PERMISSIONS.has(text)) return text?.toUpperCase();
  notes.add(node, "request/unknown-permission", `unknown permission ${quote(text)}`, helpIf(PERMISSIONS.didYouMean(text)));
  return undefined;
}

function readAction(node: JsonNode, notes: Notes): string | undefined {
  const text = textOf(node, "action", notes);
  const mistake = text === undefined ? undefined : actionMistake(text);
  if (!mistake) return text;
  notes.add(node, "request/unknown-action", mistake.message, helpIf(mistake.help));
  return undefined;
}

function readExpected(
  root: JsonNode,
  member: JsonMember | undefined,
  options: ReadingOptions,
  notes: Notes,
): Answer["decision"] | undefined {
  if (!member) {
    const more = { expected: ["expected"], help: 'add "expected": "allowed", "denied" or "undecided"' };
    if (options.expected) notes.add(root, "request/missing", "this row doesn't say which answer is expected", more);
    return undefined;
  }
  const text = textOf(member.value, "expected", notes);
  const decision = DECISIONS.find((each) => each === text);
  if (text !== undefined && !decision) {
    const help = `the answers are ${DECISIONS.join(", ")}`;
    notes.add(member.value, "request/expected", `unknown answer ${quote(text)}`, { expected: DECISIONS, help });
  }
  return decision;
}
