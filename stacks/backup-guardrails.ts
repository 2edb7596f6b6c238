import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { Deployment } from "../config/schema/model";
import { AccessAnalyzers } from "../constructs/aws/logs/access-analyzers";
import type { LogBucket } from "../constructs/aws/logs/log-bucket";
import { roleArn, roleInAnyAccount } from "../constructs/aws/names";
import { AnalyzerAccount } from "../constructs/aws/organization/analyzer-account";
import { OrganizationGuardrails } from "../constructs/aws/organization/organization-guardrails";
import type { AwsGrant } from "../constructs/aws/policy/grant";
import { AwsStack } from "./aws-stack";
import { readersOf } from "./organization-readers";
import type { RecordsContext } from "./records-context";
import { keepRecords } from "./records-keeping";
import { admitReaders, recordReadersOf } from "./records-people";
import { watchRecords } from "./records-watch";

const PURPOSES = {
  managed: "control policies of the organization, its trail, locked records, their key and readers, analyzers, alarms",
  unmanaged: "locked records, their key and readers, the account's own trail, analyzers, alarms; no control policies",
} as const;

/** What binds every account of the sites from outside of it: denials of the organization, and records in an account of their own. */
export class BackupGuardrailsStack extends AwsStack {
  readonly purpose: string;
  /** Where every trail writes. */
  readonly bucket: LogBucket;
  /** What people of the registry get here; who opens the key stands in its own policy. */
  readonly grants: readonly AwsGrant[];
  /** Roles of the registry that read records. */
  readonly readers: readonly string[];

  constructor(scope: Construct, deployment: Deployment) {
    const { logsAccount, managementAccount, controlPolicies } = deployment.aws;
    const region = deployment.recordsRegion;
    super(scope, "backup-guardrails", deployment, { account: logsAccount, region });
    this.purpose = PURPOSES[controlPolicies ? "managed" : "unmanaged"];
    const management = controlPolicies ? this.providerIn("management", { account: managementAccount, region }) : undefined;
    const context = this.contextWith(management);
    if (management) this.guardOrganization(context.regions, management);
    this.bucket = keepRecords(this, context);
    this.readers = context.readers.map(({ name }) => name);
    this.grants = admitReaders(this, context, this.bucket);
    this.analyze(context);
    watchRecords(this, context, this.bucket);
  }

  private contextWith(management: AwsProvider | undefined): RecordsContext {
    const { deployment, account } = this;
    const { prefix, jurisdiction, networkSources, recordsRegion, sites } = deployment;
    return {
      deployment,
      account,
      region: recordsRegion,
      regions: [...new Set([recordsRegion, ...sites.map(({ region }) => region)])],
      prefix,
      pipeline: roleArn(account, prefix, this.deployer),
      granting: { jurisdiction, networks: networkSources },
      readers: recordReadersOf(deployment),
      ...(management ? { management } : {}),
    };
  }

  private guardOrganization(regions: readonly string[], provider: AwsProvider): void {
    const { deployment, deployer } = this;
    const { prefix, aws, sites, breakGlass, auditor } = deployment;
    const retired = sites.filter(({ phase }) => phase === "retired");
    new OrganizationGuardrails(this, "guardrails", {
      organization: aws.organization,
      unit: aws.organizationalUnit,
      prefix,
      regions,
      exempt: {
        pipeline: [roleInAnyAccount(prefix, deployer)],
        breakGlass: [roleInAnyAccount(prefix, breakGlass.role)],
        retiring: retired.map(({ account }) => roleArn(account, prefix, deployer)),
      },
      readers: readersOf(deployment, deployer),
      admitted: auditor.aws ? [auditor.aws.role] : [],
      provider,
    });
  }

  private analyze({ account, prefix, regions, management }: RecordsContext): void {
    const delegation = management ? new AnalyzerAccount(this, "analyzer-account", { account, provider: management }) : undefined;
    new AccessAnalyzers(this, "analyzers", {
      name: prefix,
      regions,
      ofOrganization: delegation !== undefined,
      ...(delegation ? { after: delegation.ready } : {}),
    });
  }

  /** Nobody where the registry has no pipeline, which is refused. */
  private get deployer(): string {
    return this.pipeline ?? "nobody";
  }
}
