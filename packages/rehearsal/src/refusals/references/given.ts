import type { Step } from "../../protocol/messages";
import { isList, isObject, type ObjectValue, type Value } from "../../schema/value";

/** A text of an object, and where it stands. */
export interface Given {
  /** The innermost argument that has a name: `subnet_ids` for each of its elements. */
  readonly name: string;
  readonly text: string;
  readonly steps: readonly Step[];
}

/** All texts of an object, in the order in which it has them. */
export function given(of: ObjectValue): readonly Given[] {
  return Object.entries(of).flatMap(([name, value]) => inside(value, name, [name]));
}

function inside(value: Value, name: string, steps: readonly Step[]): readonly Given[] {
  if (typeof value === "string") return [{ name, text: value, steps }];
  if (isList(value)) return value.flatMap((one, index) => inside(one, name, [...steps, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => inside(one, key, [...steps, key])) : [];
}
