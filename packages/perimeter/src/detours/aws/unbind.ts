import type { PolicyKind, PolicyStatement } from "../../aws/policy/syntax";
import type { AwsActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { accountOfActor, EVERYTHING, entityArn } from "../../estate/aws/actors";
import { arnOf } from "../../estate/stand-in";
import { undenied, withoutControls } from "../../estate/weakened";
import { type AttachedPolicy, type AwsEstate, type AwsResource, type IamPrincipal, isUnknown } from "../../simulate/aws/estate";
import { keyTargets } from "./places";
import type { Unbinding } from "./row";

/** The estate after an actor has taken something out of its way to an asset. */
export function unboundEstate(
  aws: AwsEstate,
  actor: AwsActor,
  asset: Asset,
  what: ReadonlySet<Unbinding>,
  secrets: readonly string[],
): AwsEstate {
  const keys = keyTargets(asset, aws);
  const owner = arnOf(asset.resource);
  const opened = new Set([
    ...(what.has("secret-policy") ? secrets : []),
    ...(what.has("resource-policy") ? [arnOf(asset.resource)] : []),
    ...(what.has("key-policy") && Array.isArray(keys) ? (keys as readonly string[]) : []),
  ]);
  const own = entityArn(actor);
  const account = aws.resources.find(({ arn }) => arn === owner)?.account;
  const accounts = new Set([accountOfActor(actor), typeof account === "string" ? account : undefined]);
  return {
    ...aws,
    resources: aws.resources.map((one) => {
      if (opened.has(one.arn)) return openedResource(one);
      return what.has("access-point") && one.arn === owner ? openedByAccessPoint(one) : one;
    }),
    principals: aws.principals.map((one) => (one.arn === own ? unboundPrincipal(one, what) : one)),
    accounts: what.has("organization")
      ? aws.accounts.map((one) => (accounts.has(one.id) ? withoutControls(one) : one))
      : aws.accounts,
  };
}

/** The estate after somebody has given a role any right. */
export function withEverything(aws: AwsEstate, actor: AwsActor): AwsEstate {
  const own = entityArn(actor);
  const principals = aws.principals.map((one) => (one.arn === own ? unboundPrincipal(one, new Set(["identity"])) : one));
  return { ...aws, principals };
}

/** A resource whose own policy lets everybody do everything. */
function openedResource(resource: AwsResource): AwsResource {
  const policy = openPolicy(resource.kind === "bucket" ? "bucket" : resource.kind === "key" ? "key" : "resource");
  if (resource.kind !== "bucket") return { ...resource, policy };
  const { accessControlLists: _, publicAccessBlock: __, ...rest } = resource;
  return { ...rest, policy };
}

/** What a bucket leaves to its access points they may allow; what its own policy denies stays denied. */
function openedByAccessPoint(bucket: AwsResource): AwsResource {
  const { policy } = bucket;
  if (!policy || isUnknown(policy) || !policy.document.statements.some(leavesToAccessPoints)) return bucket;
  const { statements } = openPolicy("bucket").document;
  return {
    ...bucket,
    policy: { ...policy, document: { ...policy.document, statements: [...policy.document.statements, ...statements] } },
  };
}

/** "Delegating access control to access points". */
const leavesToAccessPoints = ({ effect, conditions }: PolicyStatement): boolean =>
  effect === "Allow" && conditions.some(({ key }) => /^s3:dataaccesspoint(arn|account)$/i.test(key));

function openPolicy(kind: PolicyKind): AttachedPolicy {
  const [statement] = EVERYTHING.document.statements;
  if (!statement) return EVERYTHING;
  const principal = { path: "Statement[0].Principal", negated: false, items: [{ kind: "everyone" as const }] };
  return {
    address: "a policy of their own",
    document: { ...EVERYTHING.document, kind, statements: [{ ...statement, principal }] },
  };
}

function unboundPrincipal(entity: IamPrincipal, what: ReadonlySet<Unbinding>): IamPrincipal {
  const kept = what.has("identity-denials") ? entity.policies.map(undenied) : entity.policies;
  const policies = what.has("identity") ? [...kept, EVERYTHING] : kept;
  if (!what.has("boundary")) return { ...entity, policies };
  const { boundary: _, ...rest } = entity;
  return { ...rest, policies };
}
