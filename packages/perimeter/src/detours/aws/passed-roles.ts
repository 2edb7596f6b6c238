import type { AwsDetour } from "./row";

const PASS = 'IAM User Guide, "Grant a user permissions to pass a role to an AWS service"';

/** What runs as a role, and the actions each of which makes or changes it. */
interface RunsAs {
  readonly id: string;
  readonly service: string;
  readonly actions: readonly string[];
  readonly says: string;
}

/**
 * What runs with a role that it is given: to make one takes `iam:PassRole` on the role, and that the role trusts the service.
 * Source: Service Authorization Reference of each service.
 */
export const PASSED = [
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
    actions: ["datasync:CreateLocationS3", "datasync:CreateTask"],
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
    actions: ["backup:StartBackupJob", "backup:StartRestoreJob", "backup:StartCopyJob"],
    says: "may back up and restore as the role",
  },
  {
    id: "S06",
    service: "rolesanywhere.amazonaws.com",
    actions: ["rolesanywhere:CreateProfile"],
    says: "may let certificates of their own assume the role",
  },
  {
    id: "I16",
    service: "ec2.amazonaws.com",
    actions: ["iam:AddRoleToInstanceProfile"],
    says: "may put the role into the profile of an instance of their own",
  },
  {
    id: "S07",
    service: "cognito-identity.amazonaws.com",
    actions: ["cognito-identity:SetIdentityPoolRoles"],
    says: "may give the role to the users of an application",
  },
  {
    id: "L09-batch",
    service: "ecs-tasks.amazonaws.com",
    actions: ["batch:RegisterJobDefinition"],
    says: "may run a batch container as the role",
  },
  {
    id: "L15-pipeline",
    service: "codepipeline.amazonaws.com",
    actions: ["codepipeline:CreatePipeline", "codepipeline:UpdatePipeline"],
    says: "may run a pipeline as the role",
  },
  {
    id: "L18-emr",
    service: "elasticmapreduce.amazonaws.com",
    actions: ["elasticmapreduce:RunJobFlow"],
    says: "may run a cluster of EMR as the role",
  },
  {
    id: "L18-redshift",
    service: "redshift.amazonaws.com",
    actions: ["redshift:CreateCluster", "redshift:ModifyClusterIamRoles"],
    says: "may have a warehouse read as the role",
  },
  {
    id: "L18-lake",
    service: "lakeformation.amazonaws.com",
    actions: ["lakeformation:RegisterResource"],
    says: "may have Lake Formation lend the role to whoever they like",
  },
  {
    id: "L19-gateway",
    service: "storagegateway.amazonaws.com",
    actions: ["storagegateway:CreateNFSFileShare"],
    says: "may mount the bucket as the role",
  },
  { id: "L20-dms", service: "dms.amazonaws.com", actions: ["dms:CreateEndpoint"], says: "may migrate data as the role" },
  {
    id: "L20-firehose",
    service: "firehose.amazonaws.com",
    actions: ["firehose:CreateDeliveryStream"],
    says: "may have a stream delivered as the role",
  },
  {
    id: "L20-bedrock",
    service: "bedrock.amazonaws.com",
    actions: ["bedrock:CreateKnowledgeBase"],
    says: "may have a knowledge base read as the role",
  },
  {
    id: "L20-kendra",
    service: "kendra.amazonaws.com",
    actions: ["kendra:CreateDataSource"],
    says: "may have an index read as the role",
  },
  {
    id: "B07",
    service: "access-grants.s3.amazonaws.com",
    actions: ["s3:CreateAccessGrantsLocation"],
    says: "may lend the role to whoever they like, by access grants",
  },
] as const satisfies readonly RunsAs[];

/**
 * What runs as a role already, and does what somebody tells it: the role isn't passed again. Which resource has which role
 * no plan needs to show, so that every role which trusts the service may be one.
 * Source: Service Authorization Reference of each service.
 */
export const TRUSTING = [
  {
    id: "S06-anchor",
    service: "rolesanywhere.amazonaws.com",
    actions: ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:UpdateTrustAnchor"],
    says: "may say whose certificates let them assume the role",
  },
  {
    id: "L09-exec",
    service: "ecs-tasks.amazonaws.com",
    actions: ["ecs:ExecuteCommand"],
    says: "may run commands in containers that run as the role",
  },
  {
    id: "L09-access",
    service: "pods.eks.amazonaws.com",
    actions: ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"],
    says: "may let themselves into the cluster whose pods run as the role",
  },
  {
    id: "L09-submit",
    service: "ecs-tasks.amazonaws.com",
    actions: ["batch:SubmitJob"],
    says: "may run commands of their own in batch jobs that run as the role",
  },
  {
    id: "L13-open",
    service: "sagemaker.amazonaws.com",
    actions: ["sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:CreatePresignedDomainUrl"],
    says: "may open a notebook that runs as the role",
  },
  {
    id: "L14-stack",
    service: "cloudformation.amazonaws.com",
    actions: ["cloudformation:UpdateStack", "cloudformation:ExecuteChangeSet"],
    says: "may change a stack that is made as the role",
  },
  {
    id: "L15-start",
    service: "codebuild.amazonaws.com",
    actions: ["codebuild:StartBuild"],
    says: "may run commands of their own in a build that runs as the role",
  },
  {
    id: "L16-update",
    service: "states.amazonaws.com",
    actions: ["states:UpdateStateMachine"],
    says: "may change a state machine that calls as the role",
  },
  {
    id: "L18-grant",
    service: "lakeformation.amazonaws.com",
    actions: ["lakeformation:GrantPermissions"],
    says: "may let themselves read what Lake Formation reads as the role",
  },
  {
    id: "D02-task",
    service: "datasync.amazonaws.com",
    actions: ["datasync:UpdateTask", "datasync:UpdateLocationS3"],
    says: "may redirect what is copied as the role",
  },
  {
    id: "B07-grant",
    service: "access-grants.s3.amazonaws.com",
    actions: ["s3:CreateAccessGrant"],
    says: "may grant themselves what access grants read as the role",
  },
] as const satisfies readonly RunsAs[];

/** What runs as a role, where a resource says so. */
export const RUNNING = [
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
    source: "Service Authorization Reference, Amazon EC2; Amazon EC2 Instance Connect",
    needs: [
      ["ec2:ModifyInstanceAttribute"],
      ["ec2-instance-connect:SendSSHPublicKey"],
      ["ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
    ],
    at: "runs-as",
    yields: "become",
    of: ["aws_instance"],
    says: "may log in to an instance that runs as the role",
  },
  {
    id: "L03",
    source: "Service Authorization Reference, AWS Lambda",
    needs: [["lambda:AddPermission"], ["lambda:CreateFunctionUrlConfig"], ["lambda:CreateEventSourceMapping"]],
    at: "runs-as",
    yields: "become",
    of: ["aws_lambda_function"],
    says: "may let anybody call a function that runs as the role",
  },
  {
    id: "L06",
    source: "Service Authorization Reference, AWS Systems Manager",
    needs: [
      ["ssm:StartSession"],
      ["ssm:SendCommand"],
      ["ssm:CreateAssociation"],
      ["ssm:ResumeSession"],
      ["ssm:StartAutomationExecution"],
    ],
    at: "runs-as",
    yields: "become",
    of: ["aws_instance"],
    says: "may run commands on an instance that runs as the role",
  },
] as const satisfies readonly AwsDetour[];

export function asRows(all: readonly RunsAs[], how: "passes" | "trusts"): readonly AwsDetour[] {
  return all.map(({ id, service, actions, says }) => ({
    id,
    source: PASS,
    needs: actions.map((action) => [action]),
    at: "account",
    yields: "become",
    of: ["role"],
    [how]: service,
    says,
  }));
}
