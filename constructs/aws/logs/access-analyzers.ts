import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface AccessAnalyzersProps {
  readonly name: string;
  /** Each sees the resources of its own region. */
  readonly regions: readonly string[];
  /** Access from outside the organization, to every account of it; otherwise from outside the account, to this one. */
  readonly ofOrganization: boolean;
  /** What makes this account the one that analyzes the organization. @default - nothing */
  readonly after?: ITerraformDependable;
}

/** What is open to somebody from outside, found by AWS itself. No rule puts a finding away by itself. */
export class AccessAnalyzers extends Construct {
  constructor(scope: Construct, id: string, { name, regions, ofOrganization, after }: AccessAnalyzersProps) {
    super(scope, id);
    for (const region of regions)
      new AccessanalyzerAnalyzer(this, region, {
        analyzerName: name,
        type: ofOrganization ? "ORGANIZATION" : "ACCOUNT",
        region,
        lifecycle: { preventDestroy: true },
        ...(after ? { dependsOn: [after] } : {}),
      });
  }
}
