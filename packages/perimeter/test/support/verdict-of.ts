import { check } from "../../src/check";
import { declare, readModel } from "../../src/declaration";
import { estateOf } from "../../src/estate";
import { principalsIn } from "../../src/estate/principals";
import type { Question } from "../../src/question";
import type { Finding, GuaranteeId, Verdict } from "../../src/verdict/verdict";
import { type Documents, inputOf } from "./stacks";

/** The day on which tests ask. */
export const DAY = new Date("2026-11-25T00:00:00Z");

/** The verdict on documents against a model, `access` alone if nothing else is asked. */
export function verdictOf(
  documents: Documents,
  model: string,
  at = DAY,
  guarantees: readonly GuaranteeId[] = ["access"],
): Verdict {
  return check(questionOf(documents, model, at), { guarantees });
}

/** Documents held against a model. Throws the model's mistakes, which a test then shows. */
export function questionOf(documents: Documents, model: string, at = DAY): Question {
  const read = readModel(model, "perimeter.yaml");
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const { resources, stacks, ...input } = inputOf(documents);
  const estate = estateOf({ resources, stacks, ...input }, { oci: read.content.oci ?? {}, aws: read.content.aws ?? {} });
  const declared = declare(read, { resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new Error(JSON.stringify(declared.diagnostics));
  return { estate, declared, at, stacks };
}

/** A verdict in a few words: the verdict, then its findings, then what can't be known. */
export function brief({ guarantees, verdict }: Verdict): readonly string[] {
  const findings = guarantees.flatMap((one) => one.findings.map(briefFinding));
  const undecided = guarantees.flatMap((one) => one.undecided.map(({ address, reason }) => `? ${address}: ${reason}`));
  return [verdict, ...new Set([...findings, ...undecided])];
}

/** `access/direct-read group apac-eng: media`. */
export const briefFinding = ({ rule, principal, asset }: Finding): string =>
  `${rule} ${principal ? `${principal.kind} ${principal.name}` : "nobody"}: ${asset?.name}`;
