import { expect, test } from "@jest/globals";
import { ACCOUNT, allowed, stackOf as awsStack, document, READ } from "../support/aws-estate";
import { stackOf as ociStack, type Resources } from "../support/oci-estate";
import { brief, verdictOf } from "../support/verdict-of";

const MODEL = `
version: 1
jurisdiction: US
rests: { oci: [us-phoenix-1], aws: [us-east-1] }
stores: { media: oci_objectstorage_bucket.media }
roles:
  us-restore: { principal: aws_iam_role.us_restore, residency: US, content: [media] }
  apac-ops: { principal: aws_iam_role.apac_ops, residency: SG }
trusted: [Administrators]
`;

const STORED = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:oci-AbCdEf`;
const LOCATION = {
  server_hostname: "ns.compat.objectstorage.us-phoenix-1.oraclecloud.com",
  bucket_name: "user-media",
  agent_arns: [],
};

/** The store is copied to a bucket of AWS, by a credential that a secret holds. */
const COPYING: Resources = {
  aws_secretsmanager_secret: { oci: { name: "oci-credential" } },
  aws_datasync_location_object_storage: {
    primary: { ...LOCATION, custom_secret_config: [{ secret_arn: "${aws_secretsmanager_secret.oci.arn}" }] },
  },
  aws_datasync_location_s3: { copy: { s3_bucket_arn: "${aws_s3_bucket.media.arn}", subdirectory: "/" } },
  aws_datasync_task: {
    copy: {
      source_location_arn: "${aws_datasync_location_object_storage.primary.arn}",
      destination_location_arn: "${aws_datasync_location_s3.copy.arn}",
    },
  },
};
const about = (...more: readonly Resources[]) =>
  brief(verdictOf({ ...ociStack(), "b.tf.json": awsStack(COPYING, ...more)["a.tf.json"] }, MODEL));

test.each<[string, readonly Resources[], readonly string[]]>([
  ["a copy in the other cloud is read by nobody foreign", [allowed("us_restore", ...READ)], ["holds"]],
  ["a foreign role reads the copy", [allowed("apac_ops", ...READ)], ["violated", "access/direct-read role apac-ops: media"]],
  [
    "a foreign role reads the credential that opens the store",
    [allowed("apac_ops", { Action: "secretsmanager:GetSecretValue", Resource: "*" })],
    ["violated", "access/credential role apac-ops: media"],
  ],
  [
    "… that a person has stored, and whose policy is here",
    [
      { aws_datasync_location_object_storage: { primary: { ...LOCATION, custom_secret_config: [{ secret_arn: STORED }] } } },
      {
        aws_secretsmanager_secret_policy: {
          stored: {
            secret_arn: STORED,
            policy: document({
              Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/apac-ops` },
              Action: "secretsmanager:GetSecretValue",
              Resource: "*",
            }),
          },
        },
      },
    ],
    ["violated", "access/credential role apac-ops: media"],
  ],
  [
    "… whose policy denies everybody",
    [
      allowed("apac_ops", { Action: "secretsmanager:GetSecretValue", Resource: "*" }),
      { aws_datasync_location_object_storage: { primary: { ...LOCATION, custom_secret_config: [{ secret_arn: STORED }] } } },
      {
        aws_secretsmanager_secret_policy: {
          stored: { secret_arn: STORED, policy: document({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }) },
        },
      },
    ],
    ["holds"],
  ],
  [
    "… that the location doesn't name, and that DataSync's role reads",
    [
      { aws_datasync_location_object_storage: { primary: LOCATION } },
      {
        aws_iam_role: {
          sync: {
            name: "sync",
            assume_role_policy: document({ Principal: { Service: "datasync.amazonaws.com" }, Action: "sts:AssumeRole" }),
          },
        },
      },
      {
        aws_secretsmanager_secret_policy: {
          stored: {
            secret_arn: STORED,
            policy: document({ Effect: "Deny", Principal: "*", Action: "secretsmanager:DeleteSecret", Resource: "*" }),
          },
        },
      },
      allowed("sync", { Action: "secretsmanager:GetSecretValue", Resource: STORED }),
      allowed("apac_ops", { Action: "secretsmanager:GetSecretValue", Resource: STORED }),
    ],
    ["violated", "access/credential role sync: media", "access/credential role apac-ops: media"],
  ],
  [
    "… of another secret",
    [allowed("apac_ops", { Action: "secretsmanager:GetSecretValue", Resource: "arn:aws:secretsmanager:*:*:secret:other-*" })],
    ["holds"],
  ],
  [
    "a foreign role points the copying at a server of its own",
    [allowed("apac_ops", { Action: "datasync:UpdateLocationObjectStorage", Resource: "*" })],
    ["violated", "access/escalation role apac-ops: media"],
  ],
])("%s", (_, more, said) => expect([...about(...more)].sort()).toEqual([...said].sort()));
