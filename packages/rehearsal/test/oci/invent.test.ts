import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { invent, placeOf, regionOf } from "../../src/oci/invent";
import { textOf, type Value } from "../../src/schema/value";
import { OCI } from "./rehearsed";

const SCOPE = OCI.scope({ region: "us-phoenix-1" });

/** What a template would get that names one value, `it`. */
const invented = (kind: string, argument: string, seed: string, it?: Value) =>
  invent(kind, argument, seed, SCOPE, (name) => (name === "it" ? it : undefined));

const numberOf = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

describe("an address", () => {
  const subnets = fc.record({
    net: fc.integer({ min: 0, max: 255 }),
    length: fc.integer({ min: 16, max: 29 }),
    seed: fc.string(),
  });
  test("is in its subnet, and neither of the first two nor the last", () => {
    fc.assert(
      fc.property(subnets, ({ net, length, seed }) => {
        const base = numberOf(`10.${net}.0.0`);
        const at = numberOf(textOf(invented("private", "it", seed, `10.${net}.0.0/${length}`))) - base;
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThan(2 ** (32 - length) - 1);
      }),
    );
  });
  test.each([
    ["of an unknown subnet is made up", "private", undefined, /^10\.0\.0\.\d+$/],
    ["is none where one is asked to be inside an unknown subnet", "inside", undefined, undefined],
    ["of the router is the first", "first", "10.0.4.0/24", /^10\.0\.4\.1$/],
    ["of the internet is one of the documentation's", "public", undefined, /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/],
  ])("%s", (_name, kind, range, form) => {
    const address = invented(kind, "it", "s", range);
    expect(address === undefined ? undefined : textOf(address)).toEqual(form && expect.stringMatching(form));
  });
});

describe("a part of a path", () => {
  test("is one part, and can be read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const part = textOf(invented("path", "it", "s", name));
        expect(part).not.toMatch(/[/?#\s]/);
        expect(decodeURIComponent(part)).toBe(name);
      }),
    );
  });
  test("is left as it is where Go leaves it", () => expect(invented("path", "it", "s", "a:b@c=d&e$f+g")).toBe("a:b@c=d&e$f+g"));
});

describe("an invention", () => {
  test("is the same for the same seed and another for another", () => {
    const ids = ["a", "a", "b"].map((seed) => invented("ocid", "vcn", seed));
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });
  test.each([
    ["of a value that is", "if", "yes=it", true, "yes"],
    ["of a value that is false", "if", "yes=it", false, undefined],
    ["of no value", "if", "yes=it", undefined, undefined],
    ["of what is not so", "not", "it", true, false],
    ["of what is unknown counts as not so", "not", "it", undefined, true],
    ["of how many there are", "count", "it", ["a", "b"], 2],
    ["of how many there are of nothing", "count", "it", undefined, 0],
    ["of a kind that there is not", "nothing", "it", "x", undefined],
    ["of a kind that every object has", "constructor", "it", "x", undefined],
  ])("%s", (_name, kind, argument, it, expected) => expect(invented(kind, argument, "s", it)).toEqual(expected));
});

test.each(["us-phoenix-1", "us-ashburn-1", "eu-frankfurt-1"])("the region of an OCID in %s is read back", (region) => {
  expect(regionOf(`ocid1.vcn.oc1.${placeOf(region)}.x`)).toBe(region);
});
test("an object of the tenancy has no region", () => expect(regionOf("ocid1.policy.oc1..x")).toBeUndefined());
