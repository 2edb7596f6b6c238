import { VANTAGE_POINTS } from "../vantage-points";
import type { Rule } from "./rule";

/** Health is seen from inside: what fails between continents is no reason to move users. */
export const healthIsCheckedFromInside: Rule = function* ({ jurisdiction, routing }) {
  const inside = Object.keys(VANTAGE_POINTS).filter((name) => VANTAGE_POINTS[name] === jurisdiction);
  // None is known for this jurisdiction yet: its own list is to be added, and until then nothing is taken for it.
  for (const [index, point] of routing.health.vantagePoints.entries())
    if (!inside.includes(point))
      yield {
        code: "routing/vantage-point",
        path: ["routing", "health", "vantagePoints", index],
        message: `vantage point ${point} isn't known to be in ${jurisdiction}`,
        help:
          inside.length > 0
            ? `expected one of ${inside.join(", ")}`
            : "add those of the jurisdiction to config/schema/vantage-points.ts",
      };
};

/** A zone answers for its own names. */
export const hostnamesAreInTheZone: Rule = function* ({ routing: { zone, hostnames } }) {
  for (const [index, hostname] of hostnames.entries())
    if (hostname !== zone && !hostname.endsWith(`.${zone}`))
      yield {
        code: "routing/hostname",
        path: ["routing", "hostnames", index],
        message: `${hostname} isn't in zone ${zone}`,
        help: "name the zone itself or what is below it",
      };
};
