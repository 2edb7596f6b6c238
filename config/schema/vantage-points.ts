import type { Jurisdiction } from "./jurisdictions";

/**
 * From where Oracle checks health, by name, with the jurisdiction that the machine is in. Those of other jurisdictions
 * are left out. Source: OCI documentation, "Listing Vantage Points".
 */
export const VANTAGE_POINTS: Readonly<Record<string, Jurisdiction>> = {
  "aws-iad": "US",
  "aws-cmh": "US",
  "aws-pdx": "US",
  "aws-sfo": "US",
  "azr-iad1": "US",
  "azr-ord": "US",
  "azr-sat": "US",
  "goo-chs": "US",
  "goo-cbf": "US",
};
