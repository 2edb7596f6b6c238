import type { Guarantee } from "../../../packages/perimeter/src/guarantees/facts";
import { proofOf } from "../../../packages/perimeter/test/support/proof-of";
import { DAY } from "../../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../../stacks/perimeter-model";
import { type DeploymentName, synthesizedDeployment } from "../deployments";
import type { Change } from "./mutation";
import { declaringRecords, withRecords } from "./records";

/** What one guarantee says of a deployment after a change, the others left aside. */
export function proofAfter(guarantee: Guarantee, deployment: DeploymentName, change: Change) {
  const { deployment: resolved, estate, stacks } = synthesizedDeployment(deployment);
  const changed = Object.entries(change(withRecords(stacks))).map(([name, json]) => [`${name}.tf.json`, json] as const);
  return proofOf(guarantee, Object.fromEntries(changed), declaringRecords(perimeterModel(resolved, estate)), DAY);
}
