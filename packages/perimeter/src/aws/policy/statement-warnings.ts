import { quote } from "../../quote";
import { actionsOf, didYouMeanAction } from "../catalogue/actions";
import { findConditionKey } from "../catalogue/condition-keys";
import { didYouMeanService, isService, supportsResourceControl } from "../catalogue/services";
import { matchesPattern } from "./match";
import { variablesOf } from "./pattern";
import type { ActionPattern, PolicyDocument, PolicyKind, PolicyStatement } from "./syntax";
import { type Warnings, warn } from "./warning";

/** What is suspicious about a statement apart from its conditions, a function each. */
export const STATEMENT_RULES: readonly ((statement: PolicyStatement, document: PolicyDocument) => Warnings)[] = [
  unknownActions,
  foreignActions,
  unknownResources,
  incompleteStatement,
  everyoneTrusted,
  notPrincipal,
  literalVariables,
  multivaluedVariables,
];

function unknownActions({ action }: PolicyStatement): Warnings {
  return (action?.items ?? []).flatMap((item) => {
    if (item.service === "*" || action === undefined) return [];
    if (!isService(item.service))
      return warn("unknown-service", action.path, `no service is called ${quote(item.service)}`, didYouMeanService(item.service));
    if (actionsOf(item.service).some(({ name }) => matchesPattern(item.name, name.toLowerCase()))) return [];
    return warn(
      "unknown-action",
      action.path,
      `no action is called ${quote(item.text)}`,
      didYouMeanAction(item.service, nameOf(item)),
    );
  });
}

function nameOf({ text }: ActionPattern): string {
  return text.slice(text.indexOf(":") + 1);
}

/** A resource's policy decides the actions on that resource only. */
const SERVICE_OF_KIND: Partial<Record<PolicyKind, string>> = { key: "kms", secret: "secretsmanager", queue: "sqs", topic: "sns" };

function foreignActions({ action }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  const own = SERVICE_OF_KIND[kind];
  return (action?.items ?? []).flatMap(({ service, text }) => {
    if (action === undefined || action.negated || service === "*") return [];
    if (own !== undefined && service !== own)
      return warn(
        "foreign-action",
        action.path,
        `${quote(text)} has no effect here: the policy decides actions of "${own}" only`,
      );
    if (kind === "rcp" && isService(service) && !supportsResourceControl(service))
      return warn(
        "foreign-action",
        action.path,
        `${quote(text)} has no effect here: resource control policies don't reach "${service}"`,
      );
    return [];
  });
}

function unknownResources({ resource }: PolicyStatement): Warnings {
  return (resource?.items ?? []).flatMap((item) => {
    const service = item.kind === "arn" ? item.text.split(":", 3)[2] : undefined;
    if (resource === undefined || service === undefined || isService(service)) return [];
    return warn("unknown-service", resource.path, `no service is called ${quote(service)}`, didYouMeanService(service));
  });
}

/** KMS API Reference, PutKeyPolicy. */
function incompleteStatement({ action, resource, path }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  if (kind !== "key" || (action && resource)) return [];
  return warn("no-effect", path, `the statement has no effect without ${action ? '"Resource"' : '"Action"'}`);
}

function everyoneTrusted({ principal, effect }: PolicyStatement, { kind }: PolicyDocument): Warnings {
  if (kind !== "trust" || effect === "Deny" || !principal?.items.some((item) => item.kind === "everyone")) return [];
  return warn("everyone-trusted", principal.path, "everyone with an AWS account may assume the role where the conditions hold");
}

/** IAM User Guide, "AWS JSON policy elements: NotPrincipal". */
function notPrincipal({ principal }: PolicyStatement): Warnings {
  if (!principal?.negated) return [];
  const help = 'deny "*" with a condition on "aws:PrincipalArn"';
  return warn(
    "not-principal",
    principal.path,
    '"NotPrincipal" denies every principal that has a permissions boundary, also a listed one',
    help,
  );
}

/** IAM User Guide, "IAM JSON policy elements: Version". */
function literalVariables({ resource, conditions }: PolicyStatement, { version }: PolicyDocument): Warnings {
  if (version === "2012-10-17") return [];
  const resources = resource ? resource.items.map(({ text }) => [resource.path, text] as const) : [];
  const values = conditions.flatMap(({ path, values }) => values.map(({ text }) => [path, text] as const));
  return [...resources, ...values].flatMap(([path, text]) =>
    text.includes("${")
      ? warn("literal-variable", path, `${quote(text)} is literal text`, 'variables need "Version": "2012-10-17"')
      : [],
  );
}

/** IAM User Guide, "IAM policy elements: Variables and tags". */
function multivaluedVariables({ resource, conditions }: PolicyStatement): Warnings {
  const ofResource = (resource?.items ?? []).flatMap((item) => (item.kind === "arn" ? variablesOf(item.segments[5]) : []));
  const places = [
    ...ofResource.map((key) => [resource?.path ?? "", key] as const),
    ...conditions.flatMap(({ path, values }) =>
      values.flatMap((value) => ("pattern" in value ? variablesOf(value.pattern).map((key) => [path, key] as const) : [])),
    ),
  ];
  return places.flatMap(([path, key]) =>
    findConditionKey(key)?.multivalued
      ? warn("multivalued-variable", path, `${quote(key)} has several values and can't be a variable`)
      : [],
  );
}
