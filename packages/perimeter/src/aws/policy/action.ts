import { didYouMean } from "../nearest";
import { stringsOf } from "./elements";
import { addTextMistake, type TextMistake } from "./findings";
import type { JsonNode } from "./json";
import type { KindRules } from "./kinds";
import { matchesAction } from "./match";
import { parsePattern } from "./pattern";
import type { Reading } from "./reading";
import type { ActionPattern } from "./syntax";

/**
 * action := "*" | service ":" name, the name with wildcards. Whether there is such an action is the catalogue's to say:
 * IAM stores the name of one that it doesn't know.
 * Source: IAM User Guide, "IAM JSON policy elements: Action".
 */
export function readActions(node: JsonNode, element: string, { rules, findings }: Reading): readonly ActionPattern[] {
  return stringsOf(node, `"${element}"`, findings).flatMap((item) => {
    const action = parseAction(item.text);
    const mistake = "expected" in action ? action : mistakeOfKind(action, rules);
    if (mistake) addTextMistake(findings, item, "action", mistake);
    return mistake || "expected" in action ? [] : [action];
  });
}

const FORM = /^(?<service>[^:]*):(?<name>[^:]*)$/;
const SERVICE = /^(?:\*|[a-z0-9-]+)$/i;
const NAME = /^[A-Za-z0-9*?]+$/;

function parseAction(text: string): ActionPattern | TextMistake {
  if (text === "*") return { text, service: "*", name: [{ kind: "many" }] };
  if (text.includes("${")) return { expected: "an action", help: "variables stand in resources and conditions only" };
  const { service, name } = FORM.exec(text.toLowerCase())?.groups ?? {};
  if (service === undefined || name === undefined) return { expected: 'an action as "service:name" or "*"' };
  if (!SERVICE.test(service) || (service === "*" && name !== "*"))
    return { expected: "a service, without wildcards, before the colon of an action" };
  if (!NAME.test(name)) return { expected: "letters, digits and wildcards after the colon of an action" };
  return { text, service, name: parsePattern(name, { wildcards: true, variables: false }).pattern ?? [] };
}

/** Some kinds of policies take the actions of one service only, or only a few of them. */
function mistakeOfKind(action: ActionPattern, rules: KindRules): TextMistake | undefined {
  if (action.service === "*")
    return rules.everyAction ? undefined : { expected: `the actions of a service in ${rules.name}`, help: 'write as in "s3:*"' };
  const { services, actions } = rules;
  if (services !== undefined && !services.includes(action.service))
    return { expected: services.map((service) => `"${service}:…"`), help: `${rules.name} takes no other actions` };
  if (actions === undefined || actions.some((name) => matchesAction(action, action.service, name))) return undefined;
  const names = actions.map((name) => `${action.service}:${name}`);
  const help = didYouMean(action.text, names) ?? `they are ${names.map((name) => `"${name}"`).join(", ")}`;
  return { expected: `one of the few actions of ${rules.name}`, help };
}
