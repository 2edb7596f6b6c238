import type { Estate } from "../../estate";
import type { Actor, AwsActor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { accountOfActor, awsActors, entityArn } from "../../estate/aws/actors";
import { arnOf } from "../../estate/stand-in";
import type { Possibility } from "../../possibility";
import type { AwsRequest } from "../../simulate/aws/request";
import { both, type Held, lazyMap, oneOf, together } from "../held";
import type { Way, Ways } from "../ways";
import { type AwsHolding, awsHolding, type Context, NO_CONTEXT, type Open } from "./holding";
import { type About, keyTargets, secretsOf, targetsOf } from "./places";
import type { AwsDetour, AwsPlace, Unbinding } from "./row";
import { AWS_DETOURS, AWS_KEY_USE, AWS_LISTS, AWS_READS } from "./rows";
import { unboundEstate, withEverything } from "./unbind";

/** The ways of AWS, as the policies of an estate open them. */
export function awsWays(estate: Estate, at: Date): Ways {
  const { actors, estate: aws } = awsActors(estate.aws, [...estate.resources.values()]);
  const own = estate.aws.accounts.map(({ id }) => id);
  const holding = awsHolding(aws, own, at);
  const holdingOf = (changed: typeof aws, unbound: Open = {}) => awsHolding(changed, own, at, unbound);

  const open = (actor: AwsActor, rows: readonly AwsDetour[], about: About, within = holding): readonly Way[] =>
    rows.flatMap((row) => {
      const held = holds(row, actor, about, within);
      return held.kind === "never" ? [] : [{ row, held }];
    });

  /** Whether an actor may do all that a row asks for. */
  function holds(row: AwsDetour, actor: AwsActor, about: About, within: AwsHolding): Held {
    return oneOf(
      lazyMap(row.needs, (actions) =>
        together(
          (function* () {
            yield* lazyMap(actions, (action) => onTargets(row, action, actor, about, within));
            yield* passing(row, actor, about, within);
          })(),
        ),
      ),
    );
  }

  function onTargets(row: AwsDetour, action: string, actor: AwsActor, about: About, within: AwsHolding): Possibility<AwsRequest> {
    if (OF_ACCOUNTS.has(row.at) && (isOutsider(actor) || !within.holds(actor, action))) return { kind: "never" };
    const targets = targetsOf(row, action, actor, about, estate, within.aws);
    if ("unknown" in targets) return { kind: "undecided", reasons: [targets.unknown] };
    const contexts = contextsOf(actor, action).map((context) => (row.context ? new Map([...context, ...row.context]) : context));
    return firstOf(
      (function* () {
        for (const target of targets) for (const context of contexts) yield within.ask(actor, action, target, context);
      })(),
    );
  }

  /** To hand a role to a service takes a right on the role, and that the role trusts the service. */
  function passing(
    { passes, trusts }: AwsDetour,
    actor: AwsActor,
    { principal }: About,
    within: AwsHolding,
  ): readonly Possibility<AwsRequest>[] {
    const role = principal && entityArn(principal);
    const named = passes ?? trusts;
    if (named === undefined || !principal || role === undefined) return [];
    if (accountOfActor(actor) !== accountOfActor(principal)) return [{ kind: "never" }];
    const service: AwsActor = {
      cloud: "aws",
      principal: { cloud: "aws", kind: "account", name: named },
      acts: { kind: "service", name: named },
    };
    const federated: AwsActor = { ...service, acts: { kind: "web-identity", provider: named } };
    const trusted = FEDERATED.has(named)
      ? within.ask(federated, "sts:AssumeRoleWithWebIdentity", role)
      : within.ask(service, "sts:AssumeRole", role);
    if (passes === undefined) return [trusted];
    return [within.ask(actor, "iam:PassRole", role, new Map([["iam:PassedToService", [passes]]])), trusted];
  }

  function reads(actor: AwsActor, asset: Asset, within = holding): readonly Way[] {
    return forAsset(AWS_READS, asset).flatMap((row): readonly Way[] => {
      const content = holds(row, actor, { asset }, within);
      if (content.kind === "never") return [];
      const held = both(content, decrypts(actor, asset, within));
      return held.kind === "never" ? [] : [{ row, held }];
    });
  }

  /** S3 decrypts for whoever reads, with the caller's own right to the key. */
  function decrypts(actor: AwsActor, asset: Asset, { ask, aws: known }: AwsHolding): Held {
    const keys = keyTargets(asset, known);
    if ("unknown" in keys) return { kind: "undecided", reasons: [keys.unknown] };
    const bucket = known.resources.find((one) => one.kind === "bucket" && one.arn === arnOf(asset.resource));
    const region = bucket?.kind === "bucket" && typeof bucket.region === "string" ? bucket.region : undefined;
    const via: Context = region === undefined ? NO_CONTEXT : new Map([["kms:ViaService", [`s3.${region}.amazonaws.com`]]]);
    return together(keys.map((key) => ask(actor, "kms:Decrypt", key, via)));
  }

  /** What somebody can take out of their way, one thing or all that they can, and does then. @default wanted - to read */
  function unbinding(actor: AwsActor, asset: Asset, wanted = readingIn(actor, asset)): readonly Way[] {
    const rows = forAsset(
      AWS_DETOURS.filter(({ yields, at: place }) => yields === "unbind" && (place === "secret" || isOnAws(asset))),
      asset,
    ).filter((row) => managesOrganization(actor) || !row.unbinds?.includes("organization"));
    const ways = rows.flatMap((row) => open(actor, [row], { asset }).map(({ held }) => ({ row, held })));
    const single = ways.flatMap(({ row, held }) => afterwards([{ row, held }], actor, asset, wanted));
    if (single.some(({ held }) => held.kind === "possible") || ways.length < 2) return single;
    return [...single, ...afterwards(ways, actor, asset, wanted)];
  }

  /** Nobody of another account does, unless the organization's own policy delegates it, which is a resource of its own. */
  const managesOrganization = (actor: AwsActor) =>
    aws.managementAccount === undefined || accountOfActor(actor) === aws.managementAccount;

  const readingIn = (actor: AwsActor, asset: Asset) => (within: AwsHolding) =>
    isOnAws(asset) ? reads(actor, asset, within) : open(actor, CREDENTIALS, { asset }, within);

  function afterwards(
    ways: readonly { readonly row: AwsDetour; readonly held: Way["held"] }[],
    actor: AwsActor,
    asset: Asset,
    wanted: (within: AwsHolding) => readonly Way[],
  ): readonly Way[] {
    const [first] = ways;
    if (!first) return [];
    const what = new Set<Unbinding>(ways.flatMap(({ row }) => row.unbinds ?? []));
    const unbound = { anyTags: what.has("tags"), anyResourceTags: what.has("resource-tags") };
    const within = holdingOf(unboundEstate(aws, actor, asset, what, secretsOf(asset, estate, aws)), unbound);
    const before = ways.reduce<Held>((held, way) => both(held, way.held), {
      kind: "possible",
      requests: [],
      by: [],
      always: true,
      alternatives: [[]],
    });
    const row = { ...first.row, says: ways.map(({ row: { says } }) => says).join(" and ") };
    return wanted(within).flatMap((then): readonly Way[] => {
      const held = both(before, then.held);
      return held.kind === "never" ? [] : [{ row, held }];
    });
  }

  /** A group that a user can be added to, with what it gives. */
  function joining(actor: AwsActor, asset: Asset, wanted: (within: AwsHolding) => readonly Way[]): readonly Way[] {
    const own = entityArn(actor);
    if (actor.principal.kind !== "user" || own === undefined) return [];
    return (aws.groups ?? []).flatMap((group) =>
      open(actor, JOINING, { asset, group: group.arn }).flatMap(({ row, held: joined }): readonly Way[] => {
        const principals = aws.principals.map((one) =>
          one.arn === own ? { ...one, policies: [...one.policies, ...group.policies] } : one,
        );
        const then = wanted(holdingOf({ ...aws, principals })).map(({ held }) => held);
        const held = both(joined, oneOf(then));
        return held.kind === "never" ? [] : [{ row, held }];
      }),
    );
  }

  /** A role that somebody can give any right, and assume. */
  function throughRoles(
    actor: AwsActor,
    asset: Asset,
    wanted: (role: AwsActor, within: AwsHolding) => readonly Way[],
  ): readonly Way[] {
    const rows = AWS_DETOURS.filter(({ yields }) => yields === "grant");
    return rows.flatMap((row) =>
      actors.flatMap((role): readonly Way[] => {
        if (role.principal.kind !== "role" || role === actor || accountOfActor(role) !== accountOfActor(actor)) return [];
        return open(actor, [row], { asset, principal: role }).flatMap((way): readonly Way[] => {
          const target = entityArn(role) ?? "";
          const assumed = together([holding.ask(actor, "sts:AssumeRole", target)]);
          const held = both(
            both(way.held, assumed),
            oneOf(wanted(role, holdingOf(withEverything(aws, role))).map((one) => one.held)),
          );
          return held.kind === "never" ? [] : [{ row, held }];
        });
      }),
    );
  }

  const directly = AWS_DETOURS.filter(({ yields }) => yields === "key" || yields === "read" || yields === "publish");
  const becoming = AWS_DETOURS.filter(({ yields }) => yields === "become");
  const onAws = (actor: Actor): actor is AwsActor => actor.cloud === "aws";
  return {
    actors,
    powers: (actor, asset, { aws: rows }) => {
      if (!onAws(actor) || !isOnAws(asset)) return [];
      const own = forAsset(rows, asset);
      const wanted = (who: AwsActor, within: AwsHolding) => open(who, own, { asset }, within);
      const asItself = (within: AwsHolding) => wanted(actor, within);
      return [
        ...open(actor, own, { asset }),
        ...unbinding(actor, asset, asItself),
        ...joining(actor, asset, asItself),
        ...throughRoles(actor, asset, wanted),
      ];
    },
    knows: (asset) => forAsset(AWS_READS, asset).length > 0,
    reads: (actor, asset) => (onAws(actor) && isOnAws(asset) ? reads(actor, asset) : []),
    detours: (actor, asset) => {
      if (!onAws(actor)) return [];
      const direct = open(actor, forAsset(directly, asset), { asset });
      return [
        ...direct,
        ...unbinding(actor, asset),
        ...(isOnAws(asset)
          ? [
              ...joining(actor, asset, (within) => reads(actor, asset, within)),
              ...throughRoles(actor, asset, (role, within) => reads(role, asset, within)),
            ]
          : []),
      ];
    },
    becomes: (actor, other) => {
      if (!onAws(actor) || !onAws(other)) return [];
      const { kind } = other.principal;
      const rows = becoming.filter(({ of, at: place }) => place === "runs-as" || !of || of.includes(kind));
      return open(actor, rows, { principal: other });
    },
    lists: (actor, asset) => (onAws(actor) && isOnAws(asset) ? open(actor, forAsset(AWS_LISTS, asset), { asset }) : []),
    usesKey: (actor, asset) => (onAws(actor) && isOnAws(asset) ? open(actor, AWS_KEY_USE, { asset }) : []),
  };
}

const JOINING = AWS_DETOURS.filter(({ yields }) => yields === "join");

/** Places where no resource is asked that could have a policy of its own. */
const OF_ACCOUNTS: ReadonlySet<AwsPlace> = new Set(["account", "same-account", "organization", "owner"]);

/** Services that a trust policy names as identity providers. */
const FEDERATED: ReadonlySet<string> = new Set(["cognito-identity.amazonaws.com"]);

/** What opens an asset of another cloud. */
const CREDENTIALS = AWS_DETOURS.filter(({ yields, at }) => yields === "read" && at === "secret");

const isOnAws = ({ resource: { type } }: Asset) => type.startsWith("aws_");

function forAsset(rows: readonly AwsDetour[], { resource }: Asset): readonly AwsDetour[] {
  return rows.filter(({ of }) => !of || of.includes(resource.type));
}

/**
 * Whoever an identity provider vouches for is somebody whom no trust policy means: one that doesn't ask who it is lets
 * them in ("Create a role for OpenID Connect federation").
 */
function contextsOf({ acts }: AwsActor, action: string): readonly Context[] {
  if (acts.kind !== "web-identity" || action !== "sts:AssumeRoleWithWebIdentity") return [NO_CONTEXT];
  const domain = acts.provider.replace(/^arn:.*:oidc-provider\//, "");
  return ["a-stranger", "repo:a-stranger/any:ref:refs/heads/any"].map((name) => new Map([[`${domain}:sub`, [name]]]));
}

/** What is done to accounts is done from one of them, or from the management account, which is trusted. */
const isOutsider = ({ principal: { kind } }: AwsActor) => kind === "anonymous" || kind === "account";

/** The first that is possible, else the doubts. */
function firstOf(answers: Iterable<Possibility<AwsRequest>>): Possibility<AwsRequest> {
  const reasons: string[] = [];
  for (const answer of answers) {
    if (answer.kind === "possible") return answer;
    if (answer.kind === "undecided") reasons.push(...answer.reasons);
  }
  return reasons.length > 0 ? { kind: "undecided", reasons: [...new Set(reasons)] } : { kind: "never" };
}
