import { inOrder, undecidedInOrder } from "../verdict/order";
import type { Finding, GuaranteeId, GuaranteeVerdict, Undecided } from "../verdict/verdict";

interface Found {
  readonly findings: readonly Finding[];
  readonly notes?: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** The verdict that findings make: violated where there is one, else undecided where something isn't known. */
export function outcomeOf(id: GuaranteeId, { findings, notes = [], undecided }: Found): GuaranteeVerdict {
  const open = undecidedInOrder(undecided);
  return {
    id,
    verdict: findings.length > 0 ? "violated" : open.length > 0 ? "undecided" : "holds",
    findings: inOrder(findings),
    notes: inOrder(notes),
    undecided: open,
  };
}

/** What the model doesn't ask for. */
export function notDeclared(id: GuaranteeId): GuaranteeVerdict {
  return { id, verdict: "not-declared", findings: [], notes: [], undecided: [] };
}
