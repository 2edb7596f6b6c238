import { isInside, type Jurisdiction } from "./jurisdictions";

/**
 * From where Oracle checks health, by name, with the country that the machine is in. Oracle calls its list a sample that
 * changes: what is missing here is in no jurisdiction until it is added. Source: OCI documentation, "Listing Vantage
 * Points", sample list.
 */
const VANTAGE_POINTS: Readonly<Record<string, string>> = {
  "aws-iad": "US",
  "aws-cmh": "US",
  "aws-dub": "IE",
  "aws-fra": "DE",
  "aws-lhr": "GB",
  "aws-bom": "IN",
  "aws-cdg": "FR",
  "aws-pdx": "US",
  "aws-sfo": "US",
  "aws-gru": "BR",
  "aws-icn": "KR",
  "aws-sin": "SG",
  "aws-arn": "SE",
  "aws-syd": "AU",
  "aws-tyo": "JP",
  "aws-yyz": "CA",
  "azr-iad1": "US",
  "azr-ord": "US",
  "azr-dub": "IE",
  "azr-hkg": "HK",
  "azr-jnb": "ZA",
  "azr-sat": "US",
  "azr-gru": "BR",
  "azr-sin": "SG",
  "goo-chs": "US",
  "goo-cbf": "US",
};

/** The country of a vantage point, or nothing where none is known by this name. */
export const vantagePointCountry = (name: string): string | undefined =>
  Object.hasOwn(VANTAGE_POINTS, name) ? VANTAGE_POINTS[name] : undefined;

/** Whether this vantage point is known to be in the jurisdiction. */
export function isVantagePointIn(jurisdiction: Jurisdiction, name: string): boolean {
  const country = vantagePointCountry(name);
  return country !== undefined && isInside(jurisdiction, [country]);
}

/** The names of all vantage points that are known to be in the jurisdiction. */
export const vantagePointsIn = (jurisdiction: Jurisdiction): readonly string[] =>
  Object.keys(VANTAGE_POINTS).filter((name) => isVantagePointIn(jurisdiction, name));
