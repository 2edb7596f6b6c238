import { IdentityDomainsCondition } from "@cdktf/provider-oci/lib/identity-domains-condition";
import { IdentityDomainsNetworkPerimeter } from "@cdktf/provider-oci/lib/identity-domains-network-perimeter";
import { IdentityDomainsPolicy } from "@cdktf/provider-oci/lib/identity-domains-policy";
import { IdentityDomainsRule } from "@cdktf/provider-oci/lib/identity-domains-rule";
import { Construct } from "constructs";
import type { IdentityDomain } from "./identity-domain";

export interface SecondFactorSignOnProps {
  readonly domain: IdentityDomain;
  /** Networks that people may sign in from. @default - from anywhere */
  readonly perimeter?: { readonly name: string; readonly addresses: readonly string[] };
  /** A group that may sign in from anywhere, with a second factor all the same. @default - none */
  readonly fromAnywhere?: { readonly name: string; readonly groupId: string };
}

/**
 * A sign-on policy that lets people in with a second factor, from the perimeter where one is given, and nobody else:
 * its last rule denies. It takes effect for the apps that it is assigned to, which for Oracle's console is a step of
 * the bootstrap.
 */
export class SecondFactorSignOn extends Construct {
  private readonly domain: IdentityDomain;

  constructor(scope: Construct, id: string, { domain, perimeter, fromAnywhere }: SecondFactorSignOnProps) {
    super(scope, id);
    this.domain = domain;
    const rules = [
      ...(fromAnywhere ? [this.rule(fromAnywhere.name, SECOND_FACTOR, this.inGroup(fromAnywhere))] : []),
      this.rule("with-second-factor", SECOND_FACTOR, perimeter && this.fromPerimeter(perimeter)),
      this.rule("otherwise-denied", [{ name: "effect", value: "DENY" }]),
    ];
    new IdentityDomainsPolicy(this, "Resource", {
      idcsEndpoint: domain.url,
      schemas: [`${SCIM}:Policy`],
      name: "second-factor",
      description: "people sign in with a second factor, or not at all",
      active: true,
      policyType: { value: "SignOn" },
      rules: rules.map((rule, index) => ({ sequence: index + 1, value: rule.id })),
    });
  }

  private inGroup({ name, groupId }: { readonly name: string; readonly groupId: string }) {
    return new IdentityDomainsCondition(this, `in-${name}`, {
      idcsEndpoint: this.domain.url,
      schemas: [`${SCIM}:Condition`],
      name: `in-${name}`,
      attributeName: "user.groups[*].value",
      operator: "coany",
      attributeValue: `["${groupId}"]`,
    });
  }

  private fromPerimeter({ name, addresses }: { readonly name: string; readonly addresses: readonly string[] }) {
    const { url } = this.domain;
    const perimeter = new IdentityDomainsNetworkPerimeter(this, "Perimeter", {
      idcsEndpoint: url,
      schemas: [`${SCIM}:NetworkPerimeter`],
      name,
      ipAddresses: addresses.map((value) => ({ value, type: "CIDR", version: "IPV4" })),
    });
    return new IdentityDomainsCondition(this, "FromPerimeter", {
      idcsEndpoint: url,
      schemas: [`${SCIM}:Condition`],
      name: `from-${name}`,
      attributeName: "subject.ip",
      operator: "eq",
      attributeValue: `#inIPRange("${perimeter.id}")`,
    });
  }

  private rule(
    name: string,
    returns: readonly { readonly name: string; readonly value: string }[],
    condition?: IdentityDomainsCondition,
  ) {
    return new IdentityDomainsRule(this, name, {
      idcsEndpoint: this.domain.url,
      schemas: [`${SCIM}:Rule`],
      name,
      // Deprecated, and still required by the provider.
      condition: "",
      ...(condition ? { conditionGroup: { type: "Condition", value: condition.id } } : {}),
      policyType: { value: "SignOn" },
      return: [...returns],
    });
  }
}

const SCIM = "urn:ietf:params:scim:schemas:oracle:idcs";

/** Names as existing rules of identity domains carry them; docs/bootstrap.md says how to compare them with yours. */
const SECOND_FACTOR = [
  { name: "effect", value: "ALLOW" },
  { name: "authenticationFactor", value: "IDP+2FA" },
  { name: "2FAFactors", value: JSON.stringify(["ANY"]) },
] as const;
