import { findAction, findResourceType } from "../../aws/catalogue/actions";
import { matchesAction } from "../../aws/policy/match";
import type { ActionPattern } from "../../aws/policy/syntax";
import type { Estate } from "../../estate";
import type { AwsActor } from "../../estate/actor";
import { argument, fieldsOf, itemsOf, textArgument } from "../../estate/arguments";
import type { Asset } from "../../estate/asset";
import { accountOfActor, entityArn } from "../../estate/aws/actors";
import { bucketFinder } from "../../estate/bucket-finder";
import { serverRegion } from "../../estate/flows";
import { isUnknown as isOpenFact } from "../../estate/maybe";
import { arnOf } from "../../estate/stand-in";
import type { Resource } from "../../input";
import { knownText } from "../../input/expression/text";
import { accountOf } from "../../input/names";
import { type AttachedPolicy, type AwsEstate, type IamPrincipal, isUnknown, type Maybe } from "../../simulate/aws/estate";
import type { AwsDetour } from "./row";

/** What a question about a row is about. */
export interface About {
  readonly asset?: Asset;
  /** The ARN of a group. */
  readonly group?: string;
  readonly principal?: AwsActor;
}

/** ARNs on which the actions of a row have to be allowed, one of them; `unknown`: which isn't known. */
export type Targets = readonly string[] | { readonly unknown: string };

export function targetsOf(
  row: AwsDetour,
  action: string,
  actor: AwsActor,
  about: About,
  estate: Estate,
  aws: AwsEstate,
): Targets {
  const { asset, principal } = about;
  switch (row.at) {
    case "asset":
      return asset ? assetTargets(asset) : [];
    case "content":
      return asset ? [`${arnOf(asset.resource)}/*`] : [];
    case "key":
      return asset ? keyTargets(asset, aws) : [];
    case "self":
      return [entityArn(actor) ?? []].flat();
    case "own-policy":
      return policiesOf(actor, estate, aws);
    case "own-group":
      return groupsOf(actor, aws);
    case "group":
      return about.group === undefined ? [] : [about.group];
    case "principal":
      return principal ? [entityArn(principal) ?? []].flat() : [];
    case "principal-policy":
      return principal ? policiesOf(principal, estate, aws) : [];
    case "provider":
      return principal ? providersOf(principal, aws) : [];
    case "any-role":
      return [`arn:aws:iam::${accountOfActor(actor) ?? ""}:role/*`];
    case "runs-as":
      return principal ? runningAs(principal, row.of ?? [], estate) : [];
    case "secret":
      return asset ? secretsOf(asset, estate, aws) : [];
    case "copying":
      return asset ? locationsOf(asset, estate).map(arnOf) : [];
    case "owner":
      return asset ? [`arn:aws:iam::${accountOfAsset(asset)}:root`] : [];
    case "same-account":
      return asset && accountOfAsset(asset) === accountOfActor(actor)
        ? ofAction(action, accountOfActor(actor) ?? "", estate)
        : [];
    case "organization":
      return asset && governs(accountOfActor(actor), asset, estate) ? ofAction(action, accountOfActor(actor) ?? "", estate) : [];
    case "account":
      return ofAction(action, accountOfActor(actor) ?? "", estate);
  }
}

const accountOfAsset = ({ resource }: Asset): string | undefined => knownText(accountOf(resource.provider));

/** What only the management account of an organization, or one that it has delegated to, can make. */
const OF_ORGANIZATIONS = /^aws_(ssoadmin|identitystore|organizations)_/;

function governs(account: string | undefined, asset: Asset, { resources }: Estate): boolean {
  if (account === undefined || account === accountOfAsset(asset)) return account !== undefined;
  return [...resources.values()].some(
    ({ type, provider }) => OF_ORGANIZATIONS.test(type) && knownText(accountOf(provider)) === account,
  );
}

/** A table has indexes, which are read as well. */
function assetTargets({ resource }: Asset): readonly string[] {
  const arn = arnOf(resource);
  return resource.type === "aws_dynamodb_table" ? [arn, `${arn}/index/*`] : [arn];
}

/** The key that encrypts an asset; none where the service has keys of its own. */
export function keyTargets({ resource }: Asset, aws: AwsEstate): Targets {
  const bucket = aws.resources.find((one) => one.kind === "bucket" && one.arn === arnOf(resource));
  if (bucket?.kind !== "bucket" || bucket.key === undefined || bucket.key === "none") return [];
  return isUnknown(bucket.key) ? bucket.key : [bucket.key];
}

export function entityOf(actor: AwsActor, aws: AwsEstate): IamPrincipal | undefined {
  const arn = entityArn(actor);
  return arn === undefined ? undefined : aws.principals.find((one) => one.arn === arn);
}

function groupsOf(actor: AwsActor, aws: AwsEstate): readonly string[] {
  const entity = entityOf(actor, aws);
  if (entity?.kind !== "user" || isUnknown(entity.groups)) return [];
  return entity.groups.map(({ name }) => `arn:aws:iam::${accountOfActor(actor) ?? ""}:group/${name}`);
}

/** Managed policies of the customer's own: AWS's can't be rewritten. */
function policiesOf(actor: AwsActor, { resources }: Estate, aws: AwsEstate): readonly string[] {
  const entity = entityOf(actor, aws);
  const groups = entity?.kind === "user" && !isUnknown(entity.groups) ? entity.groups : [];
  const policies = [...(entity?.policies ?? []), ...groups.flatMap((group) => group.policies)];
  return policies.flatMap((policy) => {
    const resource = isUnknown(policy) ? undefined : resources.get(policy.address);
    return resource?.type === "aws_iam_policy" ? [arnOf(resource)] : [];
  });
}

function providersOf(principal: AwsActor, aws: AwsEstate): readonly string[] {
  const entity = entityOf(principal, aws);
  if (entity?.kind !== "role" || isUnknown(entity.trust)) return [];
  return entity.trust.document.statements.flatMap(({ effect, principal: named }) =>
    effect === "Allow" && named && !named.negated
      ? named.items.flatMap((item) => (item.kind === "federated" && item.provider.startsWith("arn:") ? [item.provider] : []))
      : [],
  );
}

function runningAs(principal: AwsActor, types: readonly string[], { resources, links }: Estate): readonly string[] {
  const arn = entityArn(principal);
  const isRole = (value: ReturnType<typeof argument>) => {
    const made = links.resource(value);
    const text = links.text(value);
    return made?.type === "aws_iam_role" ? arnOf(made) === arn : text === arn || text === principal.principal.name;
  };
  return [...resources.values()]
    .filter((one) => types.includes(one.type))
    .filter((one) => {
      if (one.type !== "aws_instance") return isRole(argument(one, "role"));
      const profile =
        links.resource(argument(one, "iam_instance_profile")) ?? profileNamed(argument(one, "iam_instance_profile"), resources);
      return profile?.type === "aws_iam_instance_profile" && isRole(argument(profile, "role"));
    })
    .map(arnOf);
}

function profileNamed(value: ReturnType<typeof argument>, resources: Estate["resources"]): Resource | undefined {
  const name = value && (value.kind === "reference" ? undefined : knownText(value));
  const to = value?.kind === "reference" ? resources.get(value.to) : undefined;
  return (
    to ?? [...resources.values()].find((one) => one.type === "aws_iam_instance_profile" && textArgument(one, "name") === name)
  );
}

/** The locations of DataSync by which a bucket of another cloud is copied. */
function locationsOf({ resource }: Asset, { resources, links }: Estate): readonly Resource[] {
  const all = [...resources.values()];
  const buckets = bucketFinder(all, links);
  return all.filter((one) => {
    if (one.type !== "aws_datasync_location_object_storage") return false;
    const found = buckets.ofOci(argument(one, "bucket_name"), { region: serverRegion(one) });
    return !isOpenFact(found) && found.includes(resource);
  });
}

/**
 * The secrets whose value opens a bucket of another cloud: DataSync signs in with it. A location that names none has one that
 * was bound beside Terraform: it may be any that a role of DataSync's in the same account may read.
 */
export function secretsOf(asset: Asset, estate: Estate, aws: AwsEstate): readonly string[] {
  return locationsOf(asset, estate).flatMap((location) => {
    const named = ["cmk_secret_config", "custom_secret_config", "managed_secret_config"].flatMap((block) => {
      const value = fieldsOf(itemsOf(argument(location, block))?.[0]).get("secret_arn");
      const made = estate.links.resource(value);
      if (made?.type === "aws_secretsmanager_secret") return [arnOf(made)];
      const text = value && estate.links.text(value);
      return typeof text === "string" ? [text] : [];
    });
    const account = location.provider.account && knownText(location.provider.account);
    return named.length > 0 ? named : secretsReadBy("datasync.amazonaws.com", account, aws);
  });
}

/** The secrets that roles which trust a service may read, as their policies name them. */
function secretsReadBy(service: string, account: string | undefined, { principals }: AwsEstate): readonly string[] {
  return principals
    .filter((one) => account === undefined || one.arn.split(":")[4] === account)
    .filter((one) => one.kind === "role" && trusts(one.trust, service))
    .flatMap(({ policies }) => policies)
    .flatMap((policy) => (isUnknown(policy) ? [] : policy.document.statements))
    .filter(({ effect, action }) => effect === "Allow" && action?.items.some(isReadOfSecret))
    .flatMap(({ resource }) => resource?.items ?? [])
    .flatMap((item) => (item.kind === "arn" ? [item.text] : ["arn:aws:secretsmanager:*"]));
}

const isReadOfSecret = (item: ActionPattern) => matchesAction(item, "secretsmanager", "getsecretvalue");

function trusts(trust: Maybe<AttachedPolicy>, service: string): boolean {
  if (isUnknown(trust)) return true;
  return trust.document.statements.some(
    ({ effect, principal }) =>
      effect === "Allow" && principal?.items.some((item) => item.kind === "service" && item.name === service),
  );
}

/** The forms of what an action makes or changes, in an account and in the regions of an estate; `*` where it has none. */
function ofAction(action: string, account: string, estate: Estate): readonly string[] {
  const regions = regionsOf(account, estate);
  const [service = "", name = ""] = action.split(":");
  const types = findAction(service, name)?.resourceTypes ?? [];
  const forms = types.flatMap(({ name: type }) => {
    const template = findResourceType(service, type)?.arn;
    return template === undefined ? [] : regions.map((region) => openForm(template, region, account));
  });
  return [...new Set([...forms, "*"])];
}

/** The regions in which an account has something: where its policies let somebody make more of it. */
function regionsOf(account: string, estate: Estate): readonly string[] {
  const known = REGIONS.get(estate) ?? new Map<string, readonly string[]>();
  REGIONS.set(estate, known);
  const found = known.get(account) ?? regionsIn(account, estate);
  known.set(account, found);
  return found;
}

const REGIONS = new WeakMap<Estate, Map<string, readonly string[]>>();

function regionsIn(account: string, { resources }: Estate): readonly string[] {
  const own = [...resources.values()].filter(({ provider }) => provider.account && knownText(provider.account) === account);
  const regions = new Set(own.flatMap(({ provider }) => (provider.region && knownText(provider.region)) ?? []));
  return regions.size > 0 ? [...regions] : ["us-east-1"];
}

/** Up to its first name, which is open. */
function openForm(template: string, region: string, account: string): string {
  const filled = template.replace("${Partition}", "aws").replace("${Region}", region).replace("${Account}", account);
  const at = filled.indexOf("${");
  return at < 0 ? filled : `${filled.slice(0, at)}*`;
}
