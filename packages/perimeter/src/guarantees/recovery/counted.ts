import type { Undecided } from "../../verdict/verdict";
import type { DeclaredSite } from "../declared";
import type { Facts } from "../facts";
import { assetOf, type Reach, type StoreCopies } from "./copies";
import { type Fact, isOpen } from "./fact";
import { type Keeper, keepersOf } from "./kept";
import { keyOf, whyClosed } from "./keys";
import { NO_LIFECYCLE, type Protection } from "./protection";
import { keptUntil, siteOf } from "./sites";

/** A copy, and whether it is one to recover from. */
export interface Counted {
  readonly reach: Reach;
  readonly site?: DeclaredSite;
  /** Longest first; open where its settings aren't known. */
  readonly keepers: Fact<readonly Keeper[]>;
  readonly protection: Fact<Protection>;
  readonly standing: "counts" | { readonly not: string } | Undecided;
}

export function countedIn(
  { store, resource, copies }: StoreCopies,
  protectionOf: (reach: Reach) => Fact<Protection>,
  facts: Facts,
): readonly Counted[] {
  const own = protectionOf({ resource, path: [], prefix: "", state: "on" });
  const storeCurrent = (isOpen(own) ? NO_LIFECYCLE : own.lifecycle).current;
  return copies.map((reach): Counted => {
    const site = siteOf(reach.resource, facts.declared);
    const protection = protectionOf(reach);
    // At a frozen site rules take away what runs out.
    const missed = site?.phase === "frozen" ? 0 : storeCurrent;
    const keepers = isOpen(protection) ? protection : keepersOf(reach.resource, protection, missed);
    const standing = standingOf(reach, site, keepers, store, facts);
    return { reach, protection, keepers, standing, ...(site ? { site } : {}) };
  });
}

function standingOf(
  reach: Reach,
  site: DeclaredSite | undefined,
  keepers: Counted["keepers"],
  store: string,
  { estate, at }: Facts,
): Counted["standing"] {
  const { resource, state } = reach;
  if (site?.phase === "retired") return { not: `the site "${site.name}" is retired` };
  const { key } = keyOf(assetOf(reach, store), estate);
  const closed = key && whyClosed(key);
  if (closed !== undefined) return { not: closed };
  if (resource.uncertain !== undefined) return { address: resource.address, reason: resource.uncertain };
  if (site?.phase === "frozen") return frozenStanding(resource.address, site, keepers, at);
  if (state === "on") return "counts";
  return "off" in state ? { not: state.off } : state;
}

/** A frozen site's copy counts as long as what arrived last is kept. */
function frozenStanding(address: string, site: DeclaredSite, keepers: Counted["keepers"], at: Date): Counted["standing"] {
  if (isOpen(keepers)) return keepers;
  const until = keptUntil(site, keepers[0]?.days ?? 0);
  if (!until) return { address, reason: `since when the site "${site.name}" is frozen isn't known` };
  if (until > at) return "counts";
  return { not: `the site "${site.name}" is frozen, and kept what arrived last until ${until.toISOString().slice(0, 10)}` };
}
