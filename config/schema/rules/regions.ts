import { OCI_REGIONS, type OciRegion, ociRegion } from "oci-policy";
import { AWS_REGIONS, awsRegion } from "../aws-regions";
import { quote } from "../diagnostic";
import { registriesOf, registryOf } from "../images";
import { isInside, type JURISDICTIONS } from "../jurisdictions";
import { expectedOneOf } from "../nearest";
import type { ConfigPath } from "../positions";
import type { Problem, Rule } from "./rule";

/** Home, primary and standby: regions that exist, of one realm, inside the jurisdiction. */
export const regionsAreInside: Rule = function* ({ oci, jurisdiction }) {
  const inside = OCI_REGIONS.filter(({ country }) => isInside(jurisdiction, [country]));
  // A home outside says nothing about the realm: it has to be changed itself.
  const home = inside.find(({ region }) => region === oci.home);
  const regionsOf = (realm: string | undefined) =>
    inside.filter((each) => realm === undefined || each.realm === realm).map(({ region }) => region);
  const declared: [ConfigPath, string][] = [
    [["oci", "home"], oci.home],
    [["oci", "primary", "region"], oci.primary.region],
    [["oci", "standby", "region"], oci.standby.region],
  ];
  for (const [path, name] of declared) {
    const region = ociRegion(name);
    if (!region) yield unknownRegion(path, name, regionsOf(home?.realm));
    else if (!isInside(jurisdiction, [region.country]))
      yield outside(path, region, jurisdiction, regionsOf(home?.realm ?? COMMERCIAL_REALM));
    else if (home && region.realm !== home.realm) yield otherRealm(path, region, home, regionsOf(home.realm));
  }
};

/** IAM is recorded in the home region, and evidence rests in the two regions that serve. Regions that are wrong come first. */
export const homeKeepsRecords: Rule = function* (config) {
  const { home, primary, standby } = config.oci;
  const isServing = home === primary.region || home === standby.region;
  if (isServing || [...regionsAreInside(config)].length > 0) return;
  yield {
    code: "region/home-apart",
    path: ["oci", "home"],
    message: `the home region ${home} is neither the primary (${primary.region}) nor the standby (${standby.region})`,
    help: "choose it for one of them: changes of IAM are recorded in the home region, where no evidence would keep them",
  };
};

/** A standby in the primary's region would fall with it. */
export const standbyIsApart: Rule = function* ({ oci }) {
  if (oci.primary.region === oci.standby.region)
    yield {
      code: "region/standby-not-apart",
      path: ["oci", "standby", "region"],
      message: `the standby is in ${oci.standby.region}, as the primary is`,
      help: "choose another region of the jurisdiction: an outage of one must leave the other",
    };
};

/** The app tier has no way to the internet: its image must be in the registry of its own region. */
export const imageIsInReach: Rule = function* ({ oci, app }) {
  const primary = ociRegion(oci.primary.region);
  const registry = registryOf(app.image);
  // An unknown region is another rule's.
  if (primary && !registriesOf(primary).includes(registry))
    yield {
      code: "app/image-out-of-reach",
      path: ["app", "image"],
      message: `image registry ${quote(registry)} is out of the reach of the app tier in ${primary.region}`,
      help: expectedOneOf(registry, registriesOf(primary)),
    };
};

/** Backup sites are in regions that exist. They may lie outside the jurisdiction: that is what declares them. */
export const siteRegionsExist: Rule = function* ({ sites }) {
  for (const [name, site] of Object.entries(sites))
    if (!awsRegion(site.region))
      yield {
        code: "region/unknown",
        path: ["sites", name, "region"],
        message: `unknown AWS region ${quote(site.region)}`,
        help: expectedOneOf(
          site.region,
          AWS_REGIONS.map(({ region }) => region),
        ),
      };
};

/** Where everybody is who isn't told otherwise; every jurisdiction has regions of it. */
const COMMERCIAL_REALM = "OC1";

const unknownRegion = (path: ConfigPath, name: string, eligible: readonly string[]): Problem => ({
  code: "region/unknown",
  path,
  message: `unknown OCI region ${quote(name)}`,
  help: expectedOneOf(name, eligible),
});

const outside = (
  path: ConfigPath,
  { region, country }: OciRegion,
  jurisdiction: keyof typeof JURISDICTIONS,
  eligible: readonly string[],
): Problem => ({
  code: "region/outside-jurisdiction",
  path,
  message: `region "${region}" lies in ${country}, outside the jurisdiction ${jurisdiction}`,
  help: `choose one of: ${eligible.join(", ")}`,
});

const otherRealm = (path: ConfigPath, { region, realm }: OciRegion, home: OciRegion, eligible: readonly string[]): Problem => ({
  code: "region/other-realm",
  path,
  message: `region "${region}" belongs to realm ${realm}, the home region to ${home.realm}: realms share nothing`,
  help: `choose one of: ${eligible.join(", ")}`,
});
