import { refusedAtApply } from "./engine/service-checks";
import { validate } from "./engine/validate";
import { configurationOf } from "./schema/configuration";
import type { Block, Facts } from "./schema/types";
import type { Value } from "./schema/value";

/**
 * What the provider would say of a resource in `*.tf.json` although its schema admits it, in its own words, without
 * running anything: at validate, or just before it asks the service. An expression isn't known, and passes.
 * @param body the arguments of the resource, as `JSON.parse` gives them
 */
export function judge(block: Block, facts: Facts, body: Readonly<Record<string, unknown>>): readonly string[] {
  const value = configurationOf(block, body as Value);
  const refused = validate(block, facts, value).map(({ summary, detail }) => (detail ? `${summary}: ${detail}` : summary));
  return [...refused, ...refusedAtApply(block, facts, value).map(({ summary }) => summary)];
}
