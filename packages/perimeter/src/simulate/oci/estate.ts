/**
 * What the evaluator knows of an OCI estate. Whoever reads plans, stacks or a file of statements fills it in; nothing in
 * it has to be known but the statements.
 *
 * A fact that exists and can't be read is `Unknown`, never left out: an answer that hangs on it is undecided. An id is the
 * OCID, or, of what isn't made yet, a stand-in of the same form (`ocid1.compartment.unmade..<address>`) that the
 * reader puts here and into every text that refers to it, so that equal ids are the same thing.
 */
export interface OciEstate {
  readonly tenancy: OciTenancy;
  /** Tenancies on the other side of `endorse` and `admit`, as far as somebody gave their statements. */
  readonly others: readonly OciTenancy[];
}

/** Why a fact isn't known, in words that follow "since": `the value is known only after apply`. */
export interface Unknown {
  readonly unknown: string;
}

export type Maybe<Fact> = Fact | Unknown;

export function isUnknown<Fact>(fact: Maybe<Fact>): fact is Unknown {
  return typeof fact === "object" && fact !== null && "unknown" in fact;
}

export interface OciTenancy {
  /** Needed to meet the other half of `endorse` and `admit`, and `target.compartment.id` of the root. */
  readonly id?: string;
  readonly name?: string;
  /** Identifier, such as `us-phoenix-1`. */
  readonly homeRegion?: string;
  /** Whether a tenancy administrator has enabled deny policies. Off, a deny statement does nothing ("Deny Policies"). */
  readonly denyPolicies: Maybe<boolean>;
  /**
   * Whether these lists name every compartment, group and dynamic group of the tenancy. Then a statement that names
   * another is refused, as the service does; else every name is taken to exist.
   */
  readonly complete: boolean;
  readonly compartments: readonly OciCompartment[];
  readonly policies: readonly OciPolicy[];
  readonly groups: readonly OciGroup[];
  readonly users: readonly OciUser[];
  readonly dynamicGroups: readonly OciDynamicGroup[];
  readonly networkSources: readonly OciNetworkSource[];
}

/** Names of compartments from below the root to this one; the root is the empty path. */
export type CompartmentPath = readonly string[];

/** A compartment; the root only needs to be listed for its tags. */
export interface OciCompartment {
  readonly path: Maybe<CompartmentPath>;
  readonly id?: string;
  readonly tags: Maybe<Tags>;
}

/** Defined tags: `namespace.key` to value. Free-form tags never appear in a condition ("Using Tags to Manage Access"). */
export type Tags = ReadonlyMap<string, Maybe<string>>;

export interface OciPolicy {
  /** The compartment that holds the policy: what its locations are relative to. */
  readonly attachment: Maybe<CompartmentPath>;
  readonly statements: Maybe<readonly OciStatement[]>;
  /** `stack/type.name`, or `file:line`: stands in an answer for statements that aren't known. */
  readonly address: string;
}

export interface OciStatement {
  /** As a person reads it at its place. */
  readonly text: string;
  /** The text with each reference replaced by the id or name that it stands for; left out where that changes nothing. */
  readonly resolved?: Maybe<string>;
  /** `stack/type.name` of the policy, or `file:line`. */
  readonly address: string;
}

/** The name of a group, dynamic group or user: unique within its identity domain. */
export interface DomainName {
  readonly domain: string;
  readonly name: string;
}

/** `Domain/Name`; without a slash the domain is `Default`, as in statements ("Policy Syntax", subject). */
export function domainName(text: string): DomainName {
  const slash = text.indexOf("/");
  return slash < 0 ? { domain: "Default", name: text } : { domain: text.slice(0, slash), name: text.slice(slash + 1) };
}

export interface OciGroup {
  readonly name: DomainName;
  readonly id?: string;
  readonly tags: Maybe<Tags>;
}

export interface OciUser {
  readonly name: DomainName;
  readonly id?: string;
  readonly groups: Maybe<readonly DomainName[]>;
}

export interface OciDynamicGroup {
  readonly name: DomainName;
  readonly id?: string;
  readonly tags: Maybe<Tags>;
  /** Matching rules, with references resolved as in statements. */
  readonly rules: Maybe<readonly string[]>;
}

export interface OciNetworkSource {
  readonly name: string;
  /** CIDR blocks of public addresses. */
  readonly publicAddresses: Maybe<readonly string[]>;
  /** Networks by id, and the CIDR blocks inside them that belong to the source. */
  readonly networks: Maybe<readonly { readonly vcnId: string; readonly addresses: readonly string[] }[]>;
}

/** An estate of which only statements are known: every compartment, group and name in them is taken to exist. */
export function estateOfStatements(policies: readonly OciPolicy[]): OciEstate {
  const nothing = { compartments: [], groups: [], users: [], dynamicGroups: [], networkSources: [] };
  return { tenancy: { ...nothing, denyPolicies: true, complete: false, policies }, others: [] };
}
