import type { Row } from "../engine/cloud";
import { BACKUP } from "./backup";
import { CLOUDTRAIL } from "./cloudtrail";
import { CLOUDWATCH } from "./cloudwatch";
import { CONTAINERS } from "./containers";
import { DATA_SERVICES } from "./data-services";
import { DATASYNC } from "./datasync";
import { DETECTION } from "./detection";
import { EC2 } from "./ec2";
import { IAM } from "./iam";
import { IDENTITY_CENTER } from "./identity-center";
import { KMS } from "./kms";
import { LAMBDA } from "./lambda";
import { MANAGEMENT } from "./management";
import { MESSAGING } from "./messaging";
import { ORGANIZATIONS } from "./organizations";
import { ROUTE53 } from "./route53";
import { S3 } from "./s3";
import { S3CONTROL } from "./s3control";
import { SECRETS_MANAGER } from "./secretsmanager";
import { VPC } from "./vpc";

/**
 * What the services give, by resource type; a type without a row has an id of its own name and number, and an ARN of
 * the common form.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  ...BACKUP,
  ...CLOUDTRAIL,
  ...CLOUDWATCH,
  ...CONTAINERS,
  ...DATA_SERVICES,
  ...DATASYNC,
  ...DETECTION,
  ...EC2,
  ...IAM,
  ...IDENTITY_CENTER,
  ...KMS,
  ...LAMBDA,
  ...MANAGEMENT,
  ...MESSAGING,
  ...ORGANIZATIONS,
  ...ROUTE53,
  ...S3,
  ...S3CONTROL,
  ...SECRETS_MANAGER,
  ...VPC,
};
