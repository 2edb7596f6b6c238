import { describe, expect, test } from "@jest/globals";
import type { TlsLoadBalancerProps } from "../../../../constructs/oci/traffic/tls-load-balancer";
import { loadBalancerIn } from "../../../support/construct-edge";
import { ASHBURN, allOf, oneOf, refusalsOf, synthesizeStack, typesIn } from "../../../support/construct-stack";

const json = synthesizeStack((stack) => void loadBalancerIn(stack));
const address = oneOf(json, "oci_core_public_ip");
const balancer = oneOf(json, "oci_load_balancer_load_balancer");
const listener = oneOf(json, "oci_load_balancer_listener");
const backends = oneOf(json, "oci_load_balancer_backend_set");
const edgeCompartment = expect.stringContaining("compartment-edge");

describe("a load balancer", () => {
  test("is made of these, of no certificate whose key would be in the state, and of no second listener", () => {
    expect(typesIn(json).filter((type) => type.startsWith("oci_load_balancer_") || type === "oci_core_public_ip")).toEqual([
      "oci_core_public_ip",
      "oci_load_balancer_backend",
      "oci_load_balancer_backend_set",
      "oci_load_balancer_listener",
      "oci_load_balancer_load_balancer",
    ]);
  });

  test.each([
    ["has a reserved address", address, "lifetime", "RESERVED"],
    [
      "has an address that no plan destroys or takes away",
      address,
      "lifecycle",
      { prevent_destroy: true, ignore_changes: ["private_ip_id"] },
    ],
    ["has its address in the edge's compartment", address, "compartment_id", edgeCompartment],
    ["is in the edge's compartment", balancer, "compartment_id", edgeCompartment],
    ["is public", balancer, "is_private", false],
    ["has that address and no other", balancer, "reserved_ips", [{ id: expect.stringMatching(/^\$\{oci_core_public_ip\.\w+/) }]],
    ["is in the edge's subnet", balancer, "subnet_ids", [expect.stringMatching(/oci_core_subnet\.edge_/)]],
    ["is in the edge's group", balancer, "network_security_group_ids", [expect.stringMatching(/security_group\.edge_Group_/)]],
    ["has the given bandwidth", balancer, "shape_details", { minimum_bandwidth_in_mbps: 100, maximum_bandwidth_in_mbps: 2000 }],
    ["gives each request an id", balancer, "is_request_id_enabled", true],
    ["listens on 443", listener, "port", 443],
    [
      "prefers ciphers of its own choice, TLS 1.2 and up, with a certificate that is named",
      listener,
      "ssl_configuration",
      {
        certificate_ids: ["ocid1.certificate.oc1.phx.acme"],
        protocols: ["TLSv1.2", "TLSv1.3"],
        cipher_suite_name: "oci-default-http2-tls-12-13-ssl-cipher-suite-v1",
        server_order_preference: "ENABLED",
        verify_peer_certificate: false,
      },
    ],
    [
      "asks the app itself for its health",
      backends,
      "health_checker",
      expect.objectContaining({ protocol: "HTTP", port: 8443, url_path: "/health", return_code: 200 }),
    ],
  ])("%s", (_, resource, argument, expected) => expect(resource[argument]).toEqual(expected));

  test("passes on to the given instances alone", () => {
    expect(allOf(json, "oci_load_balancer_backend").map(({ ip_address, port }) => `${ip_address}:${port}`)).toEqual([
      "10.40.0.2:8443",
      "10.40.0.3:8443",
    ]);
  });

  test("can stand before an app tier at rest: then it has no backends", () => {
    const resting = synthesizeStack((stack) => void loadBalancerIn(stack, { backends: [] }));
    expect([allOf(resting, "oci_load_balancer_backend"), allOf(resting, "oci_load_balancer_listener").length]).toEqual([[], 1]);
  });
});

type Overrides = Partial<TlsLoadBalancerProps>;

describe("a load balancer is refused", () => {
  const wrong = (certificate: string) =>
    `certificate "${certificate}" isn't in us-phoenix-1: import it into the Certificates service of the load balancer's own region (docs/certificates.md)`;
  const none = (range: string) =>
    `a bandwidth of ${range} Mbps can't be had: expected 10 at least, 8000 at most, the minimum first (Load Balancing API, ShapeDetails)`;
  const ELSEWHERE = "ocid1.certificate.oc1.iad.acme";
  const NOWHERE = "ocid1.certificate.oc1..acme";

  test.each<[string, Overrides, string, Overrides]>([
    [
      "with a certificate of another region",
      { certificate: ELSEWHERE },
      wrong(ELSEWHERE),
      { certificate: ELSEWHERE, region: ASHBURN },
    ],
    ["with a certificate of no region", { certificate: NOWHERE }, wrong(NOWHERE), { certificate: "ocid1.certificate.oc1.phx.b" }],
    ["with less than it can have", bandwidth(9, 100), none("9 to 100"), bandwidth(10, 100)],
    ["with more than it can have", bandwidth(10, 8001), none("10 to 8001"), bandwidth(10, 8000)],
    ["with bounds that are crossed", bandwidth(101, 100), none("101 to 100"), bandwidth(100, 100)],
  ])("%s, and its neighbour is accepted", (_, overrides, refusal, neighbour) => {
    expect(refusalsOf((stack) => void loadBalancerIn(stack, overrides))).toEqual([`[test/load-balancer] ${refusal}`]);
    expect(refusalsOf((stack) => void loadBalancerIn(stack, neighbour))).toEqual([]);
  });
});

function bandwidth(minimum: number, maximum: number): Overrides {
  return { bandwidthMbps: { minimum, maximum } };
}
