import { ObjectstoragePrivateEndpoint } from "@cdktf/provider-oci/lib/objectstorage-private-endpoint";
import { Construct } from "constructs";
import { refuse } from "../refusal";
import type { Compartment } from "./compartment";
import type { PrivateNetwork } from "./private-network";

export interface PrivateBucketEndpointProps {
  readonly compartment: Compartment;
  readonly network: PrivateNetwork;
  readonly namespace: string;
  /** Letters and digits; part of the endpoint's host name. */
  readonly prefix: string;
  /** The buckets that it reaches: named, never a wildcard, since an open namespace leads to other tenancies. */
  readonly buckets: readonly { readonly name: string; readonly compartment: Compartment }[];
}

/**
 * A private way to named buckets. It grants nothing and closes nothing: the public endpoint stays, and is closed by the
 * network circumstance of the grants.
 */
export class PrivateBucketEndpoint extends Construct {
  constructor(scope: Construct, id: string, { compartment, network, namespace, prefix, buckets }: PrivateBucketEndpointProps) {
    super(scope, id);
    for (const { name } of buckets.filter((bucket) => bucket.name.includes("*")))
      refuse(this, {
        message: `bucket "${name}" of the private endpoint is a pattern`,
        help: "name each bucket: an open namespace leads to other tenancies",
      });
    new ObjectstoragePrivateEndpoint(this, "Resource", {
      compartmentId: compartment.id,
      namespace,
      name: `${prefix}-stores`,
      prefix,
      subnetId: network.data.id,
      nsgIds: [network.endpoints.id],
      accessTargets: buckets.map((bucket) => ({ namespace, bucket: bucket.name, compartmentId: bucket.compartment.id })),
    });
  }
}
