import { IDENTITIES } from "./identities";
import { ORGANIZATIONS } from "./organizations";
import { asRows, PASSED, RUNNING, TRUSTING } from "./passed-roles";
import { KEY_USE, LISTS, READS } from "./reads";
import type { AwsDetour } from "./row";
import { STORES } from "./stores";

/** Every row by its name: a test of each is asked for by it. */
export type AwsRowId = (
  | typeof READS
  | typeof LISTS
  | typeof KEY_USE
  | typeof IDENTITIES
  | typeof ORGANIZATIONS
  | typeof STORES
  | typeof PASSED
  | typeof TRUSTING
  | typeof RUNNING
)[number]["id"];

export const AWS_READS: readonly AwsDetour[] = READS;
/** Ways around: what leads to reading without being a right to read. */
export const AWS_DETOURS: readonly AwsDetour[] = [
  ...IDENTITIES,
  ...asRows(PASSED, "passes"),
  ...asRows(TRUSTING, "trusts"),
  ...RUNNING,
  ...STORES,
  ...ORGANIZATIONS,
];
export const AWS_LISTS: readonly AwsDetour[] = LISTS;
export const AWS_KEY_USE: readonly AwsDetour[] = KEY_USE;
