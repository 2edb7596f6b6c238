import type { OciProvider } from "@cdktf/provider-oci/lib/provider";
import type { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import { refuse } from "../refusal";

/** Where the original is, and the provider of that region: replications are made at their source. */
export interface ReplicaSource {
  readonly region: OciRegion;
  readonly provider: OciProvider;
}

/** An outage of one region must leave the other. */
export function refuseSameRegion(replica: Construct, of: string, region: OciRegion, source: ReplicaSource): void {
  if (region.region === source.region.region)
    refuse(replica, {
      message: `the replica of ${of} is in ${region.region}, as its source is`,
      help: "make it in another region: an outage of one must leave the other",
    });
}
