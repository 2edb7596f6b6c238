import { quote } from "../../quote";
import { accountOf, type Caller, membershipOf } from "./caller";
import type { AttachedPolicy, AwsEstate, AwsResource, IamRole, Maybe, Membership } from "./estate";
import type { AwsRequest } from "./request";

/** The request's resource, with what the estate tells about it. */
export interface Target {
  readonly arn: string;
  /** The action's service, in lower case. */
  readonly service: string;
  /** As the request spells it, without the service, in lower case. */
  readonly operation: string;
  readonly account: Maybe<string>;
  /** Whether resource control policies could bind it, and which. */
  readonly membership: Maybe<Membership | "none">;
  readonly resource?: AwsResource;
  /** The role that is to be assumed. */
  readonly role?: IamRole;
  /** Its resource policy: left out where it has none. */
  readonly policy?: Maybe<AttachedPolicy>;
}

export function targetOf(estate: AwsEstate, request: AwsRequest, caller: Caller): Target {
  const arn = request.resource;
  const [service = "", operation = ""] = request.action.toLowerCase().split(":", 2);
  const resource = estate.resources.find((candidate) => candidate.arn === wholeOf(arn));
  const role =
    service === "sts" ? estate.principals.find((it): it is IamRole => it.kind === "role" && it.arn === arn) : undefined;
  const account = ownerOf(request, resource, caller);
  const policy = policyOf(service, arn, resource, role);
  return {
    arn,
    service,
    operation,
    account,
    membership: typeof account === "string" ? membershipOf(estate, account) : account,
    ...(resource ? { resource } : {}),
    ...(role ? { role } : {}),
    ...(policy ? { policy } : {}),
  };
}

/** A bucket's policy speaks for its objects, and a table's for its indexes ("Using resource-based policies for DynamoDB"). */
function wholeOf(arn: string): string {
  return /^arn:[^:]*:(s3:::[^/]+|dynamodb:[^/]+\/[^/]+(?=\/index\/))/.exec(arn)?.[0] ?? arn;
}

function ownerOf(request: AwsRequest, resource: AwsResource | undefined, caller: Caller): Maybe<string> {
  if (resource) return resource.account;
  const named = [...request.context].find(([key]) => key.toLowerCase() === "aws:resourceaccount")?.[1][0];
  const owner = named ?? accountOf(request.resource) ?? (request.resource === "*" ? caller.account : undefined);
  return owner ?? { unknown: `the account that owns ${quote(request.resource)}, which isn't part of the input` };
}

/** Of a resource that isn't listed, the policy isn't known where its service has policies on resources at all. */
function policyOf(
  service: string,
  arn: string,
  resource: AwsResource | undefined,
  role: IamRole | undefined,
): Maybe<AttachedPolicy> | undefined {
  if (resource) return resource.policy;
  if (role) return role.trust;
  return mayHavePolicy(service, arn) ? { unknown: `the policy of ${quote(arn)}, which isn't part of the input` } : undefined;
}

/** Which resources of a service can have a policy of their own; of a service that isn't listed, all of them. */
const RESOURCES_WITH_POLICIES: ReadonlyMap<string, RegExp | "none"> = new Map<string, RegExp | "none">([
  // The trust policy of a role speaks for `sts` alone ("AWS services that work with IAM", IAM User Guide).
  ["iam", "none"],
  ["datasync", "none"],
  ["rds", "none"],
  // Of EC2 endpoints alone ("AWS services that work with IAM"); a vault's policy speaks for its recovery points.
  ["ec2", /:vpc-endpoint\//],
  ["backup", /:backup-vault:/],
  ["elasticfilesystem", /:file-system\//],
  // What the delegation policy gives to other accounts is an exception of its own.
  ["organizations", "none"],
  // An alias is ruled by identity policies alone ("Controlling access to aliases", KMS Developer Guide).
  ["kms", /:key\//],
  // "AWS CloudTrail resource-based policy examples", CloudTrail User Guide.
  ["cloudtrail", /:(eventdatastore|channel|dashboard)\//],
  ["sts", /:role\//],
]);

function mayHavePolicy(service: string, arn: string): boolean {
  if (arn === "*") return false;
  const resources = RESOURCES_WITH_POLICIES.get(service);
  return resources === undefined || (resources !== "none" && resources.test(arn));
}
