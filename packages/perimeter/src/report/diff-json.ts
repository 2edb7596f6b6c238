import type { Difference } from "../diff";

/** The difference for machines: version 1, as `schemas/diff.schema.json` describes it. */
export const diffJson = (difference: Difference): string => JSON.stringify(difference, null, 2);
