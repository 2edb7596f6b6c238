import { IdentityNetworkSource } from "@cdktf/provider-oci/lib/identity-network-source";
import type { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { Construct } from "constructs";
import { refuse } from "../refusal";
import type { Tenancy } from "./compartment";
import type { PrivateNetwork } from "./private-network";

interface NetworkSourceProps {
  readonly tenancy: Tenancy;
  /** As statements name it in `request.networkSource.name`. */
  readonly name: string;
  readonly description: string;
}

export interface SubnetNetworkSourceProps extends NetworkSourceProps {
  readonly network: PrivateNetwork;
  readonly addresses: readonly string[];
  /** Of the home region, where IAM is written. @default - the stack's own, which is in the home region then */
  readonly provider?: OciProvider;
}

/** A service that calls on somebody's behalf doesn't pass the test of where they are; the default lets all through. */
const NO_SERVICES = ["none"];

/** Literal public addresses that a grant can be pinned to: whoever reads the plan sees from where. */
export class AddressNetworkSource extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { tenancy, name, description, addresses }: NetworkSourceProps & { readonly addresses: readonly string[] },
  ) {
    super(scope, id);
    if (addresses.length === 0 || addresses.some((block) => block.endsWith("/0")))
      refuse(this, {
        message: `network source "${name}" is ${addresses.length === 0 ? "nowhere" : "everywhere"}`,
        help: "expected the public address blocks of one network",
      });
    new IdentityNetworkSource(this, "Resource", {
      compartmentId: tenancy.id,
      name,
      description,
      publicSourceList: [...addresses],
      services: NO_SERVICES,
    });
  }
}

/** A subnet of a private network that a grant can be pinned to, by way of its service gateway. */
export class SubnetNetworkSource extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { tenancy, name, description, network, addresses, provider }: SubnetNetworkSourceProps,
  ) {
    super(scope, id);
    new IdentityNetworkSource(this, "Resource", {
      compartmentId: tenancy.id,
      name,
      description,
      virtualSourceList: [{ vcnId: network.vcnId, ipRanges: [...addresses] }],
      services: NO_SERVICES,
      ...(provider ? { provider } : {}),
    });
  }
}
