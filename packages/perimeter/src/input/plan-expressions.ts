import { entry, evaluateJson, isObject, type JsonValue } from "./body";
import { type Bindings, evaluate, type Scope } from "./expression/evaluate";
import { parseExpression } from "./expression/parser";
import { DEEPEST_JSON, TOO_DEEP, valueOfJson } from "./expression/text";
import { fields, list, unknown, type Value } from "./value";

export const NO_BINDINGS: Bindings = new Map();

/** Stands for the argument of an expression whose value is only passed on: a module's variable or output. */
export const PASSED_ON = "";

/**
 * The value of an expression, a block or a list of them, as a plan shows its configuration; `undefined` where it shows
 * nothing. What was written in JSON has both a `constant_value`, which is the raw template, and `references`; what was
 * written in HCL has the references alone. `argument` is the name of what the expression sets.
 */
export function shownValue(
  json: JsonValue | undefined,
  scope: Scope,
  bindings: Bindings = NO_BINDINGS,
  argument: string = PASSED_ON,
  depth = 0,
): Value | undefined {
  if (depth > DEEPEST_JSON) return TOO_DEEP;
  if (Array.isArray(json)) return list(json.map((item) => shownValue(item, scope, bindings, argument, depth + 1) ?? fields([])));
  // An expression that refers to nothing, and isn't constant either, is shown as an empty object.
  if (!isObject(json) || Object.keys(json).length === 0) return undefined;
  const [constant, referred] = [entry(json, "constant_value"), entry(json, "references")];
  const references = Array.isArray(referred) ? referred.map(String) : [];
  if (constant !== undefined) return references.length > 0 ? evaluateJson(constant, scope, bindings) : valueOfJson(constant);
  if (Array.isArray(referred)) return referenced(references, scope, bindings, argument);
  const entries = Object.entries(json).map(
    ([name, inner]) => [name, shownValue(inner, scope, bindings, name, depth + 1)] as const,
  );
  return fields(entries.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/**
 * Arguments that hold nothing but what identifies another resource. A plan of HCL shows which names an expression uses
 * and not what it makes of them; here, where it uses one, the service would take nothing but that one.
 */
const IDENTIFYING =
  /(^|_)(id|ids|ocid|arn|arns)$|^(identifiers|region|role|roles|user|users|group|groups|topic|queue_url|secret)$|_endpoint$/;

/** What is passed on and ends so is an id; whatever uses it as something else doesn't show that either. */
const IDENTITY = /\.(id|ocid|arn)$/;

/** Arguments that hold a whole document: where they use one document and nothing else, they are that document. */
const DOCUMENT = /(^|_)policy$/;

function referenced(references: readonly string[], scope: Scope, bindings: Bindings, argument: string): Value {
  const longest = references.filter(
    (one) => !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
  );
  const named = longest.map((one) => `"${one}"`).join(", ");
  const opaque = unknown(`a plan doesn't show what an expression makes of ${named}`);
  const [only] = longest;
  const parsed = only !== undefined && longest.length === 1 ? parseExpression(only) : undefined;
  if (only === undefined || !parsed || !("expression" in parsed)) return opaque;
  const value = evaluate(parsed.expression, scope, bindings);
  if (value.kind === "unknown") return unknown(`${value.reason}, in an expression over ${named}`);
  const isIdentity = IDENTITY.test(only) || (value.kind === "reference" && /^(var|module)\./.test(only));
  const isPassedOn = argument === PASSED_ON && (isIdentity || value.kind === "json");
  const isDocument = DOCUMENT.test(argument) && value.kind === "json";
  return IDENTIFYING.test(argument) || isPassedOn || isDocument ? value : opaque;
}

/** `module.a["x"].module.b` as names and keys. */
export function moduleSteps(address: string): readonly (readonly [string, string | number | undefined])[] {
  const parsed = address === "" ? undefined : parseExpression(address);
  const steps = parsed && "expression" in parsed && parsed.expression.kind === "steps" ? parsed.expression.steps : [];
  const found: [string, string | number | undefined][] = [];
  let isName = true;
  for (const step of steps) {
    const last = found.at(-1);
    if (step.kind === "attribute") {
      if (isName) found.push([step.name, undefined]);
      isName = !isName;
    } else if (step.kind === "index" && step.key.kind === "literal" && last) {
      const { value } = step.key;
      if (typeof value === "string" || typeof value === "number") last[1] = value;
    }
  }
  return found;
}
