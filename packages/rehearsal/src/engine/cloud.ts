import type { Facts, ProviderSchema } from "../schema/types";
import type { ObjectValue, Value } from "../schema/value";
import type { World } from "../world/world";

/** A value with `{name}` in its strings, `{a|b}` for the first that has a value; a string that is nothing else takes the value of that name, whatever its type. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [name: string]: Template };

/** The value of a name in the object at hand: an argument, an attribute, or what the provider configuration says. */
export type Lookup = (name: string) => Value | undefined;

/** A value that takes more than a template; UNKNOWN where it can't be said before the service answers. */
export type Compute = (of: Lookup, world: World, scope: Scope) => Value;

/** By attribute; `block.attribute` means each element of the block. */
export type Templates = Readonly<Record<string, Template | Compute>>;

/** The attribute `take` of the object of `type` whose attribute `where` is this object's argument `equals`. */
export interface Link {
  readonly type: string;
  readonly where: string;
  readonly equals: string;
  readonly take: string;
}

/** What the schema of a resource type doesn't tell about its values. All of it is optional. */
export interface Row {
  /** Known already at plan: what the service gives when the argument is left out. */
  readonly planned?: Readonly<Record<string, Template | ((of: Lookup) => Value)>>;
  /** Known after apply. One may name another. */
  readonly values?: Templates;
  /** Taken from another object of the world, after apply. */
  readonly links?: Readonly<Record<string, Link>>;
  /** Names that only one living object may have. */
  readonly unique?: readonly string[];
  /** Arguments that tell objects apart which the provider gives one id. */
  readonly apart?: readonly string[];
  /** Computed attributes that the service renews with every change of the object. */
  readonly renewed?: readonly string[];
}

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
  readonly rows: Readonly<Record<string, Row>>;
  /** What holds for every type that has such an attribute and no row for it. */
  readonly common: (type: string) => Row;
  readonly dataSources: Readonly<Record<string, DataSource>>;
  readonly scope: (config: ObjectValue) => Scope;
  /** Ids and the like that a template can name, `{kind:argument}`. */
  readonly invent: (kind: string, argument: string, seed: string, scope: Scope, of: Lookup) => Value | undefined;
  /** The scope of one object, where its own arguments decide more than the provider configuration. */
  readonly scopeOf?: (value: ObjectValue, scope: Scope) => Scope;
  /** Where an id means something: two objects with one id in different places are two objects. */
  readonly place?: (type: string, scope: Scope) => string;
  /** Whether the provider takes two values of an argument for one; `rule` as behaviour.json names it. */
  readonly equivalent?: (rule: string, prior: string, wanted: string) => boolean;
  /** What the provider itself derives from the arguments at each plan. */
  readonly derive?: (planned: ObjectValue, scope: Scope) => ObjectValue;
  /** The message of a name that is taken. */
  readonly nameTaken: (type: string, name: string) => string;
  /** The message of an object that isn't there any more. */
  readonly notFound: (type: string, id: string) => string;
}
