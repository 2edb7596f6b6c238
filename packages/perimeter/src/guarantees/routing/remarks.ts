import type { Resource } from "../../input";
import type { Fix, Severity, Undecided } from "../../verdict/verdict";
import type { About } from "../found";
import type { Lead } from "./lead";

/** Something to say of what a query is answered with. */
export type Remark =
  | { readonly kind: "finding" | "note"; readonly about: About }
  | { readonly kind: "undecided"; readonly undecided: Undecided }
  /** It leads where it should. */
  | { readonly kind: "right"; readonly answer: Answered }
  /** A load balancer of the primary or its standby answers. */
  | { readonly kind: "balancer"; readonly balancer: Resource; readonly answer: Answered };

/** An answer to a query for a type of records. */
export interface Answered {
  readonly hostname: string;
  readonly type: string;
  readonly lead: Lead;
}

export const undecidedAt = (address: string | null, reason: string): Remark => ({
  kind: "undecided",
  undecided: { address, reason },
});

interface Wrong {
  readonly rule: string;
  readonly severity: Severity;
  /** Goes on after the name: `leads to …`. */
  readonly says: string;
  /** @default to take out what leads there */
  readonly fix?: Fix;
}

/** What is wrong with an answer. What can only be said under an assumption leaves the verdict open. */
export function wrong(
  { hostname, type, lead }: Answered,
  { rule, severity, says, fix = fixOf(lead) ?? undefined }: Wrong,
): Remark {
  const [doubt] = lead.doubts;
  const address = lead.said?.by.address ?? lead.path.at(-1)?.address ?? null;
  if (doubt !== undefined) return undecidedAt(address, `it may be that ${hostname} ${says}; ${doubt}`);
  const message = `${hostname} ${says}${whenOf(lead)}`;
  const witness = witnessOf({ hostname, type, lead });
  return { kind: "finding", about: { rule, severity, path: lead.path, witness, message, fix: fix ?? null } };
}

/** The query, the state of health and the answer. */
export function witnessOf({ hostname, type, lead: { end, health, from } }: Answered): object {
  return { query: { name: hostname, type, from }, health, answer: "text" in end ? end.text : "" };
}

/** Where it takes an outage it is a grade less than where it leads there on any day. */
export function severityOf({ health }: Lead): Severity {
  return Object.values(health).some((state) => state !== "healthy") ? "high" : "critical";
}

/** `, asked from DE, while phx is unhealthy and iad is disabled`. */
export function whenOf({ from, health, isAsleep }: Lead): string {
  if (isAsleep) return ", if somebody enables that answer";
  const down = Object.entries(health).filter(([, state]) => state !== "healthy");
  const states = down.map(([name, state]) => `${name} is ${state}`);
  return `${from === "anywhere" ? "" : `, asked from ${from}`}${states.length > 0 ? `, while ${states.join(" and ")}` : ""}`;
}

export function fixOf({ said }: Lead): Fix | null {
  if (!said) return null;
  const { by, argument, text } = said;
  return {
    text: `take ${text} out of ${by.address}, or put an address of the primary or its standby in its place`,
    edits: [{ address: by.address, argument, before: text, after: null }],
  };
}
