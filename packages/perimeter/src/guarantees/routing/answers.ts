import type { Estate } from "../../estate";
import { textArgument } from "../../estate/arguments";
import type { Declared } from "../declared";
import { destinationOf } from "./destination";
import { type Lead, query } from "./lead";
import { namesIn } from "./names";
import { leadsOf } from "./resolve";

/** An answer that a user may get to a query for a name of the model. */
export interface Answer {
  readonly hostname: string;
  readonly answer: string;
  /** What has the address; null: nothing of the estate. */
  readonly leadsTo: string | null;
  /** Whether it leads out of where users are to be served; what isn't known does. */
  readonly isOutside: boolean;
}

const TYPES = ["A", "AAAA", "HTTPS"] as const;

/** Every answer to the names of the model, in some state of health and from somewhere; those that are disabled are none. */
export function answersIn({ estate, declared }: { readonly estate: Estate; readonly declared: Declared }): readonly Answer[] {
  const allowed = new Set([...declared.primary.oci, ...declared.primary.standby]);
  const names = namesIn(estate);
  return (declared.routing?.hostnames ?? []).flatMap((hostname) =>
    TYPES.flatMap((type) => leadsOf(query(hostname, type), names, estate))
      .filter(({ isAsleep }) => !isAsleep)
      .map((lead) => ({ hostname, ...answered(lead, allowed, estate) })),
  );
}

function answered({ end }: Lead, allowed: ReadonlySet<string>, estate: Estate): Omit<Answer, "hostname"> {
  switch (end.kind) {
    case "unknown":
      return { answer: end.because, leadsTo: null, isOutside: true };
    case "delegated":
    case "elsewhere":
      return { answer: end.text, leadsTo: null, isOutside: true };
    case "address": {
      const destination = destinationOf(end.value, allowed, estate);
      if (destination.kind !== "inside") return { answer: end.text, leadsTo: null, isOutside: true };
      const name = textArgument(destination.front, "display_name") ?? destination.front.address;
      return { answer: end.text, leadsTo: `${destination.front.type} "${name}"`, isOutside: false };
    }
  }
}
