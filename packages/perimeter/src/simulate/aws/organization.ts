import { supportsResourceControl } from "../../aws/catalogue/services";
import type { Caller } from "./caller";
import { all, type Check, open, quiet } from "./check";
import { type ControlLevel, isUnknown, type Membership } from "./estate";
import { allowing, type Evaluation, evaluate } from "./evaluation";
import type { Facts } from "./statement";
import type { Target } from "./target";

/** The control policies of one kind that bind the request; `unknown` where that isn't known. */
export type Control = readonly Evaluation[] | { readonly unknown: string };

/**
 * The service control policies that bind the caller: those of its account's organization. The management account,
 * service-linked roles and whoever belongs to no account are exempt.
 * Source: Organizations User Guide, "Service control policies (SCPs)", "Tasks and entities not restricted by SCPs".
 */
export function serviceControl(facts: Facts): Control {
  const { membership, serviceLinked } = facts.caller;
  if (membership === "none" || serviceLinked) return [];
  if (isUnknown(membership)) return membership;
  return membership.management ? [] : levels("service control policy", membership.serviceControl, facts);
}

/** An allow at every level, from the root to the account. Source: "SCP evaluation", Organizations User Guide. */
export function allowedByServiceControl(control: Control): Check {
  return isUnknownControl(control) ? open(control.unknown) : all(control.map((level) => quiet(allowing(level))));
}

/**
 * The resource control policies that bind the resource: those of its account's organization, for the services that
 * support them. `RCPFullAWSAccess` can't be detached, so that they only deny.
 * Source: Organizations User Guide, "Resource control policies (RCPs)", "Resources and entities not restricted by RCPs".
 */
export function resourceControl(facts: Facts): Control {
  const { membership } = facts.target;
  if (membership === "none" || isExemptFromResourceControl(facts.caller, facts.target)) return [];
  if (isUnknown(membership)) return membership;
  return membership.management ? [] : levels("resource control policy", membership.resourceControl, facts);
}

function isExemptFromResourceControl({ serviceLinked }: Caller, { service, operation, resource }: Target): boolean {
  if (serviceLinked || !supportsResourceControl(service)) return true;
  return service === "kms" && (operation === "retiregrant" || (resource?.kind === "key" && resource.awsManaged === true));
}

function levels(name: string, attached: Membership["serviceControl"], facts: Facts): Control {
  if (isUnknown(attached)) return attached;
  return attached.map((level: ControlLevel) => evaluate(`${name} at ${level.name}`, level.policies, facts));
}

export function isUnknownControl(control: Control): control is { readonly unknown: string } {
  return "unknown" in control;
}
