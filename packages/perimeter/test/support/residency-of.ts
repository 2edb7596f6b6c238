import type { Verdict } from "../../src/verdict/verdict";
import type { Documents } from "./stacks";
import { DAY, verdictOf } from "./verdict-of";

/** What `residency` says of documents: the verdict, then rules with what they are about, then what can't be known. */
export function residencyOf(documents: Documents, model: string): readonly string[] {
  const { guarantees, verdict } = residencyVerdict(documents, model);
  const findings = guarantees.flatMap((one) =>
    one.findings.map(
      ({ rule, principal, path, asset }) => `${rule} ${principal?.name ?? path.at(-1)?.address ?? asset?.address}`,
    ),
  );
  const undecided = guarantees.flatMap((one) => one.undecided.map(({ address }) => `? ${address}`));
  return [verdict, ...new Set([...findings, ...undecided])];
}

export const residencyVerdict = (documents: Documents, model: string): Verdict => verdictOf(documents, model, DAY, ["residency"]);
