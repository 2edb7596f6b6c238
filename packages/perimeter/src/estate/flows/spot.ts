import type { Resource } from "../../input";
import type { Maybe } from "../maybe";
import type { Place } from "../place";

/** One end of a flow that no resource of the estate stands for. */
export interface Somewhere {
  readonly place: Place;
  /** As a sentence calls it. */
  readonly what: string;
  /** It is a resource of its own, of which nothing else is known; left out: it has no life of its own, as a replica of a table. */
  readonly unseen?: true;
}

export type Spot = Resource | Somewhere;

export const isSomewhere = (spot: Spot): spot is Somewhere => "place" in spot;

/** What one end of a flow may be, or why that isn't known. */
export type End = Maybe<readonly Spot[]>;

/** What all ends are together; the first that isn't known makes all of them unknown. */
export function endsTogether(ends: readonly End[]): End {
  const spots: Spot[] = [];
  for (const end of ends) {
    if ("unknown" in end) return end;
    spots.push(...end);
  }
  return spots;
}
