import type { Action, Location, Subject } from "oci-policy";
import type { Compartment } from "../compartment";
import type { SourcedStatement } from "./boundary-policy";
import {
  DENIED_ON_EVIDENCE,
  DENIED_ON_EVIDENCE_KEYS,
  DENIED_ON_KEYS,
  DENIED_ON_OVERSIGHT,
  DENIED_ON_STORES,
  FOREIGN_DENIALS,
} from "./denials";

export interface GuardrailProps {
  /** Everybody from outside; no statement about them is made where there is nobody. */
  readonly foreign: Subject | undefined;
  /** The compartments that nobody from outside has any business in, health excepted. */
  readonly closed: readonly Location[];
  readonly stores: Compartment;
  readonly keys: Compartment;
  readonly records: { readonly evidence: Compartment; readonly keys: Compartment; readonly oversight: Compartment };
}

/** The denials, for a tenancy that has deny policies enabled. The boundary holds without them; they hold without it. */
export function guardrails({ foreign, closed, stores, keys, records }: GuardrailProps): SourcedStatement[] {
  const everybody: Subject = { kind: "any-user" };
  return [
    ...(foreign ? foreignDenials(foreign, closed) : []),
    deny(everybody, permissions(DENIED_ON_STORES), stores.location, "no bearer links, no backups by hand"),
    deny(everybody, permissions(DENIED_ON_KEYS), keys.location, "no key material leaves"),
    deny(everybody, permissions(DENIED_ON_EVIDENCE), records.evidence.location, "no record is shared, altered or deleted"),
    deny(everybody, permissions(DENIED_ON_EVIDENCE_KEYS), records.keys.location, "no record becomes unreadable"),
    deny(everybody, permissions(DENIED_ON_OVERSIGHT), records.oversight.location, "nothing that makes records is stopped"),
  ];
}

function foreignDenials(foreign: Subject, closed: readonly Location[]): SourcedStatement[] {
  const everything: Action = { kind: "verb", verb: "inspect", resourceType: "all-resources" };
  return [
    ...FOREIGN_DENIALS.map(({ what, permissions: denied }) => deny(foreign, permissions(denied), { kind: "tenancy" }, what)),
    ...closed.map((location) => deny(foreign, everything, location, "compartments closed to everybody from outside")),
  ];
}

const permissions = (denied: readonly string[]): Action => ({ kind: "permissions", permissions: denied });

const deny = (subject: Subject, action: Action, location: Location, because: string): SourcedStatement => ({
  statement: { effect: "deny", subject, action, location },
  because,
});
