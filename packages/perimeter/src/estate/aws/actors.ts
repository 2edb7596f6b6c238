import type { PolicyStatement, Principal } from "../../aws/policy/syntax";
import type { Resource } from "../../input";
import {
  type AttachedPolicy,
  type AwsEstate,
  type IamPrincipal,
  isUnknown,
  type Maybe,
  type Membership,
} from "../../simulate/aws/estate";
import type { RequestPrincipal } from "../../simulate/aws/request";
import { type AwsActor, keyOf } from "../actor";
import type { NamedPrincipal } from "../named-principal";
import { arnOf } from "../stand-in";

/** Everybody on AWS of whom the estate knows, and the estate with those in it whom it only names. */
export interface AwsActors {
  readonly actors: readonly AwsActor[];
  readonly estate: AwsEstate;
}

/** Whoever is let in from anywhere is of an account that is none of the estate's. */
const ELSEWHERE = ["999999999999", "888888888888", "777777777777"];
const ANY_ACCOUNT = "any account";

export const isOfAnyAccount = ({ principal: { kind, name } }: AwsActor): boolean => kind === "account" && name === ANY_ACCOUNT;

/**
 * Roles and users that stacks make, the root users of their accounts, and whom documents name: roles and users that are made
 * elsewhere, other accounts, and everybody. Of those in an account of the estate only what it shows is taken into account;
 * what another account allows its own lies there, and is taken as given.
 */
export function awsActors(estate: AwsEstate, resources: readonly Resource[]): AwsActors {
  const own = new Set(estate.accounts.map(({ id }) => id).filter((id) => id !== ""));
  const made = estate.principals.map((principal) => actorOf(principal.kind, principal.arn, resources));
  const roots = [...own].map(rootOf);
  const items = statementsOf(estate).flatMap(({ effect, principal }) =>
    effect === "Allow" && principal && !principal.negated ? principal.items : [],
  );
  const named = items.flatMap((item) => namedBy(item, own));
  const actors = [...new Map([...named, ...roots, ...made].map((actor) => [keyOf(actor), actor])).values()];
  const known = new Set(estate.principals.map(({ arn }) => arn));
  const strangers = actors.flatMap((actor) => strangerOf(actor, own, known));
  return {
    actors,
    estate: {
      ...estate,
      accounts: [...estate.accounts, ...outsideAccounts(actors, own)],
      principals: [...estate.principals, ...strangers],
    },
  };
}

/** The account that an actor belongs to; `undefined`: it has none. */
export const accountOfActor = ({ acts }: AwsActor): string | undefined =>
  acts.kind === "root"
    ? acts.account
    : "role" in acts
      ? acts.role.split(":")[4]
      : "arn" in acts
        ? acts.arn.split(":")[4]
        : undefined;

/** The ARN of the role or user that acts. */
export const entityArn = ({ acts }: AwsActor): string | undefined =>
  acts.kind === "session" ? acts.role : acts.kind === "user" ? acts.arn : undefined;

function actorOf(kind: "role" | "user", arn: string, resources: readonly Resource[]): AwsActor {
  const resource = resources.find((one) => one.type === `aws_iam_${kind}` && arnOf(one) === arn);
  const principal: NamedPrincipal = { cloud: "aws", kind, name: nameIn(arn), id: arn, ...(resource ? { resource } : {}) };
  const acts: RequestPrincipal = kind === "role" ? { kind: "session", role: arn, policies: [] } : { kind: "user", arn };
  return { cloud: "aws", principal, acts };
}

const nameIn = (arn: string) => arn.split("/").at(-1) ?? arn;

function rootOf(account: string): AwsActor {
  const id = `arn:aws:iam::${account}:root`;
  return { cloud: "aws", principal: { cloud: "aws", kind: "user", name: "root", id }, acts: { kind: "root", account } };
}

function account(id: string, name: string): AwsActor {
  const role = `arn:aws:iam::${id}:role/any`;
  return { cloud: "aws", principal: { cloud: "aws", kind: "account", name, id }, acts: { kind: "session", role, policies: [] } };
}

const anyAccount = (own: ReadonlySet<string>) => account(ELSEWHERE.find((id) => !own.has(id)) ?? "666666666666", ANY_ACCOUNT);

/**
 * Anybody whom a provider of web identities vouches for: of most, such as those of code forges, everybody has an account.
 * Whom a SAML provider vouches for is that provider's.
 */
function vouchedFor(provider: string): readonly AwsActor[] {
  if (provider.includes(":saml-provider/")) return [];
  const name = `anybody of ${provider.replace(/^arn:.*:oidc-provider\//, "")}`;
  return [
    {
      cloud: "aws",
      principal: { cloud: "aws", kind: "anonymous", name, id: provider },
      acts: { kind: "web-identity", provider },
    },
  ];
}

/** Services aren't foreign. */
function namedBy(item: Principal, own: ReadonlySet<string>): readonly AwsActor[] {
  switch (item.kind) {
    case "everyone":
      return [
        { cloud: "aws", principal: { cloud: "aws", kind: "anonymous", name: "anonymous" }, acts: { kind: "anonymous" } },
        anyAccount(own),
      ];
    case "account":
      return own.has(item.account) ? [] : [account(item.account, item.account)];
    case "role":
    case "user":
      return [actorOf(item.kind, item.arn, [])];
    case "session":
      return own.has(item.account) ? [] : [account(item.account, item.account)];
    case "federated":
      return vouchedFor(item.provider);
    case "canonical-user":
      return [anyAccount(own)];
    default:
      return [];
  }
}

function statementsOf({ resources, principals }: AwsEstate): readonly PolicyStatement[] {
  const policies: (Maybe<AttachedPolicy> | undefined)[] = [
    ...resources.map(({ policy }) => policy),
    ...principals.map((one) => (one.kind === "role" ? one.trust : undefined)),
  ];
  return policies.flatMap((policy) => (policy && !isUnknown(policy) ? policy.document.statements : []));
}

/** Whoever is only named holds nothing that the estate shows; of another account, whatever that account likes. */
function strangerOf(actor: AwsActor, own: ReadonlySet<string>, known: ReadonlySet<string>): readonly IamPrincipal[] {
  const arn = entityArn(actor);
  if (arn === undefined || known.has(arn)) return [];
  const policies = own.has(accountOfActor(actor) ?? "") ? [] : [EVERYTHING];
  if (actor.acts.kind === "user") return [{ kind: "user", arn, policies, groups: [], tags: new Map() }];
  return [{ kind: "role", arn, policies, tags: new Map(), trust: { unknown: `the trust policy of "${arn}"` } }];
}

function outsideAccounts(actors: readonly AwsActor[], own: ReadonlySet<string>): AwsEstate["accounts"] {
  const named = new Set(actors.flatMap((actor) => (entityArn(actor) && !isAnybody(actor) ? (accountOfActor(actor) ?? []) : [])));
  const ids = new Set(actors.flatMap((actor) => accountOfActor(actor) ?? []).filter((id) => !own.has(id)));
  return [...ids].map((id) => ({ id, organization: named.has(id) ? ofSomeOrganization(id) : ("none" as const) }));
}

/** Stands for everybody of an account: what a question about it leaves open is each one's own. */
const isAnybody = ({ principal: { kind } }: AwsActor) => kind === "account";

/** An account that is only named may be of the same organization; what is attached to it there lies there. */
function ofSomeOrganization(id: string): Membership {
  const unknown = { unknown: `the organization of account "${id}", which isn't part of the input` };
  return { organization: unknown, management: false, path: unknown, serviceControl: [], resourceControl: [] };
}

/** A policy that allows everything. */
export const EVERYTHING: AttachedPolicy = {
  address: "whatever its own account allows",
  document: {
    kind: "identity",
    version: "2012-10-17",
    statements: [
      {
        path: "Statement[0]",
        effect: "Allow",
        action: {
          path: "Statement[0].Action",
          negated: false,
          items: [{ text: "*", service: "*", name: [{ kind: "many" }] }],
        },
        resource: { path: "Statement[0].Resource", negated: false, items: [{ kind: "everything", text: "*" }] },
        conditions: [],
      },
    ],
  },
};
