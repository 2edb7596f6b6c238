import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { type AwsRegion, awsRegion } from "../config/schema/aws-regions";
import type { Deployment } from "../config/schema/model";
import { addAwsStateBackend } from "../constructs/aws/backend";
import { roleArn } from "../constructs/aws/names";
import { refuse } from "../constructs/refusal";
import { countResources, type EstateStack } from "./estate-stack";

/** An account, and the region of it where a provider makes what is told no other. */
export interface AwsPlace {
  readonly account: string;
  readonly region: string;
}

/** A unit of `cdktf deploy` in one account; others of the same organization by providers of their own. */
export abstract class AwsStack extends TerraformStack implements EstateStack {
  readonly cloud = "AWS";
  abstract readonly purpose: string;
  readonly region: AwsRegion;
  /** Id of the account. */
  readonly account: string;

  constructor(
    scope: Construct,
    readonly name: string,
    protected readonly deployment: Deployment,
    place: AwsPlace,
  ) {
    super(scope, name);
    this.region = awsRegion(place.region) as AwsRegion;
    this.account = place.account;
    if (this.pipeline === undefined)
      refuse(this, {
        message: "nobody deploys the stacks of AWS",
        help: "give one role of the registry `assumedBy: pipeline`",
        about: ["roles"],
      });
    this.provider("aws", place);
    addAwsStateBackend(this, deployment.aws.state);
  }

  get resourceCount(): number {
    return countResources(this);
  }

  /** The role of the registry that deploys; each account has it from its bootstrap (docs/bootstrap.md). */
  protected get pipeline(): string | undefined {
    return this.deployment.roles.find(({ assumedBy }) => assumedBy === "pipeline")?.name;
  }

  /** For what is made in another account, or by default in another region. */
  protected providerIn(alias: string, place: AwsPlace): AwsProvider {
    return this.provider(`aws-${alias}`, place, alias);
  }

  private provider(id: string, { account, region }: AwsPlace, alias?: string): AwsProvider {
    const { prefix, company, jurisdiction } = this.deployment;
    // The runner's own role comes from the environment (docs/bootstrap.md): no credential can stand in a plan.
    return new AwsProvider(this, id, {
      region,
      allowedAccountIds: [account],
      ...(this.pipeline ? { assumeRole: [{ roleArn: roleArn(account, prefix, this.pipeline) }] } : {}),
      defaultTags: [{ tags: { company: company.name, jurisdiction, stack: this.name } }],
      ...(alias ? { alias } : {}),
    });
  }
}
