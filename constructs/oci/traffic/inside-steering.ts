import { DnsRrset } from "@cdktf/provider-oci/lib/dns-rrset";
import { DnsSteeringPolicy } from "@cdktf/provider-oci/lib/dns-steering-policy";
import { DnsSteeringPolicyAttachment } from "@cdktf/provider-oci/lib/dns-steering-policy-attachment";
import { DnsZone } from "@cdktf/provider-oci/lib/dns-zone";
import { HealthChecksHttpMonitor } from "@cdktf/provider-oci/lib/health-checks-http-monitor";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Jurisdiction } from "../../../config/schema/jurisdictions";
import { isVantagePointIn } from "../../../config/schema/vantage-points";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { refuse } from "../../refusal";
import type { Compartment } from "../compartment";
import { type Steering, type SteeringAnswer, type SteeringRule, strayOutcomes } from "./steering-answers";

export interface InsideSteeringProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly zone: string;
  readonly hostnames: readonly string[];
  /** In the order in which they are preferred. */
  readonly places: readonly SteeringPlace[];
  readonly health: { readonly path: string; readonly vantagePoints: readonly string[] };
}

/** Where a name can lead. */
export interface SteeringPlace {
  readonly name: string;
  /** A reserved address of a load balancer that this deployment makes in the jurisdiction. */
  readonly address: string;
  /** No name leads to an address before its firewall looks at what comes. */
  readonly after: ITerraformDependable;
}

const PROP_RULES: readonly PropRule<InsideSteeringProps>[] = [
  {
    holds: ({ places }) => places.length > 1 && new Set(places.map(({ address }) => address)).size === places.length,
    says: ({ places }) => `names lead to ${places.length} places that aren't two addresses`,
    help: "expected the primary and its standby, each at an address of its own",
  },
  {
    holds: ({ zone, hostnames }) => hostnames.every((name) => name === zone || name.endsWith(`.${zone}`)),
    says: ({ zone, hostnames }) =>
      `${hostnames.find((name) => name !== zone && !name.endsWith(`.${zone}`))} isn't in zone ${zone}`,
    help: "name the zone itself or what is below it",
  },
  {
    holds: ({ jurisdiction, health }) => health.vantagePoints.every((point) => isVantagePointIn(jurisdiction, point)),
    says: ({ jurisdiction, health }) =>
      `vantage point ${health.vantagePoints.find((point) => !isVantagePointIn(jurisdiction, point))} isn't in ${jurisdiction}`,
    help: "an outage between continents would take the site down: check from inside",
  },
];

/** Short, so that a failover is over soon; what is cached longer by others can't be helped. */
const TTL_SECONDS = 30;

/**
 * Names whose every answer is one of the given places: in the preferred order while they are healthy, and whatever is
 * unhealthy or disabled, since there is no other answer. The rules are evaluated over every such case before anything is
 * written. DNSSEC stays off: it needs a record at the parent zone, and a wrong one takes the names away.
 */
export class InsideSteering extends Construct {
  readonly steering: Steering;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InsideSteeringProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { compartment, name, zone, hostnames, places } = props;
    this.steering = steeringTo(places);
    refuseStrays(
      this,
      this.steering,
      places.map(({ address }) => address),
    );
    const made = new DnsZone(this, "Zone", {
      compartmentId: compartment.id,
      name: zone,
      zoneType: "PRIMARY",
      dnssecState: "DISABLED",
      lifecycle: { preventDestroy: true },
    });
    const policy = new DnsSteeringPolicy(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      template: "FAILOVER",
      ttl: TTL_SECONDS,
      healthCheckMonitorId: this.monitor(),
      answers: this.steering.answers.map((answer) => ({ ...answer, rtype: "A" })),
      rules: this.steering.rules.map(({ defaultAnswerData, ...rule }) => ({
        ...rule,
        ...(defaultAnswerData ? { defaultAnswerData: [...defaultAnswerData] } : {}),
      })),
    });
    for (const hostname of hostnames) this.lead(hostname, made.id, policy.id);
  }

  /** By the policy, and by a record of the zone while a changed policy is replaced. */
  private lead(domain: string, zoneId: string, policyId: string): void {
    const after = this.props.places.map((place) => place.after);
    const record = new DnsRrset(this, `record-${domain}`, {
      zoneNameOrId: zoneId,
      domain,
      rtype: "A",
      items: this.steering.records.map((rdata) => ({ domain, rtype: "A", rdata, ttl: TTL_SECONDS })),
      dependsOn: after,
    });
    new DnsSteeringPolicyAttachment(this, `attachment-${domain}`, {
      steeringPolicyId: policyId,
      zoneId,
      domainName: domain,
      displayName: domain,
      dependsOn: [record, ...after],
    });
  }

  /** Its targets are the answers' own data: an answer that no target equals would count as healthy. */
  private monitor(): string {
    const { compartment, name, hostnames, places, health } = this.props;
    return new HealthChecksHttpMonitor(this, "Health", {
      compartmentId: compartment.id,
      displayName: name,
      protocol: "HTTPS",
      method: "GET",
      port: 443,
      path: health.path,
      // Of an address, HTTPS asks for the name ("Creating an HTTP Monitor").
      headers: { Host: hostnames[0] as string },
      targets: places.map(({ address }) => address),
      vantagePointNames: [...health.vantagePoints],
      intervalInSeconds: 30,
      timeoutInSeconds: 10,
      isEnabled: true,
    }).id;
  }
}

/** Template FAILOVER: its rules and their order are the service's. */
function steeringTo(places: readonly SteeringPlace[]): Steering {
  const answers: SteeringAnswer[] = places.map(({ name, address }) => ({ name, pool: name, rdata: address, isDisabled: false }));
  const rules: SteeringRule[] = [
    { ruleType: "FILTER", defaultAnswerData: [{ answerCondition: "answer.isDisabled != true", shouldKeep: true }] },
    { ruleType: "HEALTH" },
    {
      ruleType: "PRIORITY",
      defaultAnswerData: places.map(({ name }, index) => ({ answerCondition: `answer.pool == '${name}'`, value: index + 1 })),
    },
    { ruleType: "LIMIT", defaultCount: 1 },
  ];
  return { answers, rules, records: answers.slice(0, 1).map(({ rdata }) => rdata) };
}

function refuseStrays(construct: Construct, steering: Steering, allowed: readonly string[]): void {
  const [stray] = strayOutcomes(steering, allowed);
  if (stray)
    refuse(construct, {
      message: `with ${stray.unhealthy.join(", ") || "nothing"} unhealthy, names lead to ${stray.answers.join(", ") || "nowhere"}`,
      help: "every answer must be a reserved address of this deployment",
    });
}
