import { ArtifactsContainerRepository } from "@cdktf/provider-oci/lib/artifacts-container-repository";
import { ContainerInstancesContainerInstance } from "@cdktf/provider-oci/lib/container-instances-container-instance";
import { Construct } from "constructs";
import type { Subject } from "oci-policy";
import { type PropRule, refuseBrokenRules } from "../prop-rules";
import { hostAddress } from "./address-block";
import type { Compartment } from "./compartment";
import { type Grant, grantToService } from "./policy/grant";
import { IMAGES_PULL, METRICS_PUBLISH } from "./policy/permissions";
import type { PrivateNetwork } from "./private-network";

export interface AppTierProps {
  readonly name: string;
  readonly compartment: Compartment;
  readonly network: PrivateNetwork;
  /** Where the app publishes metrics that everybody may see. */
  readonly health: Compartment;
  /** The tier as statements name it. */
  readonly actsAs: Subject & { readonly kind: "dynamic-group" };
  /** By digest, so that nobody who can push a tag can run code here. */
  readonly image: string;
  readonly availabilityDomains: readonly string[];
  readonly instances: number;
  readonly ocpus: number;
  readonly memoryGigabytes: number;
  readonly port: number;
}

const PROP_RULES: readonly PropRule<AppTierProps>[] = [
  {
    holds: ({ image }) => /@sha256:[0-9a-f]{64}$/.test(image),
    says: ({ image }) => `image "${image}" is not named by its digest`,
    help: "expected …@sha256:…, since a tag could be moved to other code",
  },
  {
    holds: ({ availabilityDomains }) => availabilityDomains.length > 0,
    says: () => "the tier has no availability domain to be in",
    help: "name at least one; their names differ by tenancy",
  },
  {
    holds: ({ instances }) => Number.isInteger(instances) && instances >= 0,
    says: ({ instances }) => `"${instances}" is no number of instances`,
    help: "expected a whole number; 0 leaves the tier at rest",
  },
  {
    holds: ({ instances, network }) => instances <= 0 || hostAddress(network.app.addresses, instances - 1) !== undefined,
    says: ({ instances, network }) => `${instances} instances have no room in the subnet ${network.app.addresses}`,
    help: "take fewer instances, or a wider network",
  },
];

/** The resource type of these machines in matching rules: the middle part of their OCIDs. */
export const APP_TIER_RESOURCE_TYPE = "computecontainerinstance";

/**
 * Container instances without a shell, a public address or a credential: no SSH, no run command, no boot volume to
 * attach elsewhere. They act as the resources that they are.
 */
export class AppTier extends Construct {
  /**
   * Literal private addresses of the instances, the first of the app subnet: what load balancers name as backends. An
   * instance that is replaced keeps its address, so that it is destroyed before its successor is made.
   */
  readonly addresses: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AppTierProps,
  ) {
    super(scope, id);
    const { name, compartment, network, availabilityDomains, instances } = props;
    refuseBrokenRules(this, props, PROP_RULES);
    this.addresses = Array.from(
      { length: Math.max(0, instances) },
      (_, index) => hostAddress(network.app.addresses, index) ?? [],
    ).flat();
    new ArtifactsContainerRepository(this, "Repository", {
      compartmentId: compartment.id,
      displayName: name,
      isPublic: false,
      isImmutable: true,
    });
    for (const [index, address] of this.addresses.entries())
      this.instance(`${name}-${index + 1}`, availabilityDomains[index % availabilityDomains.length] as string, address);
  }

  /** Pulling its image, and publishing its metrics where everybody may read them. */
  grantOperation(): Grant[] {
    const { name, compartment, health, actsAs } = this.props;
    return [
      grantToService(actsAs, name, "pull its image", {
        on: "registry",
        permissions: IMAGES_PULL,
        location: compartment.location,
      }),
      grantToService(actsAs, name, "publish health", { on: "health", permissions: METRICS_PUBLISH, location: health.location }),
    ];
  }

  private instance(displayName: string, availabilityDomain: string, privateIp: string): void {
    const { compartment, network, image, ocpus, memoryGigabytes, port } = this.props;
    new ContainerInstancesContainerInstance(this, displayName, {
      compartmentId: compartment.id,
      displayName,
      availabilityDomain,
      shape: "CI.Standard.E4.Flex",
      shapeConfig: { ocpus, memoryInGbs: memoryGigabytes },
      containerRestartPolicy: "ALWAYS",
      gracefulShutdownTimeoutInSeconds: "60",
      vnics: [{ subnetId: network.app.id, nsgIds: [network.apps.id], privateIp, isPublicIpAssigned: false }],
      containers: [
        {
          displayName: "app",
          imageUrl: image,
          isResourcePrincipalDisabled: false,
          environmentVariables: { PORT: String(port) },
          securityContext: {
            securityContextType: "LINUX",
            isNonRootUserCheckEnabled: true,
            isRootFileSystemReadonly: true,
            runAsUser: 10001,
            capabilities: { dropCapabilities: ["ALL"] },
          },
        },
      ],
    });
  }
}
