/** Countries whose soil counts as inside, by jurisdiction. Codes are ISO 3166-1 alpha-2. */
export const JURISDICTIONS = {
  US: ["US"],
  // Source: European Union, "EU countries" (the 27 member states).
  EU: [
    ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"],
    ...["IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"],
  ],
} as const satisfies Record<string, readonly string[]>;

/**
 * Countries of their own in ISO 3166-1 whose people belong to a jurisdiction: its users' requests come from there too.
 * They are no soil for data. Source: ISO 3166-1, "United States of America", remarks.
 */
const TERRITORIES: Readonly<Record<keyof typeof JURISDICTIONS, readonly string[]>> = {
  US: ["AS", "GU", "MP", "PR", "UM", "VI"],
  EU: [],
};

export type Jurisdiction = keyof typeof JURISDICTIONS;
export const JURISDICTION_NAMES = Object.keys(JURISDICTIONS) as [Jurisdiction, ...Jurisdiction[]];

const isJurisdiction = (text: string): text is Jurisdiction => Object.hasOwn(JURISDICTIONS, text);

/** The countries that a residency stands for: those of a jurisdiction, or the country itself. */
export function countriesOf(residency: string): readonly string[] {
  return isJurisdiction(residency) ? JURISDICTIONS[residency] : [residency];
}

/** Whether all of `countries` lie inside the jurisdiction. No country at all is not inside. */
export function isInside(jurisdiction: Jurisdiction, countries: readonly string[]): boolean {
  const inside: readonly string[] = JURISDICTIONS[jurisdiction];
  return countries.length > 0 && countries.every((country) => inside.includes(country));
}

/** Where requests of the jurisdiction's users come from when they don't travel: wider than where their data may rest. */
export const servedCountries = (jurisdiction: Jurisdiction): readonly string[] => [
  ...JURISDICTIONS[jurisdiction],
  ...TERRITORIES[jurisdiction],
];

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** Whether this is a jurisdiction known here or a country of ISO 3166-1. */
export function isResidency(text: string): boolean {
  return isJurisdiction(text) || (/^[A-Z]{2}$/.test(text) && COUNTRY_NAMES.of(text) !== undefined);
}
