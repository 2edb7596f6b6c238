import type { GuaranteeId, Severity } from "./verdict";

/** What a finding may be about: the catalogue that docs/rules.md and SARIF's rules are made of. */
export interface Rule {
  /** `access/direct-read`; the name of the guarantee stands before the slash. */
  readonly id: string;
  readonly guarantee: GuaranteeId | "approvals";
  /** What is the case, in a few words. */
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly help: string;
  /** The gravest that its findings are. */
  readonly severity: Severity;
  /** What a principal of such a finding can do with the store: what an approval by role, store and capability names. */
  readonly capability?: "metadata" | "content" | "administer";
  /** Its findings fail nothing. */
  readonly isNote?: true;
}

type Row = Omit<Rule, "id" | "guarantee">;

const rules = (guarantee: Rule["guarantee"], rows: Readonly<Record<string, Row>>): readonly Rule[] =>
  Object.entries(rows).map(([name, row]) => ({ id: `${guarantee}/${name}`, guarantee, ...row }));

/** Each guarantee has one for what couldn't be known: it is not a finding, and fails like one. */
const undecided = (what: string): Row => ({
  severity: "high",
  title: `It can't be known ${what}`,
  help: "What can't be read or known is never taken for harmless. The reason names the resource and what would settle it: write the value out, give a plan or a state that knows it, or say it in the model.",
});

const ACCESS = rules("access", {
  "direct-read": {
    severity: "critical",
    capability: "content",
    title: "Somebody from outside can read a store or a copy",
    help: "A principal that no role of the model lists, or whose role sits outside of the jurisdiction, holds statements that let it read. Take the statement away, or name the role that is meant.",
  },
  escalation: {
    severity: "critical",
    capability: "administer",
    title: "Somebody from outside can come to read a store by steps",
    help: "A chain of powers (joining a group, writing a policy, passing a role, minting a credential) leads from a foreign principal to a store. The path has its steps in order: closing one of them closes the chain.",
  },
  anonymous: {
    severity: "critical",
    capability: "content",
    title: "Anybody can read a store without credentials",
    help: "A public bucket, or a document that names everybody. Close the switch, or name who is meant.",
  },
  "bearer-link": {
    severity: "critical",
    capability: "content",
    title: "Whoever has a link can read a store",
    help: "A pre-authenticated request carries its own right: no policy, network or sign-on is asked. Remove it, and give a role what it was for.",
  },
  "cross-tenancy": {
    severity: "critical",
    capability: "content",
    title: "Another tenancy or account is admitted to a store",
    help: "Who acts over there is decided over there: an admission alone opens the store to all whom the other side endorses. Take it away, or list the other tenancy or account as a role of the jurisdiction.",
  },
  credential: {
    severity: "critical",
    capability: "content",
    title: "Somebody from outside can read a credential that opens a store",
    help: "Whoever reads the secret acts as its owner, in the other cloud too. Keep the secret to the service that uses it.",
  },
  "key-export": {
    severity: "critical",
    capability: "administer",
    title: "Somebody from outside can carry off the key of a store",
    help: "Exported or backed up, key material exists outside, where nothing here can take it back. Take the permission away.",
  },
  "undeclared-read": {
    severity: "high",
    capability: "content",
    title: "A role of the jurisdiction reads a store that it doesn't list",
    help: "The model says which stores a role may read. Add the store to the role's content, if it is meant; else take the statement away.",
  },
  "over-budget": {
    severity: "medium",
    title: "More roles read a store than the budget allows",
    help: "The access budget caps how many roles may read content. Take the right from some of them, or raise the budget in a reviewed line.",
  },
  "undeclared-trust": {
    severity: "high",
    capability: "administer",
    title: "Somebody can change the boundary and isn't declared as trusted",
    help: "Whoever may write policies, join groups or re-make what decides access could let anybody in. Declare them under trusted, which is as short as it can be, or take the power away.",
  },
  metadata: {
    severity: "low",
    capability: "metadata",
    isNote: true,
    title: "Somebody from outside sees that a store exists",
    help: "Listing and settings show no content. It is noted, since it is more than nothing.",
  },
  "key-use": {
    severity: "low",
    isNote: true,
    title: "Somebody from outside can use the key of a store",
    help: "A key alone reads nothing, and a layer is gone: whoever comes to the data some day has its key already.",
  },
  undecided: undecided("whether somebody from outside can read a store"),
});

const RESIDENCY = rules("residency", {
  "copy-outside": {
    severity: "critical",
    title: "A copy of a store rests where it may not",
    help: "A replication, backup, clone, export or standby keeps user data in a region that the model's rests doesn't name. Move it, or end it: a copy that is made can't be called back.",
  },
  "flow-outside": {
    severity: "critical",
    title: "Content of a store can leave to outside",
    help: "Something that carries content onward leads, or can be pointed by somebody, to a place outside. Pin its target, or take the power to change it away.",
  },
  "region-unknown": {
    severity: "high",
    title: "Nobody can tell in which region a copy rests",
    help: "The region comes from the provider, the resource or its identifier. Write it out.",
  },
  undecided: undecided("where all copies rest"),
});

const ROUTING = rules("routing", {
  "answer-outside": {
    severity: "critical",
    title: "Users can be led to somewhere else",
    help: "In some state of health, geography or fallback an answer for a declared name is no address of the primary or its standby. The witness is the query, the state and the answer.",
  },
  delegation: {
    severity: "critical",
    title: "Somebody else answers for a declared name",
    help: "A delegation, an alias out of the estate or a second zone for the same name gives the answer away. Keep the name in one zone, whose records are all read.",
  },
  "no-backend": {
    severity: "high",
    title: "An answer leads to nothing",
    help: "The address is one of ours, and nothing behind it serves: no listener, or a listener without a backend.",
  },
  "no-firewall": {
    severity: "medium",
    title: "One load balancer of a name has no web firewall, and another has one",
    help: "What the firewall of one region keeps out comes in by the other, for instance after a failover. Attach the same policy to both. Where no balancer of the name has one, that is only noted.",
  },
  control: {
    severity: "low",
    isNote: true,
    title: "Somebody from outside can change what a name is answered with",
    help: "Zones, steering policies and load balancers decide where users are led. Whoever may change them is outside of the roles: take the power away, though no answer leads outside today.",
  },
  undecided: undecided("where every answer leads"),
});

const OVERSIGHT = rules("oversight", {
  "unrecorded-read": {
    severity: "high",
    title: "Reads of a store or a copy aren't recorded",
    help: "The clouds record reads of content only where they are told to: a read log of the bucket, data events of the trail, the audit of the database.",
  },
  "unrecorded-change": {
    severity: "high",
    title: "Changes to the boundary aren't recorded where they last",
    help: "Policies, groups, keys and networks decide who reads. Their changes must come to the evidence, from every region and account.",
  },
  "alterable-record": {
    severity: "high",
    title: "Somebody who is recorded can alter, stop or shorten the record",
    help: "Readers, operators and administrators of a store must not hold its evidence: a locked retention, and the control of trails, connectors, log groups and the evidence's key elsewhere.",
  },
  "auditor-blind": {
    severity: "medium",
    title: "The auditor can't reach the records or the rules",
    help: "Whoever checks from outside has to see the evidence and the rules themselves: grant the auditor to read both.",
  },
  "auditor-reads": {
    severity: "high",
    title: "The auditor can read user data",
    help: "The auditor reads records and rules, and no content. Narrow the grant.",
  },
  undecided: undecided("whether every read and change is recorded"),
});

const RECOVERY = rules("recovery", {
  copies: {
    severity: "high",
    title: "A store has fewer copies than declared",
    help: "Copies are those that are kept up besides the store itself. Add one, or change what the model asks for.",
  },
  days: {
    severity: "high",
    title: "A copy isn't kept as long as declared",
    help: "What was deleted or overwritten at the store has to last: by a lock, a retention rule, or versions that nobody can purge alone.",
  },
  "single-destroyer": {
    severity: "high",
    title: "One role alone can destroy a store with all its copies",
    help: "A mistake or a stolen session of one role would be the end of the data. Part the power: the copies in other hands, or under a lock.",
  },
  "foreign-destroyer": {
    severity: "critical",
    title: "Somebody from outside can destroy a store or its copies",
    help: "Deletes, purged versions, shortened retention, keys scheduled for deletion, closed accounts: none of them belongs to anybody outside of the jurisdiction's roles.",
  },
  undecided: undecided("whether every store outlives a mistake"),
});

const APPROVALS = rules("approvals", {
  expired: {
    severity: "medium",
    title: "An approval has expired",
    help: "It no longer covers anything. Decide again: mend what was approved, or approve it anew for a year at most.",
  },
  orphaned: {
    severity: "medium",
    title: "An approval matches no finding",
    help: "What it approved is mended or has become something else. Take it away, so that it doesn't approve what somebody makes tomorrow.",
  },
});

/** In the order in which they are told. */
export const RULES: readonly Rule[] = [...ACCESS, ...RESIDENCY, ...ROUTING, ...OVERSIGHT, ...RECOVERY, ...APPROVALS];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => BY_ID.get(id);
