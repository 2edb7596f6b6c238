import { declare, readModel } from "../../../packages/perimeter/src/declaration";
import { closureOf } from "../../../packages/perimeter/src/detours";
import { estateOf } from "../../../packages/perimeter/src/estate";
import { principalsIn } from "../../../packages/perimeter/src/estate/principals";
import { RESIDENCY } from "../../../packages/perimeter/src/guarantees/residency";
import { standingsIn } from "../../../packages/perimeter/src/guarantees/standing";
import { assetsIn, waysIn } from "../../../packages/perimeter/src/question";
import type { GuaranteeVerdict } from "../../../packages/perimeter/src/verdict/verdict";
import { inputOf } from "../../../packages/perimeter/test/support/stacks";
import { DAY } from "../../../packages/perimeter/test/support/verdict-of";
import { perimeterModel } from "../../../stacks/perimeter-model";
import { type DeploymentName, synthesizedDeployment } from "../deployments";
import type { Change } from "./mutation";

/** What `residency` alone says of a deployment after a change: a check proves `access` first, which takes longer. */
export function residencyAfter(deployment: DeploymentName, change: Change): GuaranteeVerdict {
  const { deployment: resolved, estate: made, stacks } = synthesizedDeployment(deployment);
  const input = inputOf(Object.fromEntries(Object.entries(change(stacks)).map(([name, json]) => [`${name}.tf.json`, json])));
  const model = readModel(perimeterModel(resolved, made), "perimeter.yaml");
  if ("diagnostics" in model) throw new Error(JSON.stringify(model.diagnostics));
  const estate = estateOf(input, { oci: model.content.oci ?? {}, aws: model.content.aws ?? {} });
  const declared = declare(model, { resources: input.resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new Error(JSON.stringify(declared.diagnostics));
  const question = { estate, declared, at: DAY, stacks: input.stacks };
  const clouds = waysIn(estate, DAY);
  const closure = closureOf(clouds);
  return RESIDENCY.prove({
    ...question,
    ...assetsIn(question),
    clouds,
    closure,
    standings: standingsIn(declared, closure.actors),
  });
}
