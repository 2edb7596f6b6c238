import { textOf } from "../../schema/value";
import type { Asked, RefusalRow } from "../row";
import { settingOf } from "./buckets";
import { isWrong, listed, principalsOf, type Statement, statementsOf, wrongStatement } from "./documents";

/** Where a type keeps a document, and what kind it is. */
const IDENTITY = {
  aws_iam_policy: "policy",
  aws_iam_role_policy: "policy",
  aws_iam_user_policy: "policy",
  aws_iam_group_policy: "policy",
} as const;
const TRUST = { aws_iam_role: "assume_role_policy" } as const;
const RESOURCE = {
  aws_s3_bucket_policy: "policy",
  aws_kms_key: "policy",
  aws_kms_key_policy: "policy",
  aws_sns_topic_policy: "policy",
  aws_sqs_queue_policy: "policy",
  aws_secretsmanager_secret_policy: "policy",
} as const;
const CONTROL = { aws_organizations_policy: "content" } as const;

type Places = Readonly<Record<string, string>>;

const documentIn = (places: Places, { type, wanted }: Asked) => textOf(wanted[places[type] ?? ""]);

/** What is wrong with a document: its form, a statement, or what this kind of policy asks for besides. */
function wrong(
  places: Places,
  asked: Asked,
  more: (statement: Statement, asked: Asked) => string | undefined,
): string | undefined {
  const text = documentIn(places, asked);
  if (text === "") return undefined;
  const statements = statementsOf(text);
  if (isWrong(statements)) return statements.wrong;
  for (const statement of statements) {
    const reason = wrongStatement(statement) ?? more(statement, asked);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const inIdentity = (statement: Statement) => {
  if ("Principal" in statement || "NotPrincipal" in statement) return "a policy of an identity names no Principal";
  return "Resource" in statement || "NotResource" in statement ? undefined : "a statement has no Resource";
};

const inTrust = (statement: Statement) => {
  if ("NotPrincipal" in statement) return "a trust policy takes no NotPrincipal";
  if ("Resource" in statement || "NotResource" in statement)
    return "a trust policy has no Resource: Has prohibited field Resource";
  return principalsOf(statement).length > 0 ? undefined : "a trust policy names a Principal";
};

const inResource = (statement: Statement, { type }: Asked) => {
  if (!("Principal" in statement || "NotPrincipal" in statement)) return "Missing required field Principal";
  const needsResource = type !== "aws_kms_key" && type !== "aws_kms_key_policy";
  return needsResource && !("Resource" in statement || "NotResource" in statement)
    ? "Missing required field Resource"
    : undefined;
};

/** Characters that count: IAM leaves white space out, and JSON in a text keeps none that matters. */
const counted = (text: string) => text.replace(/\s/g, "").length;

const tooLong = (places: Places, limit: number) => (asked: Asked) => {
  const length = counted(documentIn(places, asked));
  return length > limit ? `Cannot exceed quota for PolicySize: ${limit}, found ${length}` : undefined;
};

const isOpenToAll = (statement: Statement) =>
  statement["Effect"] === "Allow" &&
  !("Condition" in statement) &&
  principalsOf(statement).some(([kind, name]) => kind === "AWS" && name === "*");

/** Sources: IAM User Guide, IAM JSON policy reference and quotas; API references of each service. */
export const POLICIES: readonly RefusalRow[] = [
  {
    id: "iam/identity-policy",
    types: Object.keys(IDENTITY),
    code: "MalformedPolicyDocument",
    refuses: (asked) => wrong(IDENTITY, asked, inIdentity),
    source: "IAM User Guide, Grammar of the IAM JSON policy language",
  },
  {
    id: "iam/trust-policy",
    types: Object.keys(TRUST),
    code: "MalformedPolicyDocument",
    refuses: (asked) => wrong(TRUST, asked, inTrust),
    source: "IAM User Guide, Grammar of the IAM JSON policy language; AWS JSON policy elements: Principal",
  },
  {
    id: "iam/document-characters",
    types: [...Object.keys(IDENTITY), ...Object.keys(TRUST)],
    code: "MalformedPolicyDocument",
    refuses: (asked) =>
      /[^\t\n\r\u0020-\u00ff]/.test(documentIn({ ...IDENTITY, ...TRUST }, asked))
        ? "the document holds characters that IAM doesn't take"
        : undefined,
    source: "IAM API reference, PutRolePolicy, PolicyDocument, Pattern",
  },
  {
    id: "iam/managed-policy-size",
    types: ["aws_iam_policy"],
    code: "LimitExceeded",
    refuses: tooLong(IDENTITY, 6144),
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "iam/inline-policy-size",
    types: ["aws_iam_role_policy"],
    code: "LimitExceeded",
    refuses: tooLong(IDENTITY, 10_240),
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "iam/inline-user-policy-size",
    types: ["aws_iam_user_policy"],
    code: "LimitExceeded",
    refuses: tooLong(IDENTITY, 2048),
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "iam/inline-group-policy-size",
    types: ["aws_iam_group_policy"],
    code: "LimitExceeded",
    refuses: tooLong(IDENTITY, 5120),
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "iam/trust-policy-size",
    types: Object.keys(TRUST),
    code: "LimitExceeded",
    refuses: tooLong(TRUST, 4096),
    source: "IAM User Guide, IAM and AWS STS quotas",
  },
  {
    id: "s3/bucket-policy",
    types: ["aws_s3_bucket_policy"],
    code: "MalformedPolicy",
    refuses: (asked) => wrong(RESOURCE, asked, inResource),
    source: "S3 API reference, Error responses, MalformedPolicy",
  },
  {
    id: "s3/bucket-policy-of-another",
    types: ["aws_s3_bucket_policy"],
    code: "MalformedPolicy",
    refuses: ({ wanted }) => {
      const statements = statementsOf(textOf(wanted["policy"]));
      const bucket = textOf(wanted["bucket"]);
      const named = isWrong(statements) ? [] : statements.flatMap((one) => listed(one["Resource"]));
      const other = named.find((arn) => arn !== "*" && !new RegExp(`^arn:[^:]*:s3:::${escaped(bucket)}(/.*)?$`).test(arn));
      return other && `Policy has invalid resource: "${other}" is not of bucket "${bucket}"`;
    },
    source: "S3 User Guide, Bucket policies for Amazon S3, Resources",
  },
  {
    id: "s3/bucket-policy-size",
    types: ["aws_s3_bucket_policy"],
    code: "MalformedPolicy",
    refuses: ({ wanted }) =>
      Buffer.byteLength(textOf(wanted["policy"])) > 20_480
        ? "Policy exceeds the maximum allowed document size of 20 KB"
        : undefined,
    source: "S3 User Guide, Bucket policies for Amazon S3",
  },
  {
    id: "s3/public-policy-blocked",
    types: ["aws_s3_bucket_policy"],
    code: "AccessDenied",
    refuses: ({ wanted, world }) => {
      const statements = statementsOf(textOf(wanted["policy"]));
      const block = settingOf(world, "aws_s3_bucket_public_access_block", textOf(wanted["bucket"]));
      return block?.["block_public_policy"] === true && !isWrong(statements) && statements.some(isOpenToAll)
        ? "public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access"
        : undefined;
    },
    source: "S3 User Guide, Blocking public access to your Amazon S3 storage",
  },
  {
    id: "kms/key-policy",
    types: ["aws_kms_key", "aws_kms_key_policy"],
    code: "MalformedPolicyDocumentException",
    refuses: (asked) => wrong(RESOURCE, asked, inResource),
    source: "KMS Developer Guide, Key policies in AWS KMS",
  },
  {
    id: "kms/lockout",
    types: ["aws_kms_key", "aws_kms_key_policy"],
    code: "MalformedPolicyDocumentException",
    refuses: ({ wanted, scope }) => {
      const statements = statementsOf(textOf(wanted["policy"]));
      if (wanted["bypass_policy_lockout_safety_check"] === true || isWrong(statements)) return undefined;
      return statements.some((one) => letsCallerChangeThePolicy(one, String(scope["account"])))
        ? undefined
        : "The new key policy will not allow you to update the key policy in the future.";
    },
    source: "KMS API reference, PutKeyPolicy, BypassPolicyLockoutSafetyCheck",
  },
  {
    id: "kms/key-policy-size",
    types: ["aws_kms_key", "aws_kms_key_policy"],
    code: "LimitExceededException",
    refuses: ({ wanted }) =>
      Buffer.byteLength(textOf(wanted["policy"])) > 32_768 ? "a key policy document has 32 KB at most" : undefined,
    source: "KMS Developer Guide, Quotas, Key policy document size",
  },
  {
    id: "secretsmanager/public-policy",
    types: ["aws_secretsmanager_secret_policy"],
    code: "PublicPolicyException",
    refuses: ({ wanted }) => {
      const statements = statementsOf(textOf(wanted["policy"]));
      return wanted["block_public_policy"] === true && !isWrong(statements) && statements.some(isOpenToAll)
        ? "the policy lets everybody in, and BlockPublicPolicy is set"
        : undefined;
    },
    source: "Secrets Manager API reference, PutResourcePolicy, BlockPublicPolicy",
  },
  {
    id: "organizations/control-policy",
    types: Object.keys(CONTROL),
    code: "MalformedPolicyDocumentException",
    refuses: (asked) => (isControl(asked) ? wrong(CONTROL, asked, inControl) : undefined),
    source: "Organizations User Guide, SCP syntax; RCP syntax",
  },
  {
    id: "organizations/policy-size",
    types: Object.keys(CONTROL),
    code: "ConstraintViolationException",
    refuses: (asked) => {
      const { length } = documentIn(CONTROL, asked);
      return isControl(asked) && length > 5120 ? `a control policy has 5,120 characters at most, found ${length}` : undefined;
    },
    source: "Organizations User Guide, Quotas for AWS Organizations",
  },
];

const kindOfControl = ({ wanted }: Asked) => textOf(wanted["type"]) || "SERVICE_CONTROL_POLICY";
const isControl = (asked: Asked) => ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"].includes(kindOfControl(asked));

function inControl(statement: Statement, asked: Asked): string | undefined {
  if (kindOfControl(asked) === "SERVICE_CONTROL_POLICY")
    return "Principal" in statement || "NotPrincipal" in statement ? "a service control policy names no Principal" : undefined;
  if (statement["Effect"] !== "Deny") return "a resource control policy only denies";
  if ("NotAction" in statement) return "a resource control policy takes no NotAction";
  if (listed(statement["Action"]).includes("*")) return 'a resource control policy names services: "*" alone is none';
  return statement["Principal"] === "*" ? undefined : 'the Principal of a resource control policy is "*"';
}

/** Whether somebody of the key's own account may still change its policy. */
function letsCallerChangeThePolicy(statement: Statement, account: string): boolean {
  const actions = listed(statement["Action"]);
  const covers = actions.some((one) => new RegExp(`^${one.split("*").map(escaped).join(".*")}$`, "i").test("kms:PutKeyPolicy"));
  return (
    statement["Effect"] === "Allow" &&
    covers &&
    principalsOf(statement).some(
      ([kind, name]) => kind === "AWS" && (name === "*" || name === account || name.includes(`::${account}:`)),
    )
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
