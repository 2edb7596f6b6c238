import type { Compute, Row, Template, Values } from "../engine/cloud";
import type { Lookup } from "../engine/template";
import { isList, isObject, type ObjectValue, textOf, type Value } from "../schema/value";
import { hex } from "../world/ids";
import type { World } from "../world/world";

/**
 * The forms of ARNs: `arn:partition:service:region:account:resource`, without region where a service has none, and
 * without both where the resource's name says enough. Source: AWS IAM User Guide, Amazon Resource Names.
 */
export const regional = (service: string, resource: string) => `arn:{partition}:${service}:{region}:{account}:${resource}`;
export const global = (service: string, resource: string) => `arn:{partition}:${service}::{account}:${resource}`;
export const bare = (service: string, resource: string) => `arn:{partition}:${service}:::${resource}`;

/** Names that only one object of its type may have: in all of AWS, in an account, in a region of an account. */
export const everywhere = (name: string) => [name];
export const perAccount = (name: string) => [`{account}|${name}`];
export const perRegion = (name: string) => [`{account}|{region}|${name}`];

/** A type that is known by its ARN; `more` may say what its parts are. */
export const byArn = (arn: string, more: Values = {}): Row => ({ values: { id: "{arn}", arn, ...more } });

/** A type that is known by one of its arguments. */
export const byName = (id: Template | Compute, arn?: string, more: Values = {}): Row => ({
  values: arn === undefined ? { id, ...more } : { id, arn, ...more },
});

/** An object of EC2: a prefix and 17 hexadecimal digits, of which the first is 0. Source: EC2 User Guide, Resource IDs. */
export const ec2 = (prefix: string, resource: string, more: Values = {}): Row => ({
  values: { id: `${prefix}-0{hex:16}`, arn: regional("ec2", `${resource}/{id}`), ...more },
});

/** A part of the network that every account has in every region before anybody makes one. Source: VPC User Guide, Default VPCs. */
export const ofDefaultNetwork = (prefix: string, of: Lookup): string =>
  `${prefix}-0${hex(`default of ${text(of, "account")} in ${text(of, "region")}`, 16)}`;

/** The values of those names that have one, with a separator between. */
export const joined =
  (separator: string, ...names: readonly string[]): Compute =>
  (of) =>
    names
      .map(of)
      .filter((value) => value !== undefined && value !== null && value !== "")
      .map(String)
      .join(separator);

/** The first of a block's elements, if the block is there. */
export function firstBlock(block: Value | undefined): ObjectValue | undefined {
  const first = isList(block) ? block[0] : undefined;
  return isObject(first) ? first : undefined;
}

/** An object of the world by one of its attributes. */
export const byAttribute = (world: World, type: string, attribute: string, wanted: Value | undefined): ObjectValue | undefined =>
  world.all(type).find((one) => one[attribute] === wanted);

/** A template's text for a function: what has no value is empty. */
export const text = (of: Lookup, name: string) => textOf(of(name));

/** A number that grows by one with each change of the object, whose ARN stays. */
export const counted =
  (type: string, attribute: string): Compute =>
  (of, world) =>
    Number(byAttribute(world, type, "arn", of("arn"))?.[attribute] ?? 0) + 1;

/** A time as `2026-01-01T00:00:00.000`, to which a service adds its own zone. */
export const milliseconds = (of: Lookup) => text(of, "now").replace(/(\.\d+)?Z$/, ".000");
