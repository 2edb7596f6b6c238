import data from "../../data/jurisdictions.json";

/**
 * Jurisdictions of several countries. One that is a country needs no row: `US` is that country, and its territories,
 * which have codes of their own, are not inside.
 */
const JURISDICTIONS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.jurisdictions));

/** What `jurisdiction` and `residency` may say. */
export const JURISDICTION_NAMES: readonly string[] = [...JURISDICTIONS.keys(), ...data.countries];

/** The countries of a jurisdiction, or the country itself. */
export const countriesOf = (name: string): readonly string[] => JURISDICTIONS.get(name) ?? [name];

/** Whether all of these lie inside; none at all doesn't. */
export function isInside(jurisdiction: string, residency: readonly string[]): boolean {
  const inside = countriesOf(jurisdiction);
  const countries = residency.flatMap(countriesOf);
  return countries.length > 0 && countries.every((country) => inside.includes(country));
}
