import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { Construct } from "constructs";
import type { PolicyStatement } from "../policy/document";

export interface SignOnProps {
  readonly account: string;
  /** The identity domain that vouches for people. */
  readonly domain: string;
  /** The SAML metadata that the domain publishes. */
  readonly metadata: string;
}

/** How people of one identity domain enter one account: as roles that name the domain, and no others. */
export class SignOn extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { account, domain, metadata }: SignOnProps) {
    super(scope, id);
    this.arn = samlProviderArn(account, domain);
    new IamSamlProvider(this, "Resource", {
      name: domain,
      samlMetadataDocument: metadata,
      lifecycle: { preventDestroy: true },
    });
  }

  /** The whole trust policy of a role. Source: IAM User Guide, "Configure SAML assertions for the authentication response". */
  get trust(): PolicyStatement[] {
    return [
      {
        sid: "Enter",
        effect: "Allow",
        principal: { federated: [this.arn] },
        actions: ["sts:AssumeRoleWithSAML"],
        conditions: { StringEquals: { "SAML:aud": ["https://signin.aws.amazon.com/saml"] } },
      },
    ];
  }
}

export const samlProviderArn = (account: string, name: string) => `arn:aws:iam::${account}:saml-provider/${name}`;
