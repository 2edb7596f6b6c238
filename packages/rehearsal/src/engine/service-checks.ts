import type { Block, Facts } from "../schema/types";
import type { ObjectValue } from "../schema/value";
import { Refusal } from "./refusal";
import { isSet, select } from "./select";

const camel = (name: string) =>
  name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Values that OCI's SDK refuses just before it sends the request. Source: behaviour.json, applyEnums. */
export function refuseAtApply(block: Block, facts: Facts, planned: ObjectValue): void {
  for (const [path, allowed] of Object.entries(facts.applyEnums ?? {})) {
    const values = allowed.map((value) => value.toLowerCase());
    const wrong = select(block, planned, path).find(
      (found) => isSet(found) && !values.includes(String(found.value).toLowerCase()),
    );
    if (!wrong) continue;
    const field = camel(path.split(".").at(-1) ?? path);
    throw new Refusal(
      `unsupported enum value for ${field}: ${String(wrong.value)}. Supported values are: ${allowed.join(",")}.`,
      undefined,
      wrong.steps,
    );
  }
}
