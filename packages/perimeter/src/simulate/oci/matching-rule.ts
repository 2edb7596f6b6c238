import { type MatchingRule, parseMatchingRule, type ResourceAttribute } from "oci-policy";
import { isUnknown, type Maybe, type OciDynamicGroup, type OciTenancy } from "./estate";
import { isWithin, sameText, shownName } from "./names";
import { QUESTIONS } from "./questions";
import type { OciPrincipal } from "./request";
import { every, isDoubt, not, some, type Truth } from "./truth";

type Resource = Extract<OciPrincipal, { kind: "resource" }>;

/** Whether a resource belongs to a dynamic group: one of its rules matches ("Managing Dynamic Groups"). */
function isMember(resource: Resource, group: OciDynamicGroup, tenancy: OciTenancy): Truth {
  // Workloads of a cluster can't be in one ("Granting Workloads Access to OCI Resources").
  if (resource.type === "workload") return false;
  if (isUnknown(group.rules))
    return { doubt: `which resources are in dynamic group "${shownName(group.name)}", since ${group.rules.unknown}` };
  return some(group.rules, (text) => {
    const { rule, diagnostic } = parseMatchingRule(text);
    if (!rule) return { doubt: `what the rule of dynamic group "${shownName(group.name)}" matches: ${diagnostic.message}` };
    return matches(rule, resource, tenancy);
  });
}

/** rule := ("all" | "any") "{" rule,+ "}" | predicate     ("Writing Matching Rules to Define Dynamic Groups") */
function matches(rule: MatchingRule, resource: Resource, tenancy: OciTenancy): Truth {
  switch (rule.kind) {
    case "all":
      return every(rule.rules, (each) => matches(each, resource, tenancy));
    case "any":
      return some(rule.rules, (each) => matches(each, resource, tenancy));
    case "present":
      return typeof rule.attribute === "string"
        ? isConcerned(rule.attribute, resource)
        : tagIs(rule.attribute, resource, undefined);
    case "equals":
      return typeof rule.attribute === "string"
        ? attributeIs(rule.attribute, rule.value, resource, tenancy)
        : tagIs(rule.attribute, resource, rule.value);
    case "not-equals":
      return differs(rule, resource, tenancy);
  }
}

/** `!=` excludes; alone it matches every other resource that it concerns. Without the attribute, nobody says. */
function differs(
  { attribute, value }: Extract<MatchingRule, { readonly value: string }>,
  resource: Resource,
  tenancy: OciTenancy,
): Truth {
  if (typeof attribute !== "string") {
    const present = tagIs(attribute, resource, undefined);
    return present === false ? { doubt: QUESTIONS.absentAttribute } : not(tagIs(attribute, resource, value));
  }
  const concerned = isConcerned(attribute, resource);
  if (concerned === false) return { doubt: QUESTIONS.absentAttribute };
  return every([concerned, not(attributeIs(attribute, value, resource, tenancy))], (truth) => truth);
}

/** `instance.…` is about compute instances, `resource.…` about every other resource that can be a principal. */
function isConcerned(attribute: ResourceAttribute, { type }: Resource): Truth {
  if (type === undefined) return { doubt: "what type of resource asks" };
  if (attribute.startsWith("instance.")) return sameText(type, "instance");
  return sameText(type, "instance") ? { doubt: QUESTIONS.instanceType } : true;
}

function attributeIs(attribute: ResourceAttribute, value: string, resource: Resource, tenancy: OciTenancy): Truth {
  const equal = (): Truth => {
    switch (attribute) {
      case "instance.id":
      case "resource.id":
        return resource.id === undefined ? { doubt: "which id the resource has" } : sameText(resource.id, value);
      case "resource.type":
        return resource.type === undefined ? { doubt: "what type of resource asks" } : sameText(resource.type, value);
      case "instance.compartment.id":
      case "resource.compartment.id":
        return isIn(value, resource, tenancy);
    }
  };
  return every([isConcerned(attribute, resource), equal()], (truth) => truth);
}

/** A compartment matches by itself; that it stands for those below it has never been documented. */
function isIn(id: string, { compartment }: Resource, tenancy: OciTenancy): Truth {
  if (compartment === undefined || isUnknown(compartment)) return { doubt: "in which compartment the resource is" };
  const named =
    tenancy.id !== undefined && sameText(tenancy.id, id)
      ? []
      : tenancy.compartments.find((each) => each.id !== undefined && sameText(each.id, id))?.path;
  if (named === undefined) return tenancy.complete ? false : { doubt: `which compartment has the id "${id}"` };
  if (isUnknown(named)) return { doubt: `where compartment "${id}" lies, since ${named.unknown}` };
  if (!isWithin(named, compartment)) return false;
  return named.length === compartment.length ? true : { doubt: QUESTIONS.subcompartment };
}

/** `tag.<namespace>.<key>.value`: the tag is there; with `=`, with this value. */
function tagIs(
  { namespace, key }: { readonly namespace: string; readonly key: string },
  { tags }: Resource,
  value: string | undefined,
): Truth {
  if (tags === undefined || isUnknown(tags)) return { doubt: "which tags the resource has" };
  return some(tags, ([name, held]): Truth => {
    if (!sameText(name, `${namespace}.${key}`)) return false;
    return value === undefined || is(held, value);
  });
}

function is(held: Maybe<string>, value: string): Truth {
  return isUnknown(held) ? { doubt: `which value a tag of the resource has, since ${held.unknown}` } : sameText(held, value);
}

/** A dynamic group that a resource is in, or may be in. */
interface Membership {
  readonly group: OciDynamicGroup;
  readonly member: Truth;
}

/** The dynamic groups of the tenancy whose rules match, or of which that can't be said. */
export function dynamicGroupsOf(resource: Resource, tenancy: OciTenancy): readonly Membership[] {
  return tenancy.dynamicGroups
    .map((group) => ({ group, member: isMember(resource, group, tenancy) }))
    .filter(({ member }) => member === true || isDoubt(member));
}
