import type { OciProvider } from "@cdktf/provider-oci/lib/provider";
import type { Construct } from "constructs";
import { type OciRegion, ociRegion } from "oci-policy";
import { imageIn } from "../config/schema/images";
import type { Deployment, KeyPurpose, ServingSite } from "../config/schema/model";
import { appNetworkSources } from "../config/schema/network-sources";
import { AppTier } from "../constructs/oci/app-tier";
import type { Compartment } from "../constructs/oci/compartment";
import { SubnetNetworkSource } from "../constructs/oci/network-source";
import { PrivateBucketEndpoint } from "../constructs/oci/private-bucket-endpoint";
import { PrivateNetwork } from "../constructs/oci/private-network";
import { HsmKey, type HsmVault } from "../constructs/oci/vault";
import { OciStack } from "./oci-stack";
import type { Compartments } from "./tenancy";

/** A region that can serve users: its network, which grants can be pinned to, and the app tier in it. */
export abstract class ServingStack extends OciStack {
  readonly network: PrivateNetwork;
  /** None where no role of the registry is assumed by the app. */
  readonly app: AppTier | undefined;

  constructor(
    scope: Construct,
    protected readonly site: ServingSite,
    deployment: Deployment,
    protected readonly compartments: Compartments,
  ) {
    super(scope, site, deployment, deployment.oci[site].region);
    this.network = this.makeNetwork();
    this.app = this.makeApp();
  }

  /** IAM is written in the home region alone; other regions have copies that can be read. */
  private get home(): { readonly provider?: OciProvider } {
    const { home } = this.deployment.oci;
    return home === this.region.region ? {} : { provider: this.providerIn("home", home) };
  }

  private makeNetwork(): PrivateNetwork {
    const { prefix, oci } = this.deployment;
    const network = new PrivateNetwork(this, "network", {
      compartment: this.compartments.network,
      name: `${prefix}-${this.site}`,
      region: this.region,
      dnsLabel: this.site === "primary" ? prefix : `${prefix}${this.site}`,
      addresses: oci[this.site].network,
      addressesFrom: ["oci", this.site, "network"],
    });
    new SubnetNetworkSource(this, "network-source-app", {
      tenancy: this.tenancy,
      name: appNetworkSources(prefix)[this.site],
      description: `the app tier${this.site === "primary" ? "" : " at the standby"}, by way of its service gateway`,
      network,
      addresses: [network.app.addresses],
      ...this.home,
    });
    return network;
  }

  private makeApp(): AppTier | undefined {
    const { prefix, oci, app, roles } = this.deployment;
    const role = roles.find(({ assumedBy }) => assumedBy === "app");
    if (!role) return undefined;
    return new AppTier(this, "app", {
      ...app,
      // Its own registry: no other is in reach of the service gateway, and the standby must start when the primary is gone.
      image: imageIn(this.region, app.image, ociRegion(oci.primary.region) as OciRegion),
      name: role.name,
      compartment: this.compartments.app,
      network: this.network,
      health: this.compartments.health,
      actsAs: { kind: "dynamic-group", names: [{ domain: prefix, name: role.name }] },
      availabilityDomains: oci[this.site].availabilityDomains,
      instances: this.site === "primary" ? app.instances : app.standbyInstances,
    });
  }

  protected makeKey(vault: HsmVault, purpose: KeyPurpose): HsmKey {
    const { prefix, jurisdiction } = this.deployment;
    const compartment = this.compartments.key[purpose];
    return new HsmKey(this, `key-${purpose}`, { vault, compartment, purpose, name: `${prefix}-${purpose}`, jurisdiction });
  }

  /** The private way to this region's buckets, named by their stores. */
  protected makeEndpoint(buckets: ReadonlyMap<string, { readonly name: string }>): void {
    const { prefix, oci } = this.deployment;
    if (buckets.size === 0) return;
    new PrivateBucketEndpoint(this, "bucket-endpoint", {
      compartment: this.compartments.network,
      network: this.network,
      namespace: oci.namespace,
      prefix: `${prefix}${this.site}`,
      buckets: [...buckets].map(([store, { name }]) => ({ name, compartment: this.compartmentOf(store) })),
    });
  }

  protected compartmentOf(store: string): Compartment {
    return this.compartments.store[store] as Compartment;
  }
}
