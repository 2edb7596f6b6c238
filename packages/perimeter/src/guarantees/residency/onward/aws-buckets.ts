import type { Way, Ways } from "../../../detours";
import type { AwsDetour } from "../../../detours/aws/row";
import { both, oneOf } from "../../../detours/held";
import type { Actor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";
import { accountOfActor } from "../../../estate/aws/actors";
import { placeOf } from "../../../estate/place";
import { shownRegion } from "../../../estate/regions";
import type { Facts } from "../../facts";
import { judgementOf } from "../boundary";
import { imaginedBuckets, waysWith } from "./aws-outside";

/** A bucket outside that somebody can fill, and how. */
export interface Filled {
  readonly held: Way["held"];
  readonly to: string;
}

const SOURCE = "Service Authorization Reference, Amazon S3";

const row = (id: string, action: string, at: AwsDetour["at"], region?: string): AwsDetour => ({
  id,
  source: SOURCE,
  needs: [[action]],
  at,
  yields: "control",
  ...(region === undefined ? {} : { context: new Map([["aws:RequestedRegion", [region]]]) }),
  says: "may fill a bucket",
});

/** Which buckets outside somebody can fill with an action: those that are there, one that they make, and a stranger's. */
export function fillsOutside(facts: Facts): (actor: Actor, action: string) => readonly Filled[] {
  let extended: { readonly ways: Ways; readonly buckets: ReturnType<typeof imaginedBuckets> } | undefined;
  const imagined = () => {
    const buckets = extended?.buckets ?? imaginedBuckets(facts);
    extended ??= { ways: waysWith(buckets, facts), buckets };
    return extended;
  };
  const there = [...facts.estate.resources.values()].filter(
    (one) => one.type === "aws_s3_bucket" && judgementOf(placeOf(one), facts.declared).kind === "outside",
  );
  const known = new Map<string, readonly Filled[]>();

  return (actor, action) => {
    if (actor.cloud !== "aws") return [];
    const key = `${action} ${JSON.stringify(actor.acts)}`;
    const found = known.get(key) ?? look(actor, action);
    known.set(key, found);
    return found;
  };

  function look(actor: Extract<Actor, { cloud: "aws" }>, action: string): readonly Filled[] {
    const held = (ways: Ways, asset: Asset, rows: readonly AwsDetour[]) =>
      oneOf(ways.powers(actor, asset, { oci: [], aws: rows }).map((way) => way.held));
    const existing = there.flatMap((resource): readonly Filled[] => {
      const asset: Asset = { store: "", resource, flows: [] };
      const fills = oneOf(facts.clouds.map((cloud) => held(cloud, asset, [row("fill", action, "content")])));
      return fills.kind === "never" ? [] : [{ held: fills, to: resource.address }];
    });
    if (existing.some((one) => one.held.kind === "possible")) return existing;
    const { ways, buckets } = imagined();
    const made = buckets.flatMap(({ asset, region, account }): readonly Filled[] => {
      if (account !== undefined && account !== accountOfActor(actor)) return [];
      const fills = held(ways, asset, [row("fill", action, "content", region)]);
      const makes = account === undefined ? fills : held(ways, asset, [row("make", "s3:CreateBucket", "asset", region)]);
      const whole = both(fills, makes);
      const to =
        account === undefined
          ? `a bucket of any account in ${shownRegion("aws", region)}`
          : `a bucket that it makes in ${shownRegion("aws", region)}`;
      return whole.kind === "never" ? [] : [{ held: whole, to }];
    });
    return [...existing, ...made];
  }
}
