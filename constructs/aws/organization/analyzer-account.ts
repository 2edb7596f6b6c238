import { OrganizationsDelegatedAdministrator } from "@cdktf/provider-aws/lib/organizations-delegated-administrator";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface AnalyzerAccountProps {
  /** The account that analyzes. */
  readonly account: string;
  /** Of the management account. */
  readonly provider: AwsProvider;
}

/**
 * Lets one account analyze access to every account of the organization, so that nobody has to enter the management account
 * for it (IAM Access Analyzer, "Delegated administrator").
 */
export class AnalyzerAccount extends Construct {
  /** Analyzers of the organization are refused before. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, { account, provider }: AnalyzerAccountProps) {
    super(scope, id);
    this.ready = new OrganizationsDelegatedAdministrator(this, "Resource", {
      accountId: account,
      servicePrincipal: "access-analyzer.amazonaws.com",
      provider,
      lifecycle: { preventDestroy: true },
    });
  }
}
