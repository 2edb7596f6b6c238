import { DAY, verdictOf } from "../../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../../stacks/perimeter-model";
import { type DeploymentName, synthesizedDeployment } from "../deployments";
import type { Change } from "./mutation";

/** The verdict on a deployment after a change. */
export function verdictAfter(deployment: DeploymentName, change: Change) {
  const { deployment: resolved, estate, stacks } = synthesizedDeployment(deployment);
  const changed = Object.entries(change(stacks)).map(([name, json]) => [`${name}.tf.json`, json] as const);
  return verdictOf(Object.fromEntries(changed), perimeterModel(resolved, estate), DAY);
}
