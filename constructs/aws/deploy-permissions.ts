import { SETTING, SETTINGS_READ, SETTINGS_REFRESHED } from "./copies/permissions";

/**
 * What applying the stack of a site takes, by what a scenario has to name for it. Source of every name: Service
 * Authorization Reference, the page of the service. Left out on purpose: objects and their names by version, decryption,
 * grants, values of secrets, sessions on machines, images and snapshots, users and their keys.
 */

/** `stores`: the bucket. */
export const DEPLOY_BUCKET = ["s3:CreateBucket", ...SETTINGS_READ, ...SETTINGS_REFRESHED, ...SETTING] as const;
export const DEPLOY_ACCOUNT_BLOCK = ["s3:GetAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock"] as const;

/** `keys`: making one; what is there is set by its own policy. */
export const DEPLOY_KEYS = ["kms:CreateKey", "kms:TagResource"] as const;

/** `boundary`: roles on the jurisdiction's path, the limits of people, how they sign in. */
export const DEPLOY_ROLES = [
  ...["iam:CreateRole", "iam:GetRole", "iam:UpdateRole", "iam:UpdateRoleDescription", "iam:UpdateAssumeRolePolicy"],
  ...["iam:DeleteRole", "iam:TagRole", "iam:UntagRole", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies"],
  ...["iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy", "iam:ListAttachedRolePolicies"],
  ...["iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary"],
] as const;
export const DEPLOY_POLICIES = [
  ...["iam:CreatePolicy", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:ListPolicyVersions", "iam:CreatePolicyVersion"],
  ...["iam:DeletePolicyVersion", "iam:TagPolicy", "iam:UntagPolicy"],
] as const;
export const DEPLOY_SIGN_ON = [
  ...["iam:CreateSAMLProvider", "iam:GetSAMLProvider", "iam:UpdateSAMLProvider", "iam:TagSAMLProvider"],
  ...["iam:UntagSAMLProvider"],
] as const;

/** `infrastructure`: the network of the agents, the agents, and what they copy. */
export const DEPLOY_NETWORK = [
  ...["ec2:CreateVpc", "ec2:DeleteVpc", "ec2:ModifyVpcAttribute", "ec2:DescribeVpcs", "ec2:DescribeVpcAttribute"],
  ...["ec2:CreateSubnet", "ec2:DeleteSubnet", "ec2:DescribeSubnets", "ec2:CreateRouteTable", "ec2:DeleteRouteTable"],
  ...["ec2:CreateRoute", "ec2:DeleteRoute", "ec2:AssociateRouteTable", "ec2:DisassociateRouteTable"],
  ...["ec2:DescribeRouteTables", "ec2:CreateInternetGateway", "ec2:AttachInternetGateway", "ec2:DetachInternetGateway"],
  ...["ec2:DeleteInternetGateway", "ec2:DescribeInternetGateways", "ec2:CreateNatGateway", "ec2:DeleteNatGateway"],
  ...["ec2:DescribeNatGateways", "ec2:DescribeAddresses", "ec2:CreateSecurityGroup", "ec2:DeleteSecurityGroup"],
  ...["ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress"],
  ...["ec2:RevokeSecurityGroupIngress", "ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules"],
  ...["ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint", "ec2:DeleteVpcEndpoints", "ec2:DescribeVpcEndpoints"],
  ...["ec2:DescribePrefixLists", "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces", "ec2:CreateTags"],
  ...["ec2:DeleteTags", "ec2:DescribeTags", "ec2:RunInstances", "ec2:TerminateInstances", "ec2:DescribeInstances"],
  ...["ec2:DescribeInstanceTypes", "ec2:DescribeInstanceAttribute", "ec2:DescribeVolumes", "ec2:DescribeImages"],
  ...["ec2:DescribeInstanceCreditSpecifications"],
] as const;
export const DEPLOY_COPYING = [
  ...["datasync:CreateLocationS3", "datasync:CreateLocationObjectStorage", "datasync:DescribeLocationS3"],
  ...["datasync:DescribeLocationObjectStorage", "datasync:UpdateLocationS3", "datasync:UpdateLocationObjectStorage"],
  ...["datasync:DeleteLocation", "datasync:CreateTask", "datasync:DescribeTask", "datasync:UpdateTask"],
  ...["datasync:DeleteTask", "datasync:TagResource", "datasync:UntagResource", "datasync:ListTagsForResource"],
  ...["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:DescribeLogGroups", "logs:PutRetentionPolicy"],
  ...["logs:TagResource", "logs:ListTagsForResource", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies"],
  ...["logs:DeleteResourcePolicy"],
] as const;
export const DEPLOY_CREDENTIAL = [
  ...["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy", "secretsmanager:PutResourcePolicy"],
  ...["secretsmanager:DeleteResourcePolicy", "secretsmanager:ValidateResourcePolicy"],
] as const;

/** `records`: making and setting what records and tells; nothing that stops, deletes or reads any of it. */
export const DEPLOY_RECORDS = [
  ...["cloudtrail:CreateTrail", "cloudtrail:DescribeTrails", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus"],
  ...["cloudtrail:GetEventSelectors", "cloudtrail:PutEventSelectors", "cloudtrail:StartLogging", "cloudtrail:AddTags"],
  ...["cloudtrail:ListTags", "events:PutRule", "events:DescribeRule", "events:PutTargets", "events:ListTargetsByRule"],
  ...["events:TagResource", "events:ListTagsForResource", "sns:CreateTopic", "sns:GetTopicAttributes"],
  ...["sns:SetTopicAttributes", "sns:Subscribe", "sns:GetSubscriptionAttributes", "sns:TagResource"],
  ...["sns:ListTagsForResource", "cloudwatch:PutMetricAlarm", "cloudwatch:DescribeAlarms", "cloudwatch:TagResource"],
  ...["cloudwatch:ListTagsForResource"],
] as const;
