import type { AwsDetour } from "./row";

const PASS = 'IAM User Guide, "Grant a user permissions to pass a role to an AWS service"';

/**
 * What runs with a role that it is given: to make one takes `iam:PassRole` on the role, and that the role trusts the service.
 * Source: Service Authorization Reference of each service.
 */
const MADE_WITH_ROLES: readonly {
  readonly id: string;
  readonly service: string;
  readonly actions: readonly string[];
  readonly says: string;
}[] = [
  {
    id: "L01",
    service: "lambda.amazonaws.com",
    actions: ["lambda:CreateFunction"],
    says: "may make a function that runs as the role",
  },
  {
    id: "L04",
    service: "ec2.amazonaws.com",
    actions: ["ec2:RunInstances", "ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"],
    says: "may launch an instance that runs as the role",
  },
  {
    id: "L09",
    service: "ecs-tasks.amazonaws.com",
    actions: ["ecs:RegisterTaskDefinition"],
    says: "may run a container as the role",
  },
  {
    id: "L09-eks",
    service: "pods.eks.amazonaws.com",
    actions: ["eks:CreatePodIdentityAssociation"],
    says: "may run a pod as the role",
  },
  {
    id: "L12",
    service: "glue.amazonaws.com",
    actions: ["glue:CreateJob", "glue:UpdateJob", "glue:CreateDevEndpoint", "glue:CreateSession", "glue:CreateCrawler"],
    says: "may run a job as the role",
  },
  {
    id: "L13",
    service: "sagemaker.amazonaws.com",
    actions: ["sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"],
    says: "may run a notebook as the role",
  },
  {
    id: "L14",
    service: "cloudformation.amazonaws.com",
    actions: [
      "cloudformation:CreateStack",
      "cloudformation:UpdateStack",
      "cloudformation:CreateChangeSet",
      "cloudformation:CreateStackSet",
    ],
    says: "may have a stack made as the role",
  },
  {
    id: "L15",
    service: "codebuild.amazonaws.com",
    actions: ["codebuild:CreateProject", "codebuild:UpdateProject"],
    says: "may run a build as the role",
  },
  {
    id: "L16",
    service: "states.amazonaws.com",
    actions: ["states:CreateStateMachine", "states:UpdateStateMachine"],
    says: "may have a state machine call as the role",
  },
  { id: "L17", service: "events.amazonaws.com", actions: ["events:PutTargets"], says: "may have a rule call as the role" },
  {
    id: "L17-scheduler",
    service: "scheduler.amazonaws.com",
    actions: ["scheduler:CreateSchedule"],
    says: "may have a schedule call as the role",
  },
  { id: "L17-pipes", service: "pipes.amazonaws.com", actions: ["pipes:CreatePipe"], says: "may have a pipe call as the role" },
  {
    id: "L19",
    service: "transfer.amazonaws.com",
    actions: ["transfer:CreateServer", "transfer:CreateUser"],
    says: "may serve files as the role",
  },
  {
    id: "D01",
    service: "datasync.amazonaws.com",
    actions: ["datasync:CreateLocationS3"],
    says: "may copy elsewhere as the role",
  },
  {
    id: "B02",
    service: "s3.amazonaws.com",
    actions: ["s3:PutReplicationConfiguration"],
    says: "may replicate elsewhere as the role",
  },
  { id: "B03", service: "batchoperations.s3.amazonaws.com", actions: ["s3:CreateJob"], says: "may run a batch job as the role" },
  {
    id: "A01",
    service: "backup.amazonaws.com",
    actions: ["backup:StartBackupJob", "backup:StartRestoreJob"],
    says: "may back up and restore as the role",
  },
  {
    id: "S06",
    service: "rolesanywhere.amazonaws.com",
    actions: ["rolesanywhere:CreateProfile"],
    says: "may let certificates of their own assume the role",
  },
];

export const PASSED_ROLES: readonly AwsDetour[] = [
  ...MADE_WITH_ROLES.map(
    ({ id, service, actions, says }): AwsDetour => ({
      id,
      source: PASS,
      needs: actions.map((action) => [action]),
      at: "account",
      yields: "become",
      of: ["role"],
      passes: service,
      says,
    }),
  ),
  {
    id: "L02",
    source: "Service Authorization Reference, AWS Lambda",
    needs: [["lambda:UpdateFunctionCode"], ["lambda:UpdateFunctionConfiguration"]],
    at: "runs-as",
    yields: "become",
    of: ["aws_lambda_function"],
    says: "may put code of their own into a function that runs as the role",
  },
  {
    id: "L05",
    source: "Service Authorization Reference, Amazon EC2; AWS Systems Manager",
    needs: [
      ["ec2:ModifyInstanceAttribute"],
      ["ec2-instance-connect:SendSSHPublicKey"],
      ["ssm:StartSession"],
      ["ssm:SendCommand"],
    ],
    at: "runs-as",
    yields: "become",
    of: ["aws_instance"],
    says: "may run commands on an instance that runs as the role",
  },
];
