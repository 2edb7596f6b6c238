import type { Guarantee } from "./facts";
import { RESIDENCY } from "./residency";

/** The guarantees beside `access`, whose proof says more than a verdict. In the order in which they are told. */
export const GUARANTEES: readonly Guarantee[] = [RESIDENCY];
