import type { Estate } from "../estate";
import type { Actor } from "../estate/actor";
import type { Asset } from "../estate/asset";
import { ociTarget } from "../estate/oci/resolve";
import { arnOf } from "../estate/stand-in";
import type { Answer } from "../simulate/answer";
import { simulateAws } from "../simulate/aws";
import { simulateOci } from "../simulate/oci";
import { AWS_READS } from "./aws/rows";
import { OCI_READS } from "./oci-rows";

const ELSEWHERE: Answer = { decision: "denied", by: [], because: "it has no identity in that cloud" };

/** What the cloud answers to the plainest request for content, as it stands: with nothing that a request could bring. */
export function plainRead(estate: Estate, actor: Actor, { resource }: Asset): Answer {
  const isOnOci = resource.type.startsWith("oci_");
  if (isOnOci !== (actor.cloud === "oci")) return ELSEWHERE;
  const row = (isOnOci ? OCI_READS : AWS_READS).find(({ of }) => of?.includes(resource.type));
  const right = row?.needs[0]?.[0] ?? "";
  if (actor.cloud === "oci") {
    const place = ociTarget(resource, estate.findings, estate.links);
    return simulateOci(estate.oci, { principal: actor.acts, permission: right, ...place });
  }
  const target = row?.at === "content" ? `${arnOf(resource)}/any` : arnOf(resource);
  return simulateAws(estate.aws, { principal: actor.acts, action: right, resource: target, context: new Map() });
}
