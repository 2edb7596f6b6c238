import { BOUNDARY } from "./oci/boundary";
import { CONTAINERS } from "./oci/containers";
import { INSTANCES } from "./oci/instances";
import { KEYS } from "./oci/keys";
import { KEY_USE, LISTS } from "./oci/notes";
import { PEOPLE } from "./oci/people";
import { READS } from "./oci/reads";
import { SERVICES, TAGGED } from "./oci/services";
import { PIPELINE, STORES } from "./oci/stores";
import type { OciDetour } from "./row";

/** Ways around: what leads to reading without being a right to read. */
const DETOURS = [
  ...BOUNDARY,
  ...PEOPLE,
  ...INSTANCES,
  ...CONTAINERS,
  ...SERVICES,
  ...TAGGED,
  ...STORES,
  ...KEYS,
  ...PIPELINE,
] as const;

/** Every row by its name: a test of each is asked for by it. */
export type OciRowId = (typeof READS | typeof DETOURS | typeof LISTS | typeof KEY_USE)[number]["id"];

export const OCI_READS: readonly OciDetour[] = READS;
export const OCI_DETOURS: readonly OciDetour[] = DETOURS;
export const OCI_LISTS: readonly OciDetour[] = LISTS;
export const OCI_KEY_USE: readonly OciDetour[] = KEY_USE;
