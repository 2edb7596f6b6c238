import { IdentityDomain as DomainResource } from "@cdktf/provider-oci/lib/identity-domain";
import { IdentityDomainsDynamicResourceGroup } from "@cdktf/provider-oci/lib/identity-domains-dynamic-resource-group";
import { IdentityDomainsGroup } from "@cdktf/provider-oci/lib/identity-domains-group";
import { IdentityDomainsUser } from "@cdktf/provider-oci/lib/identity-domains-user";
import { Construct } from "constructs";
import type { Compartment } from "./compartment";

export interface IdentityDomainProps {
  readonly compartment: Compartment;
  /** As statements name it, before the slash. */
  readonly name: string;
  readonly description: string;
  /** Where its users are kept and sign in. */
  readonly homeRegion: string;
}

/**
 * An identity domain: users and groups of their own. Its groups exist whether or not anybody is in them; people are
 * made members by the identity provider and its approvals, not by Terraform.
 */
export class IdentityDomain extends Construct {
  readonly name: string;
  readonly url: string;

  constructor(scope: Construct, id: string, { compartment, name, description, homeRegion }: IdentityDomainProps) {
    super(scope, id);
    this.name = name;
    this.url = new DomainResource(this, "Resource", {
      compartmentId: compartment.id,
      displayName: name,
      description,
      homeRegion,
      licenseType: "free",
      isHiddenOnLogin: false,
      lifecycle: { preventDestroy: true },
    }).url;
  }

  /**
   * The group of a role. A group that is deleted and made again loses its grants until the policies are saved again.
   * @returns the group's id inside the domain, as sign-on conditions name it
   */
  addGroup(name: string, description: string): string {
    return new IdentityDomainsGroup(this, `group-${name}`, {
      idcsEndpoint: this.url,
      schemas: [SCIM.group, SCIM.groupDescription],
      displayName: name,
      urnietfparamsscimschemasoracleidcsextensiongroupGroup: { description },
      // Members come from the identity provider: Terraform must not take them away.
      lifecycle: { preventDestroy: true, ignoreChanges: ["members"] },
    }).id;
  }

  /** A group that has one machine in it, and nobody else: membership is part of the configuration. */
  addServiceUser({ name, description }: ServiceUserProps): void {
    const user = new IdentityDomainsUser(this, `user-${name}`, {
      idcsEndpoint: this.url,
      schemas: [SCIM.user, SCIM.serviceUser, SCIM.userCapabilities],
      userName: name,
      description,
      active: true,
      urnietfparamsscimschemasoracleidcsextensionuserUser: { serviceUser: true },
      // The one credential that the S3 protocol needs; with any other a session could outlive the network pin.
      urnietfparamsscimschemasoracleidcsextensioncapabilitiesUser: {
        canUseCustomerSecretKeys: true,
        canUseApiKeys: false,
        canUseAuthTokens: false,
        canUseConsolePassword: false,
        canUseConsole: false,
        canUseDbCredentials: false,
        canUseOauth2ClientCredentials: false,
        canUseSmtpCredentials: false,
      },
      lifecycle: { preventDestroy: true },
    });
    new IdentityDomainsGroup(this, `group-${name}`, {
      idcsEndpoint: this.url,
      schemas: [SCIM.group, SCIM.groupDescription],
      displayName: name,
      urnietfparamsscimschemasoracleidcsextensiongroupGroup: { description },
      members: [{ type: "User", value: user.id }],
      // Without it the service leaves members out of its answers, and every plan would add them again.
      attributeSets: ["all"],
      lifecycle: { preventDestroy: true },
    });
  }

  /** What acts as `name`: every resource of this type in exactly this compartment, and nothing else. */
  addMachineGroup({ name, description, resourceType, compartment }: MachineGroupProps): void {
    new IdentityDomainsDynamicResourceGroup(this, `machines-${name}`, {
      idcsEndpoint: this.url,
      schemas: [SCIM.dynamicGroup],
      displayName: name,
      description,
      matchingRule: `ALL {resource.type = '${resourceType}', resource.compartment.id = '${compartment.id}'}`,
      lifecycle: { preventDestroy: true },
    });
  }
}

export interface ServiceUserProps {
  readonly name: string;
  readonly description: string;
}

export interface MachineGroupProps {
  readonly name: string;
  readonly description: string;
  /** The middle part of the resource's OCID, such as `computecontainerinstance`. */
  readonly resourceType: string;
  readonly compartment: Compartment;
}

/** Schema names of the identity domains' SCIM interface (OCI documentation, "REST API for Identity Domains"). */
const SCIM = {
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  groupDescription: "urn:ietf:params:scim:schemas:oracle:idcs:extension:group:Group",
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  serviceUser: "urn:ietf:params:scim:schemas:oracle:idcs:extension:user:User",
  userCapabilities: "urn:ietf:params:scim:schemas:oracle:idcs:extension:capabilities:User",
  dynamicGroup: "urn:ietf:params:scim:schemas:oracle:idcs:DynamicResourceGroup",
} as const;
