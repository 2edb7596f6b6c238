import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { type OciRegion, ociRegion } from "oci-policy";
import type { Deployment } from "../config/schema/model";
import { addStateBackend } from "../constructs/oci/backend";
import type { Tenancy } from "../constructs/oci/compartment";
import { countResources, type EstateStack } from "./estate-stack";

/** A unit of `cdktf deploy` in one region of the deployment's tenancy. */
export abstract class OciStack extends TerraformStack implements EstateStack {
  readonly cloud = "OCI";
  abstract readonly purpose: string;
  readonly region: OciRegion;
  protected readonly tenancy: Tenancy;

  constructor(
    scope: Construct,
    readonly name: string,
    protected readonly deployment: Deployment,
    region: string,
  ) {
    super(scope, name);
    this.region = ociRegion(region) as OciRegion;
    this.tenancy = deployment.oci.tenancy;
    this.provider("oci", region);
    addStateBackend(this, {
      state: deployment.state,
      namespace: deployment.oci.namespace,
      region: deployment.oci.primary.region,
    });
  }

  /** For what is made in another region: its endpoint there, under a name of its own. */
  protected providerIn(alias: string, region: string): OciProvider {
    return this.provider(`oci-${alias}`, region, alias);
  }

  private provider(id: string, region: string, alias?: string): OciProvider {
    // Who the caller is comes from the environment (docs/bootstrap.md): no credential can stand in a plan.
    return new OciProvider(this, id, {
      region,
      tenancyOcid: this.tenancy.id,
      // Oracle's own tags appear on everything and would show as drift.
      ignoreDefinedTags: ["Oracle-Tags.CreatedBy", "Oracle-Tags.CreatedOn"],
      ...(alias ? { alias } : {}),
    });
  }

  get resourceCount(): number {
    return countResources(this);
  }
}
