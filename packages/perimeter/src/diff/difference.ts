import type {
  Capability,
  Finding,
  FoundPrincipal,
  GuaranteeId,
  GuaranteeVerdict,
  Inputs,
  TrustedPrincipal,
  Undecided,
} from "../verdict/verdict";

/** What a change does to a boundary: version 1 of the JSON that machines read. Its keys only grow. Each list is worst first. */
export interface Difference {
  readonly schemaVersion: 1;
  /** The day on which both are asked about, `2026-01-31`. */
  readonly at: string;
  /** The one sentence that matters most. */
  readonly summary: string;
  /** Whether somebody can do more, data rests or flows in more places, or a guarantee turned worse. */
  readonly widened: boolean;
  /** Whether something can't be known afterwards that could before. */
  readonly lessKnown: boolean;
  /** Whether nobody can read anything that they couldn't before, nor the other way round. */
  readonly sameAccess: boolean;
  readonly guarantees: readonly TurnedGuarantee[];
  readonly access: readonly AccessChange[];
  readonly trustBase: readonly TrustChange[];
  readonly phases: readonly PhaseChange[];
  readonly stores: readonly StoreChange[];
  readonly copies: readonly CopyChange[];
  readonly flows: readonly FlowChange[];
  /** null: what answers users get isn't compared. */
  readonly routes: readonly RouteChange[] | null;
  readonly keys: readonly KeyChange[];
  /** What the model itself says otherwise. */
  readonly declared: readonly DeclaredChange[];
  readonly findings: { readonly new: readonly Finding[]; readonly gone: readonly Finding[] };
  readonly undecided: { readonly new: readonly OpenQuestion[]; readonly gone: readonly OpenQuestion[] };
  readonly inputs: { readonly before: Inputs; readonly after: Inputs; readonly readdressed: number };
}

export interface TurnedGuarantee {
  readonly id: GuaranteeId;
  /** null: it wasn't asked about. */
  readonly before: GuaranteeVerdict["verdict"] | null;
  readonly after: GuaranteeVerdict["verdict"] | null;
  readonly turned: "worse" | "unknown" | "same" | "better";
}

export interface AccessChange {
  /** `changed`: wider in some circumstances and narrower in others. `unknown`: it can't be told. */
  readonly change: "gained" | "widened" | "changed" | "unknown" | "narrowed" | "lost";
  readonly capability: Exclude<Capability, "none">;
  readonly principal: FoundPrincipal;
  /** The role of the model that lists it; null: none does. */
  readonly role: string | null;
  readonly residency: readonly string[];
  readonly isInside: boolean;
  readonly store: string;
  /** The store itself and its copies for which this is so: addresses afterwards, or before where it is gone. */
  readonly places: readonly Place[];
  /** When: `never`, `always`, or what a request has to bring. */
  readonly before: string;
  readonly after: string;
  /** What leads there, if it isn't their own plain right: what they may do, step by step. */
  readonly by: readonly string[];
}

/** Where a store or a copy of it rests. */
export interface Place {
  readonly kind: "store" | "copy";
  readonly address: string;
  /** As the cloud calls it. */
  readonly name: string | null;
  readonly region: string | null;
}

export interface TrustChange extends TrustedPrincipal {
  /** `undeclared`: the model doesn't name it any more, and it still can. */
  readonly change: "added" | "undeclared" | "declared" | "removed";
}

export interface PhaseChange {
  readonly site: string;
  readonly region: string;
  readonly before: string;
  readonly after: string;
  /** Whether it went backwards, which no site may. */
  readonly takenBack: boolean;
}

export interface StoreChange {
  readonly change: "added" | "moved" | "removed";
  readonly store: string;
  readonly before: Place | null;
  readonly after: Place | null;
}

export interface CopyChange {
  readonly change: "added" | "removed";
  readonly store: string;
  readonly place: Place;
}

export interface FlowChange {
  readonly change: "added" | "removed";
  readonly store: string;
  readonly from: Place;
  readonly to: Place;
  /** The resource that copies. */
  readonly address: string;
}

/** An answer that a user may get to a query for a name. */
export interface RouteChange {
  readonly change: "added" | "removed";
  readonly hostname: string;
  readonly answer: string;
  /** Where it leads. */
  readonly leadsTo: string | null;
  /** Whether it leads out of where users are to be served. */
  readonly isOutside: boolean;
}

export interface KeyChange {
  readonly store: string;
  readonly place: Place;
  /** Address or id of a key; `of the service`: no key of one's own; `unknown`. */
  readonly before: string;
  readonly after: string;
}

export interface DeclaredChange {
  readonly change: "loosened" | "tightened" | "changed";
  /** A path of the model: `roles.us-sre.residency`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface OpenQuestion extends Undecided {
  readonly guarantee: GuaranteeId;
}
