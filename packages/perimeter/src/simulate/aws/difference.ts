import type { ActionPattern, Condition, Element, PolicyStatement, ResourcePattern } from "../../aws/policy/syntax";
import { quote } from "../../quote";
import type { Context } from "./context";
import { isUnknown } from "./estate";
import type { Difference, Facts } from "./statement";

/** How far a statement came before it differed: the later the element, the nearer. */
export function nearnessOf({ kind }: Difference): number {
  return NEARNESS[kind];
}

const NEARNESS = { action: 1, resource: 2, principal: 3, condition: 4 } as const satisfies Record<Difference["kind"], number>;

/** What a statement lacked, as a clause. */
export function describeDifference(statement: PolicyStatement, difference: Difference, { caller, context }: Facts): string {
  switch (difference.kind) {
    case "principal":
      return `its \`Principal\` doesn't name ${caller.name}`;
    case "action":
      return describeElement("Action", statement.action);
    case "resource":
      return describeElement("Resource", statement.resource);
    case "condition":
      return describeCondition(statement, difference.condition, context);
  }
}

function describeElement(name: string, element: Element<ActionPattern | ResourcePattern> | undefined): string {
  if (element === undefined) return `it has no \`${name}\``;
  const listed = shortList(element.items.map(textOf));
  return element.negated ? `its \`Not${name}\` ${listed} leaves it out` : `its \`${name}\` ${listed} doesn't match`;
}

/** The path of a condition holds its operator and key as they are written. */
function describeCondition({ path: start }: PolicyStatement, { path, key, values }: Condition, context: Context): string {
  const actual = context(key);
  const found = actual === undefined ? "lacks the key" : isUnknown(actual) ? "may have another" : `has ${shortList(actual)}`;
  return `its ${quote(path.slice(start.length + 1))} asks for ${shortList(values.map(textOf))} and the request ${found}`;
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

/** A sentence stays readable where a statement lists hundreds. */
const MOST_SHOWN = 3;

function shortList(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map(quote);
  return texts.length > MOST_SHOWN ? `${shown.join(", ")} and ${texts.length - MOST_SHOWN} more` : shown.join(", ");
}
