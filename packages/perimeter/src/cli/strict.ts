import { DENIALS } from "../report/words";
import type { Verdict } from "../verdict/verdict";

/** Under `--strict` what holds only because of deny statements can't be known, unless the model says that they are in force. */
export function strictly(verdict: Verdict): Verdict {
  if (!verdict.restsOnDenials) return verdict;
  const guarantees = verdict.guarantees.map((one) =>
    one.id === "access" && one.verdict === "holds"
      ? { ...one, verdict: "undecided" as const, undecided: [...one.undecided, { address: null, reason: DENIALS }] }
      : one,
  );
  const isUndecided = verdict.verdict === "holds" && guarantees.some((one) => one.verdict === "undecided");
  return { ...verdict, guarantees, verdict: isUndecided ? "undecided" : verdict.verdict };
}
