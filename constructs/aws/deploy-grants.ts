import type { Construct } from "constructs";
import type { Role, Scenario } from "../../config/schema/model";
import { type SERVICE_ROLES, serviceRoleArn } from "./copies/names";
import {
  DEPLOY_ACCOUNT_BLOCK,
  DEPLOY_BUCKET,
  DEPLOY_COPYING,
  DEPLOY_CREDENTIAL,
  DEPLOY_KEYS,
  DEPLOY_NETWORK,
  DEPLOY_POLICIES,
  DEPLOY_RECORDS,
  DEPLOY_ROLES,
  DEPLOY_SIGN_ON,
} from "./deploy-permissions";
import { samlProviderArn } from "./identity/sign-on";
import { bucketArn, roleArn } from "./names";
import type { Conditions, PolicyStatement } from "./policy/document";
import { type AwsGrant, admits, type Granting, grantTo } from "./policy/grant";

/** What the role that deploys a site finds there, by name. */
export interface DeployedSite {
  readonly account: string;
  readonly prefix: string;
  readonly bucket: string;
  /** ARN of the copier's secret, where the site copies from the primary. */
  readonly secret: string | undefined;
}

/** What a scenario of deployment opens at a site: what it names, and nothing besides. */
export function grantDeploy(
  scope: Construct,
  role: Role,
  scenario: Scenario,
  granting: Granting,
  { account, prefix, bucket, secret }: DeployedSite,
): AwsGrant[] {
  if (!admits(scope, role, scenario, granting, "deploy copies")) return [];
  const open = (on: string, actions: readonly string[], resources: readonly string[], conditions: Conditions = {}) =>
    grantTo(scope, role, scenario, granting, { on, actions, resources, conditions });
  const everywhere = ["*"];
  return [
    ...(scenario.stores.length > 0
      ? [...open("bucket", DEPLOY_BUCKET, [bucketArn(bucket)]), ...open("account block", DEPLOY_ACCOUNT_BLOCK, everywhere)]
      : []),
    ...(scenario.keys.length > 0 ? open("keys", DEPLOY_KEYS, everywhere) : []),
    ...(scenario.boundary
      ? [
          ...open("roles", DEPLOY_ROLES, [roleArn(account, prefix, "*")]),
          ...open("limits", DEPLOY_POLICIES, [`arn:aws:iam::${account}:policy/${prefix}/*`]),
          ...open("sign-on", DEPLOY_SIGN_ON, [samlProviderArn(account, "*")]),
        ]
      : []),
    ...(scenario.infrastructure
      ? [
          ...open("network", DEPLOY_NETWORK, everywhere),
          ...open("copying", DEPLOY_COPYING, everywhere),
          ...passes(open, account, prefix),
          ...(secret ? open("credential", DEPLOY_CREDENTIAL, [secret]) : []),
        ]
      : []),
    ...(scenario.records ? open("records", DEPLOY_RECORDS, everywhere) : []),
  ];
}

type Open = (on: string, actions: readonly string[], resources: readonly string[], conditions: Conditions) => AwsGrant[];

/** Each service role goes to its service, and no other. */
const passes = (open: Open, account: string, prefix: string): AwsGrant[] =>
  (
    [
      ["datasync.amazonaws.com", ["writer", "secret"]],
      ["s3.amazonaws.com", ["replication"]],
    ] as const
  ).flatMap(([service, roles]) =>
    open(
      `roles of ${service.split(".", 1)[0]}`,
      ["iam:PassRole"],
      roles.map((role: keyof typeof SERVICE_ROLES) => serviceRoleArn(account, prefix, role)),
      { StringEquals: { "iam:PassedToService": [service] } },
    ),
  );

/** What the role that deploys doesn't do to itself, whatever is granted to it: it stays as the bootstrap made it. */
export function deployDenials(role: string): PolicyStatement[] {
  const changes = DEPLOY_ROLES.filter((action) => !/:(Get|List)/.test(action));
  return [{ sid: "DenyChangingItself", effect: "Deny", actions: changes, resources: [role] }];
}
