import { isList, objectsIn, textOf } from "../../schema/value";
import { blockAt, blocksAt, byId, having, numberOf } from "../look";
import type { Asked, RefusalRow } from "../row";

const BALANCER = ["oci_load_balancer_load_balancer"];

const ofBalancer = (asked: Asked, type: string) =>
  having(asked.world, type, "load_balancer_id", textOf(asked.wanted["load_balancer_id"]));

/** Names of the actions of a web firewall that its parts use. */
function unknownAction({ wanted }: Asked): string | undefined {
  const known = new Set(objectsIn(wanted["actions"]).map((one) => textOf(one["name"])));
  const named = [
    ...blocksAt(wanted, "request_access_control").map((one) => textOf(one["default_action_name"])),
    ...[
      "request_access_control",
      "request_rate_limiting",
      "request_protection",
      "response_access_control",
      "response_protection",
    ].flatMap((part) => blocksAt(wanted, `${part}.rules`).map((one) => textOf(one["action_name"]))),
  ];
  return named.find((name) => name !== "" && !known.has(name));
}

const conditions = ({ wanted }: Asked) =>
  ["request_access_control", "request_rate_limiting", "request_protection"].flatMap((part) =>
    blocksAt(wanted, `${part}.rules`).map((one) => textOf(one["condition"])),
  );

/** Sources: OCI documentation, Load Balancer, Web Application Firewall; their APIs. */
export const EDGE: readonly RefusalRow[] = [
  {
    id: "loadbalancer/bandwidth",
    types: BALANCER,
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const shape = blockAt(wanted, "shape_details");
      const [least, most] = ["minimum", "maximum"].map((which) => numberOf(shape?.[`${which}_bandwidth_in_mbps`]));
      if (least === undefined || most === undefined) return undefined;
      return least < 10 || most > 8000 || least > most ? "the bandwidth of a flexible shape is 10 to 8,000 Mbps" : undefined;
    },
    source: "Load Balancer API, ShapeDetails",
  },
  {
    id: "loadbalancer/protected",
    types: BALANCER,
    on: ["remove"],
    code: "409-Conflict",
    isKnownAtPlan: true,
    refuses: ({ wanted }) =>
      wanted["is_delete_protection_enabled"] === true ? "the load balancer is protected from deletion" : undefined,
    source: "Load Balancer API, CreateLoadBalancerDetails, isDeleteProtectionEnabled",
  },
  {
    id: "loadbalancer/private-address",
    types: BALANCER,
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      wanted["is_private"] === true && objectsIn(wanted["reserved_ips"]).length > 0
        ? "a private load balancer takes no reserved public address"
        : undefined,
    source: "Load Balancer API, CreateLoadBalancerDetails, reservedIps",
  },
  {
    id: "loadbalancer/address-in-use",
    types: BALANCER,
    on: ["create"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) => {
      const own = objectsIn(wanted["reserved_ips"]).map((one) => textOf(one["id"]));
      return world
        .all("oci_load_balancer_load_balancer")
        .some((one) => objectsIn(one["reserved_ips"]).some((each) => own.includes(textOf(each["id"]))))
        ? "the reserved address belongs to another load balancer"
        : undefined;
    },
    source: "Load Balancer API, CreateLoadBalancerDetails, reservedIps",
  },
  {
    id: "loadbalancer/public-in-private-subnet",
    types: BALANCER,
    on: ["create"],
    code: "400-InvalidParameter",
    refuses: ({ wanted, world }) => {
      const ids = isList(wanted["subnet_ids"]) ? wanted["subnet_ids"] : [];
      const subnet = ids
        .map((id) => byId(world, "oci_core_subnet", id))
        .find((one) => one?.["prohibit_public_ip_on_vnic"] === true || one?.["prohibit_internet_ingress"] === true);
      return wanted["is_private"] !== true && subnet
        ? `subnet "${textOf(subnet["display_name"])}" is private, and the load balancer public`
        : undefined;
    },
    source: "Load Balancer, Creating a Load Balancer: a public one needs public subnets",
  },
  {
    id: "loadbalancer/listener-without-set",
    types: ["oci_load_balancer_listener"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const name = textOf(asked.wanted["default_backend_set_name"]);
      return ofBalancer(asked, "oci_load_balancer_backend_set").some((one) => one["name"] === name)
        ? undefined
        : `the load balancer has no backend set "${name}"`;
    },
    source: "Load Balancer API, CreateListenerDetails, defaultBackendSetName",
  },
  {
    id: "loadbalancer/listener-port-taken",
    types: ["oci_load_balancer_listener"],
    on: ["create"],
    code: "409-Conflict",
    refuses: (asked) => {
      const hosts = (one: Asked["wanted"]) => (isList(one["hostname_names"]) ? one["hostname_names"].join() : "");
      const other = ofBalancer(asked, "oci_load_balancer_listener").find(
        (one) => numberOf(one["port"]) === numberOf(asked.wanted["port"]) && hosts(one) === hosts(asked.wanted),
      );
      return other && `listener "${textOf(other["name"])}" listens on port ${numberOf(asked.wanted["port"])} already`;
    },
    source: "Load Balancer, Managing Listeners",
  },
  {
    id: "loadbalancer/backend-without-set",
    types: ["oci_load_balancer_backend"],
    on: ["create"],
    code: "404-NotAuthorizedOrNotFound",
    refuses: (asked) => {
      const name = textOf(asked.wanted["backendset_name"]);
      return ofBalancer(asked, "oci_load_balancer_backend_set").some((one) => one["name"] === name)
        ? undefined
        : `the load balancer has no backend set "${name}"`;
    },
    source: "Load Balancer API, CreateBackend",
  },
  {
    id: "loadbalancer/set-in-use",
    types: ["oci_load_balancer_backend_set"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: (asked) =>
      ofBalancer(asked, "oci_load_balancer_listener").some((one) => one["default_backend_set_name"] === asked.wanted["name"])
        ? "a listener uses the backend set"
        : undefined,
    source: "Load Balancer API, DeleteBackendSet",
  },
  {
    id: "loadbalancer/check-interval",
    types: ["oci_load_balancer_backend_set"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) => {
      const check = blockAt(wanted, "health_checker");
      const [interval = 10_000, timeout = 3000] = ["interval_ms", "timeout_in_millis"].map(
        (name) => numberOf(check?.[name]) ?? undefined,
      );
      return interval < 1000 || interval > 1_800_000 || timeout < 1 || timeout > 600_000
        ? "a health check is made every second to every 30 minutes, and waits up to 10 minutes"
        : undefined;
    },
    source: "Load Balancer API, HealthCheckerDetails",
  },
  {
    id: "waf/unknown-action",
    types: ["oci_waf_web_app_firewall_policy"],
    code: "400-InvalidParameter",
    refuses: (asked) => {
      const name = unknownAction(asked);
      return name && `the policy has no action "${name}"`;
    },
    source: "WAF API, WebAppFirewallPolicy, actions",
  },
  {
    id: "waf/condition-length",
    types: ["oci_waf_web_app_firewall_policy"],
    code: "400-InvalidParameter",
    refuses: (asked) =>
      conditions(asked).some((one) => one.length > 1024) ? "a condition has 1,024 characters at most" : undefined,
    source: "Web Application Firewall, Understanding Conditions",
  },
  {
    id: "waf/reserved-name",
    types: ["oci_waf_web_app_firewall_policy"],
    code: "400-InvalidParameter",
    refuses: ({ wanted }) =>
      blocksAt(wanted, "request_access_control.rules").some((one) => one["name"] === "Default Action")
        ? 'the name "Default Action" is reserved'
        : undefined,
    source: "WAF API, WebAppFirewallPolicyRule, name",
  },
  {
    id: "waf/second-firewall",
    types: ["oci_waf_web_app_firewall"],
    on: ["create"],
    code: "409-Conflict",
    refuses: (asked) =>
      ofBalancer(asked, "oci_waf_web_app_firewall").length > 0
        ? "the load balancer has a web application firewall already"
        : undefined,
    source: "WAF API, CreateWebAppFirewall",
  },
  {
    id: "waf/policy-in-use",
    types: ["oci_waf_web_app_firewall_policy"],
    on: ["remove"],
    code: "409-Conflict",
    refuses: ({ wanted, world }) =>
      having(world, "oci_waf_web_app_firewall", "web_app_firewall_policy_id", textOf(wanted["id"])).length > 0
        ? "a web application firewall uses the policy"
        : undefined,
    source: "WAF API, DeleteWebAppFirewallPolicy",
  },
];
