import type { Construct } from "constructs";
import { isInside } from "../config/schema/jurisdictions";
import type { Role } from "../config/schema/model";
import type { CopyBucket } from "../constructs/aws/copies/copy-bucket";
import { InsideLimit, OutsideLimit } from "../constructs/aws/identity/people-limits";
import { type PersonEntry, PersonRole } from "../constructs/aws/identity/person-role";
import { SignOn } from "../constructs/aws/identity/sign-on";
import type { AwsGrant } from "../constructs/aws/policy/grant";
import { FOREIGN_DOMAIN } from "../constructs/oci/principals";
import { refuse } from "../constructs/refusal";
import type { SiteContext } from "./site-context";
import { grantsAtSite, scenariosAt } from "./site-grants";

/** Makes a role of each that acts at the site, entered from the domain of its people, and says what they all got. */
export function admitPeople(scope: Construct, context: SiteContext, bucket: CopyBucket): AwsGrant[] {
  const { deployment, site, account, region, prefix, granting } = context;
  const { jurisdiction } = deployment;
  const here = deployment.roles.filter((role) => scenariosAt(site.name, role).length > 0 && entersAws(scope, role, site.name));
  const isForeign = (role: Role) => !isInside(jurisdiction, role.countries);
  const inside = here.some((role) => !isForeign(role)) ? fromInside(scope, context) : undefined;
  const outside = here.some(isForeign) ? fromOutside(scope, context) : undefined;
  const boundary = { account, prefix, people: here.map(({ name }) => name) };
  return here.flatMap((role) => {
    const grants = grantsAtSite(role, { name: site.name, region, scope, bucket, boundary, granting });
    const entry = isForeign(role) ? outside : inside;
    if (entry) new PersonRole(scope, `role-${role.name}`, { role, prefix, jurisdiction, grants, entry });
    else refuseWithoutSignOn(scope, role, site.name);
    return grants;
  });
}

const fromInside = (scope: Construct, { deployment, account, prefix }: SiteContext): PersonEntry => ({
  from: "inside",
  signOn: new SignOn(scope, "sign-on", { account, domain: prefix, metadata: deployment.signOnMetadata }),
  limit: new InsideLimit(scope, "limit-people", { prefix }),
});

/** Their own domain, which administers no role of the jurisdiction. */
function fromOutside(scope: Construct, { deployment, account, prefix }: SiteContext): PersonEntry | undefined {
  const { foreignSignOnMetadata: metadata } = deployment;
  if (metadata === undefined) return undefined;
  return {
    from: "outside",
    signOn: new SignOn(scope, "sign-on-abroad", { account, domain: FOREIGN_DOMAIN, metadata }),
    limit: new OutsideLimit(scope, "limit-abroad", { prefix }),
  };
}

/** The pipeline's role is there before the stack; machines of the other cloud, and auditors of another tenancy, don't enter. */
function entersAws(scope: Construct, { name, assumedBy, admittedFrom }: Role, site: string): boolean {
  if (assumedBy === "pipeline") return false;
  const unable = admittedFrom
    ? `signs in to tenancy "${admittedFrom.name}"`
    : assumedBy === "app" || assumedBy === "copier"
      ? `is assumed by the ${assumedBy}`
      : undefined;
  if (unable !== undefined)
    refuse(scope, {
      message: `role "${name}" ${unable}, and has no way into AWS`,
      help: `take site "${site}" out of the scenarios of the role`,
      about: ["roles", name, "scenarios"],
    });
  return unable === undefined;
}

const refuseWithoutSignOn = (scope: Construct, { name, residency }: Role, site: string) =>
  refuse(scope, {
    message: `role "${name}" resides in ${residency} and acts at "${site}", and its people's domain isn't known there`,
    help: `add aws.signOn.foreignMetadata with the SAML metadata of domain "${FOREIGN_DOMAIN}"`,
    about: ["aws", "signOn"],
  });
