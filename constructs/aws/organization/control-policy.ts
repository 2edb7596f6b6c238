import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { SERVICE_LIMITS } from "../../../config/schema/service-limits";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import { type PolicyStatement, printPolicy } from "../policy/document";

export interface ControlPolicyProps {
  /** Binds principals of the unit's accounts (`service`), or whoever comes to their resources (`resource`). */
  readonly binds: "service" | "resource";
  /** Unique in the organization. */
  readonly name: string;
  readonly description: string;
  /** The organizational unit, as `ou-…`. */
  readonly unit: string;
  /** Denials only: what AWS attaches by itself allows the rest (`FullAWSAccess`, `RCPFullAWSAccess`), and stays. */
  readonly statements: readonly PolicyStatement[];
  /** Of the management account. */
  readonly provider: AwsProvider;
}

const { controlPolicyCharacters: SIZE } = SERVICE_LIMITS;

const TYPES = { service: "SERVICE_CONTROL_POLICY", resource: "RESOURCE_CONTROL_POLICY" } as const;

const PROP_RULES: readonly PropRule<ControlPolicyProps>[] = [
  {
    holds: ({ statements }) => printPolicy(statements).length <= SIZE.maximum,
    says: ({ name, statements }) => `control policy "${name}" has ${printPolicy(statements).length} characters`,
    help: `expected at most ${SIZE.maximum}: divide it, or name fewer regions and accounts (${SIZE.source})`,
  },
  {
    holds: ({ statements }) => statements.length > 0 && statements.every(({ effect }) => effect === "Deny"),
    says: ({ name }) => `control policy "${name}" allows something, or denies nothing`,
    help: "expected denials: an allow beside those that AWS attaches widens nothing, and hides what it was meant for",
  },
  {
    // Organizations User Guide, "RCP syntax": Principal is `*`, NotAction isn't supported, no bare `*` in Action.
    holds: ({ binds, statements }) => binds === "service" || statements.every(isForResources),
    says: ({ name }) => `resource control policy "${name}" has a statement that Organizations refuses`,
    help: "expected the principal `*`, and actions that name their service",
  },
  {
    holds: ({ binds, statements }) => binds === "resource" || statements.every(({ principal }) => principal === undefined),
    says: ({ name }) => `service control policy "${name}" names a principal`,
    help: "say whom it spares by a condition on aws:PrincipalArn",
  },
];

const isForResources = (statement: PolicyStatement) =>
  statement.principal === "*" && "actions" in statement && !statement.actions.includes("*");

/** Denials for all accounts of an organizational unit, their root users included. */
export class ControlPolicy extends Construct {
  constructor(scope: Construct, id: string, props: ControlPolicyProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { binds, name, description, unit, statements, provider } = props;
    const policy = new OrganizationsPolicy(this, "Resource", {
      name,
      description,
      type: TYPES[binds],
      content: printPolicy(statements),
      provider,
      lifecycle: { preventDestroy: true },
    });
    new OrganizationsPolicyAttachment(this, "Attachment", {
      policyId: policy.id,
      targetId: unit,
      provider,
      lifecycle: { preventDestroy: true },
    });
  }
}
