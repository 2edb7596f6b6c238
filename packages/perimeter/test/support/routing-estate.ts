import type { GuaranteeVerdict } from "../../src/verdict/verdict";
import { type Resources, stackOf } from "./oci-estate";
import type { Documents } from "./stacks";
import { DAY, verdictOf } from "./verdict-of";

/** A model that declares one name, served in Phoenix and from Ashburn. */
export const MODEL = `
version: 1
jurisdiction: US
rests: { oci: [us-phoenix-1, us-ashburn-1] }
primary: { oci: [us-phoenix-1], standby: [us-ashburn-1] }
stores: { media: oci_objectstorage_bucket.media }
roles: { us-sre: { principal: oci_identity_group.us_sre, residency: US } }
routing: { hostnames: [us.example.com] }
`;

export const ADDRESS = (site: string) => `\${oci_core_public_ip.${site}.ip_address}`;

/** A load balancer with a reserved address, a listener and a backend, by a provider of a region. */
export function site(name: string, provider = "oci", backend: object | null = {}): Resources {
  const load_balancer_id = `\${oci_load_balancer_load_balancer.${name}.id}`;
  return {
    oci_core_public_ip: { [name]: { provider, compartment_id: "c", lifetime: "RESERVED" } },
    oci_load_balancer_load_balancer: {
      [name]: {
        provider,
        compartment_id: "c",
        display_name: name,
        shape: "flexible",
        subnet_ids: ["ocid1.subnet.oc1..s"],
        reserved_ips: [{ id: `\${oci_core_public_ip.${name}.id}` }],
      },
    },
    oci_load_balancer_backend_set: { [name]: { provider, load_balancer_id, name: "app", policy: "ROUND_ROBIN" } },
    oci_load_balancer_listener: {
      [name]: {
        provider,
        load_balancer_id,
        name: "https",
        port: 443,
        protocol: "HTTP",
        default_backend_set_name: `\${oci_load_balancer_backend_set.${name}.name}`,
      },
    },
    ...(backend
      ? {
          oci_load_balancer_backend: {
            [name]: { provider, load_balancer_id, backendset_name: "app", ip_address: "10.0.0.5", port: 80, ...backend },
          },
        }
      : {}),
  };
}

export const ZONE: Resources = { oci_dns_zone: { z: { compartment_id: "c", name: "example.com", zone_type: "PRIMARY" } } };

/** A set of records of the zone. */
export const record = (name: string, domain: string, rtype: string, ...data: readonly string[]): Resources => ({
  oci_dns_rrset: {
    [name]: {
      zone_name_or_id: "${oci_dns_zone.z.id}",
      domain,
      rtype,
      items: data.map((rdata) => ({ domain, rtype, rdata, ttl: 30 })),
    },
  },
});

export interface TestAnswer {
  readonly name: string;
  readonly rdata: string;
  readonly pool?: string;
  readonly rtype?: string;
  readonly is_disabled?: boolean;
}

/** A steering policy that us.example.com is attached to. */
export function steering(answers: readonly TestAnswer[], rules: readonly object[], more: object = {}): Resources {
  return {
    oci_dns_steering_policy: {
      p: {
        compartment_id: "c",
        display_name: "p",
        template: "CUSTOM",
        health_check_monitor_id: "${oci_health_checks_http_monitor.h.id}",
        answers: answers.map((answer) => ({ rtype: "A", pool: answer.name, ...answer })),
        rules,
        ...more,
      },
    },
    oci_dns_steering_policy_attachment: {
      p: {
        steering_policy_id: "${oci_dns_steering_policy.p.id}",
        zone_id: "${oci_dns_zone.z.id}",
        domain_name: "us.example.com",
      },
    },
    oci_health_checks_http_monitor: {
      h: {
        compartment_id: "c",
        display_name: "h",
        protocol: "HTTPS",
        interval_in_seconds: 30,
        targets: answers.map(({ rdata }) => rdata),
      },
    },
  };
}

export const ENABLED = {
  rule_type: "FILTER",
  default_answer_data: [{ answer_condition: "answer.isDisabled != true", should_keep: true }],
};
export const HEALTHY = { rule_type: "HEALTH" };
export const ONE = { rule_type: "LIMIT", default_count: 1 };
export const ranked = (...pools: readonly string[]) => ({
  rule_type: "PRIORITY",
  default_answer_data: pools.map((pool, at) => ({ answer_condition: `answer.pool == '${pool}'`, value: at + 1 })),
});

export const PHX = { name: "phx", rdata: ADDRESS("phx") };
export const IAD = { name: "iad", rdata: ADDRESS("iad") };
export const AWAY = { name: "away", rdata: "203.0.113.9" };

/** The two sites and the zone, with more. */
export function documents(...more: readonly Resources[]): Documents {
  const [base] = Object.values(stackOf(site("phx"), site("iad", "oci.iad"), ZONE, ...more)) as [
    { provider: object; resource: object },
  ];
  const oci = [
    { region: "us-phoenix-1", tenancy_ocid: "ocid1.tenancy.oc1..t" },
    { region: "us-ashburn-1", tenancy_ocid: "ocid1.tenancy.oc1..t", alias: "iad" },
    { region: "eu-frankfurt-1", tenancy_ocid: "ocid1.tenancy.oc1..t", alias: "fra" },
  ];
  return { "a.tf.json": { ...base, provider: { oci, aws: [{ region: "us-east-1" }] } } };
}

export function routingOf(all: Documents, model = MODEL): GuaranteeVerdict {
  const found = verdictOf(all, model, DAY, ["routing"]).guarantees.find(({ id }) => id === "routing");
  if (!found) throw new Error("routing isn't proven");
  return found;
}

/** The verdict in a few words: the outcome, each finding's rule and answer, and where something isn't known. */
export function briefly({ verdict, findings, undecided }: GuaranteeVerdict): readonly string[] {
  const answers = findings.map(({ rule, witness }) => `${rule} ${(witness as { answer: string }).answer}`);
  return [verdict, ...new Set([...answers, ...undecided.map(({ address }) => `? ${address}`)])];
}

export const about = (...more: readonly Resources[]) => briefly(routingOf(documents(...more)));

export const GOOD = record("us", "us.example.com", "A", ADDRESS("phx"));
export const AWAY_FINDING = ["violated", "routing/answer-outside 203.0.113.9"];
export const HOLDS = ["holds"];

/** What is added to the estate, and what is said of it. */
export type Row = readonly [string, readonly Resources[], readonly string[]];

export const LB = (name: string) => `\${oci_load_balancer_load_balancer.${name}.id}`;

/** A redirect of everything that comes without TLS to the primary's load balancer. */
export function redirect(host: string): Resources {
  const load_balancer_id = LB("phx");
  return {
    oci_load_balancer_rule_set: {
      r: {
        load_balancer_id,
        name: "r",
        items: [
          {
            action: "REDIRECT",
            redirect_uri: [{ protocol: "HTTPS", host, port: 443 }],
            response_code: 301,
            conditions: [{ attribute_name: "PATH", attribute_value: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" }],
          },
        ],
      },
    },
    oci_load_balancer_listener: {
      plain: {
        load_balancer_id,
        name: "plain",
        port: 80,
        protocol: "HTTP",
        default_backend_set_name: "app",
        rule_set_names: ["${oci_load_balancer_rule_set.r.name}"],
      },
    },
  };
}

export function firewall(name: string): Resources {
  return {
    oci_waf_web_app_firewall: {
      [name]: { compartment_id: "c", backend_type: "LOAD_BALANCER", load_balancer_id: LB(name), web_app_firewall_policy_id: "p" },
    },
  };
}

export const R53: Resources = { aws_route53_zone: { z: { name: "example.com" } } };
export const r53 = (name: string, more: object): Resources => ({
  aws_route53_record: { [name]: { zone_id: "${aws_route53_zone.z.zone_id}", name: "us", type: "A", ttl: 60, ...more } },
});
/** In the place of the zone of the name. */
export const UNZONED = { oci_dns_zone: { z: { compartment_id: "c", name: "example.net", zone_type: "PRIMARY" } } };
