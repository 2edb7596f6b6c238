import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { roleArn } from "../names";
import type { PolicyStatement } from "../policy/document";
import { printWithinSize } from "../policy/sizes";

export interface ServiceRoleProps {
  readonly account: string;
  /** Leads the role's path. */
  readonly prefix: string;
  readonly name: string;
  readonly description: string;
  /** The one service that assumes it, as `datasync.amazonaws.com`. */
  readonly service: string;
  /** Patterns of ARNs that the service acts for; the wildcard stands behind the account only. */
  readonly sources: readonly string[];
  /** From the constructs that it acts on. */
  readonly statements: readonly PolicyStatement[];
}

/** An ARN with its service, and its region and account where it has any. */
const PINNED = /^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d*:./;

const PROP_RULES: readonly PropRule<ServiceRoleProps>[] = [
  {
    holds: ({ sources }) => sources.length > 0 && sources.every((source) => PINNED.test(source)),
    says: ({ name }) => `role "${name}" would be assumed for anybody's tasks`,
    help: "name what the service acts for by its ARN",
  },
];

const HOUR = 3600;

/** A role that one service assumes, for one account and what is named there; people and other services never. */
export class ServiceRole extends Construct {
  readonly arn: string;
  /** What is done in the role works from then on. */
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { account, prefix, name, description, service, sources, statements } = props;
    this.arn = roleArn(account, prefix, name);
    const role = new IamRole(this, "Resource", {
      name,
      path: `/${prefix}/`,
      description,
      // Source: IAM User Guide, "The confused deputy problem", Cross-service confused deputy prevention.
      assumeRolePolicy: printWithinSize(this, "trust", [
        {
          sid: "Assume",
          effect: "Allow",
          principal: { service: [service] },
          actions: ["sts:AssumeRole"],
          conditions: { StringEquals: { "aws:SourceAccount": [account] }, ArnLike: { "aws:SourceArn": sources } },
        },
      ]),
      maxSessionDuration: HOUR,
    });
    this.ready = new IamRolePolicy(this, "Policy", {
      name: "service",
      role: role.name,
      policy: printWithinSize(this, "inline", statements),
    });
  }
}
