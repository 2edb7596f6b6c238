import { quote } from "../../quote";
import { readActions } from "./action";
import { readConditions } from "./condition";
import { membersOf, refuseElement, refuseMissing, textOf } from "./elements";
import type { JsonMember, JsonNode, JsonObject } from "./json";
import { readPrincipals } from "./principal";
import type { Reading } from "./reading";
import { readResources } from "./resource-arn";
import type { Effect, Element, PolicyStatement } from "./syntax";

const ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;
type Members = ReadonlyMap<(typeof ELEMENTS)[number], JsonMember>;

/**
 * statement := { [Sid], Effect, [Principal | NotPrincipal], Action | NotAction, Resource | NotResource, [Condition] }
 * What is wrong with it is among the findings; what is read nevertheless is complete only if there are none.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function readStatement(node: JsonObject, reading: Reading): PolicyStatement {
  const members = membersOf(node, ELEMENTS, "an element of a statement", reading.findings);
  const sid = readSid(members.get("Sid"), reading);
  const effect = readEffect(node, members, reading);
  const principal = readPrincipal(node, members, effect, reading);
  const action = readAction(node, members, reading);
  const resource = readResource(node, members, reading);
  const condition = members.get("Condition");
  return {
    path: node.path,
    effect,
    ...(sid === undefined ? {} : { sid }),
    ...(principal === undefined ? {} : { principal }),
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
    conditions: condition === undefined ? [] : readConditions(condition.value, reading),
  };
}

/** Letters and digits for IAM; other services take any (IAM User Guide, "IAM JSON policy elements: Sid"). */
function readSid(member: JsonMember | undefined, { rules, findings }: Reading): string | undefined {
  const sid = member && textOf(member.value, '"Sid"', findings);
  if (member && sid !== undefined && rules.strictSid && !/^[A-Za-z0-9]*$/.test(sid))
    findings.add(member.value, { rule: "sid", expected: ['only letters and digits in "Sid"'], found: quote(sid) });
  return sid === "" ? undefined : sid;
}

const EFFECTS = ["Allow", "Deny"] as const;

/** What can't be read goes on as a Deny, so that the rest is checked: the statement is refused anyway. */
function readEffect(node: JsonObject, members: Members, { rules, findings }: Reading): Effect {
  const member = members.get("Effect");
  if (member === undefined) refuseMissing(node, '"Effect" in a statement', undefined, findings);
  const text = member && textOf(member.value, '"Effect"', findings);
  if (member === undefined || text === undefined) return "Deny";
  const effect = EFFECTS.find((each) => each === text);
  if (effect === undefined) {
    const help = /^(?:allow|deny)$/i.test(text) ? "the case of the letters matters" : undefined;
    findings.add(member.value, { rule: "effect", expected: EFFECTS.map((each) => `"${each}"`), found: quote(text), help });
  } else if (effect === "Allow" && !rules.allow)
    findings.add(member.value, { rule: "effect", expected: [`"Deny" in ${rules.name}`], found: '"Allow"' });
  return effect ?? "Deny";
}

/** `NotPrincipal` goes with Deny only: an Allow for all but some is for anonymous callers too, and most services refuse it. */
function readPrincipal(node: JsonObject, members: Members, effect: Effect, reading: Reading): PolicyStatement["principal"] {
  const { rules, findings } = reading;
  const member = oneOf(members, "Principal", "NotPrincipal", reading);
  if (rules.principal === "none") {
    const help = "the policy speaks of the principals that it is attached to";
    return member && refuseElement(member, `no principals in ${rules.name}`, help, findings);
  }
  if (member === undefined) return refuseMissing(node, `"Principal" in a statement of ${rules.name}`, undefined, findings);
  const negated = member.name === "NotPrincipal";
  if (negated && !rules.notPrincipal) refuseElement(member, `"Principal" in ${rules.name}`, undefined, findings);
  else if (negated && effect === "Allow") refuseElement(member, '"Principal" in a statement that allows', undefined, findings);
  return elementOf(member, negated, readPrincipals, reading);
}

function readAction(node: JsonObject, members: Members, reading: Reading): PolicyStatement["action"] {
  const { rules, findings } = reading;
  const member = oneOf(members, "Action", "NotAction", reading);
  if (member === undefined)
    return rules.action === "optional"
      ? undefined
      : refuseMissing(node, '"Action" or "NotAction" in a statement', undefined, findings);
  const negated = member.name === "NotAction";
  if (negated && !rules.notAction) refuseElement(member, `"Action" in ${rules.name}`, undefined, findings);
  return elementOf(member, negated, readActions, reading);
}

function readResource(node: JsonObject, members: Members, reading: Reading): PolicyStatement["resource"] {
  const { rules, findings } = reading;
  const member = oneOf(members, "Resource", "NotResource", reading);
  if (rules.resource === "none") {
    const help = "it applies to the role that it is attached to";
    return member && refuseElement(member, `no resources in ${rules.name}`, help, findings);
  }
  if (member === undefined)
    return rules.resource === "optional"
      ? undefined
      : refuseMissing(node, '"Resource" or "NotResource" in a statement', undefined, findings);
  return elementOf(member, member.name === "NotResource", readResources, reading);
}

/** An element in one of its two forms; both at once are refused. */
function oneOf(
  members: Members,
  plain: "Principal" | "Action" | "Resource",
  not: "NotPrincipal" | "NotAction" | "NotResource",
  { findings }: Reading,
): JsonMember | undefined {
  const [first, second] = [members.get(plain), members.get(not)];
  if (first && second)
    findings.add(second, { rule: "conflicting-elements", expected: [`"${plain}" or "${not}"`], found: "both" });
  return first ?? second;
}

function elementOf<Item>(
  member: JsonMember,
  negated: boolean,
  read: (node: JsonNode, element: string, reading: Reading) => readonly Item[],
  reading: Reading,
): Element<Item> {
  return { path: member.path, negated, items: read(member.value, member.name, reading) };
}
