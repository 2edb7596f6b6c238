import { quote } from "../../quote";
import { didYouMean } from "../nearest";
import { itemsOf, objectOf, refuseType, uniqueMembers } from "./elements";
import { addTextMistake } from "./findings";
import type { JsonMember, JsonNode, JsonOther, JsonString } from "./json";
import { OPERATORS, type Operator, type OperatorName, SET_OPERATORS, type SetOperator } from "./operators";
import type { Reading } from "./reading";
import type { Condition, ConditionOperator } from "./syntax";
import { parseConditionValue } from "./value";

/**
 * conditions := { operator: { key: value | [value, …], … }, … }
 * Source: IAM User Guide, "IAM JSON policy elements: Condition".
 */
export function readConditions(node: JsonNode, reading: Reading): readonly Condition[] {
  const block = objectOf(node, '"Condition"', reading.findings);
  if (block === undefined) return [];
  return uniqueMembers(block, reading.findings).flatMap((member) => {
    const operator = readOperator(member, reading);
    return operator === undefined ? [] : readKeys(member, operator, reading);
  });
}

const NAMES = Object.keys(OPERATORS) as OperatorName[];
const SETS = Object.keys(SET_OPERATORS) as SetOperator[];
const IF_EXISTS = "IfExists";
const FORMS = ["", ...SETS.map((set) => `${set}:`)].flatMap((set) =>
  NAMES.flatMap((name) => [`${set}${name}`, ...(OPERATORS[name].ifExists ? [`${set}${name}${IF_EXISTS}`] : [])]),
);

/** operator := ["ForAllValues:" | "ForAnyValue:"] name ["IfExists"], the suffix not after `Null`. */
function readOperator(member: JsonMember, { findings }: Reading): ConditionOperator | undefined {
  const text = member.name;
  const set = SETS.find((each) => text.startsWith(`${each}:`));
  const rest = set === undefined ? text : text.slice(set.length + 1);
  const ifExists = rest.endsWith(IF_EXISTS);
  const bare = ifExists ? rest.slice(0, -IF_EXISTS.length) : rest;
  const name = NAMES.find((each) => each === bare);
  if (name === undefined || (ifExists && !OPERATORS[name].ifExists)) {
    const help =
      name === undefined ? didYouMean(text, FORMS) : `"${name}" asks whether the key exists, and has no "${IF_EXISTS}"`;
    const expected = NAMES.map((each) => `"${each}"`);
    findings.add(member, { rule: "operator", expected, called: "a condition operator", found: quote(text), help });
    return undefined;
  }
  return { name, ifExists, ...(set === undefined ? {} : { set }) };
}

function readKeys(member: JsonMember, operator: ConditionOperator, reading: Reading): readonly Condition[] {
  const { findings } = reading;
  const keys = objectOf(member.value, `the keys of ${quote(member.name)}`, findings);
  const seen = new Set<string>();
  return (keys ? uniqueMembers(keys, findings) : []).flatMap((key) => {
    const lower = key.name.toLowerCase();
    if (seen.has(lower))
      findings.add(key, {
        rule: "duplicate-key",
        expected: ["each key once"],
        found: quote(key.name),
        help: "their case plays no part",
      });
    seen.add(lower);
    checkKey(key, reading);
    const values = readValues(key, operator, reading);
    return { path: key.path, operator, key: key.name, values };
  });
}

/** key := prefix ":" name; a key of tags goes on with the tag (policy validation checks: condition key format, tag key). */
function checkKey(key: JsonMember, { findings }: Reading): void {
  const { name } = key;
  if (!/^[^\s:]+:[^:\s].*$/s.test(name))
    findings.add(key, { rule: "condition-key", expected: ['a condition key as "service:name"'], found: quote(name) });
  else if (/^(?:aws:(?:principal|request|resource)tag)\/?$/i.test(name))
    findings.add(key, { rule: "condition-key", expected: ["the key of a tag behind a slash"], found: quote(name) });
}

function readValues(key: JsonMember, operator: ConditionOperator, { version, findings }: Reading): Condition["values"] {
  const facts: Operator = OPERATORS[operator.name];
  const what = `"${operator.name}"`;
  const items = itemsOf(key.value, `the values of ${quote(key.name)}`, findings).filter(
    (item): item is JsonString | JsonOther => {
      const isScalar = item.kind === "string" || item.kind === "number" || item.kind === "boolean";
      if (!isScalar) refuseType(item, `a string, number or boolean for ${what}`, findings);
      return isScalar;
    },
  );
  if (new Set(items.map(({ kind }) => kind)).size > 1)
    findings.add(key.value, { rule: "value-types", expected: ["values of one JSON type"], found: "several" });
  if (facts.value === "boolean" && items.length > 1)
    findings.add(key.value, { rule: "value-count", expected: [`one value for ${what}`], found: String(items.length) });
  return items.flatMap((item) => {
    const value = parseConditionValue(item.text, operator.name, version);
    if (!("expected" in value)) return [value];
    addTextMistake(findings, item, "value", value);
    return [];
  });
}
