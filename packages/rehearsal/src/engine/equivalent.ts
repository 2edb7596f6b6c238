import type { Facts } from "../schema/types";
import type { ObjectValue } from "../schema/value";
import type { Cloud } from "./cloud";

/**
 * A proposed object that keeps the prior text of an argument where the provider sees no difference. Terraform accepts
 * a planned value that is either the configured or the prior one. Source: behaviour.json, diffSuppress and stateFunc.
 */
export function withEquivalents(cloud: Cloud, facts: Facts, prior: ObjectValue, proposed: ObjectValue): ObjectValue {
  const kept = [...Object.entries(facts.diffSuppress ?? {}), ...Object.entries(facts.stateFunc ?? {})].flatMap(([name, rule]) => {
    const [before, wanted] = [prior[name], proposed[name]];
    if (typeof before !== "string" || typeof wanted !== "string" || before === wanted) return [];
    return cloud.equivalent?.(rule, before, wanted) ? [[name, before] as const] : [];
  });
  return kept.length === 0 ? proposed : { ...proposed, ...Object.fromEntries(kept) };
}
