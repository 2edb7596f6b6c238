import { type Pair, removes, type There, there, wants, within } from "./pair";

const ROOT = "ocid1.tenancy.oc1..t";
const vcn = there("net", "oci_core_vcn", { compartment_id: ROOT, cidr_blocks: ["10.0.0.0/16"] });
const subnetArgs = (cidr_block: string, more = {}) => ({ compartment_id: ROOT, vcn_id: "${net.id}", cidr_block, ...more });
const subnet = (cidr = "10.0.0.0/24", more = {}) => there("sub", "oci_core_subnet", subnetArgs(cidr, more));
const ofNetwork = (name: string, type: string, more = {}) =>
  there(name, type, { compartment_id: ROOT, vcn_id: "${net.id}", ...more });
const table = ofNetwork("table", "oci_core_route_table");
const group = ofNetwork("nsg", "oci_core_network_security_group");
const ruleOf = (more: object) => ({ network_security_group_id: "${nsg.id}", direction: "INGRESS", protocol: "6", ...more });
const gateway = { compartment_id: ROOT, vcn_id: "${net.id}" };
const services = { services: [{ service_id: "ocid1.service.oc1.phx.aaa" }] };

const FIRST = {
  rule_type: "FILTER",
  default_answer_data: [{ answer_condition: "answer.isDisabled != true", should_keep: true }],
};
const HEALTH = { rule_type: "HEALTH" };
const LIMIT = { rule_type: "LIMIT", default_count: 1 };
const ranking = (...pools: readonly string[]) => ({
  rule_type: "PRIORITY",
  cases: [
    {
      case_condition: "query.client.geoKey in (geoKey '6252001')",
      answer_data: pools.map((pool, at) => ({ answer_condition: `answer.pool == '${pool}'`, value: at })),
    },
  ],
});
const ANSWERS = [
  { name: "a", rtype: "A", rdata: "192.0.2.1", pool: "phx" },
  { name: "b", rtype: "A", rdata: "192.0.2.2", pool: "iad" },
];
const steering = (rules: readonly object[], more = {}) =>
  ({ compartment_id: ROOT, display_name: "s", template: "FAILOVER", answers: ANSWERS, rules, ...more }) as never;
const MONITORED = { health_check_monitor_id: "ocid1.httpmonitor.oc1..x" };
const POLICY = "oci_dns_steering_policy";
const policy = there("policy", POLICY, steering([FIRST, LIMIT]));
const zone = (scope = "GLOBAL") =>
  there("zone", "oci_dns_zone", { compartment_id: ROOT, name: "example.com", zone_type: "PRIMARY", scope });
const attachment = (domain: string) => ({ steering_policy_id: "${policy.id}", zone_id: "${zone.id}", domain_name: domain });
const ATTACHMENT = "oci_dns_steering_policy_attachment";
const record = (domain: string, rtype: string) => ({
  zone_name_or_id: "${zone.id}",
  domain,
  rtype,
  items: [{ domain, rtype, rdata: "x", ttl: 60 }],
});
const monitor = (more: object) => ({
  compartment_id: ROOT,
  display_name: "m",
  protocol: "HTTPS",
  targets: ["192.0.2.1"],
  interval_in_seconds: 30,
  ...more,
});

const publicSubnet = subnet();
const balancerArgs = (more = {}) => ({
  compartment_id: ROOT,
  display_name: "lb",
  shape: "flexible",
  shape_details: [{ minimum_bandwidth_in_mbps: 10, maximum_bandwidth_in_mbps: 100 }],
  subnet_ids: ["${sub.id}"],
  ...more,
});
const BALANCER = "oci_load_balancer_load_balancer";
const balancer = (more = {}) => there("lb", BALANCER, balancerArgs(more));
const EDGE: readonly There[] = [vcn, publicSubnet, balancer()];
const setArgs = (name: string, more = {}) => ({
  load_balancer_id: "${lb.id}",
  name,
  policy: "ROUND_ROBIN",
  health_checker: [{ protocol: "HTTP", port: 80, ...more }],
});
const set = there("set", "oci_load_balancer_backend_set", setArgs("app"));
const listener = (name: string, port: number, backend = "app") => ({
  load_balancer_id: "${lb.id}",
  name,
  port,
  protocol: "HTTP",
  default_backend_set_name: backend,
});
const shape = (least: number) => ({ shape_details: [{ minimum_bandwidth_in_mbps: least, maximum_bandwidth_in_mbps: 100 }] });
const address = [{ id: "ocid1.publicip.oc1.phx.aaa" }];
const WAF = "oci_waf_web_app_firewall_policy";
const firewallPolicy = (rules: readonly object[]) =>
  ({
    compartment_id: ROOT,
    display_name: "waf",
    actions: [{ name: "log", type: "CHECK" }],
    request_access_control: [
      {
        default_action_name: "log",
        rules: rules.map((one) => ({ type: "ACCESS_CONTROL", name: "r", action_name: "log", ...one })),
      },
    ],
  }) as never;
const firewall = {
  compartment_id: ROOT,
  backend_type: "LOAD_BALANCER",
  load_balancer_id: "${lb.id}",
  web_app_firewall_policy_id: "${waf.id}",
};
const waf = there("waf", WAF, firewallPolicy([]));

export const OCI_TRAFFIC: Readonly<Record<string, Pair>> = {
  "core/range": wants(
    "oci_core_vcn",
    { compartment_id: ROOT, cidr_blocks: ["10.0.0.1/16"] },
    { compartment_id: ROOT, cidr_blocks: ["10.0.0.0/16"] },
  ),
  "core/range-size": wants(
    "oci_core_vcn",
    { compartment_id: ROOT, cidr_blocks: ["10.0.0.0/8"] },
    { compartment_id: ROOT, cidr_blocks: ["10.0.0.0/30"] },
  ),
  "core/subnet-outside": wants("oci_core_subnet", subnetArgs("10.1.0.0/24"), subnetArgs("10.0.1.0/24"), [vcn]),
  "core/subnets-overlap": wants("oci_core_subnet", subnetArgs("10.0.0.128/25"), subnetArgs("10.0.1.0/25"), [vcn, subnet()]),
  "core/network-in-use": removes(vcn, [subnet()]),
  "core/subnet-in-use": {
    type: "oci_core_subnet",
    refused: { there: EDGE, removes: "sub" },
    passes: { there: [vcn, publicSubnet], removes: "sub" },
  },
  "core/route-table-in-use": {
    type: "oci_core_route_table",
    refused: { there: [vcn, table, subnet("10.0.0.0/24", { route_table_id: "${table.id}" })], removes: "table" },
    passes: { there: [vcn, table, subnet()], removes: "table" },
  },
  "core/group-in-use": {
    type: "oci_core_network_security_group",
    refused: { there: [vcn, group, publicSubnet, balancer({ network_security_group_ids: ["${nsg.id}"] })], removes: "nsg" },
    passes: { there: [vcn, group, publicSubnet, balancer()], removes: "nsg" },
  },
  "core/two-public-bans": wants(
    "oci_core_subnet",
    subnetArgs("10.0.1.0/24", { prohibit_internet_ingress: true, prohibit_public_ip_on_vnic: false }),
    subnetArgs("10.0.1.0/24", { prohibit_internet_ingress: true }),
    [vcn],
  ),
  "core/second-service-gateway": within(
    "oci_core_service_gateway",
    { ...gateway, ...services },
    [vcn, ofNetwork("g", "oci_core_service_gateway", services)],
    [vcn],
  ),
  "core/second-internet-gateway": within(
    "oci_core_internet_gateway",
    gateway,
    [vcn, ofNetwork("g", "oci_core_internet_gateway")],
    [vcn],
  ),
  "core/rule-without-end": wants(
    "oci_core_network_security_group_security_rule",
    ruleOf({ destination: "10.0.0.0/24", destination_type: "CIDR_BLOCK" }),
    ruleOf({ source: "10.0.0.0/24", source_type: "CIDR_BLOCK" }),
    [vcn, group],
  ),
  "bastion/session-time": wants(
    "oci_bastion_bastion",
    { compartment_id: ROOT, bastion_type: "STANDARD", target_subnet_id: "${sub.id}", max_session_ttl_in_seconds: 86_400 },
    { compartment_id: ROOT, bastion_type: "STANDARD", target_subnet_id: "${sub.id}", max_session_ttl_in_seconds: 10_800 },
    [vcn, subnet()],
  ),
  "dns/first-rule": wants(POLICY, steering([LIMIT]), steering([FIRST, LIMIT])),
  "dns/health-second": wants(
    POLICY,
    steering([FIRST, ranking("phx", "iad"), HEALTH, LIMIT], MONITORED),
    steering([FIRST, HEALTH, LIMIT], MONITORED),
  ),
  "dns/health-without-monitor": wants(POLICY, steering([FIRST, HEALTH, LIMIT]), steering([FIRST, HEALTH, LIMIT], MONITORED)),
  "dns/limit-last": wants(
    POLICY,
    steering([FIRST, LIMIT, ranking("phx", "iad")]),
    steering([FIRST, ranking("phx", "iad"), LIMIT]),
  ),
  "dns/every-pool": wants(
    POLICY,
    steering([FIRST, ranking("phx")], { template: "ROUTE_BY_GEO" }),
    steering([FIRST, ranking("phx", "iad")], { template: "ROUTE_BY_GEO" }),
  ),
  "dns/answer": wants(
    POLICY,
    steering([FIRST, LIMIT], { answers: [{ name: "a", rtype: "AAAA", rdata: "192.0.2.1", pool: "p" }] }),
    steering([FIRST, LIMIT], { answers: [{ name: "a", rtype: "AAAA", rdata: "2001:db8::1", pool: "p" }] }),
  ),
  "dns/answers-named-twice": wants(
    POLICY,
    steering([FIRST, LIMIT], { answers: [ANSWERS[0], ANSWERS[0]] }),
    steering([FIRST, LIMIT]),
  ),
  "dns/attached-to-private-zone": within(ATTACHMENT, attachment("us.example.com"), [policy, zone("PRIVATE")], [policy, zone()]),
  "dns/attached-twice": within(
    ATTACHMENT,
    attachment("us.example.com"),
    [policy, zone(), there("a", ATTACHMENT, attachment("US.example.com"))],
    [policy, zone(), there("a", ATTACHMENT, attachment("eu.example.com"))],
  ),
  "dns/attached-outside-the-zone": wants(ATTACHMENT, attachment("us.example.net"), attachment("us.example.com"), [
    policy,
    zone(),
  ]),
  "dns/record-outside-the-zone": wants("oci_dns_rrset", record("www.other.example", "A"), record("www.example.com", "A"), [
    zone(),
  ]),
  "dns/alias-and-others": within(
    "oci_dns_rrset",
    record("www.example.com", "CNAME"),
    [zone(), there("r", "oci_dns_rrset", record("www.example.com", "A"))],
    [zone(), there("r", "oci_dns_rrset", record("api.example.com", "A"))],
  ),
  "dns/zone-in-use": removes(zone(), [policy, there("a", ATTACHMENT, attachment("us.example.com"))]),
  "healthchecks/timeout": wants(
    "oci_health_checks_http_monitor",
    monitor({ timeout_in_seconds: 60 }),
    monitor({ timeout_in_seconds: 10 }),
  ),
  "healthchecks/authorization": wants(
    "oci_health_checks_http_monitor",
    monitor({ headers: { Authorization: "x" } }),
    monitor({ headers: { Host: "us.example.com" } }),
  ),
  "loadbalancer/bandwidth": wants(BALANCER, balancerArgs(shape(5)), balancerArgs(shape(10)), [vcn, publicSubnet]),
  "loadbalancer/protected": {
    type: BALANCER,
    refused: { there: [vcn, publicSubnet, balancer({ is_delete_protection_enabled: true })], removes: "lb" },
    passes: { there: EDGE, removes: "lb" },
  },
  "loadbalancer/private-address": wants(
    BALANCER,
    balancerArgs({ is_private: true, reserved_ips: address }),
    balancerArgs({ is_private: false, reserved_ips: address }),
    [vcn, publicSubnet],
  ),
  "loadbalancer/address-in-use": within(
    BALANCER,
    balancerArgs({ reserved_ips: address }),
    [vcn, publicSubnet, balancer({ reserved_ips: address })],
    [vcn, publicSubnet, balancer()],
  ),
  "loadbalancer/public-in-private-subnet": within(
    BALANCER,
    balancerArgs(),
    [vcn, subnet("10.0.0.0/24", { prohibit_internet_ingress: true })],
    [vcn, publicSubnet],
  ),
  "loadbalancer/listener-without-set": wants("oci_load_balancer_listener", listener("l", 80, "web"), listener("l", 80), [
    ...EDGE,
    set,
  ]),
  "loadbalancer/listener-port-taken": wants("oci_load_balancer_listener", listener("m", 80), listener("m", 81), [
    ...EDGE,
    set,
    there("l", "oci_load_balancer_listener", listener("l", 80)),
  ]),
  "loadbalancer/backend-without-set": wants(
    "oci_load_balancer_backend",
    { load_balancer_id: "${lb.id}", backendset_name: "web", ip_address: "10.0.0.2", port: 80 },
    { load_balancer_id: "${lb.id}", backendset_name: "app", ip_address: "10.0.0.2", port: 80 },
    [...EDGE, set],
  ),
  "loadbalancer/set-in-use": {
    type: "oci_load_balancer_backend_set",
    refused: { there: [...EDGE, set, there("l", "oci_load_balancer_listener", listener("l", 80))], removes: "set" },
    passes: { there: [...EDGE, set], removes: "set" },
  },
  "loadbalancer/check-interval": wants(
    "oci_load_balancer_backend_set",
    setArgs("x", { interval_ms: 100 }),
    setArgs("x", { interval_ms: 1000 }),
    EDGE,
  ),
  "waf/unknown-action": wants(WAF, firewallPolicy([{ action_name: "block" }]), firewallPolicy([{}])),
  "waf/condition-length": wants(
    WAF,
    firewallPolicy([{ condition: "x".repeat(1025) }]),
    firewallPolicy([{ condition: "x".repeat(1024) }]),
  ),
  "waf/reserved-name": wants(WAF, firewallPolicy([{ name: "Default Action" }]), firewallPolicy([{}])),
  "waf/second-firewall": within(
    "oci_waf_web_app_firewall",
    firewall,
    [...EDGE, waf, there("f", "oci_waf_web_app_firewall", firewall)],
    [...EDGE, waf],
  ),
  "waf/policy-in-use": {
    type: WAF,
    refused: { there: [...EDGE, waf, there("f", "oci_waf_web_app_firewall", firewall)], removes: "waf" },
    passes: { there: [...EDGE, waf], removes: "waf" },
  },
};
