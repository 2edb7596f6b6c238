import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { OCI_REGIONS } from "oci-policy";
import { AWS_REGIONS, countryOf } from "../../src/estate/regions";
import type { Declared } from "../../src/guarantees/declared";
import { judgementOf } from "../../src/guarantees/residency/boundary";

const oci = fc.constantFrom(...OCI_REGIONS.map(({ region }) => region));
const aws = fc.constantFrom(...AWS_REGIONS);
const phase = fc.constantFrom("active", "frozen", "retired" as const);

const declared = (more: Partial<Declared>): Declared => ({
  jurisdiction: { name: "US", countries: new Set(["US"]) },
  rests: { oci: [], aws: [] },
  primary: { oci: [], standby: [] },
  sites: [],
  stores: [],
  roles: [],
  trusted: [],
  budgetOf: () => 1,
  oci: {},
  aws: {},
  ...more,
});

test("what no list names is outside, and what one names is inside, for every region", () =>
  fc.assert(
    fc.property(fc.uniqueArray(oci), fc.uniqueArray(aws), oci, aws, (ociRests, awsRests, one, other) => {
      const model = declared({ rests: { oci: ociRests, aws: awsRests } });
      const isInside = (cloud: "oci" | "aws", region: string) =>
        judgementOf({ cloud, regions: [region] }, model).kind === "inside";
      expect(isInside("oci", one)).toBe(ociRests.includes(one));
      expect(isInside("aws", other)).toBe(awsRests.includes(other));
    }),
    { seed: 9 },
  ));

test("several regions are inside only if each is", () =>
  fc.assert(
    fc.property(fc.uniqueArray(aws), fc.array(aws, { minLength: 1 }), (rests, regions) => {
      const model = declared({ rests: { oci: [], aws: rests } });
      const each = regions.every((region) => judgementOf({ cloud: "aws", regions: [region] }, model).kind === "inside");
      expect(judgementOf({ cloud: "aws", regions }, model).kind === "inside").toBe(each);
    }),
    { seed: 9 },
  ));

test("a region that serves lies in the jurisdiction, wherever data may rest", () =>
  fc.assert(
    fc.property(oci, (region) => {
      const model = declared({ rests: { oci: [region], aws: [] }, primary: { oci: [region], standby: [] } });
      const inside = judgementOf({ cloud: "oci", regions: [region] }, model).kind === "inside";
      expect(inside).toBe(countryOf("oci", region) === "US");
    }),
    { seed: 9 },
  ));

test("a site holds copies in its account and until it is retired", () =>
  fc.assert(
    fc.property(aws, phase, fc.boolean(), (region, at, isOwn) => {
      const account = "111122223333";
      const model = declared({
        rests: { oci: [], aws: [region] },
        sites: [{ name: "s", cloud: "aws", region, account, phase: at }],
      });
      const judged = judgementOf({ cloud: "aws", regions: [region], account: isOwn ? account : "444455556666" }, model);
      expect(judged.kind === "inside").toBe(isOwn && at !== "retired");
    }),
    { seed: 9 },
  ));

test("what nobody can tell is never inside", () =>
  fc.assert(
    fc.property(fc.constantFrom("oci" as const, "aws" as const), fc.uniqueArray(aws), (cloud, rests) => {
      const model = declared({ rests: { oci: [], aws: rests } });
      expect(judgementOf({ cloud, regions: { unknown: "why" } }, model)).toEqual({ kind: "unknown", reason: "why" });
    }),
    { seed: 9 },
  ));
