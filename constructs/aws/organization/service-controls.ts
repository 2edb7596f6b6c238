import { GLOBAL_SERVICES_REGION } from "../../../config/schema/aws-regions";
import type { PolicyStatement } from "../policy/document";
import type { Denial, Exemption } from "./denials";
import { GLOBAL_ACTIONS, SERVICES_IN_USE, WATCHING_ACTIONS } from "./services";

/** Patterns of ARNs of the roles that are exempt where they must act. */
export type ExemptRoles = Readonly<Record<Exemption, readonly string[]>>;

/**
 * Every request to another region is denied, but for global services, which rest nowhere; what watches those stands in
 * their own region as well.
 */
export function regionFence(regions: readonly string[]): PolicyStatement[] {
  const outside = (of: readonly string[]) => ({ StringNotEquals: { "aws:RequestedRegion": of } });
  if (regions.includes(GLOBAL_SERVICES_REGION))
    return [deny("DenyOtherRegions", { notActions: GLOBAL_ACTIONS, conditions: outside(regions) })];
  return [
    deny("DenyOtherRegions", { notActions: [...GLOBAL_ACTIONS, ...WATCHING_ACTIONS], conditions: outside(regions) }),
    deny("DenyWatchingElsewhere", { actions: WATCHING_ACTIONS, conditions: outside([...regions, GLOBAL_SERVICES_REGION]) }),
  ];
}

/** Nothing is made of any other service. */
export const serviceFence = (): PolicyStatement =>
  deny("DenyOtherServices", { notActions: SERVICES_IN_USE.map((service) => `${service}:*`) });

/** The root user of an account is bound by no policy of the account, and undoes the policy of every bucket in it. */
export const noRootUsers = (): PolicyStatement =>
  deny("DenyRootUsers", { actions: ["*"], conditions: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:root"] } } });

/** A row as a statement that spares those who are exempt. */
export function denialStatement(exempt: ExemptRoles, { sid, actions, except = [], unlessTrue }: Denial) {
  const spared = except.flatMap((who) => exempt[who]);
  const conditions = {
    ...(spared.length > 0 ? { ArnNotLike: { "aws:PrincipalArn": spared } } : {}),
    ...(unlessTrue ? { BoolIfExists: { [unlessTrue]: ["false"] } } : {}),
  };
  return deny(sid, { actions, ...(Object.keys(conditions).length > 0 ? { conditions } : {}) });
}

type Denied = Pick<PolicyStatement, "conditions"> &
  ({ readonly actions: readonly string[] } | { readonly notActions: readonly string[] });

const deny = (sid: string, denied: Denied): PolicyStatement => ({ sid, effect: "Deny", resources: ["*"], ...denied });
