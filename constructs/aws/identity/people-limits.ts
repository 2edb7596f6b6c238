import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { METRICS_READ } from "../health";
import { COPYING_DENIALS, type Denial, KEY_AND_ROLE_DENIALS } from "../organization/denials";
import type { PolicyStatement } from "../policy/document";
import { printWithinSize } from "../policy/sizes";

/** Rows that concern everybody who isn't the pipeline; keys and the roles themselves have policies of their own. */
const ABOUT_PEOPLE = ["DenyPassingRoles", "DenyUsers", "DenyOtherIdentities", "DenyKeyGrants", "DenyKeyMaterial"];

/** What no person does in the account, whatever a scenario gives: passing a role, pointing copies elsewhere, other doors. */
const INSIDE: readonly PolicyStatement[] = [
  ...KEY_AND_ROLE_DENIALS.filter(({ sid }) => ABOUT_PEOPLE.includes(sid)),
  ...COPYING_DENIALS,
].map(({ sid, actions }: Denial) => ({ sid, effect: "Deny", actions, resources: ["*"] }));

/**
 * For roles from outside the jurisdiction. The denial counts also where a policy of a resource lets them in past their own
 * (IAM User Guide, "Policy evaluation logic"); the allow is there because a boundary without one admits nothing.
 */
const OUTSIDE: readonly PolicyStatement[] = [
  { sid: "Metrics", effect: "Allow", actions: METRICS_READ, resources: ["*"] },
  { sid: "NothingElse", effect: "Deny", notActions: METRICS_READ, resources: ["*"] },
];

export interface PeopleLimitProps {
  /** Leads the policies' path. */
  readonly prefix: string;
}

/** Denials that every role of people inside the jurisdiction carries. */
export class InsideLimit extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PeopleLimitProps) {
    super(scope, id);
    this.arn = limit(this, props, "people", "what no person does here, whatever their scenarios", INSIDE);
  }
}

/** The permissions boundary of every role from outside: metrics, and nothing else by any policy. */
export class OutsideLimit extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PeopleLimitProps) {
    super(scope, id);
    this.arn = limit(this, props, "outside", "all that roles from outside the jurisdiction may ever do", OUTSIDE);
  }
}

function limit(
  scope: Construct,
  { prefix }: PeopleLimitProps,
  name: string,
  description: string,
  statements: readonly PolicyStatement[],
): string {
  return new IamPolicy(scope, "Resource", {
    name,
    path: `/${prefix}/`,
    description,
    policy: printWithinSize(scope, "managed", statements),
    lifecycle: { preventDestroy: true },
  }).arn;
}
