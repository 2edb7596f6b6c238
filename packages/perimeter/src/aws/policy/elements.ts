import { quote } from "../../quote";
import { nearest } from "../nearest";
import type { Findings, Place } from "./findings";
import { type JsonMember, type JsonNode, type JsonObject, type JsonString, kindOf } from "./json";

/** A list longer than a policy can hold is somebody's attempt at something else. */
const LONGEST_LIST = 100_000;

/** The object that a node is; anything else is refused. */
export function objectOf(node: JsonNode, what: string, findings: Findings): JsonObject | undefined {
  if (node.kind === "object") return node;
  return refuseType(node, `an object for ${what}`, findings);
}

/**
 * An object's members by name. A name that isn't known or comes twice is refused: names are case-sensitive, and none may
 * come twice (IAM User Guide, "Grammar of the IAM JSON policy language", notes). One that is a slip of a name that isn't
 * there is read as that, so that one slip is one mistake and what it holds is checked as well.
 */
export function membersOf<Name extends string>(
  node: JsonObject,
  known: readonly Name[],
  called: string,
  findings: Findings,
): ReadonlyMap<Name, JsonMember> {
  const members = new Map<Name, JsonMember>();
  const unknown: JsonMember[] = [];
  for (const member of uniqueMembers(node, findings)) {
    const name = known.find((each) => each === member.name);
    if (name === undefined) unknown.push(member);
    else members.set(name, member);
  }
  for (const member of unknown) {
    const meant = nearest(member.name, known);
    const expected = known.map((each) => `"${each}"`);
    const help = meant === undefined ? `they are ${expected.join(", ")}` : `did you mean "${meant}"?`;
    findings.add(member, { rule: "unknown-element", expected, called, found: quote(member.name), help });
    const name = known.find((each) => each === meant);
    if (name !== undefined && !members.has(name)) members.set(name, { ...member, name });
  }
  return members;
}

/** An object's members, whatever their names; the second of two with one name is refused. */
export function uniqueMembers(node: JsonObject, findings: Findings): readonly JsonMember[] {
  const names = new Set<string>();
  return node.members.filter((member) => {
    const { name } = member;
    if (!names.has(name)) return names.add(name);
    findings.add(member, { rule: "duplicate-name", expected: [`${quote(name)} once`], found: "a second one" });
    return false;
  });
}

/** The text that a node is; anything else is refused. */
export function textOf(node: JsonNode, what: string, findings: Findings): string | undefined {
  if (node.kind === "string") return node.text;
  return refuseType(node, `a string for ${what}`, findings);
}

/** One string or a list of them, which has at least one. What is no string is refused, and the others are read. */
export function stringsOf(node: JsonNode, what: string, findings: Findings): readonly JsonString[] {
  if (node.kind !== "string" && node.kind !== "array") {
    refuseType(node, `a string or a list of strings for ${what}`, findings);
    return [];
  }
  return itemsOf(node, what, findings).flatMap((item) => {
    if (item.kind === "string") return [item];
    refuseType(item, `a string for ${what}`, findings);
    return [];
  });
}

/** The items of a list, or the one value that stands without brackets. */
export function itemsOf(node: JsonNode, what: string, findings: Findings): readonly JsonNode[] {
  if (node.kind !== "array") return [node];
  const { length } = node.items;
  if (length > 0 && length <= LONGEST_LIST) return node.items;
  const expected = length === 0 ? `at least one of ${what}` : `at most ${LONGEST_LIST} of ${what}`;
  findings.add(node, {
    rule: length === 0 ? "empty-list" : "long-list",
    expected: [expected],
    found: length === 0 ? "none" : `${length}`,
  });
  return [];
}

/** Refuses a node of another type than the element has. */
export function refuseType(node: JsonNode, expected: string, findings: Findings): undefined {
  findings.add(node, { rule: "wrong-type", expected: [expected], found: kindOf(node) });
}

/** Refuses the absence of an element, at the object that lacks it. */
export function refuseMissing(place: Place, expected: string, help: string | undefined, findings: Findings): undefined {
  findings.add(place, { rule: "missing-element", expected: [expected], found: "none", help });
}

/** Refuses an element that the kind of policy doesn't have, or not in this form. */
export function refuseElement(member: JsonMember, expected: string, help: string | undefined, findings: Findings): undefined {
  findings.add(member, { rule: "unsupported-element", expected: [expected], found: `"${member.name}"`, help });
}
