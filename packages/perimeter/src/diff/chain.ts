import type { Reached } from "../detours";
import { shownActor } from "../estate/actor";
import type { AccessChange } from "./difference";
import { plainly } from "./plainly";
import type { Capabilities } from "./survey";

type Chain = Pick<AccessChange, "change" | "before" | "after" | "by">;

/** What became of the chains by which somebody comes to content that isn't theirs by a plain right. */
export function closureSays(could: Capabilities, can: Capabilities): Chain | undefined {
  const [was, is] = [chainOf(could), chainOf(can)];
  const words = { before: wordOf(was), after: wordOf(is) };
  if (is.kind === "reached" && was.kind !== "reached") return { change: "gained", ...words, by: stepsOf(is) };
  if (was.kind === "reached" && is.kind === "never" && !isPlain(can)) return { change: "lost", ...words, by: stepsOf(was) };
  if (is.kind !== "undecided") return undefined;
  const known = new Set(was.kind === "undecided" ? was.reasons.map(plainly) : []);
  const isNew = is.reasons.some((reason) => !known.has(plainly(reason)));
  return isNew ? { change: "unknown", ...words, by: [] } : undefined;
}

/** Whoever needs no chain has none. */
const chainOf = (capabilities: Capabilities): Reached => (isPlain(capabilities) ? { kind: "never" } : capabilities.reached);

const isPlain = ({ content, administer }: Capabilities) => content.open.length + administer.open.length > 0;

const wordOf = ({ kind }: Reached) => (kind === "never" ? "never" : kind === "reached" ? "by a chain" : "unknown");

function stepsOf({ steps }: Extract<Reached, { kind: "reached" }>): readonly string[] {
  return steps.map(({ row: { says }, as }) => `${says}${as ? ` (${shownActor(as)})` : ""}`);
}
