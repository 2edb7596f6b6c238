/** Terraform's notation of a type, as `terraform providers schema -json` prints it. */
export type TypeJson =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", TypeJson]
  | readonly ["object", Readonly<Record<string, TypeJson>>];

export interface Attribute {
  readonly type: TypeJson;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
}

export type Nesting = "single" | "list" | "set";

export interface NestedBlock {
  readonly nesting_mode: Nesting;
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

export interface Schema {
  readonly version?: number;
  readonly block: Block;
}

/** Everything a provider serves, as `terraform providers schema -json` prints it. */
export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

/** What a schema doesn't say about a resource type; a path is dotted and has no list indexes. */
export interface Facts {
  readonly forceNew?: readonly string[];
  readonly noUpdate?: boolean;
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  /** What the provider takes for no change, and how it rewrites a value, by the names of its functions. */
  readonly diffSuppress?: Readonly<Record<string, string>>;
  readonly stateFunc?: Readonly<Record<string, string>>;
  readonly maxItems?: Readonly<Record<string, number>>;
  readonly minItems?: Readonly<Record<string, number>>;
  readonly conflictsWith?: Readonly<Record<string, readonly string[]>>;
  readonly requiredWith?: Readonly<Record<string, readonly string[]>>;
  readonly exactlyOneOf?: readonly (readonly string[])[];
  readonly atLeastOneOf?: readonly (readonly string[])[];
  readonly enums?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly enumsIgnoreCase?: readonly string[];
  readonly applyEnums?: Readonly<Record<string, readonly string[]>>;
  readonly ranges?: Readonly<Record<string, readonly [number | null, number | null]>>;
  readonly lengths?: Readonly<Record<string, readonly [number | null, number | null]>>;
  readonly patterns?: Readonly<Record<string, readonly string[]>>;
}
