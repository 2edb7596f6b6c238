import data from "../../../../data/oci-geokeys.json";

/** Where a query can come from: a state, country or continent, and what that lies in. */
export interface Place {
  readonly key: string;
  /** A name of the continent, or the code of a country. */
  readonly name: string;
  readonly within?: string;
}

const PLACES: ReadonlyMap<string, Place> = new Map(
  Object.entries(data.continents).flatMap(([name, { key, countries }]) => [
    [key, { key, name }] as const,
    ...Object.entries(countries).flatMap(([code, country]) => [
      [country, { key: country, name: code, within: key }] as const,
      ...(code in data.states ? data.states[code as keyof typeof data.states] : []).map(
        (state) => [state, { key: state, name: `a part of ${code}`, within: country }] as const,
      ),
    ]),
  ]),
);

export const placeOf = (key: string): Place | undefined => PLACES.get(key);

/** A place with all that it lies in, the smallest first. */
export function chainOf(key: string): readonly Place[] {
  const place = PLACES.get(key);
  return place ? [place, ...(place.within === undefined ? [] : chainOf(place.within))] : [];
}

export const keyOfCountry = (code: string): string | undefined =>
  [...PLACES.values()].find(({ name, within }) => name === code && within !== undefined)?.key;
