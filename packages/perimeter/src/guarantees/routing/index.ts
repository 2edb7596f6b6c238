import type { Resource } from "../../input";
import type { Finding } from "../../verdict/verdict";
import type { Facts, Guarantee } from "../facts";
import { type About, found } from "../found";
import { notDeclared, outcomeOf } from "../outcome";
import { controllers } from "./control";
import { isWithin } from "./domain";
import { unguarded } from "./firewall";
import { type Judged, judge } from "./judge";
import { namesIn } from "./names";
import type { NameSystem } from "./records";

/**
 * `routing`: every answer that a user of the jurisdiction can get leads to the primary or its standby on OCI; no outage,
 * health check or fallback leads elsewhere (design §1). Where a query comes from changes nothing: a user of the
 * jurisdiction may be anywhere, and DNS sees their resolver's place at best.
 */
export const ROUTING: Guarantee = {
  id: "routing",
  prove: (facts) => {
    const { declared, estate } = facts;
    if (!declared.routing) return notDeclared("routing");
    const names = namesIn(estate);
    const judged = declared.routing.hostnames.map((hostname) => judge(hostname, names, facts));
    const doors = judged.flatMap(({ balancers }) => unguarded(balancers, estate));
    const of = (isWrong: boolean) => doors.filter((door) => door.isWrong === isWrong).map(({ about }) => about);
    const control = controllers(steeringOf(declared.routing.hostnames, names, judged), facts);
    return outcomeOf("routing", {
      findings: unique([...judged.flatMap(({ findings }) => findings), ...of(true)], facts),
      notes: unique([...judged.flatMap(({ notes }) => notes), ...of(false), ...control], facts),
      undecided: [...judged.flatMap(({ undecided }) => undecided), ...estate.unread],
    });
  },
};

/** What decides the answers for these names: their zones, their policies, and the load balancers that they lead to. */
function steeringOf(hostnames: readonly string[], names: NameSystem, judged: readonly Judged[]): readonly Resource[] {
  const zones = names.zones.filter(({ name }) => name !== undefined && hostnames.some((one) => isWithin(one, name)));
  const attached = names.attachments.filter(({ name }) => name !== undefined && hostnames.includes(name));
  const all = [
    ...zones.map(({ resource }) => resource),
    ...attached.map(({ policy }) => policy),
    ...judged.flatMap(({ balancers }) => balancers.map(({ balancer }) => balancer)),
  ];
  return [...new Set(all)].filter((one) => one !== undefined);
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
