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

/** What a site locks copies with. */
export interface Locking {
  /** The primary, or another site. */
  readonly from: string;
  readonly retentionDays: number;
}

/**
 * For how many days what a site holds may be locked: a replica keeps the lock of the copy that it was made from, which
 * comes before the lock of the bucket that it comes to (S3 User Guide, "Object Lock considerations").
 */
export const longestLock = ({ from, retentionDays }: Locking, sites: Readonly<Record<string, Locking>>): number =>
  Math.max(retentionDays, sites[from]?.retentionDays ?? 0);
