import type { Construct } from "constructs";
import type { Deployment } from "../config/schema/model";
import type { PrimaryStack } from "./primary";
import { ServingStack } from "./serving-stack";
import type { Compartments } from "./tenancy";

/** Where the replicas live and failover leads: a network of its own, and the app tier at rest. */
export class StandbyStack extends ServingStack {
  readonly purpose = "network, vault replica and keys, replicas of the stores, app tier at rest";

  constructor(
    scope: Construct,
    deployment: Deployment,
    compartments: Compartments,
    readonly primary: PrimaryStack,
  ) {
    super(scope, "standby", deployment, compartments);
  }
}
