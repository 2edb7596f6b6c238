import type { Rows } from "../../engine/cloud";

/** Sources: WAF API, WebAppFirewall, WebAppFirewallPolicy, NetworkAddressList; Health Checks API, HttpMonitor. */
export const EDGE: Rows = {
  oci_health_checks_http_monitor: {
    values: {
      home_region: "{region}",
      results_url: "https://healthchecks.{region}.oci.oraclecloud.com/20180501/httpProbeResults/{id}",
      timeout_in_seconds: 10,
      is_enabled: true,
      method: "HEAD",
      path: "/",
    },
  },
  oci_waf_network_address_list: { values: { state: "ACTIVE" } },
  oci_waf_web_app_firewall: { values: { state: "ACTIVE" } },
  oci_waf_web_app_firewall_policy: { values: { state: "ACTIVE" } },
};
