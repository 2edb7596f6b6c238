import type { Phase } from "../../../config/schema/phases";
import { bucketArn, objectsOf } from "../names";
import { requestsOf, requestsOfOthers } from "../policy/conditions";
import { deny } from "../policy/deny";
import type { Conditions, PolicyStatement } from "../policy/document";
import type { Sealer } from "./copy-key-policy";
import {
  NAMING,
  PUBLISHING,
  READING,
  REPLICA_OBJECTS,
  SETTING,
  SETTINGS_READ,
  SETTINGS_REFRESHED,
  UNLOCKING,
  WRITING,
} from "./permissions";

export interface CopyBucketAccess extends BucketVisitors {
  readonly name: string;
  readonly phase: Phase;
  /** ARN of the key that every copy is under; none is left where no copy is. */
  readonly key: string | undefined;
  /** Sets the bucket, and reads and writes nothing in it. */
  readonly pipeline: string;
}

/** Who comes to the objects, by the ARNs of roles; the lists grow with what is granted. */
export interface BucketVisitors {
  readonly readers: string[];
  /** Write what arrives from outside of AWS, and read it to compare. */
  readonly writers: string[];
  /** Carry copies to the next site. */
  readonly carriers: string[];
  /** Write replicas, from the account that the copies come from. */
  readonly sealers: Sealer[];
}

/**
 * What holds whatever IAM policies say. Conditions on `aws:PrincipalArn` bind every session of every role, of this account
 * and of others, and people without credentials (IAM User Guide, "aws:PrincipalArn"); lifecycle rules are bound by none.
 */
export function copyBucketStatements(access: CopyBucketAccess): PolicyStatement[] {
  const { name, phase, key, pipeline, readers, writers, carriers, sealers } = access;
  const [itself, objects] = [[bucketArn(name)], [objectsOf(name)]];
  const everything = [...itself, ...objects];
  const visitors = phase === "retired" ? [] : [...readers, ...writers, ...carriers];
  const arrivals = phase === "active" ? [...writers, ...sealers.map(({ role }) => role)] : [];
  return [
    ...(phase === "active" ? sealers.map((sealer, index) => replication(sealer, index, objects)) : []),
    deny("DenyReading", READING, objects, requestsOfOthers(visitors)),
    // Terraform asks for the bucket's head, which S3 authorizes as a list: the pipeline sees names, and no object.
    deny("DenyNaming", ["s3:ListBucket"], itself, requestsOfOthers([...visitors, pipeline])),
    deny("DenyNamingVersions", NAMING, everything, requestsOfOthers(visitors)),
    deny("DenyWriting", WRITING, objects, requestsOfOthers(arrivals)),
    ...(key === undefined ? [] : onlyUnder(key, objects)),
    deny("DenyUnlocking", UNLOCKING, objects),
    deny("DenyPublishing", PUBLISHING, itself),
    deny("DenySetting", SETTING, itself, requestsOfOthers([pipeline])),
    deny("DenyOtherDoors", ["s3:*"], everything, { Null: { "s3:DataAccessPointArn": ["false"] } }),
    deny("DenyPlainText", ["s3:*"], everything, { Bool: { "aws:SecureTransport": ["false"] } }),
    ...(phase === "retired" ? [onlyInspection(everything)] : []),
  ];
}

const ENCRYPTION = "s3:x-amz-server-side-encryption";
const ENCRYPTION_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";

const onlyUnder = (key: string, objects: readonly string[]): PolicyStatement[] => [
  deny("DenyOtherEncryption", ["s3:PutObject"], objects, whoeverNames(ENCRYPTION, key)),
  deny("DenyOtherKeys", ["s3:PutObject"], objects, whoeverNames(ENCRYPTION_KEY, key)),
];

/**
 * Who names neither gets the bucket's default, which is this key; who names an encryption without a key gets one of AWS
 * (S3 User Guide, "Specifying server-side encryption with AWS KMS"). A negated operator holds where its key is missing, and
 * `...IfExists` does as well (IAM User Guide, "Condition operators"): so the header is asked for by itself.
 */
const whoeverNames = (header: string, key: string): Conditions => ({
  Null: { [header]: ["false"] },
  StringNotEquals: { [ENCRYPTION_KEY]: [key] },
});

/** The account is named, since what is open to a condition alone counts as public; the condition leaves one role of it. */
const replication = ({ account, role }: Sealer, index: number, objects: readonly string[]): PolicyStatement => ({
  sid: `Replicate${index + 1}`,
  effect: "Allow",
  principal: { aws: [`arn:aws:iam::${account}:root`] },
  actions: REPLICA_OBJECTS,
  resources: objects,
  conditions: requestsOf([role]),
});

/** The empty bucket stays, so that nobody else takes its name; settings can still be seen, and put right. */
const onlyInspection = (resources: readonly string[]): PolicyStatement => ({
  sid: "DenyAllButInspection",
  effect: "Deny",
  principal: "*",
  notActions: [...SETTINGS_READ, ...SETTINGS_REFRESHED, ...SETTING],
  resources,
});
