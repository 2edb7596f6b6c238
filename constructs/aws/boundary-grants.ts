import type { Construct } from "constructs";
import type { Role, Scenario } from "../../config/schema/model";
import { samlProviderArn } from "./identity/sign-on";
import { BOUNDARY_READ } from "./logs/permissions";
import { roleArn } from "./names";
import { type AwsGrant, admits, type Granting, grantTo } from "./policy/grant";

/** Where the boundary of an account is, by name. */
export interface AccountBoundary {
  readonly account: string;
  /** Leads the roles' path, and is the name of the domain that people inside enter by. */
  readonly prefix: string;
  /** Names of the roles of people in the account. */
  readonly people: readonly string[];
}

/** What lets somebody in again who is locked out; neither a key nor a bucket, whose lock no emergency shortens. */
const RESCUE_ROLES = [
  ...["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:UpdateAssumeRolePolicy"],
  ...["iam:PutRolePolicy", "iam:DeleteRolePolicy"],
] as const;
const RESCUE_SIGN_ON = ["iam:GetSAMLProvider", "iam:UpdateSAMLProvider"] as const;

/** The rules of the account: to see who is who, or to put right who gets in. Roles of services are nobody's to change. */
export function grantBoundary(
  scope: Construct,
  role: Role,
  scenario: Scenario,
  granting: Granting,
  { account, prefix, people }: AccountBoundary,
): AwsGrant[] {
  if (!admits(scope, role, scenario, granting, "see or change the boundary of copies")) return [];
  const open = (on: string, actions: readonly string[], resources: readonly string[]) =>
    grantTo(scope, role, scenario, granting, { on, actions, resources });
  if (scenario.capability !== "administer") return open("boundary", BOUNDARY_READ, ["*"]);
  const roles = people.map((name) => roleArn(account, prefix, name));
  return [...open("roles", RESCUE_ROLES, roles), ...open("sign-on", RESCUE_SIGN_ON, [samlProviderArn(account, prefix)])];
}
