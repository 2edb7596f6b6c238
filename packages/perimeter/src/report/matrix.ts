import type { AccessRow } from "../verdict/verdict";
import { columns, shownPrincipal } from "./text";

/** Who can do what with a store and its copies, and in which scenarios. */
export function whoText(store: string, rows: readonly AccessRow[]): string {
  if (rows.length === 0) return `nobody can do anything with "${store}"`;
  return columns(
    rows.map((row) => [
      shownPrincipal(row.principal),
      row.residency.join(", ") || "listed by no role",
      row.capability,
      placeOf(row),
      circumstancesOf(row),
    ]),
  );
}

/** What somebody can do with which store and copy. */
export function whatText(principal: string, rows: readonly AccessRow[]): string {
  if (rows.length === 0) return `"${principal}" can do nothing with any store`;
  return columns(
    rows.map((row) => [row.asset.name, row.capability, shownPrincipal(row.principal), placeOf(row), circumstancesOf(row)]),
  );
}

const placeOf = ({ asset }: AccessRow) => (asset.kind === "copy" ? `copy ${asset.address}` : asset.address);

const circumstancesOf = ({ scenarios, when, trusted }: AccessRow) =>
  [...(scenarios.length > 0 ? [scenarios.join(", ")] : []), ...(trusted ? ["trusted"] : []), when].join("; ");
