import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { isInside, type Jurisdiction } from "../../../config/schema/jurisdictions";
import type { Role } from "../../../config/schema/model";
import { type PropRule, refuseBrokenRules } from "../../prop-rules";
import type { AwsGrant } from "../policy/grant";
import { printWithinSize } from "../policy/sizes";
import type { InsideLimit, OutsideLimit } from "./people-limits";
import type { SignOn } from "./sign-on";

export interface PersonRoleProps {
  readonly role: Role;
  /** Leads the role's path. */
  readonly prefix: string;
  readonly jurisdiction: Jurisdiction;
  /** What the role gets here, from its scenarios. */
  readonly grants: readonly AwsGrant[];
  readonly entry: PersonEntry;
}

/** How people come in, and what limits them: by where they sit. */
export type PersonEntry =
  | { readonly from: "inside"; readonly signOn: SignOn; readonly limit: InsideLimit }
  | { readonly from: "outside"; readonly signOn: SignOn; readonly limit: OutsideLimit };

const PROP_RULES: readonly PropRule<PersonRoleProps>[] = [
  {
    holds: ({ role, jurisdiction, entry }) => isInside(jurisdiction, role.countries) === (entry.from === "inside"),
    says: ({ role, entry }) => `role "${role.name}" resides in ${role.residency} and enters from ${entry.from}`,
    help: "let people from outside the jurisdiction enter by their own domain, under the boundary for them",
  },
  {
    holds: ({ role, grants }) => grants.every(({ to }) => to === role.name),
    says: ({ role, grants }) => `role "${role.name}" would carry grants of "${grants.find(({ to }) => to !== role.name)?.to}"`,
    help: "give each role its own",
  },
];

/** Seconds of a session; STS takes no less. */
const HOUR = 3600;

/** A role of the registry in one account: entered by SAML for an hour, limited by where its people sit. */
export class PersonRole extends Construct {
  constructor(scope: Construct, id: string, props: PersonRoleProps) {
    super(scope, id);
    refuseBrokenRules(this, props, PROP_RULES);
    const { role, prefix, grants, entry } = props;
    const { name } = new IamRole(this, "Resource", {
      name: role.name,
      path: `/${prefix}/`,
      description: role.title,
      assumeRolePolicy: printWithinSize(this, "trust", entry.signOn.trust),
      maxSessionDuration: HOUR,
      ...(entry.from === "outside" ? { permissionsBoundary: entry.limit.arn } : {}),
      lifecycle: { preventDestroy: true },
    });
    if (entry.from === "inside") new IamRolePolicyAttachment(this, "Limit", { role: name, policyArn: entry.limit.arn });
    const statements = grants.map(({ statement }) => statement);
    if (statements.length > 0)
      new IamRolePolicy(this, "Policy", {
        name: "scenarios",
        role: name,
        policy: printWithinSize(this, "inline", statements, ["roles", role.name, "scenarios"]),
      });
  }
}
