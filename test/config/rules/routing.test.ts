import { describe, expect, test } from "@jest/globals";
import { type OciRegion, ociRegion } from "oci-policy";
import { isOcidIn } from "../../../config/schema/ocid-region";
import { isVantagePointIn, vantagePointCountry, vantagePointsIn } from "../../../config/schema/vantage-points";
import { testRefusals } from "../cases";

const POINTS = "vantagePoints: [aws-iad, goo-chs, azr-sat]";
const KNOWN = "expected one of aws-iad, aws-cmh, aws-pdx, aws-sfo, azr-iad1, azr-ord, azr-sat, goo-chs, goo-cbf";
const HOSTS = "hostnames: [us.larkspur.example, media.us.larkspur.example]";
const IMPORT = "import it into the Certificates service of the load balancer's own region (docs/certificates.md)";

describe("routing", () => {
  // biome-ignore format: one case a line
  testRefusals([
    ["health that is seen from elsewhere is refused", [[POINTS, "vantagePoints: [aws-iad, goo-chs, ▸aws-sin]"]], "routing/vantage-point", "vantage point aws-sin is in SG, outside US", KNOWN, [[POINTS, "vantagePoints: [aws-iad, goo-chs, aws-pdx]"]]],
    ["health that is seen from a place that nobody knows is refused", [[POINTS, "vantagePoints: [aws-iad, goo-chs, ▸aws-nyc]"]], "routing/vantage-point", "vantage point aws-nyc isn't known to be in US", KNOWN, [[POINTS, "vantagePoints: [aws-iad, goo-chs, goo-cbf]"]]],
    ["a vantage point that is named twice is refused", [[POINTS, "vantagePoints: [aws-iad, goo-chs, ▸aws-iad]"]], "routing/vantage-point-twice", "vantage point aws-iad is named twice", "name another one: at least three look at the site, so that one that is down can't take it down", [[POINTS, "vantagePoints: [aws-iad, goo-chs, azr-iad1]"]]],
    ["a name that only ends like the zone is refused", [[HOSTS, "hostnames: [us.larkspur.example, ▸plus.larkspur.example]"]], "routing/hostname", "plus.larkspur.example isn't in zone us.larkspur.example", "name the zone itself or what is below it", [[HOSTS, "hostnames: [us.larkspur.example, pl.us.larkspur.example]"]]],
    ["a name of another zone is refused", [[HOSTS, "hostnames: [us.larkspur.example, ▸media.larkspur.example]"]], "routing/hostname", "media.larkspur.example isn't in zone us.larkspur.example", "name the zone itself or what is below it", [[HOSTS, "hostnames: [us.larkspur.example, a.media.us.larkspur.example]"]]],
    ["a certificate of the other region is refused", [["primary: ocid1.certificate.oc1.phx.", "primary: ▸ocid1.certificate.oc1.iad."]], "routing/certificate", "certificate of the primary isn't in us-phoenix-1", IMPORT, [["primary: ocid1.certificate.oc1.phx.a", "primary: ocid1.certificate.oc1.phx.b"]]],
    ["a certificate of no region is refused", [["standby: ocid1.certificate.oc1.iad.", "standby: ▸ocid1.certificate.oc1.."]], "routing/certificate", "certificate of the standby isn't in us-ashburn-1", IMPORT, [["standby: ocid1.certificate.oc1.iad.a", "standby: ocid1.certificate.oc1.iad.b"]]],
    ["a bandwidth too small for a load balancer is refused", [["minimum: 100,", "minimum: ▸9,"]], "limit/bandwidth", "a bandwidth of 9 Mbps can't be had", "expected at least 10 (Load Balancing API, ShapeDetails)", [["minimum: 100,", "minimum: 10,"]]],
    ["a bandwidth too large for a load balancer is refused", [["maximum: 2000", "maximum: ▸8001"]], "limit/bandwidth", "a bandwidth of 8001 Mbps can't be had", "expected at most 8000 (Load Balancing API, ShapeDetails)", [["maximum: 2000", "maximum: 8000"]]],
    ["a bandwidth whose bounds are crossed is refused", [["maximum: 2000", "maximum: ▸99"]], "routing/bandwidth", "at most 99 Mbps is less than the 100 that are always there", "let the maximum be the minimum at least", [["maximum: 2000", "maximum: 100"]]],
  ]);
});

// Of the EU's there are five, of two providers.
describe("vantage points inside a jurisdiction", () => {
  test.each([
    ["US", ["aws-iad", "aws-cmh", "aws-pdx", "aws-sfo", "azr-iad1", "azr-ord", "azr-sat", "goo-chs", "goo-cbf"]],
    ["EU", ["aws-dub", "aws-fra", "aws-cdg", "aws-arn", "azr-dub"]],
  ] as const)("are known for %s", (jurisdiction, points) => expect(vantagePointsIn(jurisdiction)).toEqual(points));

  test.each([
    ["EU", "aws-lhr", "GB"],
    ["US", "aws-yyz", "CA"],
    ["US", "toString", undefined],
    ["US", "aws-nyc", undefined],
  ] as const)("of %s, %s is none: it is in %s", (jurisdiction, point, country) => {
    expect([isVantagePointIn(jurisdiction, point), vantagePointCountry(point)]).toEqual([false, country]);
  });
});

// Older regions by their key, newer ones by their name, some in both ways.
test.each([
  ["us-ashburn-1", "iad", true],
  ["us-ashburn-1", "us-ashburn-1", true],
  ["us-ashburn-1", "phx", false],
  ["us-ashburn-1", "", false],
  ["eu-frankfurt-1", "eu-frankfurt-1", true],
  ["eu-frankfurt-1", "fra", true],
  ["eu-frankfurt-1", "eu-amsterdam-1", false],
])("of %s is an OCID that says %s: %j", (region, place, expected) => {
  expect(isOcidIn(ociRegion(region) as OciRegion, `ocid1.certificate.oc1.${place}.acme`)).toBe(expected);
});
