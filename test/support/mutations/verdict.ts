import type { GuaranteeId } from "../../../packages/perimeter/src/verdict/verdict";
import { DAY, verdictOf } from "../../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../../stacks/perimeter-model";
import { type DeploymentName, synthesizedDeployment } from "../deployments";
import type { Change } from "./mutation";

/** The verdict on a deployment after a change; `access` alone if nothing else is asked. */
export function verdictAfter(deployment: DeploymentName, change: Change, guarantees: readonly GuaranteeId[] = ["access"]) {
  const { deployment: resolved, estate, stacks } = synthesizedDeployment(deployment);
  const changed = Object.entries(change(stacks)).map(([name, json]) => [`${name}.tf.json`, json] as const);
  return verdictOf(Object.fromEntries(changed), perimeterModel(resolved, estate), DAY, guarantees);
}
