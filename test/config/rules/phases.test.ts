import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDeployment } from "../../../config/schema/load";
import { daysAfter, longestLock, phaseInForce } from "../../../config/schema/phases";
import { besideConfigurations, edit } from "../../support/deployments";
import {
  BUT_FOR_RESTORE,
  FROZEN,
  keyDeleted,
  NOT_AT_SINGAPORE,
  RETIRED,
  singapore,
  virginia,
  WITHOUT_SINGAPORE,
} from "../../support/pivot";
import { type Edits, PRODUCTION, problemsOf, testRefusals } from "../cases";

/** What is locked for longer there is locked for as long where it is carried on to. */
const LONGER_AT_VIRGINIA: Edits = [["retentionDays: 35\n    egressAddresses", "retentionDays: 90\n    egressAddresses"]];

const RETIRED_SINGAPORE: Edits = [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE];

describe("phases", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["frozen before it was active is refused", singapore("active: 2026-01-01, frozen: ▸2025-12-31"), "phase/out-of-order", 'site "singapore" is frozen on 2025-12-31, and active since 2026-01-01', "expected a date after 2026-01-01: a site is active, then frozen, then retired", singapore("active: 2026-01-01, frozen: 2026-01-02")],
    ["frozen on the day that it became active is refused", singapore("active: 2026-01-01, frozen: ▸2026-01-01"), "phase/out-of-order", 'site "singapore" is frozen on 2026-01-01, and active since 2026-01-01', "expected a date after 2026-01-01: a site is active, then frozen, then retired", singapore(FROZEN)],
    ["retired before it was frozen is refused", [...singapore("active: 2026-01-01, frozen: 2026-07-01, retired: ▸2026-06-30"), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE], "phase/out-of-order", 'site "singapore" is retired on 2026-06-30, and frozen since 2026-07-01', "expected a date after 2026-07-01: a site is active, then frozen, then retired", [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
    ["retired without having been frozen is refused", [...singapore("active: 2026-01-01, ▸retired: 2027-01-01"), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE], "phase/left-out", 'site "singapore" is retired without having been frozen', "add the date of `frozen:` first: nothing new may arrive while what is there runs out", [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
    ["retired a day before retention has run out is refused with the day on which it has", [...singapore(RETIRED.replace("retired: 2026-08-05", "retired: ▸2026-08-04")), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE], "phase/retention-runs", 'site "singapore" can\'t be retired on 2026-08-04: what arrived until 2026-07-01 is locked for 35 days', "possible from 2026-08-05 on", [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
    ["retired while what came with a longer lock is still locked is refused", [...LONGER_AT_VIRGINIA, ...singapore(RETIRED.replace("retired: 2026-08-05", "retired: ▸2026-09-28")), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE], "phase/retention-runs", 'site "singapore" can\'t be retired on 2026-09-28: what arrived until 2026-07-01 is locked for 90 days', "possible from 2026-09-29 on", [...LONGER_AT_VIRGINIA, ...singapore(RETIRED.replace("2026-08-05", "2026-09-29")), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
    ["a key that is deleted while copies rest there is refused", [...singapore(FROZEN), [`{ ${FROZEN} }`, `{ ${FROZEN} }\n    keyDeleted: ▸2026-12-01`]], "phase/key-in-use", 'the key of site "singapore" can\'t be deleted on 2026-12-01: the site is frozen', "expected a site that is retired: until then copies rest there", singapore(FROZEN)],
    ["a key that is deleted together with the retirement is refused", [...RETIRED_SINGAPORE, ...keyDeleted("▸2026-08-05")], "phase/key-in-use", 'the key of site "singapore" can\'t be deleted on 2026-08-05: the site is retired on 2026-08-05', "possible after 2026-08-05, once what is retired is deployed", [...RETIRED_SINGAPORE, ...keyDeleted("2026-08-06")]],
    ["a frozen site that an active one copies from is refused", virginia("active: 2026-01-01, frozen: ▸2026-07-01"), "phase/still-copied-from", 'site "virginia" is frozen, and the active site "singapore" copies from it', 'freeze "singapore" first, or let it copy from elsewhere', [...virginia(FROZEN), ...singapore(FROZEN)]],
    ["a store that counts on a copy at a retired site is refused", [...singapore(RETIRED), ["backups: [virginia, singapore]", "backups: [virginia, ▸singapore]"], ...WITHOUT_SINGAPORE.slice(1), ...NOT_AT_SINGAPORE], "phase/copy-at-retired", 'store "media" counts on a copy at "singapore", which is retired', 'take "singapore" out of `backups`: nothing rests there any more', [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
    ["a scenario at a retired site is refused", [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...BUT_FOR_RESTORE, ["at: [virginia, singapore]", "at: [virginia, ▸singapore]"]], "phase/scenario-at-retired", 'scenario "restore-read" acts at "singapore", which is retired', 'take "singapore" out of `at`: a retired site opens for nobody', [...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE]],
  ]);
});

test.each([
  [{ active: "2026-01-01" }, "active"],
  [{ active: "2026-01-01", frozen: "2026-07-01" }, "frozen"],
  [{ active: "2026-01-01", frozen: "2026-07-01", retired: "2026-08-05" }, "retired"],
])("the last phase of %j is in force", (history, phase) => expect(phaseInForce(history)).toBe(phase));

test.each([
  ["2026-07-01", 35, "2026-08-05"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-03-28", 2, "2026-03-30"],
])("%s and %i days is %s", (date, days, later) => expect(daysAfter(date, days)).toBe(later));

test.each([
  ["a site that copies from the primary", { from: "primary", retentionDays: 35 }, 35],
  ["a site that copies from one with a shorter lock", { from: "shorter", retentionDays: 35 }, 35],
  ["a site that copies from one with a longer lock", { from: "longer", retentionDays: 35 }, 90],
])("%s: %j is locked for %i days at most", (_, site, days) => {
  const at = (retentionDays: number) => ({ from: "primary", retentionDays });
  expect(longestLock(site, { shorter: at(7), longer: at(90) })).toBe(days);
});

/** The same rule as somebody with a calendar would apply it, counting days one by one. */
function isLawful(active: Date, frozen: Date | undefined, retired: Date | undefined, retention: number): boolean {
  if (frozen === undefined) return retired === undefined;
  if (frozen <= active) return false;
  if (retired === undefined) return true;
  const locked = new Date(frozen);
  for (let day = 0; day < retention; day++) locked.setUTCDate(locked.getUTCDate() + 1);
  return retired > frozen && retired >= locked;
}

/** The kinds of problems of a text: what stands before the slash of their codes. */
const codesOf = (text: string) => [...new Set(problemsOf(text).map((problem) => problem.split(" ")[1]?.split("/")[0]))];

test("a history is accepted when a calendar accepts it, and only then", () => {
  const day = fc.integer({ min: 0, max: 120 }).map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)));
  const maybe = fc.option(day, { nil: undefined });
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const written = (phase: string, date: Date | undefined) => (date ? `, ${phase}: ${text(date)}` : "");
  fc.assert(
    fc.property(day, maybe, maybe, fc.integer({ min: 1, max: 80 }), (active, frozen, retired, retention) => {
      const history = `active: ${text(active)}${written("frozen", frozen)}${written("retired", retired)}`;
      const made = edit(PRODUCTION, ...singapore(history, retention), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE);
      // What comes from Virginia is locked for 35 days there.
      if (isLawful(active, frozen, retired, Math.max(35, retention)))
        expect(() => parseDeployment("config/test.yaml", made, besideConfigurations)).not.toThrow();
      else expect(codesOf(made)).toEqual(["phase"]);
    }),
  );
});
