import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import { type Deployment, SERVING_SITES, type ServingSite } from "../config/schema/model";
import { madeThrough } from "../constructs/oci/made-through";
import { EdgeNetwork } from "../constructs/oci/traffic/edge-network";
import { InsideSteering } from "../constructs/oci/traffic/inside-steering";
import { TlsLoadBalancer } from "../constructs/oci/traffic/tls-load-balancer";
import { WebFirewall } from "../constructs/oci/traffic/web-firewall";
import { OciStack } from "./oci-stack";
import type { PrimaryStack } from "./primary";
import type { ServingStack } from "./serving-stack";
import type { StandbyStack } from "./standby";
import type { Compartments } from "./tenancy";

/** What users of a region come through. */
export interface RegionEdge {
  readonly region: OciRegion;
  readonly loadBalancer: TlsLoadBalancer;
  readonly firewall: WebFirewall;
  /** Private addresses of the app tier. */
  readonly backends: readonly string[];
}

/**
 * How users reach the primary, and its standby when it is down: every answer is one of two reserved addresses. The public
 * subnets are here and not beside the app tier, so that the stacks that hold stores have no way to the internet at all.
 */
export class TrafficStack extends OciStack {
  readonly purpose = "load balancers, web firewalls and reserved addresses, the zone and its steering";
  readonly edges: Readonly<Record<ServingSite, RegionEdge>>;
  readonly steering: InsideSteering;

  constructor(
    scope: Construct,
    deployment: Deployment,
    private readonly compartments: Compartments,
    serving: { readonly primary: PrimaryStack; readonly standby: StandbyStack },
  ) {
    super(scope, "traffic", deployment, deployment.oci.primary.region);
    this.edges = Object.fromEntries(SERVING_SITES.map((site) => [site, this.makeEdge(site, serving[site])])) as typeof this.edges;
    this.steering = this.makeSteering();
  }

  private makeEdge(site: ServingSite, { network, app, region }: ServingStack): RegionEdge {
    const { prefix, jurisdiction, routing, app: settings } = this.deployment;
    const { edge: compartment, network: networks } = this.compartments;
    const scope = new Construct(this, site);
    if (region.region !== this.region.region) madeThrough(scope, this.providerIn(site, region.region));
    const name = `${prefix}-edge-${site}`;
    const edge = new EdgeNetwork(scope, "network", { compartment, networks, name, network, port: settings.port });
    const backends = app?.addresses ?? [];
    const loadBalancer = new TlsLoadBalancer(scope, "load-balancer", {
      compartment,
      name,
      edge,
      certificate: routing.certificates[site],
      region,
      backends,
      port: settings.port,
      healthPath: routing.health.path,
      bandwidthMbps: routing.bandwidthMbps,
    });
    const { requestsFromOutside } = routing;
    const firewall = new WebFirewall(scope, "firewall", { compartment, name, jurisdiction, loadBalancer, requestsFromOutside });
    return { region, loadBalancer, firewall, backends };
  }

  private makeSteering(): InsideSteering {
    const { prefix, jurisdiction, routing } = this.deployment;
    return new InsideSteering(this, "steering", {
      compartment: this.compartments.edge,
      name: `${prefix}-steering`,
      jurisdiction,
      zone: routing.zone,
      hostnames: routing.hostnames,
      places: SERVING_SITES.map((site) => {
        const { loadBalancer, firewall } = this.edges[site];
        return { name: site, address: loadBalancer.address, after: firewall.attached };
      }),
      health: routing.health,
    });
  }
}
