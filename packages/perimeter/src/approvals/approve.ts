import type { Approve } from "../check";
import { quote } from "../quote";
import { ruleOf } from "../verdict/rules";
import type { AccessRow, Finding, FoundPrincipal, GuaranteeId, GuaranteeVerdict, StaleApproval } from "../verdict/verdict";
import type { Approval, Approvals, Covers } from "./approval";

/** Approvals while a check goes on. */
export interface Approver {
  readonly approve: Approve;
  /** Those that cover nothing; asked for when everything was proven. */
  readonly stale: () => readonly StaleApproval[];
}

/**
 * Marks what is approved. An approved finding stays what it is and fails nothing; what it would hide stays undecided.
 * @param at the day of the question, `2026-01-31`
 * @param asked the guarantees that are proven: what stands against another can't be missed
 */
export function approverOf(
  { approvals }: Approvals,
  at: string,
  asked: readonly GuaranteeId[],
  all: readonly GuaranteeId[],
): Approver {
  const inForce = approvals.filter(({ expires }) => expires >= at);
  const found = new Set<Approval>();
  return {
    approve(verdict, access) {
      const roleOf = rolesIn(access);
      const findings = verdict.findings.map((finding): Finding => {
        for (const one of approvals) if (covers(one.covers, finding, roleOf)) found.add(one);
        const approval = inForce.find((one) => covers(one.covers, finding, roleOf));
        if (!approval) return finding;
        const { reason, approver, expires, line } = approval;
        return { ...finding, approved: { reason, approver, expires, line } };
      });
      return { ...verdict, verdict: outcomeOf(verdict, findings), findings };
    },
    stale: () =>
      approvals.flatMap((one): readonly StaleApproval[] => {
        const says = (rule: string, what: string) => [{ rule, line: one.line, message: `the approval of ${shown(one)} ${what}` }];
        if (one.expires < at) return says("approvals/expired", `expired on ${one.expires}`);
        const isAsked = "fingerprint" in one.covers ? all.every((id) => asked.includes(id)) : asked.includes("access");
        return isAsked && !found.has(one) ? says("approvals/orphaned", "matches no finding") : [];
      }),
  };
}

function outcomeOf({ verdict, undecided }: GuaranteeVerdict, findings: readonly Finding[]): GuaranteeVerdict["verdict"] {
  if (verdict !== "violated" || findings.some(({ approved }) => !approved)) return verdict;
  return undecided.length > 0 ? "undecided" : "holds";
}

type RoleOf = (principal: FoundPrincipal) => string | null | undefined;

/** By role, store and capability only `access` is approved: that a role may read says nothing of what it may destroy. */
function covers(what: Covers, { fingerprint, rule, principal, asset }: Finding, roleOf: RoleOf): boolean {
  if ("fingerprint" in what) return what.fingerprint === fingerprint;
  const known = ruleOf(rule);
  if (known?.guarantee !== "access" || known.capability !== what.capability) return false;
  return principal !== null && asset?.name === what.store && [principal.name, roleOf(principal)].includes(what.role);
}

function rolesIn(access: readonly AccessRow[]): RoleOf {
  const key = ({ kind, name, account }: FoundPrincipal) => JSON.stringify([kind, name, account]);
  const roles = new Map(access.map(({ principal, role }) => [key(principal), role]));
  return (principal) => roles.get(key(principal));
}

function shown({ covers: what, approver }: Approval): string {
  const of = "fingerprint" in what ? what.fingerprint : `${what.capability} of ${quote(what.store)} for ${quote(what.role)}`;
  return `${of}, given by ${quote(approver)},`;
}
