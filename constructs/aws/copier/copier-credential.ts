import { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy";
import { Construct } from "constructs";
import { SERVICE_ROLES, serviceRoleArn } from "../copies/names";
import { ServiceRole } from "../identity/service-role";
import { requestsOfOthers } from "../policy/conditions";
import { deny } from "../policy/deny";
import type { PolicyStatement } from "../policy/document";
import { printWithinSize } from "../policy/sizes";
import { type CopierPlace, tasksOf } from "./place";

export interface CopierCredentialProps extends CopierPlace {
  /** ARN of the secret that holds the key of the other cloud, made by hand: its value passes through no plan. */
  readonly secret: string;
  /** ARN of the role that deploys, which sets the secret's policy. */
  readonly pipeline: string;
}

/** The one credential that opens the primary from here: one role of one service reads it, and nobody else does. */
export class CopierCredential extends Construct {
  constructor(scope: Construct, id: string, props: CopierCredentialProps) {
    super(scope, id);
    const { account, prefix, secret, pipeline } = props;
    const reader = serviceRoleArn(account, prefix, "secret");
    new SecretsmanagerSecretPolicy(this, "Policy", {
      secretArn: secret,
      policy: printWithinSize(this, "secret", [
        deny("DenyReading", READING, ["*"], requestsOfOthers([reader])),
        deny("DenySetting", SETTING, ["*"], requestsOfOthers([pipeline])),
        deny("DenyCopying", COPYING, ["*"]),
      ]),
      blockPublicPolicy: true,
      lifecycle: { preventDestroy: true },
    });
    new ServiceRole(this, "reader", {
      account,
      prefix,
      name: SERVICE_ROLES.secret,
      description: "DataSync, when it signs in to the primary",
      service: "datasync.amazonaws.com",
      sources: [tasksOf(props)],
      statements: readerStatements(props),
    });
  }
}

/** Source of the names: Service Authorization Reference, AWS Secrets Manager. */
const READING = ["secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue"] as const;
const SETTING = ["secretsmanager:PutResourcePolicy", "secretsmanager:DeleteResourcePolicy"] as const;
const COPYING = [
  ...["secretsmanager:ReplicateSecretToRegions", "secretsmanager:RotateSecret", "secretsmanager:UpdateSecretVersionStage"],
] as const;

/** Source: AWS DataSync User Guide, "Providing credentials for storage locations". The key's id is known after an apply. */
function readerStatements({ account, region, secret }: CopierCredentialProps): PolicyStatement[] {
  return [
    {
      sid: "Read",
      effect: "Allow",
      actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      resources: [secret],
    },
    {
      sid: "Open",
      effect: "Allow",
      actions: ["kms:Decrypt"],
      resources: [`arn:aws:kms:${region}:${account}:key/*`],
      conditions: {
        StringEquals: {
          "kms:ViaService": [`secretsmanager.${region}.amazonaws.com`],
          "kms:EncryptionContext:SecretARN": [secret],
        },
      },
    },
  ];
}
