import { argument, fieldsOf, itemsOf } from "../../../estate/arguments";
import type { Links } from "../../../estate/links";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import type { Resource, Value } from "../../../input";
import { knownText } from "../../../input/expression/text";
import { flagIn } from "../flag";

/** Events that must all be recorded. */
export type Wanted =
  | { readonly category: "Management"; readonly readOnly: boolean }
  | {
      readonly category: "Data";
      readonly readOnly: true;
      /** What CloudTrail calls the type. */
      readonly type: string;
      /** The service that sends them. */
      readonly source: string;
      /** With what the ARN of everything begins of which they are. */
      readonly prefix: string;
    };

/** Whether selectors take all of them; text: what is left out. */
export type Taken = Maybe<true | { readonly out: string }>;

/** One field of an advanced event selector; a classic selector is written as if it were one. */
interface Rule {
  readonly field: string;
  readonly operator: (typeof OPERATORS)[number];
  readonly values: readonly string[];
}

const OPERATORS = ["equals", "not_equals", "starts_with", "not_starts_with", "ends_with", "not_ends_with"] as const;

/** Source: CloudTrail User Guide, "Logging data events", "Logging management events"; API Reference, AdvancedFieldSelector. */
export function takenBy(recorder: Resource, wanted: Wanted, links: Links): Taken {
  const [advanced, classic] = ["advanced_event_selector", "event_selector"].map((name) => itemsOf(argument(recorder, name)));
  if (!advanced || !classic) return { unknown: "its event selectors aren't known" };
  const selectors = [...advanced.map((one) => advancedRules(one, links)), ...classic.flatMap((one) => classicRules(one, links))];
  // Without any selector a trail takes management events, and no data events.
  if (advanced.length + classic.length === 0)
    return wanted.category === "Management" ? true : { out: "no data events: it has no selector for them" };
  const taken = selectors.map((rules) => (isUnknown(rules) ? rules : takes(rules, wanted)));
  if (taken.includes(true)) return true;
  const doubt = taken.find((one) => isUnknown(one));
  if (doubt !== undefined) return doubt;
  const parts = taken.flatMap((one) => (typeof one === "object" && "out" in one ? [one.out] : []));
  return { out: parts[0] ?? (wanted.category === "Management" ? "no management events" : `no data events of ${wanted.prefix}`) };
}

function advancedRules(selector: Value, links: Links): Maybe<readonly Rule[]> {
  const fields = itemsOf(fieldsOf(selector).get("field_selector"));
  if (!fields) return { unknown: "its event selectors aren't known" };
  const rules: Rule[] = [];
  for (const one of fields) {
    const field = fieldsOf(one).get("field");
    const name = field && knownText(field);
    if (name === undefined) return { unknown: "a field of its event selectors isn't known" };
    for (const operator of OPERATORS) {
      const values = textsOf(fieldsOf(one).get(operator), links);
      if (isUnknown(values)) return { unknown: `what its event selectors ask of ${name} isn't known: ${values.unknown}` };
      if (values.length > 0) rules.push({ field: name, operator, values });
    }
  }
  return rules;
}

function textsOf(value: Value | undefined, links: Links): Maybe<readonly string[]> {
  const items = itemsOf(value);
  if (!items) return { unknown: "its values aren't known" };
  const texts = items.filter((item) => !(item.kind === "literal" && item.value === null)).map(links.text);
  return texts.find(isUnknown) ?? texts.filter((text) => typeof text === "string");
}

/** A classic selector takes management events unless it says otherwise, and the data events that it names. */
function classicRules(selector: Value, links: Links): readonly Maybe<readonly Rule[]>[] {
  const given = fieldsOf(selector);
  const type = given.get("read_write_type");
  const reads = type ? knownText(type) : "All";
  const management = flagIn(given.get("include_management_events"), "include_management_events", true);
  const excluded = textsOf(given.get("exclude_management_event_sources"), links);
  const resources = itemsOf(given.get("data_resource"));
  if (reads === undefined || isUnknown(management) || isUnknown(excluded) || !resources)
    return [{ unknown: "its event selectors aren't known" }];
  const readOnly: readonly Rule[] =
    reads === "All" ? [] : [{ field: "readOnly", operator: "equals", values: [reads === "ReadOnly" ? "true" : "false"] }];
  const of = (category: Wanted["category"]): Rule => ({ field: "eventCategory", operator: "equals", values: [category] });
  const own: readonly Rule[] = [
    of("Management"),
    ...readOnly,
    ...(excluded.length > 0 ? [{ field: "eventSource", operator: "not_equals" as const, values: excluded }] : []),
  ];
  return [
    ...(management ? [own] : []),
    ...resources.map((one): Maybe<readonly Rule[]> => {
      const [kind, values] = [fieldsOf(one).get("type"), textsOf(fieldsOf(one).get("values"), links)];
      const name = kind && knownText(kind);
      if (name === undefined || isUnknown(values)) return { unknown: "what its event selectors name isn't known" };
      return [
        of("Data"),
        ...readOnly,
        { field: "resources.type", operator: "equals", values: [name] },
        { field: "resources.ARN", operator: "starts_with", values: values.filter((text) => namesEverything(text, name)) },
      ];
    }),
  ];
}

/** Of a bucket all objects are named by a slash behind it, and those of all buckets by `arn:aws:s3` ("DataResource"). */
const namesEverything = (text: string, type: string) => type !== "AWS::S3::Object" || /^arn:[^:]+:s3(:::)?$|\//.test(text);

/** All rules have to let an event pass. */
function takes(rules: readonly Rule[], wanted: Wanted): true | { readonly out: string } | undefined {
  let out: string | undefined;
  for (const rule of rules) {
    const passed = passes(rule, wanted);
    if (passed === false) return undefined;
    if (typeof passed === "string") out ??= passed;
  }
  // A selector without a category takes nothing.
  if (!rules.some(({ field }) => field === "eventCategory")) return undefined;
  if (wanted.category === "Data" && !rules.some(({ field }) => field === "resources.type")) return undefined;
  return out === undefined ? true : { out };
}

/** Whether a rule lets all of the wanted events pass, or none; text: what it leaves out. */
function passes({ field, operator, values }: Rule, wanted: Wanted): boolean | string {
  const is = (value: string) =>
    operator === "equals" ? values.includes(value) : operator === "not_equals" && !values.includes(value);
  switch (field) {
    case "eventCategory":
      return is(wanted.category);
    case "resources.type":
      return wanted.category === "Data" && is(wanted.type);
    case "readOnly":
      return is(String(wanted.readOnly));
    case "resources.ARN":
      return wanted.category === "Data" ? passesArn(operator, values, wanted.prefix) : false;
    case "eventSource":
      return passesSource(operator, values, wanted);
    default:
      return `what its selector for ${field} doesn't let pass`;
  }
}

function passesArn(operator: Rule["operator"], values: readonly string[], prefix: string): boolean | string {
  const partial = `a part of ${prefix}`;
  const isBelow = (value: string) => value.startsWith(prefix);
  switch (operator) {
    case "starts_with":
      return values.some((value) => prefix.startsWith(value)) || (values.some(isBelow) && partial);
    case "not_starts_with":
      return !values.some((value) => prefix.startsWith(value)) && (values.some(isBelow) ? partial : true);
    case "not_equals":
      return values.some(isBelow) ? partial : true;
    case "equals":
      return values.some(isBelow) && partial;
    default:
      return partial;
  }
}

/** Calls of the RDS Data API are no change of a boundary; everything else may be. */
const NO_CHANGES: ReadonlySet<string> = new Set(["rdsdata.amazonaws.com"]);

function passesSource(operator: Rule["operator"], values: readonly string[], wanted: Wanted): boolean | string {
  if (wanted.category === "Data") {
    const isNamed = values.includes(wanted.source);
    if (operator === "equals") return isNamed;
    return operator === "not_equals" ? !isNamed : `what its selector for eventSource doesn't let pass`;
  }
  if (operator !== "not_equals") return `calls of other services than ${values.join(", ")}`;
  const left = values.filter((value) => !NO_CHANGES.has(value));
  return left.length === 0 ? true : `calls of ${left.join(", ")}`;
}
