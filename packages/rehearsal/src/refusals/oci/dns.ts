import { isIP } from "node:net";
import { objectsIn, textOf } from "../../schema/value";
import { byId, having, numberOf } from "../look";
import type { Asked, RefusalRow } from "../row";

const POLICY = ["oci_dns_steering_policy"];
const FIRST = "answer.isDisabled != true";

const rules = ({ wanted }: Asked) => objectsIn(wanted["rules"]);
const kinds = (asked: Asked) => rules(asked).map((rule) => textOf(rule["rule_type"]));
const isTemplate = ({ wanted }: Asked) => wanted["template"] !== "CUSTOM";

/** Whether the first rule keeps what isn't disabled, and does nothing else. */
function dropsDisabled(asked: Asked): boolean {
  const [first] = rules(asked);
  const [data, ...more] = objectsIn(first?.["default_answer_data"]);
  return (
    first?.["rule_type"] === "FILTER" &&
    more.length === 0 &&
    objectsIn(first["cases"]).length === 0 &&
    textOf(data?.["answer_condition"]) === FIRST &&
    data?.["should_keep"] === true
  );
}

/** In a policy by geography, each case gives every pool a place of its own. */
function unranked(asked: Asked): string | undefined {
  if (asked.wanted["template"] !== "ROUTE_BY_GEO") return undefined;
  const pools = new Set(objectsIn(asked.wanted["answers"]).map((one) => textOf(one["pool"])));
  for (const one of rules(asked)
    .filter((rule) => rule["rule_type"] === "PRIORITY")
    .flatMap((rule) => objectsIn(rule["cases"]))) {
    const data = objectsIn(one["answer_data"]);
    const ranked = data.map((each) => /'([^']*)'/.exec(textOf(each["answer_condition"]))?.[1] ?? "");
    if (ranked.length !== pools.size || ranked.some((pool) => !pools.has(pool)) || new Set(ranked).size !== ranked.length)
      return "each case of ROUTE_BY_GEO ranks every pool exactly once";
    if (new Set(data.map((each) => each["value"])).size !== data.length)
      return "each case of ROUTE_BY_GEO gives its pools distinct values";
  }
  return undefined;
}

const FORMS: Readonly<Record<string, (rdata: string) => boolean>> = {
  A: (rdata) => isIP(rdata) === 4,
  AAAA: (rdata) => isIP(rdata) === 6,
  CNAME: (rdata) => isIP(rdata) === 0 && rdata !== "",
};

const isWithin = (domain: string, zone: string) => {
  const [name, end] = [domain, zone].map((one) => one.toLowerCase().replace(/\.$/, ""));
  return name === end || name?.endsWith(`.${end}`) === true;
};

const zoneOf = ({ world }: Asked, named: string) =>
  byId(world, "oci_dns_zone", named) ?? having(world, "oci_dns_zone", "name", named)[0];

/** Sources: OCI documentation, DNS (Traffic Management, Zones), Health Checks; their APIs. */
export const DNS: readonly RefusalRow[] = [
  {
    id: "dns/first-rule",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) =>
      isTemplate(asked) && !dropsDisabled(asked) ? `the first rule is a FILTER that keeps "${FIRST}"` : undefined,
    source: "DNS API, SteeringPolicy, template",
  },
  {
    id: "dns/health-second",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const hasMonitor = textOf(asked.wanted["health_check_monitor_id"]) !== "";
      return isTemplate(asked) && hasMonitor && kinds(asked)[1] !== "HEALTH"
        ? "with a health check, the second rule is HEALTH"
        : undefined;
    },
    source: "DNS API, SteeringPolicy, template",
  },
  {
    id: "dns/health-without-monitor",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) =>
      kinds(asked).includes("HEALTH") && textOf(asked.wanted["health_check_monitor_id"]) === ""
        ? "a HEALTH rule takes a health_check_monitor_id"
        : undefined,
    source: "DNS API, SteeringPolicyHealthRule",
  },
  {
    id: "dns/limit-last",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const at = kinds(asked).indexOf("LIMIT");
      return isTemplate(asked) && at !== -1 && at !== kinds(asked).length - 1 ? "the last rule is LIMIT" : undefined;
    },
    source: "DNS API, SteeringPolicy, template",
  },
  {
    id: "dns/every-pool",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: unranked,
    source: "DNS API, SteeringPolicy, template ROUTE_BY_GEO",
  },
  {
    id: "dns/answer",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const wrong = objectsIn(wanted["answers"]).find((one) => FORMS[textOf(one["rtype"])]?.(textOf(one["rdata"])) === false);
      return wrong && `"${textOf(wrong["rdata"])}" is no answer of type ${textOf(wrong["rtype"])}`;
    },
    source: "DNS API, SteeringPolicyAnswer, rdata",
  },
  {
    id: "dns/answers-named-twice",
    types: POLICY,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const names = objectsIn(wanted["answers"]).map((one) => textOf(one["name"]));
      return new Set(names).size < names.length ? "the names of answers are unique within a policy" : undefined;
    },
    source: "DNS API, SteeringPolicyAnswer, name",
  },
  {
    id: "dns/attached-to-private-zone",
    types: ["oci_dns_steering_policy_attachment"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: (asked) =>
      zoneOf(asked, textOf(asked.wanted["zone_id"]))?.["scope"] === "PRIVATE"
        ? "a steering policy is attached to a public zone"
        : undefined,
    source: "DNS, Traffic Management Steering Policies, Attachments",
  },
  {
    id: "dns/attached-twice",
    types: ["oci_dns_steering_policy_attachment"],
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_dns_steering_policy_attachment", "zone_id", textOf(wanted["zone_id"])).some(
        (one) => textOf(one["domain_name"]).toLowerCase() === textOf(wanted["domain_name"]).toLowerCase(),
      )
        ? `"${textOf(wanted["domain_name"])}" has a steering policy already`
        : undefined,
    source: "DNS API, CreateSteeringPolicyAttachmentDetails, domainName",
  },
  {
    id: "dns/attached-outside-the-zone",
    types: ["oci_dns_steering_policy_attachment"],
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const zone = textOf(zoneOf(asked, textOf(asked.wanted["zone_id"]))?.["name"]);
      return zone !== "" && !isWithin(textOf(asked.wanted["domain_name"]), zone)
        ? `"${textOf(asked.wanted["domain_name"])}" is not in zone "${zone}"`
        : undefined;
    },
    source: "DNS API, CreateSteeringPolicyAttachmentDetails, domainName",
  },
  {
    id: "dns/record-outside-the-zone",
    types: ["oci_dns_rrset"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const zone = textOf(zoneOf(asked, textOf(asked.wanted["zone_name_or_id"]))?.["name"]);
      return zone !== "" && !isWithin(textOf(asked.wanted["domain"]), zone)
        ? `"${textOf(asked.wanted["domain"])}" is not in zone "${zone}"`
        : undefined;
    },
    source: "DNS API, UpdateRRSet",
  },
  {
    id: "dns/alias-and-others",
    types: ["oci_dns_rrset"],
    code: "409-Conflict",
    refuses: (asked) => {
      const { wanted, world } = asked;
      const others = having(world, "oci_dns_rrset", "domain", textOf(wanted["domain"])).filter(
        (one) => one["rtype"] !== wanted["rtype"],
      );
      const isAlone = (type: unknown) => type === "CNAME" || type === "ALIAS";
      return others.length > 0 && (isAlone(wanted["rtype"]) || others.some((one) => isAlone(one["rtype"])))
        ? `"${textOf(wanted["domain"])}" can't have a CNAME or ALIAS beside other records`
        : undefined;
    },
    source: "DNS, Supported DNS Resource Record Types; RFC 1034, section 3.6.2",
  },
  {
    id: "dns/zone-in-use",
    types: ["oci_dns_zone"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_dns_steering_policy_attachment", "zone_id", textOf(wanted["id"])).length > 0
        ? "a steering policy is attached to the zone"
        : undefined,
    source: "DNS API, DeleteZone",
  },
  {
    id: "healthchecks/timeout",
    types: ["oci_health_checks_http_monitor", "oci_health_checks_ping_monitor"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const [timeout, interval] = ["timeout_in_seconds", "interval_in_seconds"].map((name) => numberOf(wanted[name]));
      if (interval !== undefined && ![10, 30, 60].includes(interval)) return "a check is made every 10, 30 or 60 seconds";
      return timeout !== undefined && interval !== undefined && timeout > interval
        ? "the timeout of a check is no longer than its interval"
        : undefined;
    },
    source: "Health Checks API, CreateHttpMonitorDetails",
  },
  {
    id: "healthchecks/authorization",
    types: ["oci_health_checks_http_monitor"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      Object.keys((wanted["headers"] ?? {}) as object).some((name) => name.toLowerCase() === "authorization")
        ? "a check sends no Authorization header"
        : undefined,
    source: "Health Checks API, CreateHttpMonitorDetails, headers",
  },
];
