import type { Facts, ProviderSchema } from "../schema/types";
import type { ObjectValue, Value } from "../schema/value";
import type { World } from "../world/world";
import type { Lookup } from "./template";

/**
 * A value with `{name}` in its strings, `{a|b|'c'}` for the first that has a value; a string that is nothing else takes
 * the value of that name, whatever its type. A dot leads into a value: `{subnet_ids.0}`, `{source.bucket}`.
 */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [name: string]: Template };

export type Templates = Readonly<Record<string, Template>>;

/** A value that takes more than a template; UNKNOWN where it can't be said before the service answers. */
export type Compute = (of: Lookup, world: World, scope: Scope) => Value;

/** Templates and computed values, by name. */
export type Values = Readonly<Record<string, Template | Compute>>;

/** The attribute `take` of the object of `type` whose attribute `where` is this object's argument `equals`. */
export interface Link {
  readonly type: string;
  readonly where: string;
  readonly equals: string;
  readonly take: string;
}

/**
 * What the schema of a resource type doesn't tell about its values. All of it is optional. A name may lead into blocks,
 * `vnics.private_ip`: then it holds for each element, whose own attributes its template names first.
 */
export interface Row {
  /** Known already at plan: what the service gives when the argument is left out. */
  readonly planned?: Readonly<Record<string, Template | ((of: Lookup) => Value)>>;
  /** Known after apply. One may name another. */
  readonly values?: Values;
  /** Taken from another object of the world, after apply; one that is no attribute can still be named by a template. */
  readonly links?: Readonly<Record<string, Link>>;
  /** Names that only one living object may have. */
  readonly unique?: readonly string[];
  /** Where an id that is made of names holds, `{region}`: elsewhere there may be an object with the same id. */
  readonly within?: string;
  /** Computed attributes that the service renews with every change of the object. */
  readonly renewed?: readonly string[];
}

/** Rows by resource type. */
export type Rows = Readonly<Record<string, Row>>;

/** What a provider configuration decides about values, by the name that templates use. */
export type Scope = Readonly<Record<string, Value>>;

/** Computes what a data source answers, beside its arguments. */
export type DataSource = (config: ObjectValue, scope: Scope, world: World) => ObjectValue;

/** A cloud as its provider shows it. */
export interface Cloud {
  /** The provider's address, as required_providers spells it in full. */
  readonly address: string;
  readonly schema: ProviderSchema;
  readonly facts: Readonly<Record<string, Facts>>;
  readonly rows: Rows;
  /** What holds for every type that has such an attribute and no row for it. */
  readonly common: (type: string) => Row;
  readonly dataSources: Readonly<Record<string, DataSource>>;
  readonly scope: (config: ObjectValue) => Scope;
  /** Ids and the like that a template can name, `{kind:argument}`. */
  readonly invent: (kind: string, argument: string, seed: string, scope: Scope, lookup: Lookup) => Value | undefined;
  /** The scope of one object, where its own arguments decide more than the provider configuration. */
  readonly scopeOf?: (value: ObjectValue, scope: Scope) => Scope;
  /** Whether the provider takes two values of an argument for one; `rule` as behaviour.json names it. */
  readonly equivalent?: (rule: string, prior: string, wanted: string) => boolean;
  /** What the provider itself derives from the arguments at each plan. */
  readonly derive?: (planned: ObjectValue, scope: Scope) => ObjectValue;
  /** The message of a name that is taken. */
  readonly nameTaken: (type: string, name: string) => string;
  /** The message of an object that isn't there any more. */
  readonly notFound: (type: string, id: string) => string;
}
