import type { Construct } from "constructs";
import { CopierAgents } from "../constructs/aws/copier/copier-agents";
import { CopierCredential } from "../constructs/aws/copier/copier-credential";
import { CopierNetwork } from "../constructs/aws/copier/copier-network";
import { type CopyTask, CopyTasks } from "../constructs/aws/copier/copy-tasks";
import type { CopyBucket } from "../constructs/aws/copies/copy-bucket";
import { CopyReplication, type ReplicaDestination, type ReplicationRule } from "../constructs/aws/copies/copy-replication";
import type { SiteContext } from "./site-context";

/** What brings copies from the stores of the primary: agents behind fixed addresses, and tasks for all that there is. */
export function copyFromPrimary(scope: Construct, context: SiteContext, destination: CopyBucket): readonly CopyTask[] {
  const { deployment, site, account, region, prefix, pipeline } = context;
  const { company, oci } = deployment;
  const { replication, shards, phase, from } = site;
  if (from !== "primary" || phase !== "active" || !replication) return [];
  const { credential, agents } = replication;
  const place = { account, region, prefix, name: `${prefix}-copier` };
  const network = new CopierNetwork(scope, "network", {
    ...place,
    addresses: replication.network,
    availabilityZone: replication.availabilityZone,
    egressAllocations: replication.egressAllocations,
    bucket: destination.name,
  });
  new CopierAgents(scope, "agents", {
    name: place.name,
    image: replication.agentImage,
    count: agents.length,
    objectsMillions: replication.objectsMillions / shards,
    network,
  });
  new CopierCredential(scope, "credential", { ...place, secret: credential.secret, pipeline });
  const { tasks } = new CopyTasks(scope, "tasks", {
    ...place,
    source: {
      hostname: `${oci.namespace}.compat.objectstorage.${oci.primary.region}.oraclecloud.com`,
      accessKeyId: credential.accessKeyId,
      agents,
    },
    stores: destination.stores.map((name) => ({ name, bucket: `${company.name}-${prefix}-${name}` })),
    destination,
    shards,
  });
  return tasks;
}

/** What carries copies on to other sites, as long as there are any. */
export function replicate(
  scope: Construct,
  { account, prefix, site }: SiteContext,
  source: CopyBucket,
  destinations: readonly ReplicaDestination[],
): readonly ReplicationRule[] {
  if (destinations.length === 0 || site.phase !== "active") return [];
  return new CopyReplication(scope, "replication", { account, prefix, source, destinations }).rules;
}
