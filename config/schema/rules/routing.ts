import { ociRegion } from "oci-policy";
import { SERVING_SITES } from "../model";
import { isOcidIn } from "../ocid-region";
import { outsideLimit, SERVICE_LIMITS } from "../service-limits";
import { isVantagePointIn, vantagePointCountry, vantagePointsIn } from "../vantage-points";
import type { Rule } from "./rule";

/** Health is seen from inside: what fails between continents is no reason to move users. */
export const healthIsCheckedFromInside: Rule = function* ({ jurisdiction, routing }) {
  for (const [index, point] of routing.health.vantagePoints.entries()) {
    if (isVantagePointIn(jurisdiction, point)) continue;
    const country = vantagePointCountry(point);
    yield {
      code: "routing/vantage-point",
      path: ["routing", "health", "vantagePoints", index],
      message: `vantage point ${point} ${country ? `is in ${country}, outside` : "isn't known to be in"} ${jurisdiction}`,
      help: `expected one of ${vantagePointsIn(jurisdiction).join(", ")}`,
    };
  }
};

/** A name counted twice is one machine less: one that is down must not take the site down. */
export const vantagePointsDiffer: Rule = function* ({ routing: { health } }) {
  for (const [index, point] of health.vantagePoints.entries())
    if (health.vantagePoints.indexOf(point) < index)
      yield {
        code: "routing/vantage-point-twice",
        path: ["routing", "health", "vantagePoints", index],
        message: `vantage point ${point} is named twice`,
        help: "name another one: at least three look at the site, so that one that is down can't take it down",
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

/** The Certificates service is regional: a load balancer finds no certificate of another region. */
export const certificatesAreOfTheirRegions: Rule = function* ({ oci, routing: { certificates } }) {
  for (const site of SERVING_SITES) {
    const region = ociRegion(oci[site].region);
    // An unknown region is another rule's.
    if (region && !isOcidIn(region, certificates[site]))
      yield {
        code: "routing/certificate",
        path: ["routing", "certificates", site],
        message: `certificate of the ${site} isn't in ${region.region}`,
        help: "import it into the Certificates service of the load balancer's own region (docs/certificates.md)",
      };
  }
};

/** A flexible load balancer has a least and a greatest bandwidth. */
export const bandwidthFits: Rule = function* ({ routing: { bandwidthMbps } }) {
  const { source } = SERVICE_LIMITS.loadBalancerMbps;
  for (const bound of ["minimum", "maximum"] as const) {
    const outside = outsideLimit(bandwidthMbps[bound], SERVICE_LIMITS.loadBalancerMbps);
    if (outside)
      yield {
        code: "limit/bandwidth",
        path: ["routing", "bandwidthMbps", bound],
        message: `a bandwidth of ${bandwidthMbps[bound]} Mbps can't be had`,
        help: `expected ${outside} (${source})`,
      };
  }
  if (bandwidthMbps.minimum > bandwidthMbps.maximum)
    yield {
      code: "routing/bandwidth",
      path: ["routing", "bandwidthMbps", "maximum"],
      message: `at most ${bandwidthMbps.maximum} Mbps is less than the ${bandwidthMbps.minimum} that are always there`,
      help: "let the maximum be the minimum at least",
    };
};
