import { AWS_ACCESS } from "./aws-access";
import { AWS_OPERATIONS } from "./aws-operations";
import { AWS_STORAGE } from "./aws-storage";
import type { Pair } from "./pair";

/** A pair for each row. */
export const PAIRS: Readonly<Record<string, Pair>> = { ...AWS_STORAGE, ...AWS_ACCESS, ...AWS_OPERATIONS };
