import type { PolicyKind } from "../../aws/policy/syntax";
import type { Resource, Unread, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf } from "../../input/names";
import type { AttachedPolicy, IamGroup, IamPrincipal, NamedGroup, Policies } from "../../simulate/aws/estate";
import { argument, fieldsOf, itemsOf } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import { arnOf, standInName } from "../stand-in";
import { documentOf } from "./documents";
import { managedPolicy } from "./managed-policies";
import { tagsOf } from "./tags";

type Kind = "role" | "user" | "group";

/**
 * How policies come to roles, users and groups: the argument that names the holder (or several), and the one that holds
 * the document or the ARN of a managed policy. Exclusive attachments attach what they list and detach the rest.
 * Source: the AWS provider's documentation of each type.
 */
const ATTACHMENTS: readonly Attachment[] = [
  ...(["role", "user", "group"] as const).flatMap((kind): readonly Attachment[] => [
    { type: `aws_iam_${kind}_policy`, kind, holder: kind, document: "policy" },
    { type: `aws_iam_${kind}_policy_attachment`, kind, holder: kind, arn: "policy_arn" },
    { type: `aws_iam_${kind}_policy_attachments_exclusive`, kind, holder: `${kind}_name`, arn: "policy_arns" },
    { type: "aws_iam_policy_attachment", kind, holder: `${kind}s`, arn: "policy_arn" },
  ]),
];

interface Attachment {
  readonly type: string;
  readonly kind: Kind;
  readonly holder: string;
  readonly document?: string;
  readonly arn?: string;
}

/** A policy at its holder. `holder` is `account/name`; without one it may be at any of that kind. */
interface Held {
  readonly kind: Kind;
  readonly holder: string | undefined;
  readonly policy: Maybe<AttachedPolicy>;
  readonly by: Resource;
}

/** Roles, users and groups with all that is attached to them. */
export interface Identities {
  /** Also those that are made elsewhere, as far as something is attached. */
  readonly principals: readonly IamPrincipal[];
  readonly groups: readonly NamedGroup[];
}

export function identitiesIn(resources: readonly Resource[], unread: readonly Unread[], links: Links): Identities {
  const held = [...attached(resources, links), ...inline(resources, links)];
  const elsewhere = unread.map(({ address, reason }) => ({ unknown: `what "${address}" holds (${reason})` }));
  const policiesOf = (kind: Kind, key: string): Policies => [
    ...held.filter((one) => one.kind === kind && one.holder === key).map(({ policy }) => policy),
    // Nobody knows whom: it may be this one.
    ...held
      .filter((one) => one.kind === kind && one.holder === undefined)
      .map(({ by }) => ({ unknown: `whom "${by.address}" gives its policies` })),
    ...elsewhere,
  ];
  const groupsOf = membershipsIn(resources, links, policiesOf);
  const made = resources.flatMap((resource): readonly IamPrincipal[] => {
    const kind = KINDS.get(resource.type);
    if (kind !== "role" && kind !== "user") return [];
    const key = keyOf(resource);
    const entity = {
      arn: arnOf(resource),
      policies: policiesOf(kind, key),
      tags: tagsOf(resource, links),
      ...boundaryOf(resource, links, resources),
    };
    if (kind === "user") return [{ ...entity, kind, groups: groupsOf(key) }];
    return [{ ...entity, kind, trust: documentOf("trust", argument(resource, "assume_role_policy"), resource, links) }];
  });
  const groups = resources
    .filter(({ type }) => type === "aws_iam_group")
    .map((one): NamedGroup => {
      const key = keyOf(one);
      return { arn: arnOf(one), name: key.slice(key.indexOf("/") + 1), policies: policiesOf("group", key) };
    });
  return { principals: [...made, ...strangers(held, resources, policiesOf, groupsOf)], groups };
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["aws_iam_role", "role"],
  ["aws_iam_user", "user"],
  ["aws_iam_group", "group"],
]);

const accountText = ({ provider }: Resource) => knownText(accountOf(provider)) ?? "";

/** A name is unique within its account, whatever the path before it and the case of its letters. */
function keyOf(resource: Resource): string {
  const name = argument(resource, "name");
  return `${accountText(resource)}/${((name && knownText(name)) ?? standInName(resource)).toLowerCase()}`;
}

/** The holder that an argument names, by reference or by name. */
function holderKey(value: Value, holder: Resource, links: Links): string | undefined {
  const made = links.resource(value);
  if (made && KINDS.has(made.type)) return keyOf(made);
  const name = links.text(value);
  if (isUnknown(name)) return undefined;
  return `${accountText(holder)}/${(name.split("/").at(-1) ?? name).toLowerCase()}`;
}

function attached(resources: readonly Resource[], links: Links): readonly Held[] {
  return resources.flatMap((by) =>
    ATTACHMENTS.filter(({ type }) => type === by.type).flatMap(({ kind, holder, document, arn }): readonly Held[] => {
      const holders = itemsOf(argument(by, holder));
      const policies = document
        ? [documentOf("identity", argument(by, document), by, links)]
        : managed("identity", by, arn ?? "", resources, links);
      const keys = holders ? holders.map((value) => holderKey(value, by, links)) : [undefined];
      return keys.flatMap((key) => policies.map((policy) => ({ kind, holder: key, policy, by })));
    }),
  );
}

/** Deprecated arguments of roles: whole inline policies, and ARNs. */
function inline(resources: readonly Resource[], links: Links): readonly Held[] {
  return resources
    .filter(({ type }) => type === "aws_iam_role")
    .flatMap((by) => {
      const blocks = itemsOf(argument(by, "inline_policy"))?.filter((block) => fieldsOf(block).has("policy"));
      const documents = blocks?.map((block) => documentOf("identity", fieldsOf(block).get("policy"), by, links)) ?? [
        { unknown: `the inline policies of "${by.address}"` },
      ];
      const policies = [...documents, ...managed("identity", by, "managed_policy_arns", resources, links)];
      return policies.map((policy) => ({ kind: "role" as const, holder: keyOf(by), policy, by }));
    });
}

/** The managed policies whose ARNs stand in an argument. */
function managed(
  kind: PolicyKind,
  by: Resource,
  name: string,
  resources: readonly Resource[],
  links: Links,
): readonly Maybe<AttachedPolicy>[] {
  const items = itemsOf(argument(by, name));
  if (!items) return [{ unknown: `which policies "${by.address}" attaches` }];
  return items.map((value) => {
    if (by.uncertain !== undefined) return { unknown: `what "${by.address}" attaches (${by.uncertain})` };
    return managedAt(kind, value, by, resources, links);
  });
}

function managedAt(
  kind: PolicyKind,
  value: Value,
  by: Resource,
  resources: readonly Resource[],
  links: Links,
): Maybe<AttachedPolicy> {
  const arn = links.text(value);
  const isPolicy = (one: Resource | undefined): one is Resource => one?.type === "aws_iam_policy";
  const referred = links.resource(value);
  const made = isPolicy(referred) ? referred : resources.find((one) => isPolicy(one) && arnOf(one) === arn);
  if (made) return documentOf(kind, argument(made, "policy"), made, links);
  if (isUnknown(arn)) return { unknown: `which policy "${by.address}" attaches (${arn.unknown})` };
  return managedPolicy(kind, arn) ?? { unknown: `the text of the policy "${arn}", which no stack that was given makes` };
}

function boundaryOf(
  resource: Resource,
  links: Links,
  resources: readonly Resource[],
): { readonly boundary?: Maybe<AttachedPolicy> } {
  const value = argument(resource, "permissions_boundary");
  return value ? { boundary: managedAt("boundary", value, resource, resources, links) } : {};
}

/** The groups of a user, by memberships in both directions. */
function membershipsIn(
  resources: readonly Resource[],
  links: Links,
  policiesOf: (kind: Kind, key: string) => Policies,
): (user: string) => Maybe<readonly IamGroup[]> {
  const pairs: { readonly user: string | undefined; readonly group: string | undefined; readonly by: Resource }[] = [];
  for (const by of resources) {
    const [many, one] =
      by.type === "aws_iam_user_group_membership"
        ? ["groups", "user"]
        : by.type === "aws_iam_group_membership"
          ? ["users", "group"]
          : [];
    if (many === undefined || one === undefined) continue;
    const single = argument(by, one);
    const only = single && holderKey(single, by, links);
    for (const value of itemsOf(argument(by, many)) ?? [undefined]) {
      const other = value && holderKey(value, by, links);
      pairs.push(one === "user" ? { user: only, group: other, by } : { user: other, group: only, by });
    }
  }
  return (user) => {
    const own = pairs.filter((pair) => pair.user === user || pair.user === undefined);
    const open = own.find((pair) => pair.user === undefined || pair.group === undefined);
    if (open) return { unknown: `the memberships in "${open.by.address}"` };
    return own.map(({ group = "" }) => ({ name: group.slice(group.indexOf("/") + 1), policies: policiesOf("group", group) }));
  };
}

/** Roles and users that something is attached to and that no stack makes: the rest of what they hold isn't known. */
function strangers(
  held: readonly Held[],
  resources: readonly Resource[],
  policiesOf: (kind: Kind, key: string) => Policies,
  groupsOf: (user: string) => Maybe<readonly IamGroup[]>,
): readonly IamPrincipal[] {
  const made = new Set(resources.filter(({ type }) => KINDS.has(type)).map((one) => `${KINDS.get(one.type)} ${keyOf(one)}`));
  const found = new Map<string, IamPrincipal>();
  for (const { kind, holder, by } of held) {
    if (holder === undefined || kind === "group" || made.has(`${kind} ${holder}`)) continue;
    const [account = "", name = ""] = holder.split("/");
    const elsewhere = { unknown: `what else is attached to the ${kind} "${name}", which no stack that was given makes` };
    const arn = arnOf({
      ...by,
      type: `aws_iam_${kind}`,
      arguments: { kind: "object", entries: new Map([["name", literalName(by, name)]]) },
    });
    const entity = { arn, policies: [...policiesOf(kind, holder), elsewhere], tags: elsewhere };
    const groups = groupsOf(`${account}/${name}`);
    found.set(`${kind} ${holder}`, kind === "user" ? { ...entity, kind, groups } : { ...entity, kind, trust: elsewhere });
  }
  return [...found.values()];
}

/** The name with its letters as they were written. */
function literalName(by: Resource, lower: string): Value {
  const texts = [...by.arguments.entries.values()].flatMap((value) => itemsOf(value) ?? []).map(knownText);
  return { kind: "literal", value: texts.find((text) => text?.toLowerCase() === lower) ?? lower };
}
