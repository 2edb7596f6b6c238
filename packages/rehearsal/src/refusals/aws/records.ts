import { isIP } from "node:net";
import { textOf } from "../../schema/value";
import { blocksAt, having } from "../look";
import type { Asked, RefusalRow } from "../row";
import { bucketNamed, settingOf } from "./buckets";
import { isWrong, listed, principalsOf, statementsOf } from "./documents";
import { isOwnArn, ownOf } from "./own";

const TRAIL = ["aws_cloudtrail"];
const CLOUDTRAIL = "cloudtrail.amazonaws.com";

/** Whether a document lets CloudTrail take an action, whatever its conditions are. */
function letsCloudTrail(text: string, action: string): boolean {
  const statements = statementsOf(text);
  if (isWrong(statements)) return false;
  const [service] = action.split(":");
  const covering = new Set([action.toLowerCase(), `${service}:*`, "*"]);
  return statements.some(
    (one) =>
      one["Effect"] === "Allow" &&
      principalsOf(one).some(([, name]) => name === CLOUDTRAIL || name === "*") &&
      listed(one["Action"]).some((each) => covering.has(each.toLowerCase()) || /^kms:GenerateDataKey\*$/i.test(each)),
  );
}

const keyOf = ({ wanted, world }: Asked) => {
  const named = textOf(wanted["kms_key_id"]);
  return named === "" ? undefined : world.all("aws_kms_key").find((one) => one["arn"] === named || one["key_id"] === named);
};

/** Sources: CloudTrail API reference, CreateTrail; CloudTrail User Guide, naming requirements and policies. */
export const RECORDS: readonly RefusalRow[] = [
  {
    id: "cloudtrail/name",
    types: TRAIL,
    on: ["create"],
    code: "InvalidTrailNameException",
    refuses: ({ wanted }) => {
      const name = textOf(wanted["name"]);
      const isRight = /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,126}[a-zA-Z0-9]$/.test(name) && !/[._-]{2}/.test(name) && isIP(name) === 0;
      return isRight
        ? undefined
        : `"${name}" is no name of a trail: 3 to 128 letters, digits, and single ".", "_", "-" between them`;
    },
    source: "CloudTrail User Guide, Naming requirements for CloudTrail resources",
  },
  {
    id: "cloudtrail/bucket-missing",
    types: TRAIL,
    code: "S3BucketDoesNotExistException",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["s3_bucket_name"]);
      return bucketNamed(world, bucket) ? undefined : `S3 bucket ${bucket} does not exist`;
    },
    source: "CloudTrail API reference, CreateTrail, S3BucketDoesNotExistException",
  },
  {
    id: "cloudtrail/bucket-policy",
    types: TRAIL,
    code: "InsufficientS3BucketPolicyException",
    refuses: ({ wanted, world }) => {
      const bucket = textOf(wanted["s3_bucket_name"]);
      const policy = textOf(settingOf(world, "aws_s3_bucket_policy", bucket)?.["policy"]);
      const lets = ["s3:GetBucketAcl", "s3:PutObject"].every((action) => letsCloudTrail(policy, action));
      return bucketNamed(world, bucket) && !lets ? `Incorrect S3 bucket policy is detected for bucket: ${bucket}` : undefined;
    },
    source: "CloudTrail User Guide, Amazon S3 bucket policy for CloudTrail",
  },
  {
    id: "cloudtrail/key-missing",
    types: TRAIL,
    code: "KmsKeyNotFoundException",
    refuses: (asked) => {
      const named = textOf(asked.wanted["kms_key_id"]);
      return named.startsWith("arn:") && named.includes(":key/") && isOwnArn(named, asked) && !keyOf(asked)
        ? `KMS key ${named} does not exist`
        : undefined;
    },
    source: "CloudTrail API reference, CreateTrail, KmsKeyNotFoundException",
  },
  {
    id: "cloudtrail/key-in-another-region",
    types: TRAIL,
    code: "KmsKeyNotFoundException",
    refuses: ({ wanted, world }) => {
      const region = textOf(wanted["kms_key_id"]).split(":")[3] ?? "";
      const bucket = bucketNamed(world, textOf(wanted["s3_bucket_name"]));
      return region !== "" && bucket && bucket["bucket_region"] !== region
        ? "the key must be in the region of the bucket"
        : undefined;
    },
    source: "CloudTrail API reference, CreateTrail, KmsKeyNotFoundException",
  },
  {
    id: "cloudtrail/key-policy",
    types: TRAIL,
    code: "InsufficientEncryptionPolicyException",
    refuses: (asked) => {
      const key = keyOf(asked);
      return key && !letsCloudTrail(textOf(key["policy"]), "kms:GenerateDataKey") && !policyBeside(asked, textOf(key["key_id"]))
        ? "the policy of the key doesn't let CloudTrail encrypt"
        : undefined;
    },
    source: "CloudTrail User Guide, Configure AWS KMS key policies for CloudTrail",
  },
  {
    id: "cloudtrail/organization",
    types: TRAIL,
    code: "CloudTrailAccessNotEnabledException",
    refuses: ({ wanted, world }) => {
      const [organization] = world.all("aws_organizations_organization");
      const services = organization?.["aws_service_access_principals"];
      return wanted["is_organization_trail"] === true && Array.isArray(services) && !services.includes(CLOUDTRAIL)
        ? "trusted access between CloudTrail and the organization is not enabled"
        : undefined;
    },
    source: "CloudTrail API reference, CreateTrail, CloudTrailAccessNotEnabledException",
  },
  {
    id: "cloudtrail/two-kinds-of-selectors",
    types: TRAIL,
    code: "InvalidEventSelectorsException",
    refuses: ({ wanted }) =>
      blocksAt(wanted, "event_selector").length > 0 && blocksAt(wanted, "advanced_event_selector").length > 0
        ? "a trail has either event selectors or advanced ones"
        : undefined,
    source: "CloudTrail API reference, PutEventSelectors",
  },
  {
    id: "cloudtrail/too-many-selectors",
    types: TRAIL,
    code: "InvalidEventSelectorsException",
    refuses: ({ wanted }) =>
      blocksAt(wanted, "event_selector").length > 5 ? "a trail has 5 event selectors at most" : undefined,
    source: "CloudTrail User Guide, Quotas in AWS CloudTrail",
  },
  {
    id: "cloudtrail/too-many-data-resources",
    types: TRAIL,
    code: "InvalidEventSelectorsException",
    refuses: ({ wanted }) => {
      const values = blocksAt(wanted, "event_selector.data_resource").flatMap((one) => listed(one["values"]));
      return values.length > 250 ? `a trail has 250 data resources at most, found ${values.length}` : undefined;
    },
    source: "CloudTrail User Guide, Quotas in AWS CloudTrail",
  },
  {
    id: "cloudtrail/advanced-selector-without-category",
    types: [...TRAIL, "aws_cloudtrail_event_data_store"],
    code: "InvalidEventSelectorsException",
    refuses: ({ wanted }) =>
      blocksAt(wanted, "advanced_event_selector").some(
        (one) => !blocksAt(one, "field_selector").some(({ field }) => field === "eventCategory"),
      )
        ? "an advanced event selector says its eventCategory"
        : undefined,
    source: "CloudTrail API reference, AdvancedFieldSelector, eventCategory",
  },
  {
    id: "cloudtrail/protected-store",
    types: ["aws_cloudtrail_event_data_store"],
    on: ["remove"],
    code: "EventDataStoreTerminationProtectedException",
    isKnownAtPlan: true,
    refuses: ({ wanted }) =>
      wanted["termination_protection_enabled"] === true ? "the event data store is protected from termination" : undefined,
    source: "CloudTrail API reference, DeleteEventDataStore",
  },
  {
    id: "logs/retention",
    types: ["aws_cloudwatch_log_group"],
    code: "InvalidParameterException",
    refuses: ({ wanted }) =>
      typeof wanted["retention_in_days"] !== "number" || RETENTIONS.has(wanted["retention_in_days"])
        ? undefined
        : `${wanted["retention_in_days"]} days is no retention that log groups have`,
    source: "CloudWatch Logs API reference, PutRetentionPolicy",
  },
  {
    id: "logs/protected-group",
    types: ["aws_cloudwatch_log_group"],
    on: ["remove"],
    code: "ValidationException",
    isKnownAtPlan: true,
    refuses: ({ wanted }) =>
      wanted["deletion_protection_enabled"] === true ? "the log group is protected from deletion" : undefined,
    source: "CloudWatch Logs API reference, DeleteLogGroup",
  },
  {
    id: "events/pattern",
    types: ["aws_cloudwatch_event_rule"],
    code: "InvalidEventPatternException",
    refuses: ({ wanted }) => {
      const pattern = textOf(wanted["event_pattern"]);
      return pattern === "" || isObjectText(pattern) ? undefined : "Event pattern is not valid. Reason: it is no JSON object";
    },
    source: "EventBridge API reference, PutRule, InvalidEventPatternException",
  },
  {
    id: "events/target-of-nothing",
    types: ["aws_cloudwatch_event_target"],
    on: ["create"],
    code: "ResourceNotFoundException",
    refuses: (asked) =>
      ownOf(asked, "aws_cloudwatch_event_rule").some((one) => one["name"] === asked.wanted["rule"])
        ? undefined
        : `Rule ${textOf(asked.wanted["rule"])} does not exist`,
    source: "EventBridge API reference, PutTargets, ResourceNotFoundException",
  },
  {
    id: "sns/subscription-to-nothing",
    types: ["aws_sns_topic_subscription"],
    on: ["create"],
    code: "NotFound",
    refuses: (asked) => {
      const topic = textOf(asked.wanted["topic_arn"]);
      return isOwnArn(topic, asked) && having(asked.world, "aws_sns_topic", "arn", topic).length === 0
        ? "Topic does not exist"
        : undefined;
    },
    source: "SNS API reference, Subscribe, NotFound",
  },
];

const policyBeside = (asked: Asked, key: string): boolean => {
  const beside = ownOf(asked, "aws_kms_key_policy").find((one) => textOf(one["key_id"]).endsWith(key));
  return beside !== undefined && letsCloudTrail(textOf(beside["policy"]), "kms:GenerateDataKey");
};

/** Source: CloudWatch Logs API reference, PutRetentionPolicy, retentionInDays; 0 of the provider: for ever. */
const RETENTIONS: ReadonlySet<number> = new Set([
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

function isObjectText(text: string): boolean {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === "object" && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
}
