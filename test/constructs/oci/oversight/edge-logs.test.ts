import { describe, expect, test } from "@jest/globals";
import { EdgeLogs } from "../../../../constructs/oci/oversight/edge-logs";
import { firewallIn } from "../../../support/construct-edge";
import { allOf, oneOf, synthesizeStack } from "../../../support/construct-stack";

const json = synthesizeStack((stack) => {
  const { oversight, loadBalancer, firewall } = firewallIn(stack);
  new EdgeLogs(stack, "requests", { compartment: oversight, name: "us-requests", loadBalancer, firewall });
});
const logs = allOf(json, "oci_logging_log");
const sourceOf = (service: string, type: string, category: string) => ({
  source_type: "OCISERVICE",
  service,
  resource: expect.stringMatching(new RegExp(`^\\$\\{${type}\\.[\\w-]+\\.id\\}$`)),
  category,
});

describe("logs of an edge", () => {
  test("are of every request, of what went wrong with it, and of what the firewall made of it", () => {
    expect(logs.map(({ configuration: { source } }) => source)).toEqual([
      sourceOf("loadbalancer", "oci_load_balancer_load_balancer", "access"),
      sourceOf("loadbalancer", "oci_load_balancer_load_balancer", "error"),
      sourceOf("waf", "oci_waf_web_app_firewall", "all"),
    ]);
  });

  test.each([
    ["are on", "is_enabled", true],
    ["are of the service", "log_type", "SERVICE"],
    ["are kept as long as Logging keeps anything", "retention_duration", 180],
    ["are in one group", "log_group_id", expect.stringMatching(/^\$\{oci_logging_log_group\.requests_\w+\.id\}$/)],
    ["can't be destroyed by a plan", "lifecycle", { prevent_destroy: true }],
  ])("%s", (_, argument, expected) => {
    expect(logs.map((log) => log[argument])).toEqual(logs.map(() => expected));
  });

  test("and their group can't be destroyed by a plan either, and lies where records are kept", () => {
    expect(oneOf(json, "oci_logging_log_group")).toMatchObject({
      lifecycle: { prevent_destroy: true },
      compartment_id: expect.stringContaining("compartment-oversight"),
    });
  });
});
