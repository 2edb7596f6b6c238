import type { Deployment } from "../../../config/schema/model";
import { type Element, elementsOf, entriesOf, isObject, type JsonObject, listOf } from "../terraform-json";

/** Something that holds for every stack of every deployment. */
export interface Property {
  /** Completes "in no stack …". */
  readonly says: string;
  /** Where a stack breaks it; empty when it holds. */
  readonly offences: (stack: unknown, deployment: Deployment) => readonly string[];
  /** Stacks that break it, by what is wrong with them: proof that the property can fail. */
  readonly counterexamples: Readonly<Record<string, JsonObject>>;
}

/** A stack of one resource. */
export const only = (type: string, args: JsonObject): JsonObject => ({ resource: { [type]: { a: args } } });

/** The elements of a stack that `isOffence` holds for, by address. */
export const offendingElements = (isOffence: (element: Element) => boolean) => (stack: unknown) =>
  elementsOf(stack)
    .filter(isOffence)
    .map(({ address }) => address);

/** Every argument below `args`, those of blocks included, with its path. */
export function argumentsIn(
  args: unknown,
  path = "",
): { readonly name: string; readonly path: string; readonly value: unknown }[] {
  return listOf(args)
    .filter(isObject)
    .flatMap(entriesOf)
    .flatMap(([name, value]) => {
      const at = path === "" ? name : `${path}.${name}`;
      return [{ name, path: at, value }, ...argumentsIn(value, at)];
    });
}
