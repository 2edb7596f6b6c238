import { awsRegion } from "./aws-regions";
import type { DeploymentConfig } from "./deployment";
import { isInside, type Jurisdiction } from "./jurisdictions";

type Places = Pick<DeploymentConfig, "aws" | "jurisdiction" | "sites">;

/** Whether a region of AWS exists and lies in the jurisdiction. */
export const liesInside = (jurisdiction: Jurisdiction, region: string): boolean =>
  isInside(jurisdiction, [awsRegion(region)?.country ?? []].flat());

/** Where the records of AWS rest: as told, else at the first site inside. They name objects of the stores. */
export function recordsRegionOf({ aws, jurisdiction, sites }: Places): string | undefined {
  const ofSites = Object.values(sites).map(({ region }) => region);
  return aws.recordsRegion ?? ofSites.find((region) => liesInside(jurisdiction, region));
}
