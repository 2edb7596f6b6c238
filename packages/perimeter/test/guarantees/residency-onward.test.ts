import { describe, expect, test } from "@jest/globals";
import {
  ACCOUNT,
  MODEL as AWS_MODEL,
  allowed,
  stackOf as awsStack,
  document,
  OBJECTS,
  READ,
  type Statement,
} from "../support/aws-estate";
import { MODEL as OCI_MODEL, stackOf as ociStack, type Resources, statements, TENANCY } from "../support/oci-estate";
import { residencyOf, residencyVerdict } from "../support/residency-of";

const inStores = (permissions: string, where = "") => `Allow group us-data to {${permissions}} in compartment stores${where}`;
const INSIDE = " where request.region = 'phx'";
const COPY = "OBJECT_READ, BUCKET_CREATE, OBJECT_CREATE";
const found = ["violated", "residency/flow-outside us-data"];
const aboutOci = (...more: readonly Resources[]) => residencyOf(ociStack(...more), OCI_MODEL);

describe("on Oracle Cloud", () => {
  test.each<[string, readonly Resources[], readonly string[]]>([
    ["reads objects and makes buckets anywhere", [statements(inStores(COPY))], found],
    ["… in the regions of the stores alone", [statements(inStores(COPY, INSIDE))], ["holds"]],
    ["… but for one region outside", [statements(inStores(COPY, " where request.region != 'fra'"))], found],
    [
      "… where a denial fences it",
      [statements(inStores(COPY), "deny group us-data to manage object-family in tenancy where request.region != 'phx'")],
      ["holds"],
    ],
    [
      "… where quotas leave no other region any storage",
      [
        statements(inStores(COPY)),
        {
          oci_limits_quota: {
            q: {
              compartment_id: TENANCY,
              name: "q",
              description: "d",
              statements: [
                "zero object-storage quotas in tenancy",
                "unset object-storage quotas in tenancy where request.region = 'us-phoenix-1'",
              ],
            },
          },
        },
      ],
      ["holds"],
    ],
    [
      "… where quotas take another family alone",
      [
        statements(inStores(COPY)),
        {
          oci_limits_quota: {
            q: { compartment_id: TENANCY, name: "q", description: "d", statements: ["zero database quotas in tenancy"] },
          },
        },
      ],
      found,
    ],
    ["reads objects", [statements(inStores("OBJECT_READ"))], ["holds"]],
    [
      "reads and writes objects where no bucket is outside",
      [statements(inStores("OBJECT_READ, OBJECT_CREATE, OBJECT_INSPECT"))],
      ["holds"],
    ],
    ["makes buckets and reads none", [statements(inStores("BUCKET_CREATE, OBJECT_CREATE"))], ["holds"]],
    ["reads by the verb for all of it", [statements("Allow group us-data to manage object-family in compartment stores")], found],
    ["reads elsewhere", [statements("Allow group us-data to manage object-family in compartment other")], ["holds"]],
  ])("whoever %s", (_, more, said) => expect(aboutOci(...more)).toEqual(said));

  test("a bucket outside that is there already can be filled", () => {
    const json = ociStack(statements(inStores("OBJECT_READ, OBJECT_CREATE, OBJECT_INSPECT")), {
      oci_objectstorage_bucket: {
        far: { provider: "oci.fra", compartment_id: "${oci_identity_compartment.stores.id}", namespace: "ns", name: "far" },
      },
    })["a.tf.json"] as object;
    const provider = {
      oci: [
        { region: "us-phoenix-1", tenancy_ocid: TENANCY },
        { alias: "fra", region: "eu-frankfurt-1", tenancy_ocid: TENANCY },
      ],
    };
    expect(residencyOf({ "a.tf.json": { ...json, provider } }, OCI_MODEL)).toEqual(found);
  });

  test("a chain that ends with a copy is found whole", () => {
    const verdict = residencyVerdict(
      ociStack(
        statements(
          "Allow group us-sre to manage object-family in compartment stores",
          "Allow group apac-eng to use groups in tenancy",
          "Allow group apac-eng to use users in tenancy",
        ),
      ),
      OCI_MODEL.replace("trusted: [Administrators]", "trusted: [Administrators, us-sre]"),
    );
    const messages = verdict.guarantees.flatMap((one) => one.findings.map(({ message }) => message));
    expect(messages).toContainEqual(
      expect.stringMatching(
        /^group "apac-eng" can send "media" to a place outside: it may add anybody to the group \(group "Administrators"\); then group "Administrators" may copy its objects to us-ashburn-1 /,
      ),
    );
    expect(messages).not.toContainEqual(expect.stringMatching(/^group "us-sre"/));
  });

  test.each<[string, string, Resources, string, readonly string[]]>([
    [
      "clones a database",
      "oci_database_autonomous_database",
      { oci_database_autonomous_database: { d: {} } },
      "AUTONOMOUS_DATABASE_CONTENT_READ, AUTONOMOUS_DATABASE_CREATE",
      found,
    ],
    [
      "reads a database",
      "oci_database_autonomous_database",
      { oci_database_autonomous_database: { d: {} } },
      "AUTONOMOUS_DATABASE_CONTENT_READ",
      ["holds"],
    ],
    [
      "copies backups of a volume",
      "oci_core_volume",
      { oci_core_volume: { d: {} } },
      "VOLUME_BACKUP_CREATE, VOLUME_WRITE, VOLUME_BACKUP_COPY",
      found,
    ],
    ["backs up a volume", "oci_core_volume", { oci_core_volume: { d: {} } }, "VOLUME_BACKUP_CREATE, VOLUME_WRITE", ["holds"]],
    [
      "assigns policies of backups",
      "oci_core_volume",
      { oci_core_volume: { d: {} } },
      "BACKUP_POLICIES_CREATE, BACKUP_POLICY_ASSIGNMENT_CREATE",
      found,
    ],
    [
      "replicates files",
      "oci_file_storage_file_system",
      { oci_file_storage_file_system: { d: {} } },
      "REPLICATION_CREATE, FILE_SYSTEM_REPLICATION_SOURCE, FILE_SYSTEM_CREATE, FILE_SYSTEM_REPLICATION_TARGET",
      found,
    ],
    [
      "replicates files and makes none",
      "oci_file_storage_file_system",
      { oci_file_storage_file_system: { d: {} } },
      "REPLICATION_CREATE, FILE_SYSTEM_REPLICATION_SOURCE",
      ["holds"],
    ],
  ])("whoever %s", (_, type, made, permissions, said) => {
    const placed = { [type]: { d: { compartment_id: "${oci_identity_compartment.stores.id}", ...made[type]?.d } } };
    const model = OCI_MODEL.replace("media: oci_objectstorage_bucket.media", `media: ${type}.d`);
    expect(residencyOf(ociStack(placed, statements(inStores(permissions))), model)).toEqual(said);
  });
});

const sends = ["violated", "residency/flow-outside us-data"];
const aboutAws = (...more: readonly Resources[]) => residencyOf(awsStack(...more), AWS_MODEL);
const may = (...all: readonly Statement[]) => allowed("us_data", ...all);
const put = (resource: string, condition?: object): Statement => ({
  Action: "s3:PutObject",
  Resource: resource,
  ...(condition ? { Condition: condition } : {}),
});
const REPLICATOR: Resources = {
  aws_iam_role: {
    replicator: {
      name: "replicator",
      assume_role_policy: document({ Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" }),
    },
  },
};
const replicatorMay = (destination: string) =>
  allowed(
    "replicator",
    { Action: "s3:GetObjectVersionForReplication", Resource: OBJECTS },
    { Action: "s3:ReplicateObject", Resource: destination },
  );
const CONFIGURES: Statement = { Action: "s3:PutReplicationConfiguration", Resource: "arn:aws:s3:::user-media" };
const PASSES: Statement = { Action: "iam:PassRole", Resource: `arn:aws:iam::${ACCOUNT}:role/replicator` };

describe("on AWS", () => {
  test.each<[string, readonly Resources[], readonly string[]]>([
    ["reads and writes objects of any bucket", [may(...READ, put("*"))], sends],
    ["reads and writes objects of buckets by a pattern", [may(...READ, put("arn:aws:s3:::user-*/*"))], sends],
    [
      "… of this account alone, and makes none",
      [may(...READ, put("*", { StringEquals: { "aws:ResourceAccount": ACCOUNT } }))],
      ["holds"],
    ],
    ["… in this region alone", [may(...READ, put("*", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }))], ["holds"]],
    ["… but in one region outside", [may(...READ, put("*", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } }))], sends],
    [
      "… where a denial fences it",
      [
        may(...READ, put("*"), {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1"] } },
        }),
      ],
      ["holds"],
    ],
    ["reads and writes the same bucket", [may(...READ, put(OBJECTS))], ["holds"]],
    ["reads, and writes another bucket inside", [may(...READ, put("arn:aws:s3:::logs/*"))], ["holds"]],
    [
      "reads, and writes a bucket outside",
      [may(...READ, put("arn:aws:s3:::far/*")), { aws_s3_bucket: { far: { bucket: "far", region: "eu-west-1" } } }],
      sends,
    ],
    ["writes anywhere and reads nothing", [may(put("*"))], ["holds"]],
    ["reads ciphertext alone", [may({ Action: "s3:GetObject", Resource: OBJECTS }, put("*"))], ["holds"]],
    [
      "writes rules of replication, and hands over a role for anywhere",
      [REPLICATOR, replicatorMay("*"), may(CONFIGURES, PASSES)],
      sends,
    ],
    ["… a role for one bucket inside", [REPLICATOR, replicatorMay("arn:aws:s3:::logs/*"), may(CONFIGURES, PASSES)], ["holds"]],
    ["… and hands over no role", [REPLICATOR, replicatorMay("*"), may(CONFIGURES)], ["holds"]],
  ])("whoever %s", (_, more, said) => expect(aboutAws(...more).filter((one) => !/ replicator$/.test(one))).toEqual(said));

  test.each<[string, string, Resources, readonly string[], readonly string[]]>([
    [
      "exports a table and fills any bucket",
      "aws_dynamodb_table.d",
      { aws_dynamodb_table: { d: { name: "d" } } },
      ["dynamodb:ExportTableToPointInTime", "s3:PutObject"],
      sends,
    ],
    [
      "exports a table and fills none",
      "aws_dynamodb_table.d",
      { aws_dynamodb_table: { d: { name: "d" } } },
      ["dynamodb:ExportTableToPointInTime"],
      ["holds"],
    ],
    [
      "adds replicas of a table",
      "aws_dynamodb_table.d",
      { aws_dynamodb_table: { d: { name: "d" } } },
      ["dynamodb:UpdateTable", "dynamodb:CreateTableReplica"],
      sends,
    ],
    [
      "changes a table",
      "aws_dynamodb_table.d",
      { aws_dynamodb_table: { d: { name: "d" } } },
      ["dynamodb:UpdateTable"],
      ["holds"],
    ],
    [
      "replicates a secret",
      "aws_secretsmanager_secret.d",
      { aws_secretsmanager_secret: { d: { name: "d" } } },
      ["secretsmanager:ReplicateSecretToRegions"],
      sends,
    ],
    [
      "lists a secret",
      "aws_secretsmanager_secret.d",
      { aws_secretsmanager_secret: { d: { name: "d" } } },
      ["secretsmanager:DescribeSecret"],
      ["holds"],
    ],
    [
      "makes read replicas",
      "aws_db_instance.d",
      { aws_db_instance: { d: { identifier: "d" } } },
      ["rds:CreateDBInstanceReadReplica"],
      sends,
    ],
    [
      "restarts a database",
      "aws_db_instance.d",
      { aws_db_instance: { d: { identifier: "d" } } },
      ["rds:RebootDBInstance"],
      ["holds"],
    ],
    [
      "copies snapshots of a volume",
      "aws_ebs_volume.d",
      { aws_ebs_volume: { d: { availability_zone: "us-east-1a" } } },
      ["ec2:CopySnapshot"],
      sends,
    ],
    [
      "replicates files",
      "aws_efs_file_system.d",
      { aws_efs_file_system: { d: {} } },
      ["elasticfilesystem:CreateReplicationConfiguration"],
      sends,
    ],
    ["mounts files", "aws_efs_file_system.d", { aws_efs_file_system: { d: {} } }, ["elasticfilesystem:ClientMount"], ["holds"]],
  ])("whoever %s", (_, store, made, actions, said) => {
    const model = AWS_MODEL.replace("media: aws_s3_bucket.media", `media: ${store}`);
    expect(residencyOf(awsStack(made, may({ Action: actions, Resource: "*" })), model)).toEqual(said);
  });

  const TASK: Resources = {
    aws_datasync_location_s3: {
      from: { s3_bucket_arn: "${aws_s3_bucket.media.arn}", subdirectory: "/" },
      to: { s3_bucket_arn: "${aws_s3_bucket.logs.arn}", subdirectory: "/" },
    },
    aws_datasync_task: {
      t: {
        source_location_arn: "${aws_datasync_location_s3.from.arn}",
        destination_location_arn: "${aws_datasync_location_s3.to.arn}",
      },
    },
  };
  test.each<[string, readonly string[], readonly Resources[], readonly string[]]>([
    [
      "makes tasks and locations",
      ["datasync:CreateTask", "datasync:CreateLocationObjectStorage", "datasync:StartTaskExecution"],
      [TASK],
      sends,
    ],
    [
      "… where no location opens the store",
      ["datasync:CreateTask", "datasync:CreateLocationObjectStorage", "datasync:StartTaskExecution"],
      [],
      ["holds"],
    ],
    ["starts tasks", ["datasync:StartTaskExecution", "datasync:CreateTask"], [TASK], ["holds"]],
  ])("of DataSync, whoever %s", (_, actions, more, said) =>
    expect(aboutAws(...more, may({ Action: actions, Resource: "*" }))).toEqual(said),
  );

  test("who is trusted may do all of it", () =>
    expect(residencyOf(awsStack(may(...READ, put("*"))), `${AWS_MODEL}\ntrusted: [us-data]\n`)).toEqual(["holds"]));
});
