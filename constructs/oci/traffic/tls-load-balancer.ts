import { CorePublicIp } from "@cdktf/provider-oci/lib/core-public-ip";
import { LoadBalancerBackend } from "@cdktf/provider-oci/lib/load-balancer-backend";
import { LoadBalancerBackendSet } from "@cdktf/provider-oci/lib/load-balancer-backend-set";
import { LoadBalancerListener } from "@cdktf/provider-oci/lib/load-balancer-listener";
import { LoadBalancerLoadBalancer } from "@cdktf/provider-oci/lib/load-balancer-load-balancer";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import { isOcidIn } from "../../../config/schema/ocid-region";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { Compartment } from "../compartment";
import type { EdgeNetwork } from "./edge-network";

export interface TlsLoadBalancerProps {
  readonly compartment: Compartment;
  readonly name: string;
  readonly edge: EdgeNetwork;
  /** OCID in the Certificates service of the region: no private key is in a plan. */
  readonly certificate: string;
  readonly region: OciRegion;
  /** Literal addresses of the app tier of this region, and of nothing else. */
  readonly backends: readonly string[];
  readonly port: number;
  readonly healthPath: string;
  readonly bandwidthMbps: { readonly minimum: number; readonly maximum: number };
}

const PROP_RULES: readonly PropRule<TlsLoadBalancerProps>[] = [
  {
    holds: ({ certificate, region }) => isOcidIn(region, certificate),
    says: ({ certificate, region }) => `certificate "${certificate}" isn't in ${region.region}`,
    help: "import it into the Certificates service of the load balancer's own region (docs/certificates.md)",
  },
  {
    holds: ({ bandwidthMbps: { minimum, maximum } }) => 10 <= minimum && minimum <= maximum && maximum <= 8000,
    says: ({ bandwidthMbps: { minimum, maximum } }) => `a bandwidth of ${minimum} to ${maximum} Mbps can't be had`,
    help: "expected 10 at least, 8000 at most, the minimum first (Load Balancing API, ShapeDetails)",
  },
];

/** Forward secrecy and authenticated encryption alone. Source: "Predefined Load Balancer Cipher Suites". */
const CIPHER_SUITE = "oci-default-http2-tls-12-13-ssl-cipher-suite-v1";

/**
 * Ends TLS 1.2 or 1.3 at an address that stays, and passes on to the app tier of its region. There is no plain listener:
 * what comes without TLS gets no answer, and no prop adds one.
 */
export class TlsLoadBalancer extends Construct {
  readonly id: string;
  /** Reserved: it outlives the load balancer, so that names never lead to somebody else's machine. */
  readonly address: string;
  readonly listening: ITerraformDependable;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TlsLoadBalancerProps,
  ) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { compartment, name, edge, certificate, bandwidthMbps } = props;
    const address = new CorePublicIp(this, "Address", {
      compartmentId: compartment.id,
      displayName: name,
      lifetime: "RESERVED",
      // The load balancer assigns it; the plan would take it away again.
      lifecycle: { preventDestroy: true, ignoreChanges: ["private_ip_id"] },
    });
    this.address = address.ipAddress;
    this.id = new LoadBalancerLoadBalancer(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: bandwidthMbps.minimum, maximumBandwidthInMbps: bandwidthMbps.maximum },
      subnetIds: [edge.subnetId],
      networkSecurityGroupIds: [edge.securityGroupId],
      isPrivate: false,
      reservedIps: [{ id: address.id }],
      isRequestIdEnabled: true,
    }).id;
    this.listening = new LoadBalancerListener(this, "Listener", {
      loadBalancerId: this.id,
      name: "https",
      protocol: "HTTP",
      port: 443,
      defaultBackendSetName: this.backends(),
      sslConfiguration: {
        certificateIds: [certificate],
        protocols: ["TLSv1.2", "TLSv1.3"],
        cipherSuiteName: CIPHER_SUITE,
        serverOrderPreference: "ENABLED",
        verifyPeerCertificate: false,
      },
    });
  }

  /** Health is that of the app itself. */
  private backends(): string {
    const { backends, port, healthPath } = this.props;
    const set = new LoadBalancerBackendSet(this, "Backends", {
      loadBalancerId: this.id,
      name: "app",
      policy: "LEAST_CONNECTIONS",
      healthChecker: {
        protocol: "HTTP",
        port,
        urlPath: healthPath,
        returnCode: 200,
        intervalMs: 10_000,
        timeoutInMillis: 3_000,
        retries: 3,
      },
    });
    for (const [index, ipAddress] of backends.entries())
      new LoadBalancerBackend(this, `backend-${index + 1}`, {
        loadBalancerId: this.id,
        backendsetName: set.name,
        ipAddress,
        port,
      });
    return set.name;
  }
}
