import { daysAfter, longestLock, PHASES, phaseInForce } from "../phases";
import type { Rule } from "./rule";

/** A site goes through its phases one after the other, and is retired only when nothing is locked there any more. */
export const phasesFollowEachOther: Rule = function* ({ sites }) {
  for (const [name, site] of Object.entries(sites)) {
    const { phases } = site;
    const at = (phase: string) => ["sites", name, "phases", phase];
    const declared = PHASES.flatMap((phase) => (phases[phase] === undefined ? [] : [[phase, phases[phase]] as const]));
    for (const [index, [phase, date]] of declared.entries()) {
      const [before, since] = declared[index - 1] ?? [];
      if (before !== undefined && since !== undefined && date <= since)
        yield {
          code: "phase/out-of-order",
          path: at(phase),
          message: `site "${name}" is ${phase} on ${date}, and ${before} since ${since}`,
          help: `expected a date after ${since}: a site is active, then frozen, then retired`,
        };
    }
    if (phases.retired === undefined) continue;
    if (phases.frozen === undefined) {
      yield {
        code: "phase/left-out",
        path: at("retired"),
        part: "key",
        message: `site "${name}" is retired without having been frozen`,
        help: "add the date of `frozen:` first: nothing new may arrive while what is there runs out",
      };
      continue;
    }
    const locked = longestLock(site, sites);
    const possible = daysAfter(phases.frozen, locked);
    if (phases.retired > phases.frozen && phases.retired < possible)
      yield {
        code: "phase/retention-runs",
        path: at("retired"),
        message: `site "${name}" can't be retired on ${phases.retired}: what arrived until ${phases.frozen} is locked for ${locked} days`,
        help: `possible from ${possible} on`,
      };
  }
};

/**
 * Without its key a copy is lost, locked as it is. The retired site's policy is what lets the key go, and nobody before: so
 * it is deployed first.
 */
export const keysOutliveCopies: Rule = function* ({ sites }) {
  for (const [name, { phases, keyDeleted }] of Object.entries(sites)) {
    const { retired } = phases;
    if (keyDeleted === undefined || (retired !== undefined && keyDeleted > retired)) continue;
    yield {
      code: "phase/key-in-use",
      path: ["sites", name, "keyDeleted"],
      message: `the key of site "${name}" can't be deleted on ${keyDeleted}: the site is ${retired === undefined ? phaseInForce(phases) : `retired on ${retired}`}`,
      help:
        retired === undefined
          ? "expected a site that is retired: until then copies rest there"
          : `possible after ${retired}, once what is retired is deployed`,
    };
  }
};

/** Copies come from somewhere as long as they come. */
export const sourcesOutliveTheirCopies: Rule = function* ({ sites }) {
  for (const [name, { from, phases }] of Object.entries(sites)) {
    const source = sites[from];
    if (source === undefined || from === name || phaseInForce(phases) !== "active") continue;
    const phase = phaseInForce(source.phases);
    if (phase === "active") continue;
    yield {
      code: "phase/still-copied-from",
      path: ["sites", from, "phases", phase],
      message: `site "${from}" is ${phase}, and the active site "${name}" copies from it`,
      help: `freeze "${name}" first, or let it copy from elsewhere`,
    };
  }
};

/** What is retired holds no copy and opens for nobody: a configuration that still counts on it is wrong. */
export const retiredSitesAreOutOfUse: Rule = function* ({ sites, stores, scenarios }) {
  const isRetired = (site: string) => sites[site] !== undefined && phaseInForce(sites[site].phases) === "retired";
  for (const [name, store] of Object.entries(stores)) {
    if (store.kind !== "bucket") continue;
    for (const [index, site] of store.backups.entries())
      if (isRetired(site))
        yield {
          code: "phase/copy-at-retired",
          path: ["stores", name, "backups", index],
          message: `store "${name}" counts on a copy at "${site}", which is retired`,
          help: `take "${site}" out of \`backups\`: nothing rests there any more`,
        };
  }
  for (const [name, { at }] of Object.entries(scenarios))
    for (const [index, site] of at.entries())
      if (isRetired(site))
        yield {
          code: "phase/scenario-at-retired",
          path: ["scenarios", name, "at", index],
          message: `scenario "${name}" acts at "${site}", which is retired`,
          help: `take "${site}" out of \`at\`: a retired site opens for nobody`,
        };
};
