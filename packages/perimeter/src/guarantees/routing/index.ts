import type { Finding } from "../../verdict/verdict";
import type { Facts, Guarantee } from "../facts";
import { type About, found } from "../found";
import { notDeclared, outcomeOf } from "../outcome";
import { unguarded } from "./firewall";
import { judge } from "./judge";
import { ociNames } from "./oci-records";
import { otherNames } from "./other-records";
import type { NameSystem } from "./records";
import { route53Names } from "./route53-records";

/**
 * `routing`: every answer that a user of the jurisdiction can get leads to the primary or its standby on OCI; no outage,
 * health check or fallback leads elsewhere (design §1). Where a query comes from changes nothing: a user of the
 * jurisdiction may be anywhere, and DNS sees their resolver's place at best.
 */
export const routing: Guarantee = {
  id: "routing",
  prove: (facts) => {
    const { declared, estate } = facts;
    if (!declared.routing) return notDeclared("routing");
    const names = namesIn(facts);
    const judged = declared.routing.hostnames.map((hostname) => judge(hostname, names, facts));
    const doors = judged.flatMap(({ balancers }) => unguarded(balancers, estate));
    const of = (isWrong: boolean) => doors.filter((door) => door.isWrong === isWrong).map(({ about }) => about);
    return outcomeOf("routing", {
      findings: unique([...judged.flatMap(({ findings }) => findings), ...of(true)], facts),
      notes: unique([...judged.flatMap(({ notes }) => notes), ...of(false)], facts),
      undecided: [...judged.flatMap(({ undecided }) => undecided), ...estate.unread],
    });
  },
};

function namesIn({ estate }: Facts): NameSystem {
  const all = [ociNames(estate), route53Names(estate), otherNames(estate)];
  return {
    zones: all.flatMap(({ zones }) => zones),
    records: all.flatMap(({ records }) => records),
    attachments: all.flatMap(({ attachments }) => attachments),
    unreadable: all.flatMap(({ unreadable }) => unreadable),
  };
}

/** Several answers by the same way are one finding: the plainest is told, whatever the order of the input. */
function unique(all: readonly About[], facts: Facts): readonly Finding[] {
  const told = new Map<string, Finding>();
  for (const finding of all.map((about) => found(about, facts))) {
    const known = told.get(finding.fingerprint);
    if (!known || isPlainer(finding, known)) told.set(finding.fingerprint, finding);
  }
  return [...told.values()];
}

function isPlainer({ message: one }: Finding, { message: other }: Finding): boolean {
  return one.length === other.length ? one < other : one.length < other.length;
}
