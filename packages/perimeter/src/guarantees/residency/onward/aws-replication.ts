import type { Way } from "../../../detours";
import type { AwsDetour } from "../../../detours/aws/row";
import { both } from "../../../detours/held";
import type { Actor, AwsActor } from "../../../estate/actor";
import type { Asset } from "../../../estate/asset";
import { accountOfActor, entityArn } from "../../../estate/aws/actors";
import { isUnknown } from "../../../simulate/aws/estate";
import type { Facts } from "../../facts";
import type { Filled } from "./aws-buckets";

const SOURCE = 'S3 User Guide, "Setting up live replication"; Service Authorization Reference, Amazon S3';

const row = (id: string, action: string, at: AwsDetour["at"], context?: AwsDetour["context"]): AwsDetour => ({
  id,
  source: SOURCE,
  needs: [[action]],
  at,
  yields: "control",
  ...(context ? { context } : {}),
  says: "may replicate it",
});

const CONFIGURES = row("S3-replicate", "s3:PutReplicationConfiguration", "asset");
const READS = row("S3-replicate-read", "s3:GetObjectVersionForReplication", "content");
const PASSES = row("S3-replicate-pass", "iam:PassRole", "asset", new Map([["iam:PassedToService", ["s3.amazonaws.com"]]]));

/**
 * A rule of replication hands a role to S3: whoever writes rules sends content to wherever a role that they can hand over
 * may write. A role that writes in one place alone takes it nowhere else.
 */
export function replicating(
  facts: Facts,
  fills: (actor: Actor, action: string) => readonly Filled[],
): (actor: Actor, asset: Asset) => readonly Way[] {
  const held = (actor: Actor, asset: Asset, aws: AwsDetour) =>
    facts.clouds.flatMap((cloud) => cloud.powers(actor, asset, { oci: [], aws: [aws] }));
  const roles = facts.closure.actors.filter((one): one is AwsActor => one.cloud === "aws" && isForS3(one, facts));

  return (actor, asset) => {
    if (actor.cloud !== "aws" || asset.resource.type !== "aws_s3_bucket") return [];
    return held(actor, asset, CONFIGURES).flatMap((configures) =>
      roles.flatMap((role) => (accountOfActor(role) === accountOfActor(actor) ? through(role, actor, asset, configures) : [])),
    );
  };

  function through(role: AwsActor, actor: Actor, asset: Asset, configures: Way): readonly Way[] {
    const { resource } = role.principal;
    if (!resource || held(role, asset, READS).length === 0) return [];
    const outside = fills(role, "s3:ReplicateObject");
    if (outside.length === 0) return [];
    return held(actor, { store: asset.store, resource, flows: [] }, PASSES).flatMap((passes) =>
      outside.flatMap(({ held: filled, to }): readonly Way[] => {
        const whole = both(both(configures.held, passes.held), filled);
        if (whole.kind === "never") return [];
        const says = `may replicate it to ${to}, by handing role "${role.principal.name}" to S3`;
        return [{ row: { ...configures.row, says }, held: whole }];
      }),
    );
  }
}

/** A role that S3 may assume; where its trust isn't known, it may. */
function isForS3(actor: AwsActor, { estate: { aws } }: Facts): boolean {
  const arn = entityArn(actor);
  const role = aws.principals.find((one) => one.kind === "role" && one.arn === arn);
  if (role?.kind !== "role") return false;
  if (isUnknown(role.trust)) return true;
  return role.trust.document.statements.some(
    ({ effect, principal }) =>
      effect === "Allow" && principal?.items.some((item) => item.kind === "service" && item.name === "s3.amazonaws.com"),
  );
}
