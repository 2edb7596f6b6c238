import type { Facts } from "./statement";

/** A request that the general chain of policies doesn't decide, or not as far as it is modelled here. */
export interface Exception {
  readonly id: string;
  readonly decision: "allowed" | "denied" | "undecided";
  /** Whether it comes before every policy, gives way to an explicit deny, or only questions what policies allow. */
  readonly speaks: "first" | "unless-denied" | "if-allowed";
  readonly applies: (facts: Facts) => boolean;
  /** For an undecided one, in words that follow "without knowing". */
  readonly says: string;
  /** Page of the AWS documentation. */
  readonly source: string;
}

export const EXCEPTIONS = [
  {
    id: "sts/get-caller-identity",
    decision: "allowed",
    speaks: "first",
    applies: ({ caller, target }) => caller.principal.kind !== "anonymous" && isAction("sts", "getcalleridentity")({ target }),
    says: "everybody may ask for their own identity, also where a policy denies it",
    source: "STS API reference, GetCallerIdentity",
  },
  {
    id: "sts/root-assumes-role",
    decision: "denied",
    speaks: "unless-denied",
    applies: ({ caller, target }) => caller.principal.kind === "root" && isAction("sts", "assumerole")({ target }),
    says: "the root user can't assume a role",
    source: "STS API reference, AssumeRole",
  },
  {
    id: "sts/session-token",
    decision: "undecided",
    speaks: "unless-denied",
    applies: isAction("sts", "getsessiontoken"),
    says: "how `sts:GetSessionToken` is authorized, which no policy controls",
    source: "STS API reference, GetSessionToken",
  },
  {
    id: "sts/assume-root",
    decision: "undecided",
    speaks: "unless-denied",
    applies: isAction("sts", "assumeroot"),
    says: "whether root sessions are switched on for the member account of `sts:AssumeRoot`",
    source: "IAM User Guide, Perform a privileged task on an AWS Organizations member account",
  },
  {
    id: "kms/unsigned",
    decision: "denied",
    speaks: "unless-denied",
    applies: ({ caller, target }) => caller.principal.kind === "anonymous" && target.service === "kms",
    says: "KMS takes no request without a signature",
    source: "KMS API reference, Welcome, Signing Requests",
  },
  {
    id: "unsigned",
    decision: "undecided",
    speaks: "if-allowed",
    applies: ({ caller, target }) => caller.principal.kind === "anonymous" && !TAKES_UNSIGNED.has(target.service),
    says: "whether the service takes requests without a signature",
    source: "IAM User Guide, Policy evaluation logic, Authentication",
  },
  {
    id: "s3/access-point",
    decision: "undecided",
    speaks: "unless-denied",
    applies: ({ target }) =>
      /^arn:[^:]*:(s3|s3-object-lambda|s3-outposts):[^:]*:[^:]*:(accesspoint|outpost)[/:]/.test(target.arn),
    says: "how the policies of an access point and of its bucket combine",
    source: "S3 User Guide, Configuring IAM policies for using access points",
  },
  {
    id: "s3express",
    decision: "undecided",
    speaks: "unless-denied",
    applies: ({ target }) => target.service === "s3express",
    says: "how directory buckets authorize a session",
    source: "S3 User Guide, Authorizing Regional and Zonal endpoint API operations",
  },
  {
    id: "organizations/delegated",
    decision: "undecided",
    speaks: "unless-denied",
    applies: ({ caller, target }) => target.service === "organizations" && caller.account !== target.account,
    says: "which accounts are delegated administrators of the organization",
    source: "Organizations User Guide, Delegated administrator for AWS Organizations",
  },
  {
    id: "lakeformation",
    decision: "undecided",
    speaks: "if-allowed",
    applies: ({ target }) => target.service === "lakeformation" || target.service === "glue" || target.service === "athena",
    says: "the permissions that Lake Formation keeps beside IAM",
    source: "Lake Formation Developer Guide, Overview of Lake Formation permissions",
  },
  {
    id: "execute-api",
    decision: "undecided",
    speaks: "unless-denied",
    applies: ({ target }) => target.service === "execute-api",
    says: "the authorizer of the API, which combines with its policy",
    source: "API Gateway Developer Guide, How API Gateway resource policies affect authorization workflow",
  },
  {
    id: "shared-resource",
    decision: "undecided",
    speaks: "unless-denied",
    applies: ({ caller, target }) =>
      caller.account !== undefined && caller.account !== target.account && !target.policy && !SELF_CONTAINED.has(target.service),
    says: "whether the resource is shared with the other account by other means than a policy",
    source: "AWS RAM User Guide, Shareable AWS resources",
  },
] as const satisfies readonly Exception[];

/** Services whose resources are opened to other accounts by a policy or a grant alone. */
const SELF_CONTAINED: ReadonlySet<string> = new Set([
  "s3",
  "kms",
  "iam",
  "sts",
  "secretsmanager",
  "datasync",
  "cloudtrail",
  "sqs",
  "sns",
]);

/** "A few services, such as Amazon S3, allow some requests from anonymous users." */
const TAKES_UNSIGNED: ReadonlySet<string> = new Set(["s3", "sqs", "sns"]);

function isAction(service: string, operation: string): (facts: Pick<Facts, "target">) => boolean {
  return ({ target }) => target.service === service && target.operation === operation;
}

/** The first row that speaks about the request. */
export function exceptionOf(facts: Facts): Exception | undefined {
  return EXCEPTIONS.find(({ applies }) => applies(facts));
}
