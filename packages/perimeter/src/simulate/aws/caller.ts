import { quote } from "../../quote";
import { type Account, type AwsEstate, type IamPrincipal, isUnknown, type Maybe, type Membership, type Policies } from "./estate";
import type { AwsRequest, RequestPrincipal } from "./request";

/** The request's principal, with what the estate tells about it. */
export interface Caller {
  readonly principal: RequestPrincipal;
  /** As messages call it: `role "us-restore"`. */
  readonly name: string;
  /** Services, anonymous callers and people without a session belong to none. */
  readonly account: string | undefined;
  /** Whether service control policies could bind it, and which. */
  readonly membership: Maybe<Membership | "none">;
  /** The value of `aws:PrincipalArn`; of a session its role's ARN. */
  readonly arn: string | undefined;
  /** The role or user behind it; left out where there is none. */
  readonly entity?: Maybe<IamPrincipal>;
  /** Left out: nothing limits the session further. */
  readonly sessionPolicies?: Policies;
  /** A role that only a service may assume. Source: IAM User Guide, "Create a service-linked role". */
  readonly serviceLinked: boolean;
}

export function callerOf(estate: AwsEstate, { principal }: AwsRequest): Caller {
  switch (principal.kind) {
    case "session": {
      const { role, policies } = principal;
      const session = policies.length > 0 ? { sessionPolicies: policies } : {};
      return { ...iamCaller(estate, principal, "role", role), arn: role, ...session };
    }
    case "user":
      return { ...iamCaller(estate, principal, "user", principal.arn), arn: principal.arn };
    case "federated-user": {
      const account = accountOf(principal.user);
      const arn = `arn:${partitionOf(principal.user)}:sts::${account ?? ""}:federated-user/${principal.name}`;
      // Without a policy the session may do nothing by the user's own policies ("GetFederationToken", STS API reference).
      return { ...iamCaller(estate, principal, "user", principal.user), arn, sessionPolicies: principal.policies };
    }
    case "root": {
      const { account } = principal;
      const membership = membershipOf(estate, account);
      const arn = `arn:aws:iam::${account}:root`;
      return { principal, name: `the root user of account ${quote(account)}`, account, membership, arn, serviceLinked: false };
    }
    case "service":
      return { ...nobody(principal), name: `service ${quote(principal.name)}` };
    case "web-identity":
      return { ...nobody(principal), name: `somebody known to ${quote(principal.provider)}` };
    case "anonymous":
      return { ...nobody(principal), name: "an anonymous caller" };
  }
}

function iamCaller(estate: AwsEstate, principal: RequestPrincipal, kind: IamPrincipal["kind"], arn: string): Caller {
  const name = `${kind} ${quote(arn.split("/").at(-1) ?? arn)}`;
  const entity = estate.principals.find((candidate) => candidate.kind === kind && candidate.arn === arn) ?? {
    unknown: `what ${name} may do, since ${quote(arn)} isn't part of the input`,
  };
  const account = accountOf(arn);
  const membership: Caller["membership"] =
    account === undefined ? { unknown: `the account of ${quote(arn)}` } : membershipOf(estate, account);
  return { principal, name, account, membership, arn, entity, serviceLinked: arn.includes(":role/aws-service-role/") };
}

function nobody(principal: RequestPrincipal): Omit<Caller, "name"> {
  return { principal, account: undefined, membership: "none", arn: undefined, serviceLinked: false };
}

/** `arn:aws:sts::…:assumed-role/ROLE/SESSION`, without the role's path; `undefined` where the caller is no session with a name. */
export function sessionArnOf({ principal }: Caller): string | undefined {
  if (principal.kind !== "session" || principal.name === undefined) return undefined;
  const { role, name } = principal;
  return `arn:${partitionOf(role)}:sts::${accountOf(role) ?? ""}:assumed-role/${role.split("/").at(-1) ?? ""}/${name}`;
}

/** An account's place in its organization; an account that isn't listed may have any. */
export function membershipOf(estate: AwsEstate, id: string): Account["organization"] {
  const account = estate.accounts.find((candidate) => candidate.id === id);
  return account ? account.organization : { unknown: `the organization of account ${quote(id)}, which isn't part of the input` };
}

/** The role or user behind the caller, if it has one that is known. */
export function entityOf({ entity }: Caller): IamPrincipal | undefined {
  return entity === undefined || isUnknown(entity) ? undefined : entity;
}

/** The account segment of an ARN; `undefined` where it has none. */
export function accountOf(arn: string): string | undefined {
  return arn.split(":", 6)[4] || undefined;
}

export function partitionOf(arn: string): string {
  return arn.split(":", 2)[1] || "aws";
}
