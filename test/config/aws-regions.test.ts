import { expect, test } from "@jest/globals";
import { AWS_REGIONS, awsRegion } from "../../config/schema/aws-regions";
import { isResidency } from "../../config/schema/jurisdictions";

// Two letters that are no country's, or that lead elsewhere: why facts come from a table and not from a name's prefix.
test.each([
  ["us-east-1", "US"],
  ["us-gov-west-1", "US"],
  ["ap-southeast-1", "SG"],
  ["ca-central-1", "CA"],
  ["sa-east-1", "BR"],
  ["me-central-1", "AE"],
  ["eu-west-2", "GB"],
  ["eu-central-2", "CH"],
])("%s lies in %s", (region, country) => {
  expect(awsRegion(region)).toEqual({ region, country });
});

test.each(["", "us-east-3", "us-east", "US-EAST-1", "us-phoenix-1", "constructor"])('"%s" is no region', (region) => {
  expect(awsRegion(region)).toBeUndefined();
});

test("every region is there once, spelled as AWS does, in a country that exists", () => {
  const names = AWS_REGIONS.map(({ region }) => region);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]{2}(-gov)?-[a-z]+-[0-9]$/.test(name))).toEqual([]);
  expect(AWS_REGIONS.filter(({ country }) => !/^[A-Z]{2}$/.test(country) || !isResidency(country))).toEqual([]);
});
