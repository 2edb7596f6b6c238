import type { Diagnostic } from "../../diagnostic";

/** Rules give their warnings one by one, so that nobody works out more of them than are told. */
export type Warnings = Iterable<Diagnostic>;

/** What a rule has to say of a place. */
export function warning(rule: string, path: string, message: string, help?: string): Diagnostic {
  return { code: `policy/${rule}`, message, path, ...(help === undefined ? {} : { help }) };
}
