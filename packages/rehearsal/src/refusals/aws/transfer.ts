import { isList, textOf } from "../../schema/value";
import { blockAt, having } from "../look";
import type { Asked, RefusalRow } from "../row";
import { bucketNamed } from "./buckets";
import { isOwnArn, ownNamed, ownOf } from "./own";

const TASK = ["aws_datasync_task"];
const OBJECT_LOCATION = "aws_datasync_location_object_storage";
const LOCATIONS = [OBJECT_LOCATION, "aws_datasync_location_s3"];

const locationOf = (asked: Asked, argument: string) =>
  LOCATIONS.flatMap((type) => ownOf(asked, type)).find((one) => one["arn"] === asked.wanted[argument]);

const isUnmade = (asked: Asked, argument: string) => {
  const arn = textOf(asked.wanted[argument]);
  return isOwnArn(arn, asked) && !locationOf(asked, argument) && /:location\/loc-0[0-9a-f]{16}$/.test(arn);
};

const option = ({ wanted }: Asked, name: string) => textOf(blockAt(wanted, "options")?.[name]);
const isEnhanced = ({ wanted }: Asked) => wanted["task_mode"] === "ENHANCED";

/** An hour at least between runs: of `rate(30 minutes)`, and of a cron whose minutes are several. */
function isTooOften(expression: string): boolean {
  const rate = /^rate\((\d+)\s+minutes?\)$/.exec(expression);
  if (rate) return Number(rate[1]) < 60;
  const minutes = /^cron\((\S+)/.exec(expression)?.[1];
  return minutes !== undefined && /[*,/-]/.test(minutes);
}

/** Sources: DataSync API reference, CreateTask and the locations; DataSync User Guide. */
export const TRANSFER: readonly RefusalRow[] = [
  {
    id: "datasync/location-missing",
    types: TASK,
    code: "InvalidRequestException",
    refuses: (asked) => {
      const missing = ["source_location_arn", "destination_location_arn"].find((argument) => isUnmade(asked, argument));
      return missing && `Invalid parameter: Location ${textOf(asked.wanted[missing])} is not found`;
    },
    source: "DataSync API reference, CreateTask, InvalidRequestException",
  },
  {
    id: "datasync/same-location",
    types: TASK,
    code: "InvalidRequestException",
    refuses: ({ wanted }) =>
      textOf(wanted["source_location_arn"]) !== "" && wanted["source_location_arn"] === wanted["destination_location_arn"]
        ? "source and destination are the same location"
        : undefined,
    source: "DataSync API reference, CreateTask",
  },
  {
    id: "datasync/schedule",
    types: TASK,
    code: "InvalidRequestException",
    refuses: ({ wanted }) =>
      isTooOften(textOf(blockAt(wanted, "schedule")?.["schedule_expression"])) ? "a task runs once an hour at most" : undefined,
    source: "DataSync User Guide, Scheduling when your AWS DataSync task runs",
  },
  {
    id: "datasync/enhanced-verification",
    types: TASK,
    code: "InvalidRequestException",
    refuses: (asked) =>
      isEnhanced(asked) && option(asked, "verify_mode") === "POINT_IN_TIME_CONSISTENT"
        ? "enhanced mode verifies only transferred data"
        : undefined,
    source: "DataSync API reference, Options, VerifyMode",
  },
  {
    id: "datasync/enhanced-with-agents",
    types: TASK,
    code: "InvalidRequestException",
    refuses: (asked) => {
      const hasAgents = ["source_location_arn", "destination_location_arn"].some((argument) => {
        const agents = locationOf(asked, argument)?.["agent_arns"];
        return isList(agents) && agents.length > 0;
      });
      return isEnhanced(asked) && hasAgents ? "enhanced mode reaches other clouds without agents" : undefined;
    },
    source: "DataSync User Guide, Choosing a task mode for your data transfer",
  },
  {
    id: "datasync/remove-with-all",
    types: TASK,
    code: "InvalidRequestException",
    refuses: (asked) =>
      option(asked, "preserve_deleted_files") === "REMOVE" && option(asked, "transfer_mode") === "ALL"
        ? "PreserveDeletedFiles REMOVE can't be combined with TransferMode ALL"
        : undefined,
    source: "DataSync API reference, Options, PreserveDeletedFiles",
  },
  {
    id: "datasync/times",
    types: TASK,
    code: "InvalidRequestException",
    refuses: (asked) => {
      const [atime, mtime] = [option(asked, "atime"), option(asked, "mtime")];
      const matches = (atime === "BEST_EFFORT") === (mtime === "PRESERVE");
      return atime === "" || mtime === "" || matches
        ? undefined
        : "Atime BEST_EFFORT goes with Mtime PRESERVE, and NONE with NONE";
    },
    source: "DataSync API reference, Options, Atime",
  },
  {
    id: "datasync/location-in-use",
    types: LOCATIONS,
    on: ["remove"],
    code: "InvalidRequestException",
    refuses: (asked) =>
      ownOf(asked, "aws_datasync_task").some((one) =>
        [one["source_location_arn"], one["destination_location_arn"]].includes(asked.wanted["arn"] ?? null),
      )
        ? "the location is used by a task"
        : undefined,
    source: "DataSync API reference, DeleteLocation",
  },
  {
    id: "datasync/bucket-missing",
    types: ["aws_datasync_location_s3"],
    on: ["create"],
    code: "InvalidRequestException",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["s3_bucket_arn"]).split(":::")[1];
      return bucket !== undefined && !bucketNamed(world, bucket)
        ? `DataSync location access test failed: could not perform s3:ListObjectsV2 on bucket ${bucket}`
        : undefined;
    },
    source: "DataSync User Guide, Troubleshooting issues with AWS DataSync transfers",
  },
  {
    id: "datasync/role-missing",
    types: ["aws_datasync_location_s3"],
    on: ["create"],
    code: "InvalidRequestException",
    refuses: (asked) => {
      const arn = textOf(blockAt(asked.wanted, "s3_config")?.["bucket_access_role_arn"]);
      return isOwnArn(arn, asked) && !ownOf(asked, "aws_iam_role").some((one) => one["arn"] === arn)
        ? `DataSync could not assume the bucket access role ${arn}`
        : undefined;
    },
    source: "DataSync API reference, CreateLocationS3, S3Config",
  },
  {
    id: "secretsmanager/key-elsewhere",
    types: ["aws_secretsmanager_secret"],
    code: "InvalidParameterException",
    refuses: ({ wanted, scope }) => {
      const region = textOf(wanted["kms_key_id"]).split(":")[3] ?? "";
      return region !== "" && region !== textOf(scope["region"]) ? "the key must be in the region of the secret" : undefined;
    },
    source: "Secrets Manager API reference, CreateSecret, KmsKeyId",
  },
  {
    id: "secretsmanager/window",
    types: ["aws_secretsmanager_secret"],
    code: "InvalidParameterException",
    refuses: ({ wanted }) => {
      const days = wanted["recovery_window_in_days"];
      return typeof days === "number" && days !== 0 && (days < 7 || days > 30)
        ? "RecoveryWindowInDays is between 7 and 30 days, or 0 to delete at once"
        : undefined;
    },
    source: "Secrets Manager API reference, DeleteSecret, RecoveryWindowInDays",
  },
  {
    id: "secretsmanager/version-of-nothing",
    types: ["aws_secretsmanager_secret_version", "aws_secretsmanager_secret_policy"],
    on: ["create"],
    code: "ResourceNotFoundException",
    refuses: (asked) => {
      const named = textOf(asked.wanted["secret_id"] ?? asked.wanted["secret_arn"]);
      const isName = named !== "" && !named.startsWith("arn:");
      return isName && !ownNamed(asked, "aws_secretsmanager_secret", named)
        ? "Secrets Manager can't find the specified secret."
        : undefined;
    },
    source: "Secrets Manager API reference, PutSecretValue, ResourceNotFoundException",
  },
  {
    id: "ec2/network-in-use",
    types: ["aws_vpc", "aws_subnet", "aws_security_group"],
    on: ["remove"],
    code: "DependencyViolation",
    refuses: ({ type, wanted, world }) => {
      const id = textOf(wanted["id"]);
      const users = USERS[type] ?? [];
      const user = users.find(([other, argument]) =>
        argument.endsWith("s")
          ? world.all(other).some((one) => listIn(one[argument]).includes(id))
          : having(world, other, argument, id).length > 0,
      );
      return user && `${type.replace("aws_", "")} "${id}" has dependencies and cannot be deleted: ${user[0]}`;
    },
    source: "EC2 API reference, Error codes, DependencyViolation",
  },
];

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What lies in a part of a network, by the argument that names it. */
const USERS: Readonly<Record<string, readonly (readonly [type: string, argument: string])[]>> = {
  aws_vpc: [
    ["aws_subnet", "vpc_id"],
    ["aws_security_group", "vpc_id"],
    ["aws_vpc_endpoint", "vpc_id"],
    ["aws_internet_gateway", "vpc_id"],
  ],
  aws_subnet: [
    ["aws_instance", "subnet_id"],
    ["aws_nat_gateway", "subnet_id"],
    ["aws_vpc_endpoint", "subnet_ids"],
  ],
  aws_security_group: [
    ["aws_instance", "vpc_security_group_ids"],
    ["aws_vpc_endpoint", "security_group_ids"],
  ],
};
