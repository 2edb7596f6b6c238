import { textOf } from "../../schema/value";
import type { World } from "../../world/world";
import type { Asked } from "../row";
import { AWS_ARGUMENTS, EC2_TYPES } from "./aws-arguments";
import type { Given } from "./given";

/** `undefined`: the text is no reference, or a good one. */
export function awsReference(one: Given, asked: Asked): string | undefined {
  if (one.text === asked.wanted["id"] || one.text === asked.wanted["arn"]) return undefined;
  return one.text.startsWith("arn:") ? arnReference(one, asked) : idReference(one, asked);
}

/** `arn:partition:service:region:account:resource` */
function arnReference({ name, text }: Given, { world, scope }: Asked): string | undefined {
  const expected = AWS_ARGUMENTS[name];
  if (!expected) return undefined;
  const [, , service = "", region = "", , ...rest] = text.split(":");
  const resource = rest.join(":");
  if (!expected.forms.some((form) => form.service === service && form.resource.test(resource)))
    return `InvalidParameterValue: ${name} is "${text}", and takes the ARN of ${expected.forms.map(({ says }) => says).join(" or ")}`;
  if (expected.isInRegion && region !== "" && region !== textOf(scope["region"]))
    return `InvalidParameterValue: ${name} is in ${region}, and this is ${textOf(scope["region"])}`;
  return isGone(world, text) ? `NotFoundException: ${name} names "${text}", which does not exist any more` : undefined;
}

/** Parts of a network: a word, a dash, and 17 hexadecimal digits. */
function idReference({ name, text }: Given, { world, scope }: Asked): string | undefined {
  const expected = EC2_TYPES[name];
  if (!expected || !/^[a-z]+-[0-9a-f]{8,17}$/.test(text)) return undefined;
  const { prefix, type } = expected;
  if (!text.startsWith(`${prefix}-`)) return `Invalid${name}.Malformed: "${text}" is no ${prefix}- id`;
  const here = `${textOf(scope["account"])}|${textOf(scope["region"])}| ${text}`;
  const living = world.entries(type).find(({ value }) => value["id"] === text);
  if (living && living.id !== here) return `Invalid${name}.NotFound: "${text}" is in another region or account`;
  return isGone(world, text) ? `Invalid${name}.NotFound: The ID '${text}' does not exist` : undefined;
}

const isGone = (world: World, id: string): boolean => world.wasRemoved(id);
