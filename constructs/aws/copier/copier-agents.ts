import { Instance } from "@cdktf/provider-aws/lib/instance";
import { Construct } from "constructs";
import type { CopierNetwork } from "./copier-network";

export interface CopierAgentsProps {
  readonly name: string;
  /** Machine image of the agents, as AWS publishes it. */
  readonly image: string;
  readonly count: number;
  /** Objects that a task has to list at most, in millions; decides the memory. */
  readonly objectsMillions: number;
  readonly network: CopierNetwork;
}

/**
 * Above so many objects an agent needs 64 GiB instead of 32 (AWS DataSync User Guide, "Amazon EC2 instance requirements").
 */
const SMALL_MILLIONS = 20;
const SIZES = { small: "m5.2xlarge", large: "m5.4xlarge" } as const;
const DISK_GIGABYTES = 80;

/** Machines that read the source and hand on what they read: nobody signs in to them, and they act in no role. */
export class CopierAgents extends Construct {
  constructor(scope: Construct, id: string, { name, image, count, objectsMillions, network }: CopierAgentsProps) {
    super(scope, id);
    for (let index = 1; index <= count; index++)
      new Instance(this, `${index}`, {
        ami: image,
        instanceType: objectsMillions > SMALL_MILLIONS ? SIZES.large : SIZES.small,
        subnetId: network.subnetId,
        vpcSecurityGroupIds: [network.agentsGroupId],
        associatePublicIpAddress: false,
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        rootBlockDevice: { encrypted: true, volumeSize: DISK_GIGABYTES },
        tags: { Name: `${name}-${index}` },
      });
  }
}
