import { didYouMean } from "../../aws/nearest";
import { type JsonArray, type JsonMember, type JsonNode, kindOf } from "../../aws/policy/json";
import { quote } from "../../quote";
import type { Notes } from "./notes";

/** The members of an object by name; notes those that aren't among `known`, and those that come twice. */
export function membersOf(
  node: JsonNode,
  what: string,
  known: readonly string[],
  notes: Notes,
): ReadonlyMap<string, JsonMember> | undefined {
  if (node.kind !== "object") {
    notes.add(node, "request/type", `expected an object for ${what}, found ${kindOf(node)}`);
    return undefined;
  }
  const members = new Map<string, JsonMember>();
  for (const member of node.members) {
    if (!known.includes(member.name)) noteUnknownKey(member, what, known, notes);
    else if (members.has(member.name)) notes.add(member, "request/twice", `${quote(member.name)} stands here twice`);
    else members.set(member.name, member);
  }
  return members;
}

function noteUnknownKey(member: JsonMember, what: string, known: readonly string[], notes: Notes): void {
  const help = didYouMean(member.name, known) ?? `the keys of ${what} are ${known.join(", ")}`;
  notes.add(member, "request/unknown-key", `unknown key ${quote(member.name)} in ${what}`, { expected: known, help });
}

/** The text of a value; notes anything else, and one without a character. */
export function textOf(node: JsonNode, what: string, notes: Notes): string | undefined {
  if (node.kind !== "string") {
    const help = node.kind === "number" || node.kind === "boolean" ? { help: `write "${node.text}", in quotes` } : {};
    notes.add(node, "request/type", `expected a string for ${what}, found ${kindOf(node)}`, help);
    return undefined;
  }
  if (node.text.trim() !== "") return node.text;
  notes.add(node, "request/empty", `${what} is empty`);
  return undefined;
}

/** The texts of a list. */
export function textsOf(node: JsonNode, what: string, notes: Notes): readonly string[] | undefined {
  if (node.kind === "array") return itemsOf(node, what, notes);
  const help = node.kind === "string" ? { help: `write [${quote(node.text)}]` } : {};
  notes.add(node, "request/type", `expected a list of strings for ${what}, found ${kindOf(node)}`, help);
  return undefined;
}

function itemsOf({ items }: JsonArray, what: string, notes: Notes): readonly string[] {
  return items.flatMap((item) => textOf(item, `an item of ${what}`, notes) ?? []);
}

/** `stack/type.name`, or `type.name` where only one stack has it; in modules and loops as Terraform writes it. */
const ADDRESS = /^(?:[^/\s]+\/)?[^/\s.]+\..+$/s;

/** The address of a resource. */
export function readAddress(node: JsonNode, notes: Notes): { readonly kind: "address"; readonly address: string } | undefined {
  const address = textOf(node, "address", notes);
  if (address === undefined) return undefined;
  if (ADDRESS.test(address)) return { kind: "address", address };
  const expected = ["stack/type.name"];
  const help = "write it as stack/type.name, such as primary/oci_objectstorage_bucket.media";
  notes.add(node, "request/address", `expected an address, found ${quote(address)}`, { expected, help });
  return undefined;
}
