import { catalogue, lazy, row } from "./data";

/**
 * What a resource type of Terraform's provider `oracle/oci` has to do with access to data: `grant`, `credential`,
 * `federation`, `copy`, `keys`, `principal`, `content` and others; none for one that is neutral, `undefined` for one that
 * nobody has classed.
 */
export function terraformClasses(type: string): readonly string[] | undefined {
  return row(catalogue().terraformTypes, type) ?? (neutral().has(type) ? [] : undefined);
}

const neutral = lazy(() => new Set(catalogue().terraformNeutral));
