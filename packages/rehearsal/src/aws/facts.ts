import later from "../../data/aws/behaviour.json";
import { loadFacts } from "../schema/load";
import type { Facts } from "../schema/types";

/** What the schema doesn't say, by resource type, read when it is asked for; types that came later stand in a file of their own. */
export function awsFacts(): Readonly<Record<string, Facts>> {
  const recorded = loadFacts("aws");
  const facts: Record<string, Facts> = { ...later.types };
  for (const type of Object.keys(recorded)) {
    Object.defineProperty(facts, type, { enumerable: true, get: () => recorded[type] });
  }
  return facts;
}
