import { quote } from "../../quote";
import { actionsOf, didYouMeanAction, findAction } from "../catalogue/actions";
import { findConditionKey } from "../catalogue/condition-keys";
import { didYouMeanService, isService, supportsResourceControl } from "../catalogue/services";
import { matchesPattern } from "./match";
import { variablesOf } from "./pattern";
import type { ActionPattern, PolicyDocument, PolicyKind, PolicyStatement } from "./syntax";
import { type Warnings, warning } from "./warning";

type StatementRule = (statement: PolicyStatement, document: PolicyDocument) => Warnings;

/** What is suspicious about a statement apart from the keys of its conditions, a function each. */
export const STATEMENT_RULES: readonly StatementRule[] = [
  unknownActions,
  foreignActions,
  unknownResources,
  incompleteStatement,
  everyoneTrusted,
  notPrincipal,
  literalVariables,
  multivaluedVariables,
];

function* unknownActions({ action }: PolicyStatement): Warnings {
  if (action === undefined) return;
  for (const item of action.items) {
    if (item.service === "*") continue;
    if (!isService(item.service))
      yield warning(
        "unknown-service",
        action.path,
        `no service is called ${quote(item.service)}`,
        didYouMeanService(item.service),
      );
    else if (!isKnown(item))
      yield warning(
        "unknown-action",
        action.path,
        `no action is called ${quote(item.text)}`,
        didYouMeanAction(item.service, nameOf(item)),
      );
  }
}

/** Whether an action has this name, or matches it. */
function isKnown({ service, name }: ActionPattern): boolean {
  const [first] = name;
  if (name.length === 1 && first?.kind === "text") return findAction(service, first.text) !== undefined;
  return actionsOf(service).some((action) => matchesPattern(name, action.name.toLowerCase()));
}

function nameOf({ text }: ActionPattern): string {
  return text.slice(text.indexOf(":") + 1);
}

/** A resource's policy decides the actions on that resource only. */
const SERVICE_OF_KIND: Partial<Record<PolicyKind, string>> = { key: "kms", secret: "secretsmanager", queue: "sqs", topic: "sns" };

function* foreignActions({ action }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  const own = SERVICE_OF_KIND[kind];
  if (action === undefined || action.negated || (own === undefined && kind !== "rcp")) return;
  for (const { service, text } of action.items) {
    if (service === "*") continue;
    if (own !== undefined && service !== own)
      yield warning(
        "foreign-action",
        action.path,
        `${quote(text)} has no effect here: the policy decides actions of "${own}" only`,
      );
    if (kind === "rcp" && isService(service) && !supportsResourceControl(service))
      yield warning(
        "foreign-action",
        action.path,
        `${quote(text)} has no effect here: resource control policies don't reach "${service}"`,
      );
  }
}

function* unknownResources({ resource }: PolicyStatement): Warnings {
  for (const item of resource?.items ?? []) {
    const service = item.kind === "arn" ? item.text.split(":", 3)[2] : undefined;
    if (resource && service !== undefined && !isService(service))
      yield warning("unknown-service", resource.path, `no service is called ${quote(service)}`, didYouMeanService(service));
  }
}

/** KMS API Reference, PutKeyPolicy. */
function* incompleteStatement({ action, resource, path }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  if (kind === "key" && !(action && resource))
    yield warning("no-effect", path, `the statement has no effect without ${action ? '"Resource"' : '"Action"'}`);
}

function* everyoneTrusted({ principal, effect }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  if (kind === "trust" && effect === "Allow" && principal?.items.some((item) => item.kind === "everyone"))
    yield warning(
      "everyone-trusted",
      principal.path,
      "everyone with an AWS account may assume the role where the conditions hold",
    );
}

/** IAM User Guide, "AWS JSON policy elements: NotPrincipal". */
function* notPrincipal({ principal }: PolicyStatement): Warnings {
  const message = '"NotPrincipal" denies every principal that has a permissions boundary, also a listed one';
  if (principal?.negated)
    yield warning("not-principal", principal.path, message, 'deny "*" with a condition on "aws:PrincipalArn"');
}

/** IAM User Guide, "IAM JSON policy elements: Version". */
function* literalVariables(statement: PolicyStatement, { version }: PolicyDocument): Warnings {
  if (version === "2012-10-17") return;
  for (const [path, { text }] of textsOf(statement))
    if (text.includes("${"))
      yield warning("literal-variable", path, `${quote(text)} is literal text`, 'variables need "Version": "2012-10-17"');
}

/** IAM User Guide, "IAM policy elements: Variables and tags". */
function* multivaluedVariables(statement: PolicyStatement): Warnings {
  for (const [path, value] of textsOf(statement)) {
    const pattern = "segments" in value ? value.segments[5] : "pattern" in value ? value.pattern : [];
    for (const key of variablesOf(pattern))
      if (findConditionKey(key)?.multivalued)
        yield warning("multivalued-variable", path, `${quote(key)} has several values and can't be a variable`);
  }
}

type Text = NonNullable<PolicyStatement["resource"]>["items"][number] | PolicyStatement["conditions"][number]["values"][number];

/** The places where variables may stand. */
function* textsOf({ resource, conditions }: PolicyStatement): Iterable<readonly [path: string, text: Text]> {
  for (const item of resource?.items ?? []) yield [resource?.path ?? "", item];
  for (const { path, values } of conditions) for (const value of values) yield [path, value];
}
