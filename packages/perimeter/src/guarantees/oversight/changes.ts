import type { Estate } from "../../estate";
import { argument } from "../../estate/arguments";
import type { Asset } from "../../estate/asset";
import { regionText } from "../../estate/place";
import type { Resource } from "../../input";
import { accountIn, trailed } from "./aws/trails";
import { auditOf } from "./oci/audit";
import type { Records } from "./reads";
import type { Recording } from "./recording";
import { shownRegion } from "./same-region";

/** A part of the boundary in which changes are recorded apart from the rest. */
export interface Realm {
  /** As a sentence calls it: `us-phoenix-1`, `the account 111122223333`. */
  readonly name: string;
  readonly place: Resource;
  readonly recording: Recording;
  readonly remedy: string;
}

/**
 * Whether every change to the boundary is in the evidence: on Oracle Cloud in each region that holds something of it, and
 * in the home region, where IAM records what is done to it; on AWS in each account.
 */
export function changesIn(assets: readonly Asset[], records: Records): readonly Realm[] {
  const { estate, evidence } = records;
  const kept = [...assets.map(({ resource }) => resource), ...evidence];
  const [oci, aws] = ["oci_", "aws_"].map((cloud) => kept.filter(({ type }) => type.startsWith(cloud)));
  return [...regionsOf(oci ?? [], records), ...accountsOf(aws ?? [], records)].filter(({ place }) =>
    estate.resources.has(place.address),
  );
}

function regionsOf(kept: readonly Resource[], { estate, deliveries }: Records): readonly Realm[] {
  if (kept.length === 0) return [];
  const places = new Map<string, Resource[]>();
  const own = kept.flatMap((one) => [one, ...keysOf(one, estate)]);
  for (const one of [...own, ...atHome(estate)]) {
    const region = shownPlace(one);
    places.set(region, [...(places.get(region) ?? []), one]);
  }
  return [...places].flatMap(([, about]) => {
    const [place] = about;
    if (!place) return [];
    return [
      {
        name: shownRegion(place),
        place,
        recording: auditOf(place, about, estate, deliveries),
        remedy: `let a connector in ${shownRegion(place)} carry _Audit_Include_Subcompartment of the tenancy into the evidence`,
      },
    ];
  });
}

const shownPlace = (one: Resource) => regionText(one) ?? `${one.stack} ${one.provider.alias ?? ""}`;

function keysOf(one: Resource, { links }: Estate): readonly Resource[] {
  const key = links.resource(argument(one, "kms_key_id"));
  return key?.type.startsWith("oci_") ? [key] : [];
}

/** IAM is changed in the home region alone, and recorded there ("Managing Regions"). */
function atHome({ oci, resources }: Estate): readonly Resource[] {
  const policies = [...resources.values()].filter(({ type }) => type === "oci_identity_policy");
  const home = oci.tenancy.homeRegion;
  return home === undefined ? policies : policies.filter((one) => regionText(one) === home);
}

function accountsOf(kept: readonly Resource[], { estate, evidence }: Records): readonly Realm[] {
  const accounts = new Map(kept.map((one) => [accountIn(one), one]).reverse() as [string, Resource][]);
  return [...accounts].map(([account, place]) => ({
    name: `the account ${account}`,
    place,
    recording: trailed({ place, wanted: { category: "Management", readOnly: false }, everywhere: true }, estate, evidence),
    remedy: `let a trail of every region in the account ${account} record management events into the evidence`,
  }));
}
