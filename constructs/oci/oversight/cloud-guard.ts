import { CloudGuardCloudGuardConfiguration } from "@cdktf/provider-oci/lib/cloud-guard-cloud-guard-configuration";
import { CloudGuardSecurityRecipe } from "@cdktf/provider-oci/lib/cloud-guard-security-recipe";
import { CloudGuardSecurityZone } from "@cdktf/provider-oci/lib/cloud-guard-security-zone";
import { CloudGuardTarget } from "@cdktf/provider-oci/lib/cloud-guard-target";
import { DataOciCloudGuardDetectorRecipes } from "@cdktf/provider-oci/lib/data-oci-cloud-guard-detector-recipes";
import { DataOciCloudGuardResponderRecipes } from "@cdktf/provider-oci/lib/data-oci-cloud-guard-responder-recipes";
import { DataOciCloudGuardSecurityPolicies } from "@cdktf/provider-oci/lib/data-oci-cloud-guard-security-policies";
import { Construct } from "constructs";
import type { OciRegion } from "oci-policy";
import { isInside, type Jurisdiction } from "../../../config/schema/jurisdictions";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { Compartment, Tenancy } from "../compartment";

export interface CloudGuardProps {
  readonly tenancy: Tenancy;
  readonly jurisdiction: Jurisdiction;
  /** Where its findings are kept, those of other regions included; it can't be changed later. */
  readonly reportingRegion: OciRegion;
  /** Where recipes are kept. */
  readonly compartment: Compartment;
  readonly name: string;
}

const PROP_RULES: readonly PropRule<CloudGuardProps>[] = [
  {
    holds: ({ jurisdiction, reportingRegion: { country } }) => isInside(jurisdiction, [country]),
    says: ({ jurisdiction, reportingRegion: { region, country } }) =>
      `Cloud Guard would report to "${region}" in ${country}, outside the jurisdiction ${jurisdiction}`,
    help: "expected a region of the jurisdiction: it receives metadata of all resources",
  },
];

/** Oracle's own recipes, which nobody in the tenancy can weaken ("Cloud Guard", Detector Recipes). */
const RECIPES = [
  "OCI Configuration Detector Recipe (Oracle managed)",
  "OCI Activity Detector Recipe (Oracle managed)",
  "OCI Threat Detector Recipe (Oracle managed)",
] as const;

const RESPONDER = "OCI Responder Recipe (Oracle managed)";

/**
 * What a security zone refuses, by Oracle's friendly names: those that its own landing zone uses, the rest of the list
 * being unconfirmed ("Security Zones", Security Zone Policies).
 */
const ZONE_POLICIES = [
  ...["deny public_buckets", "deny buckets_without_vault_key", "deny db_instance_public_access"],
  ...["deny block_volume_without_vault_key", "deny boot_volume_without_vault_key", "deny file_system_without_vault_key"],
] as const;

/**
 * Cloud Guard over the whole tenancy with Oracle's own recipes, and security zones in which a resource that breaks the
 * boundary can't be made. It reports and doesn't act: what it may see is settings, never content.
 */
export class CloudGuard extends Construct {
  private readonly configuration: CloudGuardCloudGuardConfiguration;
  private zoneRecipe: CloudGuardSecurityRecipe | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CloudGuardProps,
  ) {
    super(scope, id);
    const { tenancy, reportingRegion, name } = props;
    refuseBrokenRules(this, props, PROP_RULES);
    this.configuration = new CloudGuardCloudGuardConfiguration(this, "Resource", {
      compartmentId: tenancy.id,
      reportingRegion: reportingRegion.region,
      status: "ENABLED",
    });
    new CloudGuardTarget(this, "Target", {
      compartmentId: tenancy.id,
      displayName: name,
      description: "the whole tenancy",
      targetResourceType: "COMPARTMENT",
      targetResourceId: tenancy.id,
      targetDetectorRecipes: RECIPES.map((recipe) => ({ detectorRecipeId: this.detectorRecipe(recipe) })),
      targetResponderRecipes: [{ responderRecipeId: this.responderRecipe() }],
    });
  }

  /** Refuses, in the compartment and all below it, what the zone's policies refuse. */
  protect(compartment: Compartment): void {
    const { name } = this.props;
    this.zoneRecipe ??= this.makeZoneRecipe();
    // A zone replaces the target of its own compartment: it must not be the one above.
    new CloudGuardSecurityZone(this, `zone-${compartment.name}`, {
      compartmentId: compartment.id,
      displayName: `${name}-${compartment.name}`,
      description: `no public or unencrypted resource in ${compartment.name}`,
      securityZoneRecipeId: this.zoneRecipe.id,
      lifecycle: { preventDestroy: true },
    });
  }

  private makeZoneRecipe(): CloudGuardSecurityRecipe {
    const { compartment, name, tenancy } = this.props;
    const policies = ZONE_POLICIES.map((policy) => {
      const found = new DataOciCloudGuardSecurityPolicies(this, `policy-${policy.replaceAll(/[ _]/g, "-")}`, {
        compartmentId: tenancy.id,
        filter: [{ name: "friendly_name", values: [policy] }],
        dependsOn: [this.configuration],
      });
      return found.securityPolicyCollection.get(0).items.get(0).id;
    });
    return new CloudGuardSecurityRecipe(this, "zone-recipe", {
      compartmentId: compartment.id,
      displayName: name,
      description: "nothing public, nothing without a key of the customer",
      securityPolicies: policies,
      lifecycle: { preventDestroy: true },
    });
  }

  private detectorRecipe(recipe: (typeof RECIPES)[number]): string {
    const [, kind = ""] = recipe.split(" ");
    const found = new DataOciCloudGuardDetectorRecipes(this, `detector-${kind.toLowerCase()}`, {
      compartmentId: this.props.tenancy.id,
      displayName: recipe,
      dependsOn: [this.configuration],
    });
    return found.detectorRecipeCollection.get(0).items.get(0).id;
  }

  private responderRecipe(): string {
    const found = new DataOciCloudGuardResponderRecipes(this, "responder", {
      compartmentId: this.props.tenancy.id,
      displayName: RESPONDER,
      dependsOn: [this.configuration],
    });
    return found.responderRecipeCollection.get(0).items.get(0).id;
  }
}
