import { type Names, PERMISSION_NAMES, RESOURCE_TYPE_NAMES, VARIABLE_NAMES } from "../catalogue/names";
import { shown } from "./diagnostics";
import { type Span, type Spans, spansOf } from "./spans";
import type { Action, Condition, PolicyStatement, Subject, Value, ValueSet } from "./syntax";

/** What the language allows and yet is probably a mistake. The statement is read as it stands. */
export interface Warning {
  readonly kind: "unknown-resource-type" | "unknown-permission" | "unknown-variable" | "slash-in-name" | "bare-value";
  /** "X is no Y that the catalogue knows" */
  readonly message: string;
  readonly help?: string;
  /** Where it stands in the text that was parsed; absent in a statement that was built by hand. */
  readonly span?: Span;
}

/** The names of a statement that the catalogue doesn't know, in the order in which they stand. */
export function warningsOf(statement: PolicyStatement): readonly Warning[] {
  if (statement.kind === "define") return [];
  const spans = spansOf(statement);
  return [
    ...subjectWarnings(statement.subject, spans),
    ...(statement.kind === "associate"
      ? [statement.joins, statement.with].flatMap((joined) => unknownType(joined.resourceType, spans.ofWord(joined)))
      : actionWarnings(statement.action, spans)),
    ...(statement.condition ? conditionWarnings(statement.condition, spans) : []),
    ...spans.bareValues.map((span) => warning("bare-value", "a value without quotes", "write it in single quotes", span)),
  ];
}

/** 'A/B' is written for 'A'/'B'; which of the two the service reads isn't documented. */
function subjectWarnings(subject: Subject, spans: Spans): Warning[] {
  if (subject.kind !== "group" && subject.kind !== "dynamic-group") return [];
  return subject.names.flatMap((item, index): Warning[] => {
    if ("id" in item || item.domain !== undefined || !item.name.includes("/")) return [];
    const [domain, ...rest] = item.name.split("/");
    const help = `did you mean ${shown(`'${domain}'/'${rest.join("/")}'`)}?`;
    const message = `${shown(item.name)} is a name with a slash, and no domain and name`;
    return [warning("slash-in-name", message, help, spans.ofWord(subject, index))];
  });
}

function actionWarnings(action: Action, spans: Spans): Warning[] {
  return action.kind === "verb"
    ? unknownType(action.resourceType, spans.ofWord(action))
    : action.permissions.flatMap((name, index) =>
        unknown("unknown-permission", "permission", PERMISSION_NAMES, name, spans.ofWord(action, index)),
      );
}

function unknownType(name: string, span: Span | undefined): Warning[] {
  return unknown("unknown-resource-type", "resource type", RESOURCE_TYPE_NAMES, name, span);
}

function conditionWarnings(condition: Condition, spans: Spans): Warning[] {
  if ("conditions" in condition) return condition.conditions.flatMap((each) => conditionWarnings(each, spans));
  return [
    ...unknownVariable(condition.variable, spans.ofWord(condition)),
    ...variablesAmong(condition).flatMap((name) => unknownVariable(name, spans.of(condition))),
  ];
}

/** The variables on the right side of a comparison. */
function variablesAmong(condition: Exclude<Condition, { kind: "all" | "any" }>): string[] {
  switch (condition.kind) {
    case "equals":
    case "not-equals":
      return variablesIn(condition.value);
    case "in":
    case "not-in":
      return condition.values.flatMap(variablesIn);
    case "sets-intersect":
    case "sets-equal":
      return variablesIn(condition.set);
    case "before":
    case "after":
    case "between":
    case "present":
    case "absent":
      return [];
  }
}

function variablesIn(set: Value | ValueSet): string[] {
  if (typeof set === "string" || set.kind === "pattern") return [];
  return set.kind === "variable" ? [set.variable] : set.values.flatMap(variablesIn);
}

function unknownVariable(name: string, span: Span | undefined): Warning[] {
  return unknown("unknown-variable", "variable", VARIABLE_NAMES, name, span);
}

function unknown(kind: Warning["kind"], what: string, names: Names, name: string, span: Span | undefined): Warning[] {
  if (names.has(name)) return [];
  const meant = names.nearest(name);
  const help = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
  return [warning(kind, `${shown(name)} is no ${what} that the catalogue knows`, help, span)];
}

function warning(kind: Warning["kind"], message: string, help: string | undefined, span: Span | undefined): Warning {
  return { kind, message, ...(help === undefined ? {} : { help }), ...(span && { span }) };
}
