import type { DeclaredSite } from "../guarantees/declared";
import type { PhaseChange } from "./difference";

const PHASES: readonly DeclaredSite["phase"][] = ["active", "frozen", "retired"];

/** Backup sites in another phase than before. None goes back: data that was to expire would come to rest anew (design §2). */
export function phaseChanges(before: readonly DeclaredSite[], after: readonly DeclaredSite[]): readonly PhaseChange[] {
  const changes = after.flatMap((site): readonly PhaseChange[] => {
    const was = before.find((one) => one.cloud === site.cloud && one.region === site.region && isSameAccount(one, site));
    if (!was || was.phase === site.phase) return [];
    const takenBack = PHASES.indexOf(site.phase) < PHASES.indexOf(was.phase);
    return [{ site: site.name, region: site.region, before: told(was), after: told(site), takenBack }];
  });
  return [...changes.filter(({ takenBack }) => takenBack), ...changes.filter(({ takenBack }) => !takenBack)];
}

/** A site without an account may lie in any. */
const isSameAccount = ({ account }: DeclaredSite, other: DeclaredSite) =>
  account === undefined || other.account === undefined || account === other.account;

const told = ({ phase, since }: DeclaredSite) => (since === undefined ? phase : `${phase} since ${since}`);
