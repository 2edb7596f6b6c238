import { printValue } from "../language/print-condition";
import { printList, UnprintableStatementError } from "../language/print-name";
import type { Attribute, MatchingRule } from "./syntax";

/**
 * The rule in its canonical form. Parsing it gives the same tree again.
 * @throws UnprintableStatementError for a value or tag that no rule can hold, or a list with nothing in it.
 */
export function printMatchingRule(rule: MatchingRule): string {
  switch (rule.kind) {
    case "all":
    case "any":
      return `${rule.kind} {${printList(rule.rules, printMatchingRule)}}`;
    case "equals":
      return `${printAttribute(rule.attribute)} = ${printValue(rule.value)}`;
    case "not-equals":
      return `${printAttribute(rule.attribute)} != ${printValue(rule.value)}`;
    case "present":
      return printAttribute(rule.attribute);
  }
}

function printAttribute(attribute: Attribute): string {
  if (typeof attribute === "string") return attribute;
  const { namespace, key } = attribute;
  for (const part of [namespace, key])
    if (!/^[A-Za-z0-9_@:-]+$/.test(part))
      throw new UnprintableStatementError(
        `"${part}" can't stand in a matching rule: a tag's name may hold only letters, digits and _ @ : -`,
      );
  return `tag.${namespace}.${key}.value`;
}
