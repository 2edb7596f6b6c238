/** What a detour gives to whoever may take it. */
export type Yield =
  /** Reads the asset itself, or a copy that they make. */
  | "read"
  /** Lets anybody read the asset: outsiders, or everybody who has a link. */
  | "publish"
  /** Gives rights over the asset to anybody, themselves included. */
  | "grant"
  /** Acts as the principal that the row is about. */
  | "become"
  /** Joins a group, and has its rights. */
  | "join"
  /** Carries the key of the asset out. */
  | "key"
  /** Removes what conditions ask of a target or a caller; whether that opens the asset is asked again. */
  | "unbind"
  /** Moves the asset, or its key, to a compartment that other statements reach; whether they open it is asked again. */
  | "move"
  /** Deletes, alters or redirects what the row is about: what that means is for a guarantee to say. */
  | "control";

/** Where the permissions of a row have to be held. */
export type OciPlace =
  /** On the asset. */
  | "asset"
  /** In the compartment of the asset, or one above it. */
  | "above"
  /** In the root of the tenancy. */
  | "root"
  /** On the principal that the row is about, in the root. */
  | "principal"
  /** Where a new resource would be taken for the principal that the row is about, whatever its tags are. */
  | "matched"
  /** Where it would be with the right tags. */
  | "tagged"
  /** On the key of the asset. */
  | "key"
  /** On a secret whose value opens the asset. */
  | "secret"
  /** In any compartment, on what is made there. */
  | "anywhere";

/** What a detour is about: types of assets, or kinds of principals. */
export interface OciDetour {
  /** As the reference numbers it. */
  readonly id: string;
  /** What a path calls a step by this way; left out: by what it yields. */
  readonly step?: "credential" | "membership";
  /** The page of Oracle's documentation that says so. */
  readonly source: string;
  /** Alternatives, each a list of permissions that have to be held together. */
  readonly needs: readonly (readonly string[])[];
  /** Those of them whose target is something else, which may lie anywhere: a tag namespace, an instance of one's own. */
  readonly elsewhere?: readonly string[];
  readonly at: OciPlace;
  readonly yields: Yield;
  /** Terraform types of assets, or kinds of principals; left out: all. */
  readonly of?: readonly string[];
  /** Of `matched` and `tagged`: what `resource.type` calls the resources that are made. */
  readonly makes?: readonly string[];
  /** The operation that asks for all of them at once; left out: any, and each may be asked for by another. */
  readonly operation?: string;
  /** Of `unbind`: the variables that conditions can't rely on any more, by the beginnings of their names. */
  readonly unbinds?: readonly string[];
  /** Variables that the requests have, where the row is about such requests alone. */
  readonly variables?: ReadonlyMap<string, string>;
  /** In a sentence that begins with the principal: `may write policies there`. */
  readonly says: string;
}
