import { Refusal } from "../engine/refusal";
import type { Step } from "../protocol/messages";
import { isList, isObject, type ObjectValue, type Value } from "../schema/value";

/** Says what is wrong with an argument, in the words of terraform-plugin-sdk v2, helper/validation. */
type Check = (value: string, key: string) => string | undefined;

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, key) =>
    allowed.includes(value)
      ? undefined
      : `expected ${key} to be one of [${allowed.map((one) => JSON.stringify(one)).join(" ")}], got ${value}`;

const alphanumeric: Check = (value, key) =>
  /^[a-zA-Z0-9]*$/.test(value) ? undefined : `invalid value for ${key} (must only include alphanumeric characters)`;

const empty: Check = (value, key) => (value === "" ? undefined : `expected "${key}" to be an empty string: got ${value}`);

/** Source: terraform-provider-aws, internal/service/iam/policy_document_data_source.go, the schema function. */
const ARGUMENTS: Readonly<Record<string, Check>> = {
  override_json: empty,
  source_json: empty,
  version: oneOf("2008-10-17", "2012-10-17"),
};
const STATEMENT: Readonly<Record<string, Check>> = { effect: oneOf("Allow", "Deny"), sid: alphanumeric };

function refuse(of: ObjectValue, checks: Readonly<Record<string, Check>>, path: readonly Step[]): void {
  for (const [name, check] of Object.entries(checks)) {
    const value: Value = of[name] ?? null;
    const steps = [...path, name];
    const wrong = typeof value === "string" ? check(value, steps.join(".")) : undefined;
    if (wrong !== undefined) throw new Refusal(wrong, undefined, steps);
  }
}

/** Throws a Refusal for the first argument of `aws_iam_policy_document` that the provider doesn't take. */
export function refuseArguments(config: ObjectValue): void {
  refuse(config, ARGUMENTS, []);
  const statements = isList(config["statement"]) ? config["statement"] : [];
  for (const [index, statement] of statements.entries()) {
    if (isObject(statement)) refuse(statement, STATEMENT, ["statement", index]);
  }
}
