import type { Condition, Element, PolicyStatement } from "../../aws/policy/syntax";
import type { Context } from "./context";
import { isUnknown } from "./estate";
import { operatorText, principalText } from "./print-statement";
import type { Difference } from "./statement";

/** How far a statement came before it differed: the later the element, the nearer. */
export function nearnessOf({ kind }: Difference): number {
  return NEARNESS[kind];
}

const NEARNESS = { principal: 1, action: 2, resource: 3, condition: 4 } as const satisfies Record<Difference["kind"], number>;

/** What a statement lacked, as a clause. */
export function describeDifference(statement: PolicyStatement, difference: Difference, context: Context): string {
  switch (difference.kind) {
    case "principal":
      return describeElement("Principal", statement.principal, principalText);
    case "action":
      return statement.action ? describeElement("Action", statement.action, textOf) : "it has no `Action`";
    case "resource":
      return statement.resource ? describeElement("Resource", statement.resource, textOf) : "it has no `Resource`";
    case "condition":
      return describeCondition(difference.condition, context);
  }
}

function describeElement<Item>(name: string, element: Element<Item> | undefined, text: (item: Item) => string): string {
  if (element === undefined) return `its \`${name}\` doesn't match`;
  const listed = shortList(element.items.map(text));
  return element.negated ? `its \`Not${name}\` ${listed} leaves it out` : `its \`${name}\` ${listed} doesn't match`;
}

function describeCondition({ operator, key, values }: Condition, context: Context): string {
  const actual = context(key);
  const found = actual === undefined ? "lacks the key" : isUnknown(actual) ? "may have another" : `has ${shortList(actual)}`;
  return `its condition \`${operatorText(operator)}\` on "${key}" asks for ${shortList(values.map(textOf))} and the request ${found}`;
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

/** A sentence stays readable where a statement lists hundreds. */
const MOST_SHOWN = 3;

function shortList(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map((text) => `"${text}"`);
  return texts.length > MOST_SHOWN ? `${shown.join(", ")} and ${texts.length - MOST_SHOWN} more` : shown.join(", ");
}
