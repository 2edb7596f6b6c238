import type { Actor } from "../../estate/actor";
import { keyOf, shownActor } from "../../estate/actor";
import type { Resource } from "../../input";
import type { Finding, Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import { found } from "../found";
import { keysOf } from "./keys";
import { type Lock, lockOf } from "./lock";
import { powersOver, type Target, type Verdicts, verdictsOn } from "./powers";
import * as aws from "./rows/aws";
import * as oci from "./rows/oci";

/**
 * Whether a reader, operator or administrator of a store, or anybody foreign, can alter, stop or shorten the record
 * ("What counts"): the evidence and its lock, its key, and all that a record passes on its way.
 */
export function alterable(
  evidence: readonly Resource[],
  through: readonly Resource[],
  isBarred: (actor: Actor) => boolean,
  facts: Facts,
): Verdicts {
  const locks = evidence.map((one) => [one, lockOf(one, facts.estate, facts.at)] as const);
  const carriers = through.filter((one) => !evidence.includes(one));
  const keys = [...evidence, ...carriers.filter(({ type }) => type.startsWith("aws_"))].map((one) => keysOf(one, facts.estate));
  const opened = [...new Set(keys.flatMap(({ found }) => found))];
  const stopping = { oci: oci.STOPPING, aws: aws.STOPPING };
  const groups: readonly (readonly Target[])[] = [
    locks.map(([resource, lock]) => ({ resource, what: "the evidence", ...rowsUnder(lock) })),
    opened.map((resource) => ({ resource, what: "a key of the evidence", ...stopping })),
    carriers.map((resource) => ({ resource, what: "what brings it there", ...stopping })),
  ];
  const verdicts = groups.map((targets) => verdictsOn(powersOver(targets, facts), isBarred, facts));
  const lockless = locks.map(([one, lock]) => lockVerdict(one, lock, facts));
  return {
    findings: [...verdicts.flatMap(({ findings }) => findings), ...lockless.flatMap(({ findings }) => findings)],
    notes: [...oneEach(verdicts.flatMap(({ notes }) => notes)), ...lockless.flatMap(({ notes }) => notes)],
    undecided: [
      ...verdicts.flatMap(({ undecided }) => undecided),
      ...lockless.flatMap(({ undecided }) => undecided),
      ...keys.flatMap(({ open }) => open),
    ],
  };
}

/** Whoever is trusted is named once, whatever they could do besides. */
function oneEach(notes: readonly Finding[]): readonly Finding[] {
  const byPrincipal = new Map(notes.map((note) => [JSON.stringify(note.principal), note] as const).reverse());
  return [...byPrincipal.values()];
}

/** A lock keeps what is written; what lets records be written may be taken away whatever is locked. */
function rowsUnder({ kind }: Lock): Pick<Target, "oci" | "aws"> {
  if (kind === "locked") return { oci: oci.STOPPING, aws: aws.STOPPING };
  if (kind === "ahead") return { oci: [...oci.UNLOCKING, ...oci.STOPPING], aws: aws.STOPPING };
  return { oci: [...oci.UNLOCKING, ...oci.UNLOCKED, ...oci.STOPPING], aws: [...aws.UNLOCKED, ...aws.STOPPING] };
}

interface LockVerdict {
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

const NOTHING: LockVerdict = { findings: [], notes: [], undecided: [] };

function lockVerdict(evidence: Resource, lock: Lock, facts: Facts): LockVerdict {
  switch (lock.kind) {
    case "locked":
      return NOTHING;
    case "open":
      return { ...NOTHING, undecided: [{ address: evidence.address, reason: lock.reason }] };
    case "ahead":
      return { ...NOTHING, notes: [notYet(evidence, lock, facts)] };
    case "none": {
      const { at, says, fix } = lock.gap;
      const message = `${says}: whoever administers it can delete the records before their time`;
      const about = { rule: "oversight/alterable-record", severity: "high", path: [at], message, fix: fix ?? null } as const;
      return { ...NOTHING, findings: [found(about, facts)] };
    }
  }
}

/** Until its day a rule can be removed: by whom. */
function notYet(evidence: Resource, { from, rule }: Extract<Lock, { kind: "ahead" }>, facts: Facts): Finding {
  const target = { resource: evidence, what: "the evidence", oci: oci.UNLOCKING, aws: [] };
  const { reaches } = powersOver([target], facts);
  const names = facts.closure.actors.filter((actor) => reaches.get(keyOf(actor))?.kind === "reached").map(shownActor);
  const who = names.length > 0 ? [...new Set(names)].sort().join(", ") : "nobody but the tenancy's administrators";
  return found(
    {
      rule: "oversight/alterable-record",
      severity: "low",
      path: [{ step: "flow", address: evidence.address, text: `time_rule_locked = ${rule}` }],
      message: `until ${from} the retention rule of ${evidence.address} can still be removed, by ${who}`,
      fix: null,
    },
    facts,
  );
}
