import type { Finding, PathStep, Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import { found } from "../found";
import type { Reach, StoreCopies } from "./copies";
import type { Counted } from "./counted";

export interface Counts {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** `recovery/copies`: a store has as many copies as its declaration asks for. */
export function countFindings({ store, resource, copies }: StoreCopies, counted: readonly Counted[], facts: Facts): Counts {
  const asked = facts.declared.recovery?.of(store).copies ?? 0;
  const sure = counted.filter(({ standing }) => standing === "counts");
  if (sure.length >= asked) return { findings: [], undecided: [] };
  const doubts = [
    ...counted.flatMap(({ standing }) => (typeof standing === "object" && "reason" in standing ? [standing] : [])),
    ...openFlows([resource.address, ...copies.map((copy) => copy.resource.address)], facts),
  ];
  if (sure.length + doubts.length >= asked) return { findings: [], undecided: doubts };
  const others = counted.flatMap(({ standing, reach }) =>
    typeof standing === "object" && "not" in standing ? [{ reach, because: standing.not }] : [],
  );
  const reasons = others.map(({ reach, because }) => `${reach.resource.address} doesn't count: ${because}`);
  const message = [`"${store}" has ${howMany(sure.length)}, and ${asked} ${asked === 1 ? "is" : "are"} asked for`, ...reasons];
  const missing = asked - sure.length;
  const about = {
    rule: "recovery/copies",
    severity: "high" as const,
    asset: { store, resource, flows: [] },
    path: others.flatMap(({ reach }) => flowSteps(reach)),
    message: message.join("; "),
    fix: { text: `copy "${store}" to ${missing} more ${missing === 1 ? "place" : "places"} where its data may rest`, edits: [] },
  };
  return { findings: [found(about, facts)], undecided: [] };
}

const howMany = (count: number) => (count === 0 ? "no copy" : count === 1 ? "1 copy" : `${count} copies`);

/** Where it isn't known what is copied, or where to: it may be a copy. */
export function openFlows(addresses: readonly string[], { open }: Facts): readonly Undecided[] {
  return open
    .filter(({ from }) => !from || addresses.includes(from.address))
    .map(({ by, reason }) => ({ address: by.address, reason }));
}

export const flowSteps = ({ path }: Reach): readonly PathStep[] =>
  path.map(({ by, from, to }) => ({ step: "flow", address: by.address, text: `copies from ${from.address} to ${to.address}` }));
