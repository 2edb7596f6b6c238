import { describe, expect, test } from "@jest/globals";
import { edit } from "../../support/deployments";
import { type Edits, PRODUCTION, problemsOf, testRefusals, unmark } from "../cases";

const UNKNOWN = "region/unknown";
const OUTSIDE = "region/outside-jurisdiction";
const REALM = "region/other-realm";
const OC1 = "choose one of: us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
const AWS_FIRST =
  "expected one of: us-east-1, us-east-2, us-west-1, us-west-2, af-south-1, ap-east-1, ap-east-2, ap-northeast-1, …";

const home = (to: string): Edits => [["home: us-phoenix-1", `home: ${to}`]];
/** A certificate is of the region of its load balancer. */
const certificate = (from: string, to: string): Edits => [
  [`ocid1.certificate.oc1.${from}.`, `ocid1.certificate.oc1.${to.replace("▸", "").toLowerCase()}.`],
];
/** With the image in its registry. */
const primary = (to: string): Edits => [
  ["    region: us-phoenix-1", `    region: ${to}`],
  ["image: phx.ocir.io", `image: ${to.replace("▸", "")}.ocir.io`],
  ...certificate("phx", to),
];
const standby = (to: string): Edits => [["    region: us-ashburn-1", `    region: ${to}`], ...certificate("iad", to)];
/** The primary elsewhere, and the home region where the evidence still is. */
const atHome = (to: string): Edits => [...home("us-ashburn-1"), ...primary(to)];
const site = (to: string): Edits => [["region: ap-southeast-1", `region: ${to}`]];

// biome-ignore format: one case a line
testRefusals([
  ["an unknown region names the nearest valid one", home("▸us-pheonix-1"), UNKNOWN, 'unknown OCI region "us-pheonix-1"', 'did you mean "us-phoenix-1"?', home("us-ashburn-1")],
  ["an unknown region near a foreign one doesn't name it", primary("▸eu-frankfurt-9"), UNKNOWN, 'unknown OCI region "eu-frankfurt-9"', OC1.replace("choose", "expected"), atHome("us-chicago-1")],
  ["a region's key is not its name", standby("▸IAD"), UNKNOWN, 'unknown OCI region "IAD"', OC1.replace("choose", "expected"), standby("us-saltlake-2")],
  ["a standby in an AWS region names the nearest", standby("▸us-aschburn-1"), UNKNOWN, 'unknown OCI region "us-aschburn-1"', 'did you mean "us-ashburn-1"?', standby("us-sanjose-1")],
  ["a primary in another country is refused", primary("▸ca-toronto-1"), OUTSIDE, 'region "ca-toronto-1" lies in CA, outside the jurisdiction US', OC1, atHome("us-sanjose-1")],
  ["a standby in another country is refused", standby("▸eu-frankfurt-1"), OUTSIDE, 'region "eu-frankfurt-1" lies in DE, outside the jurisdiction US', OC1, standby("us-chicago-1")],
  ["a primary of another realm is refused, though it lies in the country", primary("▸us-gov-phoenix-1"), REALM, 'region "us-gov-phoenix-1" belongs to realm OC3, the home region to OC1: realms share nothing', OC1, atHome("us-saltlake-2")],
  ["a standby of another realm is refused, though it lies in the country", standby("▸us-langley-1"), REALM, 'region "us-langley-1" belongs to realm OC2, the home region to OC1: realms share nothing', OC1, standby("us-chicago-1")],
  ["an image outside of the primary's registry is refused", [["  image: phx.ocir.io", "  image: ▸docker.io"]], "app/image-out-of-reach", 'image registry "docker.io" is out of the reach of the app tier in us-phoenix-1', "expected one of: phx.ocir.io, us-phoenix-1.ocir.io, artifacts.us-phoenix-1.oci.oraclecloud.com", [["phx.ocir.io", "us-phoenix-1.ocir.io"]]],
  ["an image in the registry of another region is refused", [["  image: phx.ocir.io", "  image: ▸iad.ocir.io"]], "app/image-out-of-reach", 'image registry "iad.ocir.io" is out of the reach of the app tier in us-phoenix-1', 'did you mean "phx.ocir.io"?', [["phx.ocir.io", "artifacts.us-phoenix-1.oci.oraclecloud.com"]]],
  ["a standby in the primary's region is refused", standby("▸us-phoenix-1"), "region/standby-not-apart", "the standby is in us-phoenix-1, as the primary is", "choose another region of the jurisdiction: an outage of one must leave the other", standby("us-sanjose-1")],
  ["a home region that holds no evidence is refused", home("▸us-sanjose-1"), "region/home-apart", "the home region us-sanjose-1 is neither the primary (us-phoenix-1) nor the standby (us-ashburn-1)", "choose it for one of them: changes of IAM are recorded in the home region, where no evidence would keep them", home("us-ashburn-1")],
  ["an unknown AWS region names the nearest", site("▸ap-southeast-11"), UNKNOWN, 'unknown AWS region "ap-southeast-11"', 'did you mean "ap-southeast-1"?', site("ap-southeast-2")],
  ["an unknown AWS region near none lists the first", site("▸singapore"), UNKNOWN, 'unknown AWS region "singapore"', AWS_FIRST, site("eu-west-1")],
]);

/** What the rules about regions say; an EU deployment made of ours has other problems. */
const regionProblems = (...edits: Edits) => {
  const { text, places } = unmark(edit(PRODUCTION, ...edits));
  return { places, problems: problemsOf(text).filter((problem) => problem.includes(" region/")) };
};

describe("a home region that is wrong itself", () => {
  test.each([
    ["in another country", "eu-frankfurt-1", "DE"],
    ["in another country and of a realm that has no region in ours", "eu-dcc-dublin-1", "IE"],
  ])("%s is refused alone, and the remedy names commercial regions", (_name, region, country) => {
    const { places, problems } = regionProblems(...home(`▸${region}`));
    expect(problems).toEqual([
      `${places[0]} ${OUTSIDE}: region "${region}" lies in ${country}, outside the jurisdiction US → ${OC1}`,
    ]);
  });

  test("of another realm in the country makes the other regions the problem", () => {
    const gov = "choose one of: us-gov-ashburn-1, us-gov-chicago-1, us-gov-phoenix-1";
    const { places, problems } = regionProblems(
      ...home("us-gov-phoenix-1"),
      ...primary("▸us-phoenix-1"),
      ...standby("▸us-ashburn-1"),
    );
    expect(problems).toEqual([
      `${places[0]} ${REALM}: region "us-phoenix-1" belongs to realm OC1, the home region to OC3: realms share nothing → ${gov}`,
      `${places[1]} ${REALM}: region "us-ashburn-1" belongs to realm OC1, the home region to OC3: realms share nothing → ${gov}`,
    ]);
  });
});

describe("another jurisdiction", () => {
  const eu: Edits = [["jurisdiction: US", "jurisdiction: EU"], ...home("eu-frankfurt-1"), ...primary("eu-frankfurt-1")];
  test("takes regions of any of its countries", () => {
    expect(regionProblems(...eu, ...standby("eu-paris-1")).problems).toEqual([]);
  });
  test("takes none that is near and outside", () => {
    const { places, problems } = regionProblems(...eu, ...standby("▸eu-zurich-1"));
    expect(problems).toEqual([
      expect.stringContaining(`${places[0]} ${OUTSIDE}: region "eu-zurich-1" lies in CH, outside the jurisdiction EU`),
    ]);
  });
});
