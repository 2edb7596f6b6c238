import type { Verdict } from "../verdict/verdict";

/** The whole verdict: schemas/verdict.schema.json. */
export const jsonReport = (verdict: Verdict): string => JSON.stringify(verdict, null, 2);
