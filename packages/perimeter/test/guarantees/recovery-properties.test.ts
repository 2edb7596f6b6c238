import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { reachesOf } from "../../src/guarantees/recovery/copies";
import type { Hop } from "../../src/guarantees/recovery/hops";
import { keepersOf } from "../../src/guarantees/recovery/kept";
import type { Protection } from "../../src/guarantees/recovery/protection";
import { fields, type Resource } from "../../src/input";

const SEED = { seed: 9, numRuns: 300 };
const bucket = (name: string): Resource => ({
  stack: "a",
  address: `a/aws_s3_bucket.${name}`,
  type: "aws_s3_bucket",
  provider: { name: "aws" },
  arguments: fields([]),
  source: null,
});
const by = bucket("by");

const days = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(Number.POSITIVE_INFINITY));
const protections: fc.Arbitrary<Protection> = fc.record({
  versions: fc.boolean(),
  lifecycle: fc.record({ current: days, previous: days, by: fc.constant(by) }),
  lock: fc.record({
    days,
    lifted: fc.constantFrom("never" as const, "by-right" as const),
    outlives: fc.constant(true),
    by: fc.constant(by),
    text: fc.constant("lock"),
  }),
});
const longest = (protection: Protection, store = Number.POSITIVE_INFINITY) =>
  keepersOf(bucket("copy"), protection, store)[0]?.days ?? 0;

test("nothing is kept for longer than rules leave it", () => {
  fc.assert(
    fc.property(protections, (one) => {
      expect(longest(one)).toBeLessThanOrEqual(one.lifecycle.previous);
    }),
    SEED,
  );
});

test("rules that leave it for longer, or none, never shorten what is kept", () => {
  fc.assert(
    fc.property(protections, days, (one, more) => {
      const { current, previous } = one.lifecycle;
      const longer = { ...one, lifecycle: { current, previous: previous + more, by } };
      const none = { ...one, lifecycle: { current: Number.POSITIVE_INFINITY, previous: Number.POSITIVE_INFINITY } };
      expect(longest(longer)).toBeGreaterThanOrEqual(longest(one));
      expect(longest(none)).toBeGreaterThanOrEqual(longest(longer));
    }),
    SEED,
  );
});

test("what a copy deletes while the store still has it, it doesn't keep", () => {
  fc.assert(
    fc.property(protections, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (one, current, more) => {
      const copy = { ...one, lifecycle: { ...one.lifecycle, current } };
      expect(longest(copy, current + more)).toBe(0);
      expect(longest(copy, current)).toBe(
        longest({ ...one, lifecycle: { ...one.lifecycle, current: Number.POSITIVE_INFINITY } }),
      );
    }),
    SEED,
  );
});

const NODES = ["a", "b", "c", "d", "e"].map(bucket);
const hops: fc.Arbitrary<Hop> = fc
  .record({
    from: fc.constantFrom(...NODES),
    to: fc.constantFrom(...NODES),
    way: fc.constantFrom("replication" as const, "other" as const),
    state: fc.constantFrom("on" as const, "off" as const, { address: "a/x.y", reason: "isn't known" }),
    carried: fc.constantFrom({ from: "", to: "" }, { from: "m/", to: "m/" }, { from: "", to: "m/" }),
    passes: fc.constant("deletions" as const),
  })
  .map((hop) => ({ ...hop, by, kind: "copy" as const }));
const [STORE] = NODES;

test("what is carried whole comes by hops that are on, and none replicates a replica", () => {
  fc.assert(
    fc.property(fc.array(hops, { maxLength: 12 }), (all) => {
      for (const { path, state } of STORE ? reachesOf(STORE, all) : []) {
        if (state !== "on") continue;
        expect(path.every((hop) => hop.state === "on")).toBe(true);
        expect(path.some((hop, at) => hop.way === "replication" && path[at + 1]?.way === "replication")).toBe(false);
      }
    }),
    SEED,
  );
});

test("one more way takes no copy away", () => {
  fc.assert(
    fc.property(fc.array(hops, { maxLength: 8 }), hops, (all, more) => {
      const whole = (each: readonly Hop[]) =>
        STORE
          ? reachesOf(STORE, each)
              .filter(({ state }) => state === "on")
              .map(({ resource }) => resource.address)
          : [];
      expect(whole([...all, more])).toEqual(expect.arrayContaining(whole(all)));
    }),
    SEED,
  );
});
