import type { Estate } from "../../../estate";
import { argument } from "../../../estate/arguments";
import { isUnknown, type Maybe } from "../../../estate/maybe";
import { ociTarget } from "../../../estate/oci/resolve";
import type { Resource } from "../../../input";
import type { CompartmentPath } from "../../../simulate/oci";
import { allRecorded, type Recorder, type Recording, recordingBy } from "../recording";
import { isSameRegion } from "../same-region";
import type { Delivery } from "./deliveries";

/**
 * Whether the audit log of a region reaches the evidence, for the compartments of these resources and all above them.
 * Nobody can switch the Audit service off, and it keeps a year at most: what is carried on is what lasts. Connectors
 * work in one region, and take the audit log of one compartment, or of one with all below it.
 * Source: OCI documentation, "Overview of Audit"; "Creating a Connector with a Logging Source".
 * @param place of the region
 */
export function auditOf(place: Resource, about: readonly Resource[], estate: Estate, deliveries: readonly Delivery[]): Recording {
  const paths = new Map<string, Maybe<CompartmentPath>>([["", []]]);
  for (const resource of about) {
    const { compartment } = ociTarget(resource, estate.findings, estate.links).target;
    if (isUnknown(compartment)) paths.set(`? ${resource.address}`, compartment);
    else for (const path of compartment.map((_, at) => compartment.slice(0, at + 1))) paths.set(path.join(":"), path);
  }
  return allRecorded([...paths.values()].map((path) => auditAt(path, place, estate, deliveries)));
}

function auditAt(path: Maybe<CompartmentPath>, place: Resource, estate: Estate, deliveries: readonly Delivery[]): Recording {
  return recordingBy(
    deliveries.flatMap((delivery): readonly Recorder[] => {
      const here = isSameRegion(delivery.by, place);
      if (here === false) return [];
      const doubts = (reason: string): Recorder => ({
        ...delivery,
        open: [...delivery.open, { address: delivery.by.address, reason }],
      });
      const scopes = scopesOf(delivery, estate);
      if (!scopes) return [doubts("what it takes isn't known")];
      const covering = scopes.map((scope) => covers(scope, path));
      if (covering.includes(true))
        return [here ? delivery : doubts(`whether it is in the region of ${place.address} isn't known`)];
      const doubt = covering.find((one) => isUnknown(one));
      return doubt !== undefined && isUnknown(doubt) ? [doubts(doubt.unknown)] : [];
    }),
  );
}

interface Scope {
  readonly path: Maybe<CompartmentPath>;
  readonly below: boolean;
}

/** Connector Hub's names of the audit log: alone, or behind the OCID of a compartment. */
const AUDIT = /(?:^|\/)_audit(_include_subcompartment)?$/i;

/** The audit logs that a connector takes; `undefined`: they aren't known. */
function scopesOf({ by, sources }: Delivery, { links, findings }: Estate): readonly Scope[] | undefined {
  if (!sources) return undefined;
  const scopes: Scope[] = [];
  for (const { compartment, group } of sources) {
    if (!group || links.resource(group)) continue;
    const text = links.text(group);
    if (isUnknown(text)) return undefined;
    const match = AUDIT.exec(text);
    if (match)
      scopes.push({
        path: findings.places.pathOf(compartment ?? argument(by, "compartment_id"), by),
        below: match[1] !== undefined,
      });
  }
  return scopes;
}

function covers({ path: from, below }: Scope, path: Maybe<CompartmentPath>): Maybe<boolean> {
  if (isUnknown(from)) return { unknown: `whose audit log it takes isn't known: ${from.unknown}` };
  if (isUnknown(path)) return below && from.length === 0 ? true : path;
  const isSame = (part: string, at: number) => part.toLowerCase() === path[at]?.toLowerCase();
  if (!from.every(isSame)) return false;
  return below || from.length === path.length;
}
