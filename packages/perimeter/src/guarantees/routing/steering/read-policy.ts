import type { Estate } from "../../../estate";
import { argument, fieldsOf, isTrue, itemsOf } from "../../../estate/arguments";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import type { Resource, Value } from "../../../input";
import { knownText } from "../../../input/expression/text";
import { isSame, literalOf } from "../literal";
import { readCondition } from "./condition";
import type { Answer, AnswerData, Case, Rule, Steering } from "./policy";

/** The policy that a resource configures. What its template is matters no more once its rules are written. */
export function readSteering(resource: Resource, estate: Estate): Maybe<Steering> {
  const [answers, rules] = ["answers", "rules"].map((name) => itemsOf(argument(resource, name)));
  if (!answers || !rules) return { unknown: "its answers or rules aren't known" };
  const targets = targetsOf(resource, estate);
  const read = answers.map((answer, at) => answerOf(answer, at, targets, estate));
  const open = read.find(isUnknown);
  if (open) return open;
  return { answers: read.filter((one): one is Answer => !isUnknown(one)), rules: rules.map(ruleOf) };
}

/** What the policy's health check looks at; "none": it has none, "any": it isn't known. */
function targetsOf(resource: Resource, { links }: Estate): readonly Value[] | "none" | "any" {
  const id = argument(resource, "health_check_monitor_id");
  if (!id) return "none";
  const monitor = links.resource(id);
  return (monitor && itemsOf(argument(monitor, "targets"))) ?? "any";
}

function answerOf(value: Value, at: number, targets: ReturnType<typeof targetsOf>, estate: Estate): Maybe<Answer> {
  const fields = fieldsOf(value);
  const rdata = fields.get("rdata");
  const [name, rtype, pool] = ["name", "rtype", "pool"].map((key) => literalOf(fields.get(key), estate));
  if (!rdata || rtype === undefined) return { unknown: `its answer ${at + 1} isn't known` };
  const isMonitored = targets === "any" || (targets !== "none" && targets.some((target) => isMaybe(target, rdata, estate)));
  return {
    name: name ?? `answer ${at + 1}`,
    ...(pool === undefined ? {} : { pool }),
    rtype: rtype.toUpperCase(),
    rdata,
    isDisabled: isTrue(fields.get("is_disabled")),
    isMonitored,
  };
}

/** Whether two values may be the same: what isn't known excludes nothing. */
function isMaybe(one: Value, other: Value, estate: Estate): boolean {
  return isSame(one, other, estate) || one.kind === "unknown" || other.kind === "unknown";
}

/** An empty list of cases is what Terraform has where none are written. */
function ruleOf(value: Value): Rule {
  const fields = fieldsOf(value);
  const cases = itemsOf(fields.get("cases"));
  const count = numberAt(fields, "default_count");
  return {
    type: textAt(fields, "rule_type") ?? "unknown",
    ...(cases === undefined ? { cases: [UNREAD] } : cases.length > 0 ? { cases: cases.map(caseOf) } : {}),
    data: dataIn(fields.get("default_answer_data")),
    ...(count === undefined ? {} : { count }),
  };
}

const UNREAD: Case = { condition: { kind: "unread", text: "cases that aren't known" }, data: [] };

function caseOf(value: Value): Case {
  const fields = fieldsOf(value);
  const count = numberAt(fields, "count");
  return {
    ...conditionAt(fields, "case_condition"),
    data: dataIn(fields.get("answer_data")),
    ...(count === undefined ? {} : { count }),
  };
}

function dataIn(value: Value | undefined): readonly AnswerData[] {
  const items = itemsOf(value);
  if (!items) return [{ condition: { kind: "unread", text: "data that aren't known" } }];
  return items.map((item) => {
    const fields = fieldsOf(item);
    const number = numberAt(fields, "value");
    return {
      ...conditionAt(fields, "answer_condition"),
      keeps: isTrue(fields.get("should_keep")),
      ...(number === undefined ? {} : { value: number }),
    };
  });
}

type Given = ReturnType<typeof fieldsOf>;

const textAt = (fields: Given, name: string) => {
  const value = fields.get(name);
  return value && knownText(value);
};

function numberAt(fields: Given, name: string): number | undefined {
  const text = textAt(fields, name);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** None, where there is none or it is empty. */
function conditionAt(fields: Given, name: string): Pick<Case, "condition"> {
  const value = fields.get(name);
  if (!value || textAt(fields, name) === "") return {};
  const text = textAt(fields, name);
  return { condition: text === undefined ? { kind: "unread", text: `a ${name} that isn't known` } : readCondition(text) };
}
