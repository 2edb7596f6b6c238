import type { Diagnostic } from "../../diagnostic";

export type Warnings = readonly Diagnostic[];

/** A warning as a rule gives it; a rule that has nothing to say gives none. */
export function warn(rule: string, path: string, message: string, help?: string): Warnings {
  return [{ code: `policy/${rule}`, message, ...(path === "" ? {} : { path }), ...(help === undefined ? {} : { help }) }];
}
