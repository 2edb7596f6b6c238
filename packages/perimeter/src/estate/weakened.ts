import {
  type Account,
  type AttachedPolicy,
  type AwsEstate,
  type IamPrincipal,
  isUnknown,
  type Maybe,
} from "../simulate/aws/estate";
import type { OciPolicy } from "../simulate/oci";
import type { Actor } from "./actor";
import { EVERYTHING, entityArn } from "./aws/actors";
import type { Estate } from "./estate";

/** The estate without anything that takes away what something else gives: denials, boundaries, policies of organizations. */
export function withoutDenials(estate: Estate): Estate {
  return {
    ...estate,
    oci: { ...estate.oci, tenancy: { ...estate.oci.tenancy, denyPolicies: false } },
    aws: awsWithoutDenials(estate.aws),
  };
}

function awsWithoutDenials(aws: AwsEstate): AwsEstate {
  return {
    ...aws,
    accounts: aws.accounts.map(withoutControls),
    principals: aws.principals.map(undeniedPrincipal),
    resources: aws.resources.map((one) => (one.policy ? { ...one, policy: undenied(one.policy) } : one)),
    endpoints: aws.endpoints.map(({ id }) => ({ id })),
  };
}

/** An account that no policy of an organization binds. */
export function withoutControls(account: Account): Account {
  const { organization } = account;
  if (organization === "none" || isUnknown(organization)) return account;
  return { ...account, organization: { ...organization, serviceControl: [], resourceControl: [] } };
}

function undeniedPrincipal({ boundary: _, ...one }: IamPrincipal): IamPrincipal {
  const policies = one.policies.map(undenied);
  if (one.kind === "user") return { ...one, policies };
  return { ...one, policies, trust: undenied(one.trust) };
}

/** What a policy allows, whatever it denies. */
export function undenied(policy: Maybe<AttachedPolicy>): Maybe<AttachedPolicy> {
  if (isUnknown(policy)) return policy;
  const statements = policy.document.statements.filter(({ effect }) => effect === "Allow");
  return { ...policy, document: { ...policy.document, statements } };
}

/** The estate in which somebody is allowed everything that can be written for them in one statement, beside what is there. */
export function withEverythingFor(estate: Estate, actor: Actor): Estate {
  if (actor.cloud === "aws") {
    const arn = entityArn(actor);
    const principals = estate.aws.principals.map((one) =>
      one.arn === arn ? { ...one, policies: [...one.policies, EVERYTHING] } : one,
    );
    return { ...estate, aws: { ...estate.aws, principals } };
  }
  const subject = subjectOf(actor);
  if (subject === undefined) return estate;
  const address = "everything allowed";
  const text = `allow ${subject} to manage all-resources in tenancy`;
  const policy: OciPolicy = { attachment: [], statements: [{ text, address }], address };
  const { tenancy } = estate.oci;
  return { ...estate, oci: { ...estate.oci, tenancy: { ...tenancy, policies: [...tenancy.policies, policy] } } };
}

/** How a statement names them; a user is named by a group alone. */
function subjectOf({ principal: { kind, name } }: Actor): string | undefined {
  const slash = name.indexOf("/");
  const quoted = slash < 0 ? `'${name}'` : `'${name.slice(0, slash)}'/'${name.slice(slash + 1)}'`;
  if (kind === "group" || kind === "dynamic-group") return `${kind} ${quoted}`;
  return kind === "any-user" ? "any-user" : undefined;
}
