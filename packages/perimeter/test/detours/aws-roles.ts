import { PASSED, type RUNNING, TRUSTING } from "../../src/detours/aws/passed-roles";
import type { Statement } from "../support/aws-estate";
import { ACCOUNT } from "../support/aws-estate";
import type { Resources } from "../support/oci-estate";
import { arnOfRole, may, mayAll, onAll, type Pair, RESTORES, trust, trusting } from "./aws-pair";

const PASS = 'IAM User Guide, "Grant a user permissions to pass a role to an AWS service"';

type PassedId = (typeof PASSED)[number]["id"];
type TrustingId = (typeof TRUSTING)[number]["id"];

/** Providers that a role trusts as whom they vouch for. */
const POOL = trust("us_restore", {
  Principal: { Federated: "cognito-identity.amazonaws.com" },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { "cognito-identity.amazonaws.com:sub": "us-east-1:1" } },
});
const trustedBy = (service: string): Resources => (service.startsWith("cognito-identity") ? POOL : trusting(service));

const PASSES_ROLE: Statement = { Action: ["iam:GetRole", "iam:PassRole"], Resource: arnOfRole("us-*") };
const toAnother = (service: string): Statement => ({
  ...PASSES_ROLE,
  Condition: {
    StringEquals: { "iam:PassedToService": service.startsWith("glue") ? "states.amazonaws.com" : "glue.amazonaws.com" },
  },
});

/** What Lake Formation answers is never known. */
const openIf = (id: string): Pick<Pair, "open"> => (["L12", "L18-lake", "L18-grant"].includes(id) ? { open: true } : {});

/** The action and the right to pass the role; and the action beside the right to pass it to another service. */
const passed = ({ id, service, actions }: (typeof PASSED)[number]): Pair => ({
  page: PASS,
  ...openIf(id),
  beside: [RESTORES, trustedBy(service)],
  found: may(onAll(actions[0]), PASSES_ROLE),
  passed: may(onAll(actions[0]), toAnother(service)),
});

/** The action where a role that reads trusts the service; and what only looks at it. */
const LOOKING: Record<TrustingId, string> = {
  "S06-anchor": "rolesanywhere:ListProfiles",
  "L09-exec": "ecs:DescribeTasks",
  "L09-access": "eks:ListAccessEntries",
  "L09-submit": "batch:DescribeJobs",
  "L13-open": "sagemaker:DescribeNotebookInstance",
  "L14-stack": "cloudformation:DescribeStacks",
  "L15-start": "codebuild:BatchGetBuilds",
  "L16-update": "states:DescribeExecution",
  "L18-grant": "lakeformation:ListPermissions",
  "D02-task": "datasync:UpdateTaskExecution",
  "B07-grant": "s3:ListAccessGrants",
};
const told = ({ id, service, actions }: (typeof TRUSTING)[number]): Pair => ({
  ...openIf(id),
  beside: [RESTORES, trusting(service)],
  found: mayAll(actions[0]),
  passed: mayAll(LOOKING[id]),
});

const byId = <Id extends string, Row extends { readonly id: Id }>(rows: readonly Row[], pairOf: (row: Row) => Pair) =>
  Object.fromEntries(rows.map((row) => [row.id, pairOf(row)])) as Record<Id, Pair>;

export const PASSED_PAIRS: Record<PassedId, Pair> = byId<PassedId, (typeof PASSED)[number]>(PASSED, passed);
export const TRUSTING_PAIRS: Record<TrustingId, Pair> = byId<TrustingId, (typeof TRUSTING)[number]>(TRUSTING, told);

const FUNCTION: Resources = {
  aws_lambda_function: { f: { function_name: "f", role: "${aws_iam_role.us_restore.arn}", filename: "f.zip" } },
};
const INSTANCE: Resources = {
  aws_iam_instance_profile: { one: { name: "one", role: "${aws_iam_role.us_restore.name}" } },
  aws_instance: {
    one: { ami: "ami-1", instance_type: "t3.micro", iam_instance_profile: "${aws_iam_instance_profile.one.name}" },
  },
};
const lambda = { beside: [RESTORES, trusting("lambda.amazonaws.com"), FUNCTION] };
const instance = { beside: [RESTORES, trusting("ec2.amazonaws.com"), INSTANCE] };

export const RUNNING_PAIRS: Record<(typeof RUNNING)[number]["id"], Pair> = {
  L02: {
    ...lambda,
    found: may({ Action: "lambda:UpdateFunctionCode", Resource: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:f` }),
    passed: may({ Action: "lambda:UpdateFunctionCode", Resource: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:g` }),
  },
  L03: { ...lambda, found: mayAll("lambda:AddPermission"), passed: mayAll("lambda:GetPolicy") },
  L05: {
    ...instance,
    page: "Grant IAM permissions for EC2 Instance Connect",
    found: mayAll("ec2-instance-connect:SendSSHPublicKey"),
    passed: mayAll("ec2:StartInstances"),
  },
  L06: {
    ...instance,
    page: "Sample IAM policies for Session Manager",
    found: mayAll("ssm:StartSession"),
    passed: mayAll("ssm:DescribeInstanceInformation"),
  },
};
