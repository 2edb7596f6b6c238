import type { Guarantee } from "./facts";
import { OVERSIGHT } from "./oversight";
import { RECOVERY } from "./recovery";
import { RESIDENCY } from "./residency";
import { ROUTING } from "./routing";

/** The guarantees beside `access`, whose proof says more than a verdict. In the order in which they are told. */
export const GUARANTEES: readonly Guarantee[] = [RESIDENCY, ROUTING, OVERSIGHT, RECOVERY];
