import { configurationText, edit } from "./deployments";

type Edits = readonly (readonly [from: string, to: string])[];

/** Singapore is the last site of the file, Virginia the first: each is told apart by what stands before its phases. */
const SINGAPORE = "from: virginia\n    retentionDays: 35\n    phases: { active: 2026-01-01 }";
const VIRGINIA = "objectsMillions: 320\n    phases: { active: 2026-01-01 }";

const phases = (site: string, to: string): Edits => [[site, site.replace("{ active: 2026-01-01 }", `{ ${to} }`)]];

/** Edits of the production configuration that give a site another history. */
export const singapore = (history: string, retentionDays = 35): Edits =>
  phases(SINGAPORE, history).map(([from, to]) => [from, to.replace("retentionDays: 35", `retentionDays: ${retentionDays}`)]);
export const virginia = (history: string): Edits => phases(VIRGINIA, history);

export const FROZEN = "active: 2026-01-01, frozen: 2026-07-01";
export const RETIRED = "active: 2026-01-01, frozen: 2026-07-01, retired: 2026-08-05";

/** Beside the history of a retired site, which has to be given first. */
export const keyDeleted = (date: string): Edits => [[`{ ${RETIRED} }`, `{ ${RETIRED} }\n    keyDeleted: ${date}`]];

/** No store counts on copies at Singapore. */
export const WITHOUT_SINGAPORE: Edits = Array(3).fill(["    backups: [virginia, singapore]\n", "    backups: [virginia]\n"]);
/** No scenario acts there, but for the one that restores. */
export const BUT_FOR_RESTORE: Edits = [
  ...Array<readonly [string, string]>(5).fill(["at: [singapore, virginia]", "at: [virginia]"]),
  ["at: [singapore]", "at: [virginia]"],
];
export const NOT_AT_SINGAPORE: Edits = [...BUT_FOR_RESTORE, ["at: [virginia, singapore]", "at: [virginia]"]];

/** The production configuration on its way out of Singapore, and out of AWS. */
export const PIVOT = {
  active: configurationText("production"),
  frozen: edit(configurationText("production"), ...singapore(FROZEN)),
  allFrozen: edit(configurationText("production"), ...virginia(FROZEN), ...singapore(FROZEN)),
  retired: edit(configurationText("production"), ...singapore(RETIRED), ...WITHOUT_SINGAPORE, ...NOT_AT_SINGAPORE),
  withoutKey: edit(
    configurationText("production"),
    ...singapore(RETIRED),
    ...WITHOUT_SINGAPORE,
    ...NOT_AT_SINGAPORE,
    ...keyDeleted("2026-08-06"),
  ),
} as const;
