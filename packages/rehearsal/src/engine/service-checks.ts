import type { Block, Facts } from "../schema/types";
import { isList, type ObjectValue } from "../schema/value";
import { Refusal } from "./refusal";
import { type Found, isSet, select } from "./select";

const camel = (name: string) =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Values that OCI's SDK refuses just before it sends the request. Source: behaviour.json, applyEnums. */
export function refusedAtApply(block: Block, facts: Facts, planned: ObjectValue): readonly Refusal[] {
  return Object.entries(facts.applyEnums ?? {}).flatMap(([path, allowed]) => {
    const values = allowed.map((value) => value.toLowerCase());
    const field = camel(path.replace(/\[\]$/, "").split(".").at(-1) ?? path);
    return select(block, planned, path)
      .flatMap((found) => (isList(found.value) ? found.value.map((value): Found => ({ ...found, value })) : [found]))
      .filter((found) => isSet(found) && !values.includes(String(found.value).toLowerCase()))
      .map(({ value, steps }) => {
        const message = `unsupported enum value for ${field}: ${String(value)}. Supported values are: ${allowed.join(",")}.`;
        return new Refusal(message, undefined, steps);
      });
  });
}
