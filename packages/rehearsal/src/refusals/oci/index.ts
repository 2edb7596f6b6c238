import type { RefusalRow } from "../row";
import { DATABASES } from "./database";
import { IDENTITY } from "./identity";
import { KEYS } from "./keys";
import { NETWORK } from "./network";
import { OBJECT_STORAGE } from "./object-storage";
import { RECORDS } from "./records";
import { DNS, EDGE } from "./traffic";

/** What Oracle Cloud refuses. */
export const OCI_REFUSALS: readonly RefusalRow[] = [
  ...IDENTITY,
  ...OBJECT_STORAGE,
  ...KEYS,
  ...DATABASES,
  ...NETWORK,
  ...DNS,
  ...EDGE,
  ...RECORDS,
];
