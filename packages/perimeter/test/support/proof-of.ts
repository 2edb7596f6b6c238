import { declare, readModel } from "../../src/declaration";
import { closureOf } from "../../src/detours";
import { estateOf } from "../../src/estate";
import { principalsIn } from "../../src/estate/principals";
import type { Guarantee } from "../../src/guarantees/facts";
import { standingsIn } from "../../src/guarantees/standing";
import { assetsIn, waysIn } from "../../src/question";
import type { GuaranteeVerdict } from "../../src/verdict/verdict";
import { type Documents, inputOf } from "./stacks";
import { briefFinding, DAY } from "./verdict-of";

/** One guarantee on documents against a model, without the others. Throws the model's mistakes, which a test then shows. */
export function proofOf(guarantee: Guarantee, documents: Documents, model: string, at = DAY): GuaranteeVerdict {
  const read = readModel(model, "perimeter.yaml");
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const input = inputOf(documents);
  const estate = estateOf(input, { oci: read.content.oci ?? {}, aws: read.content.aws ?? {} });
  const declared = declare(read, { resources: input.resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new Error(JSON.stringify(declared.diagnostics));
  const question = { estate, declared, at, stacks: input.stacks };
  const clouds = waysIn(estate, at);
  const closure = closureOf(clouds);
  return guarantee.prove({
    ...question,
    ...assetsIn(question),
    clouds,
    closure,
    standings: standingsIn(declared, closure.actors),
  });
}

/** The verdict, its findings, and what can't be known, in a few words. */
export function briefProof({ verdict, findings, undecided }: GuaranteeVerdict): readonly string[] {
  return [
    verdict,
    ...new Set([...findings.map(briefFinding), ...undecided.map(({ address, reason }) => `? ${address}: ${reason}`)]),
  ];
}
