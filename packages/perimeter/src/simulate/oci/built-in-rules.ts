import { TENANT_ADMIN_POLICY } from "./built-in";
import { estateOfStatements } from "./estate";
import { rulesOf } from "./policy";

/** What every tenancy says besides its own statements. */
export const BUILT_IN = rulesOf(estateOfStatements([TENANT_ADMIN_POLICY]).tenancy);
