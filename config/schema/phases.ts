/** A site's phases, in the order in which it goes through them. */
export const PHASES = ["active", "frozen", "retired"] as const;
export type Phase = (typeof PHASES)[number];

/** When each phase began; `2026-01-31`. */
export type PhaseHistory = { readonly [phase in Phase]?: string | undefined };

/** The phase in force: the last one of the history. */
export const phaseInForce = (history: PhaseHistory): Phase =>
  PHASES.findLast((phase) => history[phase] !== undefined) ?? "active";

const MILLISECONDS_OF_DAY = 24 * 60 * 60 * 1000;

/** The date so many days later; dates are days of UTC. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * MILLISECONDS_OF_DAY).toISOString().slice(0, 10);
