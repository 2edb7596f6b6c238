import type { CrossLocation, PolicyStatement, Source } from "oci-policy";
import { isUnknown, type OciTenancy } from "./estate";
import { sameText } from "./names";
import { covers, placeOf } from "./place";
import type { Aliases, Rule } from "./policy";
import { QUESTIONS } from "./questions";
import type { OciRequest } from "./request";
import { some, type Truth } from "./truth";

/**
 * Whether an `endorse` reaches the tenancy of the target, and the compartment in it ("Cross-Tenancy Access Policies"): a
 * tenancy by a name that its policy defines, or any.
 */
export function reaches({ statement, aliases }: Rule, { target }: OciRequest, host: OciTenancy | undefined): Truth {
  if (!statement) return true;
  if (statement.kind === "associate")
    return some([statement.joins, statement.with], ({ location }) => locationReaches(location, aliases, target, host));
  return statement.kind !== "endorse" || locationReaches(statement.location, aliases, target, host);
}

function locationReaches(
  location: CrossLocation,
  aliases: Aliases,
  target: OciRequest["target"],
  host: OciTenancy | undefined,
): Truth {
  if (location.kind === "any-tenancy") return true;
  if (location.kind !== "foreign") return false;
  const id = aliases.tenancy.get(location.tenancy.toLowerCase());
  if (id === undefined) return { doubt: `which tenancy "${location.tenancy}" is` };
  const reached = target.tenancy ?? host?.id;
  if (reached === undefined) return { doubt: "which id the tenancy of the target has" };
  if (!sameText(id, reached)) return false;
  if (!location.compartment) return true;
  if (!host || isUnknown(target.compartment)) return { doubt: "which compartment of the other tenancy is meant" };
  return covers(placeOf(location.compartment, [], host, aliases.compartment), target.compartment);
}

/** Whether an `admit` lets in principals of this tenancy. What one without `of` says is open. */
export function admits({ statement, aliases }: Rule, home: string | undefined): Truth {
  if (!statement || !isAdmission(statement)) return true;
  return sourceIs(statement.source, aliases, home);
}

function isAdmission(statement: PolicyStatement): statement is Extract<PolicyStatement, { source?: Source }> {
  return statement.kind === "admit" || (statement.kind === "associate" && statement.half === "admit");
}

function sourceIs(source: Source | undefined, aliases: Aliases, home: string | undefined): Truth {
  if (source === undefined) return { doubt: QUESTIONS.admitOfNobody };
  if (source.kind === "any-tenancy") return true;
  const id = aliases.tenancy.get(source.tenancy.toLowerCase());
  if (id === undefined) return { doubt: `which tenancy "${source.tenancy}" is` };
  return home === undefined ? { doubt: "which id the principal's tenancy has" } : sameText(id, home);
}
