import { awsWays, type Ways } from "../../../detours";
import type { Asset } from "../../../estate/asset";
import { EVERYTHING } from "../../../estate/aws/actors";
import type { Estate } from "../../../estate/estate";
import { AWS_REGIONS } from "../../../estate/regions";
import type { Resource } from "../../../input";
import { fields, literal } from "../../../input/value";
import { type AttachedPolicy, type Bucket, isUnknown } from "../../../simulate/aws/estate";
import type { Facts } from "../../facts";
import { judgementOf } from "../boundary";

/** A bucket that isn't there: somebody could make it, or has made it in an account of their own. */
export interface ImaginedBucket {
  readonly asset: Asset;
  readonly region: string;
  /** The account that would make it; left out: it is a stranger's, and open to everybody. */
  readonly account?: string;
}

const STRANGER = ["999999999999", "888888888888", "777777777777"];

/** Regions outside that stand for all of them: those that a document names, and one that none does. */
export function outsideAwsRegions({ estate: { aws }, declared }: Facts): readonly string[] {
  const texts = JSON.stringify([aws.accounts, aws.principals, aws.resources], (_, value) =>
    typeof value === "bigint" ? "" : value,
  );
  const outside = AWS_REGIONS.filter((region) => judgementOf({ cloud: "aws", regions: [region] }, declared).kind === "outside");
  const named = outside.filter((region) => texts.includes(region));
  return [...named, ...outside.filter((region) => !named.includes(region)).slice(0, 1)];
}

/** Buckets outside, under names that the estate's policies let somebody write to. */
export function imaginedBuckets(facts: Facts): readonly ImaginedBucket[] {
  const { aws } = facts.estate;
  const own = aws.accounts.map(({ id }) => id);
  const stranger = STRANGER.find((id) => !own.includes(id)) ?? "666666666666";
  const taken = new Set(aws.resources.map(({ arn }) => arn));
  const names = namesIn(facts.estate).filter((name) => !taken.has(`arn:aws:s3:::${name}`));
  const inside = facts.declared.sites
    .filter(({ cloud, account }) => cloud === "aws" && account !== undefined)
    .map(({ region }) => region);
  const foreignRegions = [...outsideAwsRegions(facts), ...new Set(inside)];
  return [...names].flatMap((name) => [
    ...foreignRegions.map((region) => imagined(`${name}-${region}`, region, stranger, false)),
    ...outsideAwsRegions(facts).flatMap((region) =>
      own.map((account) => imagined(`${name}-${region}-own`, region, account, true)),
    ),
  ]);
}

function imagined(name: string, region: string, account: string, isOwn: boolean): ImaginedBucket {
  const provider: Resource["provider"] = { name: "aws", region: literal(region), account: literal(account) };
  const resource: Resource = {
    stack: "",
    address: `a bucket in ${region}${isOwn ? "" : " of another account"}`,
    type: "aws_s3_bucket",
    provider,
    arguments: fields([["bucket", literal(name)]]),
    source: null,
  };
  return { asset: { store: "", resource, flows: [] }, region, ...(isOwn ? { account } : {}) };
}

/** A name for each pattern of buckets that an Allow is about, and one of no pattern. */
function namesIn({ aws }: Estate): readonly string[] {
  const policies = aws.principals.flatMap((one) => [
    ...one.policies,
    ...(one.kind === "user" && !isUnknown(one.groups) ? one.groups.flatMap((group) => group.policies) : []),
  ]);
  const patterns = policies
    .flatMap((policy) => (isUnknown(policy) ? [] : policy.document.statements))
    .flatMap(({ effect, resource }) => (effect === "Allow" ? (resource?.items ?? []) : []))
    .flatMap((item) => /^arn:[^:]*:s3:::([^/]*[*?][^/]*)/.exec(item.text)?.[1] ?? []);
  const names = patterns.map((pattern) => pattern.replace(/\*/g, "x").replace(/\?/g, "x"));
  // The end of a pattern is kept where it is more than `*`: a name ends in its region otherwise.
  return [...new Set(["outside", ...names.filter((name) => /^[a-z0-9.-]{1,40}$/.test(name))])];
}

/** The ways of an estate in which these buckets are. */
export function waysWith(buckets: readonly ImaginedBucket[], { estate, at }: Facts): Ways {
  const made = buckets.map(({ asset: { resource }, region, account }): Bucket => {
    const name = resource.arguments.entries.get("bucket");
    const arn = `arn:aws:s3:::${name?.kind === "literal" ? name.value : ""}`;
    const owner = account ?? (resource.provider.account?.kind === "literal" ? String(resource.provider.account.value) : "");
    return { kind: "bucket", arn, account: owner, tags: new Map(), region, ...(account === undefined ? { policy: OPEN } : {}) };
  });
  const accounts = new Map(estate.aws.accounts.map((one) => [one.id, one]));
  for (const { account } of made) {
    const id = String(account);
    if (!accounts.has(id)) accounts.set(id, { id, organization: "none" });
  }
  return awsWays(
    { ...estate, aws: { ...estate.aws, accounts: [...accounts.values()], resources: [...estate.aws.resources, ...made] } },
    at,
  );
}

/** A policy that lets everybody do everything. */
const OPEN: AttachedPolicy = {
  address: "a policy of their own",
  document: {
    ...EVERYTHING.document,
    kind: "bucket",
    statements: EVERYTHING.document.statements.map((one) => ({
      ...one,
      principal: { path: "Statement[0].Principal", negated: false, items: [{ kind: "everyone" as const }] },
    })),
  },
};
