import type { Source } from "../input";

/** What a check says: version 1 of the JSON that machines read. Its keys only grow. */
export interface Verdict {
  readonly schemaVersion: 1;
  readonly verdict: Outcome;
  /** The day on which the question is asked, `2026-01-31`. */
  readonly at: string;
  /** Whether a guarantee holds only because of deny statements, of which the model doesn't say that they are in force. */
  readonly restsOnDenials: boolean;
  readonly guarantees: readonly GuaranteeVerdict[];
  readonly access: readonly AccessRow[];
  readonly trustBase: readonly TrustedPrincipal[];
  /** Which layers keep each foreign role from each store and copy; empty where nobody asked. */
  readonly layers: readonly LayerRow[];
  readonly inputs: Inputs;
  /** Left out where there is no file of approvals. */
  readonly approvals?: ApprovalsVerdict;
}

/** What became of a file of approvals. */
export interface ApprovalsVerdict {
  readonly file: string;
  /** Approvals that cover nothing any more: each fails the check until it is renewed or taken away. */
  readonly stale: readonly StaleApproval[];
}

export interface StaleApproval {
  /** `approvals/expired` or `approvals/orphaned`: docs/rules.md. */
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

export type Outcome = "holds" | "violated" | "undecided";

export type GuaranteeId = "access" | "residency" | "routing" | "oversight" | "recovery";

export interface GuaranteeVerdict {
  readonly id: GuaranteeId;
  readonly verdict: Outcome | "not-declared";
  readonly findings: readonly Finding[];
  /** Like findings, and fail nothing. */
  readonly notes: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

/** Something that couldn't be read or known, and would settle the verdict. */
export interface Undecided {
  /** The resource that leaves it open; null where none does. */
  readonly address: string | null;
  readonly reason: string;
}

export interface Finding {
  /** `access/direct-read` and the like: docs/rules.md. */
  readonly rule: string;
  readonly severity: Severity;
  readonly principal: FoundPrincipal | null;
  readonly asset: FoundAsset | null;
  readonly source: Source | null;
  /** The same over lines, texts and versions: what it is about, not how it is written. */
  readonly fingerprint: string;
  readonly path: readonly PathStep[];
  /** A concrete request, as `perimeter simulate` takes it; for a chain, that of each step. */
  readonly witness: unknown;
  /** One plain sentence. */
  readonly message: string;
  readonly fix: Fix | null;
  /** Somebody answers for it: it is shown, and fails nothing. Left out where nobody does. */
  readonly approved?: Approved;
}

/** Who accepted a finding, why, and until when. */
export interface Approved {
  readonly reason: string;
  readonly approver: string;
  /** The last day on which it counts. */
  readonly expires: string;
  /** Of the file of approvals. */
  readonly line: number;
}

export type Severity = "critical" | "high" | "medium" | "low";

export interface FoundPrincipal {
  readonly kind: string;
  readonly name: string;
  /** AWS: the account that it is of; a name is unique within one alone. */
  readonly account: string | null;
  readonly address: string | null;
  /** Jurisdictions or countries; empty: no role lists it. */
  readonly residency: readonly string[];
}

export interface FoundAsset {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly jurisdiction: string;
}

export interface PathStep {
  readonly step: "grant" | "deny" | "membership" | "escalation" | "flow" | "credential" | "key" | "route" | "public" | "link";
  readonly address: string;
  readonly text: string;
}

export interface Fix {
  readonly text: string;
  readonly edits: readonly {
    readonly address: string;
    readonly argument: string;
    readonly before: string;
    readonly after: string | null;
  }[];
}

/** A line of the access matrix. */
export interface AccessRow {
  readonly principal: FoundPrincipal;
  /** The role of the model that lists it; null: none does. */
  readonly role: string | null;
  readonly residency: readonly string[];
  readonly asset: FoundAsset;
  readonly capability: Capability;
  readonly scenarios: readonly string[];
  /** Whether it may change the boundary itself, so that no budget counts it. */
  readonly trusted: boolean;
  /** `always`, or what a request has to bring. */
  readonly when: string;
}

export type Capability = "none" | "metadata" | "content" | "administer";

/** Somebody who could change the boundary itself. */
export interface TrustedPrincipal {
  readonly principal: FoundPrincipal;
  readonly declared: boolean;
  /** What it could do. */
  readonly because: string;
}

/** Which layers keep somebody from an asset, each by itself (design: "Three layers"). */
export interface LayerRow {
  readonly principal: FoundPrincipal;
  /** The role of the model that lists it. */
  readonly role: string | null;
  readonly asset: FoundAsset;
  readonly allowList: boolean;
  readonly guardrail: boolean;
  readonly structure: boolean;
}

export interface Inputs {
  readonly stacks: number;
  readonly resources: number;
  readonly statements: number;
  readonly principals: number;
  readonly assets: number;
}
