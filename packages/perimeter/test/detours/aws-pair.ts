import type { AwsRowId } from "../../src/detours/aws/rows";
import { ACCOUNT, MODEL as AWS_MODEL, allowed, stackOf as awsStack, document, READ, type Statement } from "../support/aws-estate";
import { stackOf as ociStack, type Resources } from "../support/oci-estate";
import type { Documents } from "../support/stacks";

/** What shows a row, and what looks like it and gives nothing; the role `apac-ops` is from outside. */
export interface Pair {
  /** The page of AWS's documentation whose example the statements are, with other names. */
  readonly page?: string;
  /** What the store is, by its address. @default the bucket "user-media" */
  readonly store?: string;
  /** The store lies on Oracle Cloud, and is copied by a credential that a secret of AWS holds. */
  readonly across?: boolean;
  /** In both estates: what there is to reach. */
  readonly beside?: readonly Resources[];
  readonly found: readonly Resources[];
  readonly passed: readonly Resources[];
  /** The row by which it is told: one that asks for less, or that is told before. @default the row itself */
  readonly toldAs?: AwsRowId;
  /** The cloud's answer isn't known: the row leaves the verdict open, and gives no finding. */
  readonly open?: true;
  /** @default apac-ops */
  readonly who?: string;
  /** What lets them take the way. @default the policy of the role apac-ops */
  readonly by?: string;
  /** What is there once the step is taken, where it changes what later requests meet. */
  readonly after?: readonly Resources[];
}

export const onAll = (...actions: readonly string[]): Statement => ({ Action: actions, Resource: "*" });
/** What the foreign role is allowed. */
export const may = (...statements: readonly Statement[]): readonly Resources[] => [allowed("apac_ops", ...statements)];
export const mayAll = (...actions: readonly string[]): readonly Resources[] => may(onAll(...actions));

export const arnOfRole = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const trust = (role: string, ...statements: readonly Statement[]): Resources => ({
  aws_iam_role: { [role]: { name: role.replace("_", "-"), assume_role_policy: document(...statements) } },
});
export const trusting = (service: string): Resources =>
  trust("us_restore", { Principal: { Service: service }, Action: "sts:AssumeRole" });
/** The US role that reads. */
export const RESTORES = allowed("us_restore", ...READ);
export const EVERYTHING: readonly Resources[] = mayAll("*");
export const OPEN = { Principal: "*", Action: "*", Resource: "*" };
export const bucketPolicy = (...statements: readonly Statement[]): Resources => ({
  aws_s3_bucket_policy: { media: { bucket: "${aws_s3_bucket.media.id}", policy: document(...statements) } },
});
export const keyPolicy = (...statements: readonly Statement[]): Resources => ({
  aws_kms_key: { media: { description: "media", policy: document(...statements) } },
});

const STORED = "${aws_secretsmanager_secret.oci.arn}";
const COPYING: Resources = {
  aws_secretsmanager_secret: { oci: { name: "oci-credential" } },
  aws_datasync_location_object_storage: {
    primary: {
      server_hostname: "ns.compat.objectstorage.us-phoenix-1.oraclecloud.com",
      bucket_name: "user-media",
      agent_arns: [],
      custom_secret_config: [{ secret_arn: STORED }],
    },
  },
};
const ACROSS_MODEL = AWS_MODEL.replace("rests: { aws: [us-east-1] }", "rests: { oci: [us-phoenix-1], aws: [us-east-1] }").replace(
  "aws_s3_bucket.media",
  "oci_objectstorage_bucket.media",
);

export function documentsOf({ beside = [], across = false }: Pair, more: readonly Resources[]): Documents {
  if (!across) return awsStack(...beside, ...more);
  return { ...ociStack(), "b.tf.json": awsStack(COPYING, ...beside, ...more)["a.tf.json"] };
}

export function modelOf({ store, across = false }: Pair): string {
  const model = across ? ACROSS_MODEL : AWS_MODEL.replace("aws_s3_bucket.media", store ?? "aws_s3_bucket.media");
  return `${model.replace("budget: { default: 1 }", "budget: { default: 9 }").replace("roles:", "roles:\n  bob: { principal: aws_iam_user.bob, residency: US, content: [media] }")}`;
}
