import { describe, expect, test } from "@jest/globals";
import { OCI_REGIONS, ociRegion } from "../../src/index";

describe("the table of regions", () => {
  test.each(["region", "key"] as const)("names each %s once", (column) => {
    expect(new Set(OCI_REGIONS.map((region) => region[column])).size).toBe(OCI_REGIONS.length);
  });

  test.each(OCI_REGIONS.map((region) => [region.region, region] as const))("%s is well formed", (name, region) => {
    expect(region).toMatchObject({
      region: expect.stringMatching(/^[a-z]{2}(-[a-z]+)+-\d$/),
      key: expect.stringMatching(/^[A-Z]{3}$/),
      realm: expect.stringMatching(/^OC\d+$/),
      country: expect.stringMatching(/^[A-Z]{2}$/),
    });
    expect(ociRegion(name)).toBe(region);
  });

  // Source: OCI documentation, "Regions and Availability Domains". A prefix says neither country nor realm.
  test.each([
    ["us-phoenix-1", "PHX", "OC1", "US"],
    ["us-ashburn-1", "IAD", "OC1", "US"],
    ["us-ashburn-2", "YXJ", "OC42", "US"],
    ["us-langley-1", "LFI", "OC2", "US"],
    ["eu-frankfurt-1", "FRA", "OC1", "DE"],
    ["eu-zurich-1", "ZRH", "OC1", "CH"],
    ["ap-singapore-1", "SIN", "OC1", "SG"],
    ["eu-jovanovac-1", "BEG", "OC20", "RS"],
  ])("%s is %s, in realm %s and country %s", (region, key, realm, country) => {
    expect(ociRegion(region)).toMatchObject({ key, realm, country });
  });

  test.each(["us-phoenix-2", "US-PHOENIX-1", "PHX", "", "constructor"])("%j is no region", (name) => {
    expect(ociRegion(name)).toBeUndefined();
  });
});
