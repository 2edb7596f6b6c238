import type { RefusalRow } from "../row";
import { DATABASES } from "./database";
import { DNS } from "./dns";
import { EDGE } from "./edge";
import { IDENTITY } from "./identity";
import { KEYS } from "./keys";
import { NETWORK } from "./network";
import { OBJECT_STORAGE } from "./object-storage";
import { RECORDS } from "./records";

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
