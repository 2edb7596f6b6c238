import type { PolicyKind } from "../../aws/policy/syntax";
import type { Resource, Value } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf, regionOf } from "../../input/names";
import type { AttachedPolicy, AwsResource, Bucket, Key, PublicAccessBlock, VpcEndpoint } from "../../simulate/aws/estate";
import { argument, fieldsOf, isTrue, itemsOf, textArgument } from "../arguments";
import type { Links } from "../links";
import { isUnknown, type Maybe } from "../maybe";
import { arnOf, standIn, standInName } from "../stand-in";
import { documentOf } from "./documents";
import { grantsOf } from "./grants";
import { defaultKeyPolicy } from "./key-policy";
import { tagsOf } from "./tags";

/**
 * Resources that have policies of their own, the kind of policy that is, and by which of its attributes others refer to
 * the resource. Source: the AWS provider's documentation of each type.
 */
const PROTECTED: ReadonlyMap<string, { readonly kind: PolicyKind; readonly names: readonly string[] }> = new Map([
  ["aws_backup_vault", { kind: "resource", names: ["name"] }],
  ["aws_dynamodb_table", { kind: "resource", names: ["name"] }],
  ["aws_ecr_repository", { kind: "resource", names: ["name"] }],
  ["aws_efs_file_system", { kind: "resource", names: [] }],
  // Instances have no policies of their own.
  ["aws_instance", { kind: "resource", names: [] }],
  // What lets others call a function is a resource by itself, and leaves the verdict open.
  ["aws_lambda_function", { kind: "resource", names: ["function_name"] }],
  // A parameter is shared by a resource share, which leaves the verdict open.
  ["aws_ssm_parameter", { kind: "resource", names: ["name"] }],
  ["aws_kms_external_key", { kind: "key", names: [] }],
  ["aws_kms_key", { kind: "key", names: [] }],
  ["aws_kms_replica_key", { kind: "key", names: [] }],
  ["aws_s3_access_point", { kind: "access-point", names: ["name"] }],
  ["aws_s3_bucket", { kind: "bucket", names: ["bucket"] }],
  ["aws_secretsmanager_secret", { kind: "secret", names: ["name"] }],
  ["aws_sns_topic", { kind: "topic", names: ["name"] }],
  ["aws_sqs_queue", { kind: "queue", names: ["name"] }],
]);

/** Policies that are resources of their own: of which type's, and which argument names the resource. */
const POLICIES: ReadonlyMap<string, { readonly of: string; readonly target: string }> = new Map([
  ["aws_backup_vault_policy", { of: "aws_backup_vault", target: "backup_vault_name" }],
  ["aws_dynamodb_resource_policy", { of: "aws_dynamodb_table", target: "resource_arn" }],
  ["aws_ecr_repository_policy", { of: "aws_ecr_repository", target: "repository" }],
  ["aws_efs_file_system_policy", { of: "aws_efs_file_system", target: "file_system_id" }],
  ["aws_kms_key_policy", { of: "aws_kms_key", target: "key_id" }],
  ["aws_s3_bucket_policy", { of: "aws_s3_bucket", target: "bucket" }],
  ["aws_s3control_access_point_policy", { of: "aws_s3_access_point", target: "access_point_arn" }],
  ["aws_secretsmanager_secret_policy", { of: "aws_secretsmanager_secret", target: "secret_arn" }],
  ["aws_sns_topic_policy", { of: "aws_sns_topic", target: "arn" }],
  ["aws_sqs_queue_policy", { of: "aws_sqs_queue", target: "queue_url" }],
]);

/** Looks for what other resources say of one. */
export interface Parts {
  /** Those of a type whose argument names this resource, or names something that isn't known. */
  readonly of: (owner: Resource, type: string, target: string) => readonly Part[];
}

interface Part {
  readonly part: Resource;
  /** It isn't known which resource it names. */
  readonly open: boolean;
}

export function resourcesIn(resources: readonly Resource[], links: Links): readonly AwsResource[] {
  const parts = partsIn(resources, links);
  const made = resources.filter(({ type }) => PROTECTED.has(type)).map((one) => resourceOf(one, parts, links));
  return [...made, ...bucketsElsewhere(resources, links), ...othersElsewhere(resources, made, links)];
}

/** What is made elsewhere and has its policy here, named by its ARN: a secret that a person stored. */
function othersElsewhere(resources: readonly Resource[], made: readonly AwsResource[], links: Links): readonly AwsResource[] {
  const known = new Set(made.map(({ arn }) => arn));
  return resources.flatMap((part): readonly AwsResource[] => {
    const policy = POLICIES.get(part.type);
    const kind = policy && PROTECTED.get(policy.of)?.kind;
    const value = policy && argument(part, policy.target);
    if (!policy || !kind || kind === "bucket" || kind === "key") return [];
    // A state calls the policy by the ARN of what it is of.
    if (PROTECTED.has(links.resource(value)?.type ?? "")) return [];
    const arn = links.text(value);
    if (isUnknown(arn) || !/^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(arn) || known.has(arn)) return [];
    const account = arn.split(":")[4] ?? "";
    const document = documentOf(kind, argument(part, "policy"), part, links);
    return [{ kind: "other", arn, account, policy: document, tags: { unknown: `the tags of "${arn}"` } }];
  });
}

function partsIn(resources: readonly Resource[], links: Links): Parts {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources) byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  return {
    of: (owner, type, target) => {
      const names = namesOf(owner);
      return (byType.get(type) ?? []).flatMap((part): readonly Part[] => {
        const value = argument(part, target);
        if (value && links.resource(value)?.address === owner.address) return [{ part, open: false }];
        const text = links.text(value);
        if (isUnknown(text)) return [{ part, open: true }];
        return names.has(text) ? [{ part, open: false }] : [];
      });
    },
  };
}

function namesOf(owner: Resource): ReadonlySet<string> {
  const named = (PROTECTED.get(owner.type)?.names ?? []).map((name) => textArgument(owner, name));
  const ids = ["id", "key_id", "url"].map((name) => textArgument(owner, name) ?? standIn(owner, name));
  return new Set([arnOf(owner), ...ids, ...named.filter((name) => name !== undefined)]);
}

function resourceOf(resource: Resource, parts: Parts, links: Links): AwsResource {
  const kind = PROTECTED.get(resource.type)?.kind ?? "resource";
  const policy = policyOf(resource, kind, parts, links);
  const facts = {
    arn: arnOf(resource),
    account: knownText(accountOf(resource.provider)) ?? { unknown: `the account of "${resource.address}"` },
    ...(policy ? { policy } : {}),
    tags: tagsOf(resource, links),
  };
  if (kind === "bucket") return { ...facts, kind, ...bucketFacts(resource, parts, links) };
  if (kind === "key") return { ...facts, kind, grants: grantsOf(resource, parts, links) } satisfies Key;
  return { ...facts, kind: "other" };
}

/** A policy that is a resource of its own, else the argument. A resource has one policy: of several, one stays, nobody knows which. */
function policyOf(resource: Resource, kind: PolicyKind, parts: Parts, links: Links): Maybe<AttachedPolicy> | undefined {
  const found = [...POLICIES].flatMap(([type, { of, target }]) =>
    of === resource.type || (of === "aws_kms_key" && kind === "key") ? parts.of(resource, type, target) : [],
  );
  const own = argument(resource, "policy");
  const policies = [
    ...found.map(({ part, open }) =>
      open
        ? { unknown: `which resource the policy in "${part.address}" is of` }
        : documentOf(kind, argument(part, "policy"), part, links),
    ),
    ...(own ? [documentOf(kind, own, resource, links)] : []),
  ];
  const [only, another] = policies;
  if (another) return { unknown: `which of several policies of "${resource.address}" stays` };
  if (only) return only;
  if (kind === "key") return defaultKeyPolicy(resource);
  return kind === "topic" ? { unknown: `the default policy of the topic "${resource.address}"` } : undefined;
}

function bucketFacts(
  bucket: Resource,
  parts: Parts,
  links: Links,
): Pick<Bucket, "region" | "publicAccessBlock" | "key" | "accessControlLists"> {
  const region = knownText(regionOf(bucket.arguments, bucket.provider));
  const blocks = parts.of(bucket, "aws_s3_bucket_public_access_block", "bucket");
  const lists = listsOf(bucket, parts);
  return {
    ...(region === undefined ? {} : { region }),
    ...(blocks.length > 0 ? { publicAccessBlock: publicAccessBlock(blocks) } : {}),
    key: keyOf(bucket, parts, links),
    ...(lists === undefined ? {} : { accessControlLists: { unknown: lists } }),
  };
}

function publicAccessBlock(blocks: readonly Part[]): Maybe<PublicAccessBlock> {
  const [only] = blocks;
  const value = only && argument(only.part, "restrict_public_buckets");
  if (!only || only.open || blocks.length > 1 || value?.kind === "unknown")
    return { unknown: `what "${only?.part.address}" blocks` };
  return { restrictPublicBuckets: isTrue(value) };
}

/** Lists count where ownership isn't enforced; since 2023 it is, unless somebody says otherwise ("Controlling ownership of objects"). */
function listsOf(bucket: Resource, parts: Parts): string | undefined {
  const list = [bucket, ...parts.of(bucket, "aws_s3_bucket_acl", "bucket").map(({ part }) => part)].find(grantsToOthers);
  const control = parts.of(bucket, "aws_s3_bucket_ownership_controls", "bucket")[0];
  const rule = control && fieldsOf(itemsOf(argument(control.part, "rule"))?.[0]).get("object_ownership");
  if (control && !control.open && rule && knownText(rule) === "BucketOwnerEnforced") return undefined;
  if (control) return `what the access control lists of "${bucket.address}" grant`;
  return list ? `what the access control list in "${list.address}" grants` : undefined;
}

/** Whether a list may say more than that the owner may do everything, which is what a bucket begins with ("ACL overview"). */
function grantsToOthers(resource: Resource): boolean {
  const acl = argument(resource, "acl");
  if (acl) return knownText(acl) !== "private";
  const [grants, policies] = ["grant", "access_control_policy"].map((name) => itemsOf(argument(resource, name)));
  return !grants || grants.length > 1 || !grants.every(isOwners) || policies?.length !== 0;
}

/** A state shows the owner's own grant too. */
function isOwners(grant: Value): boolean {
  const [type, permissions] = [fieldsOf(grant).get("type"), itemsOf(fieldsOf(grant).get("permissions"))];
  const isFull = permissions?.length === 1 && permissions.every((one) => knownText(one) === "FULL_CONTROL");
  return type !== undefined && knownText(type) === "CanonicalUser" && isFull;
}

/** The key of new objects: the rule's, the service's own for `aws:kms` without one, and S3's own keys else. */
function keyOf(bucket: Resource, parts: Parts, links: Links): Maybe<string | "none"> {
  const found = parts.of(bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket");
  if (found.some(({ open }) => open)) return { unknown: `the key of "${bucket.address}"` };
  const inline = itemsOf(argument(bucket, "server_side_encryption_configuration"))?.[0];
  const rules = itemsOf(found[0] ? argument(found[0].part, "rule") : fieldsOf(inline).get("rule"));
  if (!rules) return { unknown: `the key of "${bucket.address}"` };
  const applied = fieldsOf(itemsOf(fieldsOf(rules[0]).get("apply_server_side_encryption_by_default"))?.[0]);
  const [algorithm, key] = [applied.get("sse_algorithm"), applied.get("kms_master_key_id")];
  if (algorithm?.kind === "unknown") return { unknown: `how "${bucket.address}" is encrypted` };
  if (!algorithm || knownText(algorithm) === "AES256") return "none";
  return key ? keyArn(key, bucket, links) : { unknown: `the id of the key that S3 has in the account of "${bucket.address}"` };
}

function keyArn(value: Value, bucket: Resource, links: Links): Maybe<string> {
  const made = links.resource(value);
  if (made && PROTECTED.get(made.type)?.kind === "key") return arnOf(made);
  const alias = made?.type === "aws_kms_alias" ? links.resource(argument(made, "target_key_id")) : undefined;
  if (alias) return arnOf(alias);
  const text = links.text(value);
  return isUnknown(text) || !text.startsWith("arn:") ? { unknown: `the key of "${bucket.address}"` } : text;
}

/** Buckets that have a policy here and are made elsewhere. */
function bucketsElsewhere(resources: readonly Resource[], links: Links): readonly Bucket[] {
  const names = new Set(resources.filter(({ type }) => type === "aws_s3_bucket").flatMap((one) => [...namesOf(one)]));
  return resources
    .filter(({ type }) => type === "aws_s3_bucket_policy")
    .flatMap((part) => {
      const name = links.text(argument(part, "bucket"));
      if (isUnknown(name) || names.has(name)) return [];
      const unknown = { unknown: `how the bucket "${name}" is set up, which no stack that was given makes` };
      return [
        {
          kind: "bucket" as const,
          arn: arnOf({ ...part, type: "aws_s3_bucket" }),
          account: knownText(accountOf(part.provider)) ?? unknown,
          policy: documentOf("bucket", argument(part, "policy"), part, links),
          tags: unknown,
          publicAccessBlock: unknown,
          key: unknown,
          accessControlLists: unknown,
        },
      ];
    });
}

export function endpointsIn(resources: readonly Resource[], links: Links): readonly VpcEndpoint[] {
  const parts = partsIn(resources, links);
  return resources
    .filter(({ type }) => type === "aws_vpc_endpoint")
    .map((endpoint) => {
      const [found] = parts.of(endpoint, "aws_vpc_endpoint_policy", "vpc_endpoint_id");
      const holder = found?.part ?? endpoint;
      const value = argument(holder, "policy");
      const id = textArgument(endpoint, "id") ?? `vpce-${standInName(endpoint)}`;
      if (found?.open) return { id, policy: { unknown: `which endpoint the policy in "${holder.address}" is of` } };
      return value ? { id, policy: documentOf("endpoint", value, holder, links) } : { id };
    });
}
