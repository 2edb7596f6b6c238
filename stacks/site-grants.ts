import type { Construct } from "constructs";
import type { Role, Scenario } from "../config/schema/model";
import { type AccountBoundary, grantBoundary } from "../constructs/aws/boundary-grants";
import type { CopyBucket } from "../constructs/aws/copies/copy-bucket";
import { grantHealth } from "../constructs/aws/health";
import type { AwsGrant, Granting } from "../constructs/aws/policy/grant";
import { refuse } from "../constructs/refusal";

/** Everything that the registry can open at a site. */
export interface OpenableSite {
  readonly name: string;
  readonly region: string;
  /** Where a refusal is shown that no bucket or key makes itself. */
  readonly scope: Construct;
  readonly bucket: CopyBucket;
  readonly boundary: AccountBoundary;
  readonly granting: Granting;
}

export const scenariosAt = (site: string, { scenarios }: Role): readonly Scenario[] =>
  scenarios.filter(({ at }) => at.includes(site));

/** What a role of people gets at a site: the sum over its scenarios, and nothing that no scenario names. */
export function grantsAtSite(role: Role, site: OpenableSite): AwsGrant[] {
  const { name, scope, granting, boundary, region } = site;
  return scenariosAt(name, role).flatMap((scenario) => [
    ...(scenario.stores.length > 0 ? onCopies(role, scenario, site) : []),
    ...(scenario.keys.length > 0 ? onKey(role, scenario, site) : []),
    ...(scenario.boundary ? grantBoundary(scope, role, scenario, granting, boundary) : []),
    ...(scenario.health ? grantHealth(scope, role, scenario, granting, region) : []),
    ...notForPeople(role, scenario, site),
  ]);
}

function onCopies(role: Role, scenario: Scenario, { scope, bucket, name }: OpenableSite): AwsGrant[] {
  switch (scenario.capability) {
    case "content":
      return bucket.grantRead(role, scenario);
    case "metadata":
      bucket.key.grantMetadata(role, scenario);
      return bucket.grantMetadata(role, scenario);
    case "administer":
      return refused(scope, role, scenario, `administer the copies at "${name}"`);
  }
}

/** The key's own policy says it all: there is nothing to add to the role's. */
function onKey(role: Role, scenario: Scenario, { bucket }: OpenableSite): AwsGrant[] {
  if (scenario.capability === "administer") bucket.key.grantCustody(role, scenario);
  else bucket.key.grantMetadata(role, scenario);
  return [];
}

const notForPeople = (role: Role, scenario: Scenario, { scope, name }: OpenableSite): AwsGrant[] =>
  (["infrastructure", "records"] as const).flatMap((subject) =>
    scenario[subject] ? refused(scope, role, scenario, `act on the ${subject} at "${name}"`) : [],
  );

function refused(scope: Construct, role: Role, { name }: Scenario, what: string): AwsGrant[] {
  refuse(scope, {
    message: `role "${role.name}" can't ${what} in scenario "${name}"`,
    help: "that is the pipeline's: give the scenario to a role with `assumedBy: pipeline`, or take the site out of its `at`",
    about: ["roles", role.name, "scenarios"],
  });
  return [];
}
