import type { StackJson } from "../deployments";
import { both, type Change, withArguments, withResource } from "./mutation";

/** A change of the default deployment that leads users elsewhere, and one as alarming that doesn't. */
export interface RoutingMutation {
  readonly name: string;
  readonly change: Change;
  readonly rule: string;
  readonly twin: Change;
}

const TRAFFIC = "traffic";
const NAME = "us.larkspur.example";
const AWAY = "203.0.113.9";
const NOWHERE = "cdn.example.net";

const POLICY = "oci_dns_steering_policy";
const RECORD = "oci_dns_rrset";

/** The first or the second resource of a type in the stack, by what the synthesis called it. */
const nthName = (stacks: Parameters<Change>[0], type: string, nth: number): string => {
  const name = Object.keys(stacks[TRAFFIC]?.resource?.[type] ?? {})[nth];
  if (name === undefined) throw new Error(`there is no ${nth + 1}. ${type}`);
  return name;
};

/** A change of the nth resource of a type; `undefined` takes it out. */
const ofNth =
  (type: string, nth: number, change: (args: StackJson, name: string) => object | undefined): Change =>
  (stacks) => {
    const name = nthName(stacks, type, nth);
    const json = stacks[TRAFFIC];
    const { [name]: args, ...others } = json.resource[type];
    const changed = change(args, name);
    return {
      ...stacks,
      [TRAFFIC]: { ...json, resource: { ...json.resource, [type]: { ...others, ...(changed ? { [name]: changed } : {}) } } },
    };
  };

const added = (type: string, name: string, args: (stacks: Parameters<Change>[0]) => object): Change => {
  return (stacks) => withResource(TRAFFIC, type, name, args(stacks))(stacks);
};

const reference = (stacks: Parameters<Change>[0], type: string, nth: number, attribute: string) =>
  `\${${type}.${nthName(stacks, type, nth)}.${attribute}}`;
const addressOf = (nth: number) => (stacks: Parameters<Change>[0]) => reference(stacks, "oci_core_public_ip", nth, "ip_address");

const policy = (change: (args: StackJson) => object): Change => withArguments(TRAFFIC, POLICY, change);

/** One more answer in the policy, in the last rank. */
const answer = (more: object): Change =>
  policy(({ answers, rules }) => ({
    answers: [...answers, { name: "third", pool: "third", rtype: "A", is_disabled: false, ...more }],
    rules: rules.map((rule: StackJson) =>
      rule.rule_type === "PRIORITY"
        ? {
            ...rule,
            default_answer_data: [...rule.default_answer_data, { answer_condition: "answer.pool == 'third'", value: 99 }],
          }
        : rule,
    ),
  }));

const record = (name: string, domain: string, rtype: string, rdata: string): Change =>
  added(RECORD, name, (stacks) => ({
    zone_name_or_id: reference(stacks, "oci_dns_zone", 0, "id"),
    domain,
    rtype,
    items: [{ domain, rtype, rdata, ttl: 30 }],
  }));

/** A public zone of Route 53 with the same name as ours, and one record. */
const onAws = (name: string, more: object, zone: object = {}): Change =>
  both(
    withResource("backup-virginia", "aws_route53_zone", "users", { name: NAME, ...zone }),
    withResource("backup-virginia", "aws_route53_record", "users", {
      zone_id: "${aws_route53_zone.users.zone_id}",
      name,
      type: "A",
      ...more,
    }),
  );

const rules = (...all: readonly object[]): Change => policy(() => ({ template: "CUSTOM", rules: all }));
const kept = (...pools: readonly string[]) =>
  pools.map((pool) => ({ answer_condition: `answer.pool == '${pool}'`, should_keep: true }));
const geo = (key: string) => `query.client.geoKey in (geoKey '${key}')`;
const balancerOf = (nth: number) => (stacks: Parameters<Change>[0]) =>
  reference(stacks, "oci_load_balancer_load_balancer", nth, "id");

/** A redirect of everything at the primary's load balancer. */
const redirect = (host: string): Change =>
  both(
    added("oci_load_balancer_rule_set", "away", (stacks) => ({
      load_balancer_id: balancerOf(0)(stacks),
      name: "away",
      items: [
        {
          action: "REDIRECT",
          response_code: 302,
          redirect_uri: [{ protocol: "HTTPS", host, port: 443 }],
          conditions: [{ attribute_name: "PATH", attribute_value: "/old", operator: "PREFIX_MATCH" }],
        },
      ],
    })),
    ofNth("oci_load_balancer_listener", 0, (args) => ({ ...args, rule_set_names: ["${oci_load_balancer_rule_set.away.name}"] })),
  );

/** Another region's provider, by which a part of the edge is made. */
const elsewhere: Change = (stacks) => {
  const json = stacks[TRAFFIC];
  const oci = [...json.provider.oci, { ...json.provider.oci[0], alias: "elsewhere", region: "eu-frankfurt-1" }];
  return { ...stacks, [TRAFFIC]: { ...json, provider: { ...json.provider, oci } } };
};
const movedTo = (provider: string, type: string, nth: number): Change =>
  both(
    elsewhere,
    ofNth(type, nth, (args) => ({ ...args, provider })),
  );

export const ROUTING_MUTATIONS: readonly RoutingMutation[] = [
  {
    name: "a third answer of the policy is somebody else's address",
    change: answer({ rdata: AWAY }),
    rule: "routing/answer-outside",
    twin: answer({ rdata: AWAY, is_disabled: true }),
  },
  {
    name: "an answer of the policy is another name",
    change: answer({ rdata: NOWHERE, rtype: "CNAME" }),
    rule: "routing/answer-outside",
    twin: both(answer({ rdata: `spare.${NAME}`, rtype: "CNAME" }), (stacks) =>
      record("spare", `spare.${NAME}`, "A", addressOf(1)(stacks))(stacks),
    ),
  },
  {
    name: "the answers are of a region abroad",
    change: both(
      movedTo("oci.elsewhere", "oci_load_balancer_load_balancer", 1),
      movedTo("oci.elsewhere", "oci_core_public_ip", 1),
    ),
    rule: "routing/answer-outside",
    twin: both(elsewhere, movedTo("oci.standby", "oci_load_balancer_load_balancer", 0)),
  },
  {
    name: "the zone's own record leads away while the policy is replaced",
    change: ofNth(RECORD, 0, (args) => ({ ...args, items: [{ ...args.items[0], rdata: AWAY }] })),
    rule: "routing/answer-outside",
    twin: record("other", `other.${NAME}`, "A", AWAY),
  },
  {
    name: "there is an answer of version 6, and it is somebody else's",
    change: record("six", NAME, "AAAA", "2001:db8::9"),
    rule: "routing/answer-outside",
    twin: record("six", `other.${NAME}`, "AAAA", "2001:db8::9"),
  },
  {
    name: "the name leads to another name that is elsewhere",
    change: ofNth(RECORD, 0, (args) => ({
      ...args,
      rtype: "CNAME",
      items: [{ ...args.items[0], rtype: "CNAME", rdata: NOWHERE }],
    })),
    rule: "routing/answer-outside",
    twin: record("www", `www.${NAME}`, "CNAME", NOWHERE),
  },
  {
    name: "the name is left to nameservers elsewhere",
    change: record("ns", NAME, "NS", "ns1.example.net."),
    rule: "routing/delegation",
    twin: record("ns", `lab.${NAME}`, "NS", "ns1.example.net."),
  },
  {
    name: "an address that a service hints at is somebody else's",
    change: record("https", NAME, "HTTPS", `1 . alpn=h2 ipv4hint=${AWAY}`),
    rule: "routing/answer-outside",
    twin: record("https", NAME, "HTTPS", "1 . alpn=h2"),
  },
  {
    name: "what stands for every name leads away, and the name has no record of its own",
    change: both(
      ofNth(RECORD, 0, (args) => ({ ...args, domain: `*.larkspur.example`, zone_name_or_id: "larkspur.example" })),
      (stacks) => withArguments(TRAFFIC, RECORD, ({ items }) => ({ items: [{ ...items[0], rdata: AWAY }] }))(stacks),
      ofNth("oci_dns_zone", 0, (args) => ({ ...args, name: "larkspur.example" })),
    ),
    rule: "routing/answer-outside",
    twin: record("wild", `*.${NAME}`, "A", AWAY),
  },
  {
    name: "Route 53 answers for the name with an address of its own",
    change: onAws(NAME, { ttl: 60, records: [AWAY] }),
    rule: "routing/answer-outside",
    twin: onAws("other", { ttl: 60, records: [AWAY] }),
  },
  {
    name: "Route 53 answers for the name with a load balancer of AWS",
    change: both(
      withResource("backup-virginia", "aws_lb", "users", { name: "users" }),
      onAws(NAME, { alias: [{ name: "${aws_lb.users.dns_name}", zone_id: "Z1", evaluate_target_health: true }] }),
    ),
    rule: "routing/answer-outside",
    twin: both(
      withResource("backup-virginia", "aws_lb", "users", { name: "users" }),
      onAws(
        NAME,
        { alias: [{ name: "${aws_lb.users.dns_name}", zone_id: "Z1", evaluate_target_health: true }] },
        { vpc: [{ vpc_id: "vpc-1" }] },
      ),
    ),
  },
  {
    name: "Route 53 falls back to AWS by health",
    change: onAws(NAME, { ttl: 60, records: [AWAY], set_identifier: "b", failover_routing_policy: [{ type: "SECONDARY" }] }),
    rule: "routing/answer-outside",
    twin: onAws("status", { ttl: 60, records: [AWAY], set_identifier: "b", failover_routing_policy: [{ type: "SECONDARY" }] }),
  },
  {
    name: "a provider that isn't modelled answers for the name",
    change: added("cloudflare_dns_record", "us", () => ({ zone_id: "z", name: NAME, type: "A", content: AWAY, ttl: 60 })),
    rule: "routing/answer-outside",
    twin: added("cloudflare_dns_record", "us", () => ({
      zone_id: "z",
      name: "www.larkspur.example",
      type: "A",
      content: AWAY,
      ttl: 60,
    })),
  },
  {
    name: "the primary's backends are gone",
    change: both(
      ofNth("oci_load_balancer_backend", 0, () => undefined),
      ofNth("oci_load_balancer_backend", 0, () => undefined),
    ),
    rule: "routing/no-backend",
    twin: ofNth("oci_load_balancer_backend", 0, () => undefined),
  },
  {
    name: "a backend is drained, and no other serves",
    change: both(
      ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, drain: true })),
      ofNth("oci_load_balancer_backend", 1, (args) => ({ ...args, offline: true })),
    ),
    rule: "routing/no-backend",
    twin: both(
      ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, drain: true })),
      ofNth("oci_load_balancer_backend", 1, (args) => ({ ...args, backup: true })),
    ),
  },
  {
    name: "the listener passes requests to an empty set",
    change: both(
      added("oci_load_balancer_backend_set", "empty", (stacks) => ({
        load_balancer_id: balancerOf(1)(stacks),
        name: "empty",
        policy: "ROUND_ROBIN",
      })),
      ofNth("oci_load_balancer_listener", 1, (args) => ({ ...args, default_backend_set_name: "empty" })),
    ),
    rule: "routing/no-backend",
    twin: added("oci_load_balancer_backend_set", "empty", (stacks) => ({
      load_balancer_id: balancerOf(1)(stacks),
      name: "empty",
      policy: "ROUND_ROBIN",
    })),
  },
  {
    name: "nothing listens at the standby",
    change: ofNth("oci_load_balancer_listener", 1, () => undefined),
    rule: "routing/no-backend",
    twin: ofNth("oci_load_balancer_listener", 1, (args) => ({ ...args, port: 8443 })),
  },
  {
    name: "a backend is somebody else's machine",
    change: ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, ip_address: AWAY })),
    rule: "routing/answer-outside",
    twin: ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, ip_address: "10.40.0.9" })),
  },
  {
    name: "a backend is a machine of AWS",
    change: both(
      withResource("backup-virginia", "aws_vpc", "users", { cidr_block: "172.31.0.0/16" }),
      ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, ip_address: "172.31.0.9" })),
    ),
    rule: "routing/answer-outside",
    twin: both(
      withResource("backup-virginia", "aws_vpc", "users", { cidr_block: "172.31.0.0/16" }),
      ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, ip_address: "10.40.0.10" })),
    ),
  },
  {
    name: "the standby's firewall is gone",
    change: ofNth("oci_waf_web_app_firewall", 1, () => undefined),
    rule: "routing/no-firewall",
    twin: ofNth("oci_waf_web_app_firewall", 1, (args) => ({ ...args, display_name: "renamed" })),
  },
  {
    name: "the firewalls look at one load balancer alone",
    change: (stacks) =>
      ofNth("oci_waf_web_app_firewall", 1, (args) => ({ ...args, load_balancer_id: balancerOf(0)(stacks) }))(stacks),
    rule: "routing/no-firewall",
    twin: (stacks) =>
      added("oci_waf_web_app_firewall", "more", () => ({
        compartment_id: "c",
        backend_type: "LOAD_BALANCER",
        load_balancer_id: balancerOf(0)(stacks),
        web_app_firewall_policy_id: "p",
      }))(stacks),
  },
  {
    name: "a load balancer sends users to somebody else",
    change: redirect("www.example.net"),
    rule: "routing/answer-outside",
    twin: redirect("{host}"),
  },
  {
    name: "users of a country are told another answer",
    change: both(
      answer({ rdata: AWAY }),
      rules({
        rule_type: "FILTER",
        cases: [{ case_condition: geo("6252001"), answer_data: kept("primary", "standby") }, { answer_data: kept("third") }],
      }),
    ),
    rule: "routing/answer-outside",
    twin: both(
      answer({ rdata: AWAY }),
      rules({
        rule_type: "FILTER",
        cases: [{ case_condition: geo("6252001"), answer_data: kept("primary", "standby") }, { answer_data: kept("standby") }],
      }),
    ),
  },
  {
    name: "the rule that sorts out an answer comes after the one that cuts",
    change: both(
      answer({ rdata: AWAY }),
      rules({ rule_type: "LIMIT", default_count: 1 }, { rule_type: "FILTER", default_answer_data: kept("third", "primary") }),
    ),
    rule: "routing/answer-outside",
    twin: both(
      answer({ rdata: AWAY }),
      rules({ rule_type: "FILTER", default_answer_data: kept("primary", "standby") }, { rule_type: "LIMIT", default_count: 1 }),
    ),
  },
  {
    name: "a weight lets some users out",
    change: both(
      answer({ rdata: AWAY }),
      rules(
        { rule_type: "WEIGHTED", default_answer_data: [{ answer_condition: "answer.name == 'third'", value: 1 }] },
        { rule_type: "LIMIT", default_count: 1 },
      ),
    ),
    rule: "routing/answer-outside",
    twin: rules(
      { rule_type: "WEIGHTED", default_answer_data: [{ answer_condition: "answer.name == 'standby'", value: 1 }] },
      { rule_type: "LIMIT", default_count: 1 },
    ),
  },
  {
    name: "an address is reserved, and no load balancer has it",
    change: both(
      added("oci_core_public_ip", "spare", () => ({ compartment_id: "c", lifetime: "RESERVED" })),
      answer({ rdata: "${oci_core_public_ip.spare.ip_address}" }),
    ),
    rule: "routing/no-backend",
    twin: added("oci_core_public_ip", "spare", () => ({ compartment_id: "c", lifetime: "RESERVED" })),
  },
  {
    name: "the registry names other nameservers",
    change: added("aws_route53domains_registered_domain", "d", () => ({
      domain_name: "larkspur.example",
      name_server: [{ name: "ns.example.net" }],
    })),
    rule: "routing/delegation",
    twin: added("aws_route53domains_registered_domain", "d", () => ({
      domain_name: "larkspur.test",
      name_server: [{ name: "ns.example.net" }],
    })),
  },
];

/** Changes that leave it open where names lead, and the address that has to be named. */
export const ROUTING_UNKNOWNS: readonly (readonly [string, Change, string])[] = [
  ["what the zone's record says", ofNth(RECORD, 0, (args) => ({ ...args, items: "${var.items}" })), `${TRAFFIC}/${RECORD}`],
  ["which name a record is for", record("v", `\${var.name}.larkspur.example`, "A", AWAY), `${TRAFFIC}/${RECORD}.v`],
  ["an answer's address", answer({ rdata: "${var.address}" }), `${TRAFFIC}/${POLICY}`],
  [
    "what a condition of the policy selects",
    both(
      answer({ rdata: AWAY }),
      rules({ rule_type: "FILTER", default_answer_data: [{ answer_condition: "answer.pool like 'p*'", should_keep: true }] }),
    ),
    `${TRAFFIC}/${POLICY}`,
  ],
  [
    "the region of a load balancer",
    ofNth("oci_core_public_ip", 0, (args) => ({ ...args, provider: "oci.nowhere" })),
    `${TRAFFIC}/`,
  ],
  [
    "a backend's address",
    ofNth("oci_load_balancer_backend", 0, (args) => ({ ...args, ip_address: "${var.address}" })),
    `${TRAFFIC}/oci_load_balancer_backend`,
  ],
  [
    "the zone's records, which are another's",
    ofNth("oci_dns_zone", 0, (args) => ({ ...args, zone_type: "SECONDARY" })),
    `${TRAFFIC}/oci_dns_zone`,
  ],
  [
    "which policy a name is attached to",
    withArguments(TRAFFIC, "oci_dns_steering_policy_attachment", () => ({ steering_policy_id: "${var.policy}" })),
    `${TRAFFIC}/oci_dns_steering_policy_attachment`,
  ],
];
