import { type JsonMember, type JsonNode, kindOf } from "../../aws/policy/json";
import { quote } from "../../quote";
import { helpIf, type Notes } from "./notes";
import { textOf } from "./shape";

/** Names of variables, to look one up and to find the one that a wrong name was meant to be. */
export interface KnownNames {
  has(name: string): boolean;
  /** `did you mean "…"?` */
  didYouMean(name: string): string | undefined;
}

type Variables = ReadonlyMap<string, string | readonly string[]>;

/** The variables of a request; notes names that nobody knows, and those that come twice in whatever case. */
export function readVariables(node: JsonNode, known: KnownNames, notes: Notes): Variables {
  const variables = new Map<string, string | readonly string[]>();
  if (node.kind !== "object") {
    notes.add(node, "request/type", `expected an object for the variables, found ${kindOf(node)}`);
    return variables;
  }
  const seen = new Set<string>();
  for (const member of node.members) {
    const { name, value } = member;
    if (seen.has(name.toLowerCase())) notes.add(member, "request/twice", `the variable ${quote(name)} stands here twice`);
    seen.add(name.toLowerCase());
    if (!known.has(name)) noteUnknown(member, known, notes);
    const read = variableValue(value, `the variable ${quote(name)}`, notes);
    if (read !== undefined) variables.set(name, read);
  }
  return variables;
}

function noteUnknown(member: JsonMember, known: KnownNames, notes: Notes): void {
  notes.add(member, "request/unknown-variable", `unknown variable ${quote(member.name)}`, helpIf(known.didYouMean(member.name)));
}

/** A text, which may be empty, or several. Conditions compare texts: `true` is written `"true"`. */
function variableValue(node: JsonNode, what: string, notes: Notes): string | readonly string[] | undefined {
  if (node.kind === "string") return node.text;
  if (node.kind === "array") return node.items.flatMap((item) => itemOf(item, what, notes));
  return textOf(node, what, notes);
}

function itemOf(node: JsonNode, what: string, notes: Notes): readonly string[] {
  if (node.kind === "string") return [node.text];
  textOf(node, `a value of ${what}`, notes);
  return [];
}
