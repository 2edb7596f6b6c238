import type { GuaranteeId } from "../../../packages/perimeter/src/verdict/verdict";
import { DAY, verdictOf } from "../../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../../stacks/perimeter-model";
import { configurationText, edit, synthesizedDeployment, synthesizeText } from "../deployments";
import type { Change } from "./mutation";

/** What is changed: the default deployment, or the same where others run the organization and its policies aren't known. */
export type Base = "production" | "without control policies";

/** The verdict on a deployment after a change; `access` alone if nothing else is asked. */
export function verdictAfter(base: Base, change: Change, guarantees: readonly GuaranteeId[] = ["access"]) {
  const { deployment: resolved, estate, stacks } = synthesizedBase(base);
  const changed = Object.entries(change(stacks)).map(([name, json]) => [`${name}.tf.json`, json] as const);
  return verdictOf(Object.fromEntries(changed), perimeterModel(resolved, estate), DAY, guarantees);
}

let uncontrolled: ReturnType<typeof synthesizeText> | undefined;

export function synthesizedBase(base: Base) {
  if (base === "production") return synthesizedDeployment(base);
  uncontrolled ??= synthesizeText(edit(configurationText("production"), ["controlPolicies: true", "controlPolicies: false"]));
  return uncontrolled;
}
