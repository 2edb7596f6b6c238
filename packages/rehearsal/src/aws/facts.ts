import supplement from "../../data/aws/behaviour.json";
import { loadFacts } from "../schema/load";
import type { Facts, ProviderSchema } from "../schema/types";

/**
 * What the schema doesn't say, by resource type. Types that came later have facts of their own, some of them none; but
 * another region always means another object. Source: provider documentation, Enhanced Region Support.
 */
export function factsOf(schema: ProviderSchema): Readonly<Record<string, Facts>> {
  const recorded = loadFacts("aws");
  const later: Readonly<Record<string, Facts>> = supplement.types;
  return Object.fromEntries(
    Object.entries(schema.resource_schemas).flatMap(([type, { block }]) => {
      const facts = recorded[type] ?? later[type] ?? {};
      if (recorded[type] || block.attributes?.["region"] === undefined) return [[type, facts]];
      return [[type, { ...facts, forceNew: [...(facts.forceNew ?? []), "region"] }]];
    }),
  );
}
