import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { hostAddress, sixteenth } from "../../../constructs/oci/address-block";

fc.configureGlobal({ seed: 4 });

describe("a sixteenth of a block", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const block = fc
    .tuple(fc.integer({ min: 16, max: 22 }), octet, octet, octet)
    .map(
      ([bits, a, b, c]) =>
        `${printed(Math.floor((a * 2 ** 24 + b * 2 ** 16 + c * 256) / 2 ** (32 - bits)) * 2 ** (32 - bits))}/${bits}`,
    );
  const parts = (whole: string) => Array.from({ length: 16 }, (_, index) => rangeOf(sixteenth(whole, index) as string));

  test("lies on its own boundary", () => {
    fc.assert(
      fc.property(block, (whole) => {
        for (const { first, size } of parts(whole)) expect(first % size).toBe(0);
      }),
    );
  });

  test("follows the one before it without gap or overlap, and together they are the block", () => {
    fc.assert(
      fc.property(block, (whole) => {
        const all = rangeOf(whole);
        let next = all.first;
        for (const { first, size } of parts(whole)) {
          expect(first).toBe(next);
          next = first + size;
        }
        expect(next).toBe(all.first + all.size);
      }),
    );
  });

  test("does not exist for what is no block on its own boundary", () => {
    const number = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(fc.tuple(number, number, number, number), fc.integer({ min: 0, max: 40 }), (octets, bits) => {
        const whole = `${octets.join(".")}/${bits}`;
        const valid =
          bits >= 16 && bits <= 22 && octets.every((n) => n <= 255) && rangeOf(whole).first % rangeOf(whole).size === 0;
        expect(sixteenth(whole, 0) !== undefined).toBe(valid);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["10.40.0.0/16", 0, "10.40.0.0/20"],
    ["10.40.0.0/16", 15, "10.40.240.0/20"],
    ["10.50.16.0/20", 1, "10.50.17.0/24"],
    ["255.255.252.0/22", 15, "255.255.255.192/26"],
    ["300.0.0.0/16", 0, undefined],
    ["10.40.0.0/33", 0, undefined],
    ["010.40.0.0/16", 0, undefined],
    ["10.40.0.0", 0, undefined],
    ["fd00::/16", 0, undefined],
    [" 10.40.0.0/16", 0, undefined],
  ])("of %s: number %i is %s", (whole, index, expected) => expect(sixteenth(whole, index)).toBe(expected));
});

describe("an address of a subnet", () => {
  const subnet = fc.tuple(fc.integer({ min: 20, max: 30 }), fc.nat({ max: 2 ** 20 })).map(([bits, number]) => {
    const size = 2 ** (32 - bits);
    return `${printed((number % 2 ** bits) * size)}/${bits}`;
  });

  test("is none of the three that the network keeps, and none is given twice", () => {
    fc.assert(
      fc.property(subnet, fc.nat({ max: 5000 }), (within, index) => {
        const { first, size } = rangeOf(within);
        const address = hostAddress(within, index);
        if (index >= size - 3) expect(address).toBeUndefined();
        else expect(rangeOf(`${address}/32`).first).toBe(first + 2 + index);
      }),
    );
  });

  test.each([
    ["10.40.0.0/20", 0, "10.40.0.2"],
    ["10.40.0.0/20", 254, "10.40.1.0"],
    ["10.40.0.0/26", 60, "10.40.0.62"],
    ["10.40.0.0/26", 61, undefined],
    ["10.40.0.0/31", 0, undefined],
    ["10.40.0.1/26", 0, undefined],
  ])("of %s: number %i is %s", (within, index, expected) => expect(hostAddress(within, index)).toBe(expected));
});

function printed(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

function rangeOf(whole: string): { first: number; size: number } {
  const [address = "", bits = ""] = whole.split("/");
  return { first: address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0), size: 2 ** (32 - Number(bits)) };
}
