import { supportsResourceControl } from "../../aws/catalogue/services";
import type { Caller } from "./caller";
import { all, type Check, open, quiet } from "./check";
import { type ControlLevel, isUnknown, type Maybe } from "./estate";
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
export function serviceControlLevels({ membership, serviceLinked }: Caller): Maybe<readonly ControlLevel[]> {
  if (membership === "none" || serviceLinked) return [];
  if (isUnknown(membership)) return membership;
  return membership.management ? [] : membership.serviceControl;
}

export function serviceControl(facts: Facts): Control {
  return levels("service control policy", serviceControlLevels(facts.caller), facts);
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
export function resourceControlLevels({ caller, target }: Pick<Facts, "caller" | "target">): Maybe<readonly ControlLevel[]> {
  const { membership } = target;
  if (membership === "none" || isExemptFromResourceControl(caller, target)) return [];
  if (isUnknown(membership)) return membership;
  return membership.management ? [] : membership.resourceControl;
}

export function resourceControl(facts: Facts): Control {
  return levels("resource control policy", resourceControlLevels(facts), facts);
}

function isExemptFromResourceControl({ serviceLinked }: Caller, { service, operation, resource }: Target): boolean {
  if (serviceLinked || !supportsResourceControl(service)) return true;
  return service === "kms" && (operation === "retiregrant" || (resource?.kind === "key" && resource.awsManaged === true));
}

function levels(name: string, attached: Maybe<readonly ControlLevel[]>, facts: Facts): Control {
  if (isUnknown(attached)) return attached;
  return attached.map((level) => evaluate(`${name} at ${level.name}`, level.policies, facts));
}

export function isUnknownControl(control: Control): control is { readonly unknown: string } {
  return "unknown" in control;
}
