import { fingerprintOf } from "../../verdict/fingerprint";
import type { AccessRow, Finding } from "../../verdict/verdict";
import type { Declared } from "../declared";
import type { Context } from "./finding";

/** Stores that more roles can read than the budget allows. */
export function overBudget(
  { stores, budgetOf, jurisdiction }: Declared,
  access: readonly AccessRow[],
  { estate }: Context,
): readonly Finding[] {
  return stores.flatMap((store): readonly Finding[] => {
    const budget = budgetOf(store.name);
    const readers = new Set(
      access
        .filter(({ asset, capability, trusted }) => asset.name === store.name && capability === "content" && !trusted)
        .map(({ role, principal }) => role ?? principal.name),
    );
    if (readers.size <= budget) return [];
    const address = store.resources[0]?.address ?? "";
    const finding = {
      rule: "access/over-budget",
      severity: "medium" as const,
      principal: null,
      asset: { kind: "store", name: store.name, address, jurisdiction: jurisdiction.name },
      source: estate.resources.get(address)?.source ?? null,
      path: [],
      witness: null,
      message: `${readers.size} roles can read "${store.name}", and the budget allows ${budget}: ${[...readers].sort().join(", ")}`,
      fix: {
        text: `take the right to read "${store.name}" from ${readers.size - budget} of them, or raise the budget`,
        edits: [],
      },
    };
    return [{ ...finding, fingerprint: fingerprintOf(finding) }];
  });
}
