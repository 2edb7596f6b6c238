import type { Yield } from "../row";

/** Where the actions of a row have to be allowed. */
export type AwsPlace =
  /** On the asset, and on what is in it. */
  | "asset"
  | "content"
  /** On the key of the asset. */
  | "key"
  /** On the role or user itself that takes the way. */
  | "self"
  /** On a managed policy that is attached to whoever takes the way. */
  | "own-policy"
  /** On a group that the user is in who takes the way. */
  | "own-group"
  /** On a group that the user could be in. */
  | "group"
  /** On the role or user that the row is about. */
  | "principal"
  /** On a managed policy that is attached to the principal that the row is about. */
  | "principal-policy"
  /** On the identity provider that vouches for the role that the row is about. */
  | "provider"
  /** On any role of the account. */
  | "any-role"
  /** On something that runs as the role that the row is about. */
  | "runs-as"
  /** On a secret whose value opens the asset. */
  | "secret"
  /** On what copies from or to the asset. */
  | "copying"
  /** The root user of the account of the asset. */
  | "owner"
  /** In the account of the asset, by whoever is of it: actions that know no resource, or make one. */
  | "same-account"
  /** In an account that governs others: one with what belongs to an organization, or the asset's own. */
  | "organization"
  /** In the account: actions that know no resource, or make one. */
  | "account";

/** What a row takes out of the way; whether that opens the asset is asked again. */
export type Unbinding =
  /** The resource policy of the asset lets everybody do everything. */
  | "resource-policy"
  /** So do the policies of the secrets that open it. */
  | "secret-policy"
  /** So does the policy of its key. */
  | "key-policy"
  /** The actor's identity policies allow everything. */
  | "identity"
  | "identity-denials"
  | "boundary"
  | "organization"
  /** Conditions on the actor's tags ask for what it has. */
  | "tags"
  /** Conditions on the tags and aliases of what is asked for ask for what it has. */
  | "resource-tags"
  /** A bucket whose policy leaves it to access points has one that lets everybody do everything. */
  | "access-point";

export interface AwsDetour {
  /** As the reference numbers it. */
  readonly id: string;
  /** What a path calls a step by this way; left out: by what it yields. */
  readonly step?: "credential" | "membership";
  /** The page of AWS's documentation that says so. */
  readonly source: string;
  /** Alternatives, each a list of actions that have to be allowed together. */
  readonly needs: readonly (readonly string[])[];
  readonly at: AwsPlace;
  readonly yields: Yield;
  /** Terraform types of assets, or of what runs as a role; left out: all. */
  readonly of?: readonly string[];
  readonly unbinds?: readonly Unbinding[];
  /** The service that the role which the row is about is passed to. */
  readonly passes?: string;
  /** The service that acts as the role which the row is about already: the role needn't be passed again. */
  readonly trusts?: string;
  /** Whether the actor also has to be let in by the role's trust policy. */
  readonly assumes?: boolean;
  /** Keys that the requests have, where the row is about such requests alone. */
  readonly context?: ReadonlyMap<string, readonly string[]>;
  /** In a sentence that begins with the principal. */
  readonly says: string;
}
