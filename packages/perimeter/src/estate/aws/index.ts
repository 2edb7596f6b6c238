import type { Resource, Unread } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf } from "../../input/names";
import type { Account, AwsEstate, AwsResource, PublicAccessBlock } from "../../simulate/aws/estate";
import type { AwsRequest, RequestPrincipal } from "../../simulate/aws/request";
import { argument, isTrue } from "../arguments";
import type { Links } from "../links";
import type { Maybe } from "../maybe";
import { arnOf } from "../stand-in";
import { identitiesIn } from "./identities";
import { type DeclaredOrganization, managementAccountOf, membershipsIn } from "./organization";
import { endpointsIn, resourcesIn } from "./resources";

/** What resources of AWS can't say by themselves. */
export interface AwsOptions {
  readonly organization?: DeclaredOrganization;
}

/** Everything of AWS that the resources say. */
export function awsEstate(
  resources: readonly Resource[],
  unread: readonly Unread[],
  links: Links,
  { organization }: AwsOptions = {},
): AwsEstate {
  const own = resources.filter(({ type }) => type.startsWith("aws_"));
  const memberships = membershipsIn(own, links, organization);
  const made = resourcesIn(own, links);
  const managementAccount = managementAccountOf(own, organization);
  const elsewhere = unread.map(({ address, reason }) => ({ unknown: `what "${address}" holds (${reason})` }))[0];
  return {
    accounts: [...new Set(own.map(({ provider }) => knownText(accountOf(provider)) ?? ""))].map((id): Account => {
      const block = accountBlock(id, own);
      return { id, organization: memberships(id), ...(block ? { publicAccessBlock: block } : {}) };
    }),
    ...identitiesIn(own, unread, links),
    // What can't be read may hold the policy of a resource that seems to have none.
    resources: elsewhere
      ? made.map((resource): AwsResource => (resource.policy ? resource : { ...resource, policy: elsewhere }))
      : made,
    endpoints: endpointsIn(own, links),
    ...(managementAccount === undefined ? {} : { managementAccount }),
  };
}

function accountBlock(id: string, resources: readonly Resource[]): Maybe<PublicAccessBlock> | undefined {
  const block = resources.find(
    (one) =>
      one.type === "aws_s3_account_public_access_block" &&
      (argument(one, "account_id") ?? accountOf(one.provider)) !== undefined &&
      accountIn(one) === id,
  );
  const value = block && argument(block, "restrict_public_buckets");
  if (!block) return undefined;
  return value?.kind === "unknown" ? { unknown: `what "${block.address}" blocks` } : { restrictPublicBuckets: isTrue(value) };
}

const accountIn = (one: Resource) =>
  knownText(argument(one, "account_id") ?? accountOf(one.provider)) ?? knownText(accountOf(one.provider));

/** Who acts where an address is the principal. */
export function awsPrincipal(resource: Resource): RequestPrincipal | undefined {
  if (resource.type === "aws_iam_role") return { kind: "session", role: arnOf(resource), policies: [] };
  return resource.type === "aws_iam_user" ? { kind: "user", arn: arnOf(resource) } : undefined;
}

/** What an address fills in as the target of a request. The evaluator itself knows the resource's account and tags. */
export function awsTarget(resource: Resource): Pick<AwsRequest, "resource" | "context"> | undefined {
  return resource.type.startsWith("aws_") ? { resource: arnOf(resource), context: new Map() } : undefined;
}
