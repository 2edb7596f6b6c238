import { OCI_REGIONS } from "oci-policy";
import type { Actor } from "../../estate/actor";
import type { Asset } from "../../estate/asset";
import { AWS_REGIONS } from "../../estate/regions";
import { isUnknown } from "../../simulate/aws/estate";
import { rulesOf } from "../../simulate/oci/policy";
import type { Finding, Undecided } from "../../verdict/verdict";
import type { Facts } from "../facts";
import { found } from "../found";
import { judgementOf } from "./boundary";
import type { Part } from "./verdict";

/**
 * Regional principals of the platforms, of regions where nothing may rest: what they do is a flow. Those that have no region
 * in their name act in the region of whom they act for.
 */
export function servicesPart(facts: Facts): Part {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  for (const { actor, region } of outsideServices(facts))
    for (const asset of uniqueAssets(facts.assets)) {
      const ways = facts.clouds.flatMap((cloud) => [...cloud.reads(actor, asset), ...cloud.usesKey(actor, asset)]);
      const open = ways.find(({ held }) => held.kind === "possible");
      if (open?.held.kind !== "possible") {
        undecided.push(
          ...ways
            .flatMap(({ held }) => (held.kind === "undecided" ? held.reasons : []))
            .map((reason) => ({ address: asset.resource.address, reason })),
        );
        continue;
      }
      const [first] = open.held.by;
      findings.push(
        found(
          {
            rule: "residency/flow-outside",
            severity: "high",
            actor,
            asset,
            steps: [{ actor, row: open.row, held: open.held }],
            path: [],
            message: `service "${actor.principal.name}" of ${region}, where the model lets nothing rest, ${open.row.says}: "${asset.store}"`,
            fix: first
              ? {
                  text: `take this away from service "${actor.principal.name}": ${first.text}`,
                  edits: [
                    {
                      address: first.address,
                      argument: actor.cloud === "oci" ? "statements" : "policy",
                      before: first.text,
                      after: null,
                    },
                  ],
                }
              : null,
          },
          facts,
        ),
      );
    }
  return { findings, undecided };
}

function uniqueAssets(assets: readonly Asset[]): readonly Asset[] {
  return [...new Map(assets.map((asset) => [`${asset.store} ${asset.resource.address}`, asset])).values()];
}

interface RegionalService {
  readonly actor: Actor;
  readonly region: string;
}

/** The services that statements and documents name, and that are of a region where nothing may rest. */
function outsideServices({ estate, declared }: Facts): readonly RegionalService[] {
  const onOci = rulesOf(estate.oci.tenancy)
    .flatMap(({ statement }) =>
      statement && "subject" in statement && statement.subject.kind === "service" ? statement.subject.names : [],
    )
    .map((name) => ({ name, region: OCI_REGIONS.find(({ region }) => name.toLowerCase().endsWith(`-${region}`))?.region }));
  const policies = [
    ...estate.aws.resources.map(({ policy }) => policy),
    ...estate.aws.principals.map((one) => (one.kind === "role" ? one.trust : undefined)),
  ];
  const onAws = policies
    .flatMap((policy) => (policy && !isUnknown(policy) ? policy.document.statements : []))
    .flatMap(({ effect, principal }) => (effect === "Allow" && principal && !principal.negated ? principal.items : []))
    .flatMap((item) => (item.kind === "service" ? [item.name] : []))
    .map((name) => ({ name, region: AWS_REGIONS.find((region) => name.includes(`.${region}.`)) }));
  return [...regional("oci", onOci), ...regional("aws", onAws)].filter(({ actor: { cloud }, region }) => {
    return judgementOf({ cloud, regions: [region] }, declared).kind === "outside";
  });
}

function regional(
  cloud: "oci" | "aws",
  named: readonly { readonly name: string; readonly region: string | undefined }[],
): readonly RegionalService[] {
  const unique = new Map(named.map((one) => [one.name, one]));
  return [...unique.values()].flatMap(({ name, region }) => {
    if (region === undefined) return [];
    const actor: Actor = { cloud, principal: { cloud, kind: "service", name }, acts: { kind: "service", name } };
    return [{ actor, region }];
  });
}
