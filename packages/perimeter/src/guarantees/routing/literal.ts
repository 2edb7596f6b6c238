import type { Estate } from "../../estate";
import type { Reference, Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";

/** The text of a value, also where it refers to what a resource's arguments say; `undefined`: only the cloud knows it. */
export function literalOf(value: Value | undefined, { resources }: Pick<Estate, "resources">): string | undefined {
  if (!value) return undefined;
  const known = knownText(value);
  if (known !== undefined) return known;
  if (value.kind === "reference") {
    const resource = resources.get(value.to);
    const attribute = resource && attributeOf(resource, value);
    return attribute && attribute !== value ? knownText(attribute) : undefined;
  }
  if (value.kind !== "template") return undefined;
  const parts = value.parts.map((part) => literalOf(part, { resources }));
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
}

function attributeOf({ arguments: given }: Resource, { attribute }: Reference): Value | undefined {
  return attribute.reduce<Value | undefined>(
    (value, step) =>
      value?.kind === "object"
        ? value.entries.get(String(step))
        : value?.kind === "list" && typeof step === "number"
          ? value.items[step]
          : undefined,
    given,
  );
}

/** Whether two values are certainly the same. */
export function isSame(one: Value, other: Value, estate: Pick<Estate, "resources">): boolean {
  const [text, otherText] = [literalOf(one, estate), literalOf(other, estate)];
  if (text !== undefined || otherText !== undefined) return text === otherText;
  if (one.kind !== "reference" || other.kind !== "reference") return false;
  return one.to === other.to && one.attribute.join(".") === other.attribute.join(".");
}
