import { inOrder, undecidedInOrder } from "../verdict/order";
import type { Finding, GuaranteeVerdict } from "../verdict/verdict";
import type { Difference, OpenQuestion, TurnedGuarantee } from "./difference";
import { plainly } from "./plainly";
import type { Shown } from "./shown";
import { principalKey } from "./survey";

type Verdicts = readonly GuaranteeVerdict[];

/**
 * Findings that are new, and that are gone: by their fingerprint, and else by what they are about, since a statement may
 * stand in another policy than before.
 */
export function findingChanges(before: Verdicts, after: Verdicts, shown: Shown): Difference["findings"] {
  const [were, are] = [before.flatMap(({ findings }) => findings), after.flatMap(({ findings }) => findings)];
  const [gone, fresh] = unmatched(...unmatched(were, are, ({ fingerprint }) => fingerprint), aboutOf);
  return { new: inOrder(fresh.map(shown.finding)), gone: inOrder(gone) };
}

function aboutOf({ rule, principal, asset }: Finding): string {
  return JSON.stringify([rule, principal && principalKey(principal), asset && [asset.name, asset.address]]);
}

/** What can't be known afterwards and could before, and the other way round; wherever the statement stands. */
export function undecidedChanges(before: Verdicts, after: Verdicts, shown: Shown): Difference["undecided"] {
  const [gone, fresh] = unmatched(questionsIn(before), questionsIn(after), aboutQuestion);
  const told = fresh.map(({ address, reason, guarantee }) => ({
    guarantee,
    address: address && shown.address(address),
    reason: shown.text(reason),
  }));
  return { new: told, gone };
}

const questionsIn = (verdicts: Verdicts): readonly OpenQuestion[] =>
  verdicts.flatMap(({ id, undecided }) => undecidedInOrder(undecided).map((one) => ({ guarantee: id, ...one })));

function aboutQuestion({ guarantee, address, reason }: OpenQuestion): string {
  return JSON.stringify([guarantee, address === null ? null : address.split("/")[1]?.split(".")[0], plainly(reason)]);
}

/** What is left when each of the one side has taken one of the other away that has the same key. */
function unmatched<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly [readonly T[], readonly T[]] {
  const left = new Map<string, T[]>();
  for (const one of before) left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one]);
  const fresh = after.filter((one) => left.get(keyOf(one))?.shift() === undefined);
  return [[...left.values()].flat(), fresh];
}

const NOT_WORSE: Readonly<Record<GuaranteeVerdict["verdict"], number>> = {
  holds: 0,
  "not-declared": 1,
  undecided: 2,
  violated: 3,
};

/** How each guarantee stands on both sides. What isn't declared any more isn't held any more. */
export function turnedGuarantees(before: Verdicts, after: Verdicts): readonly TurnedGuarantee[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.map((id) => {
    const verdictIn = (all: Verdicts) => all.find((one) => one.id === id)?.verdict ?? null;
    const [was, is] = [verdictIn(before), verdictIn(after)];
    return { id, before: was, after: is, turned: turnedFrom(was, is) };
  });
}

function turnedFrom(was: TurnedGuarantee["before"], is: TurnedGuarantee["after"]): TurnedGuarantee["turned"] {
  if (was === is || was === null || is === null) return "same";
  if (is === "undecided" && was !== "violated") return "unknown";
  return NOT_WORSE[is] > NOT_WORSE[was] ? "worse" : "better";
}
