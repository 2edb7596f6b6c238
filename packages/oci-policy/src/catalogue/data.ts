import type { Verb } from "../language/syntax";

/**
 * How sure a row is: read in the provider's source (`P`), in a copy of Oracle's documentation (`D`), in another public
 * project that keyed the documentation (`S`), or not confirmed (`U`): its name or place may be wrong.
 */
export type Certainty = "P" | "D" | "S" | "U";

/** The rows of `data/permissions.json`, as far as they are read. */
export interface CatalogueData {
  readonly sources: readonly SourceRow[];
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly unconfirmedFamilies: readonly string[];
  readonly familyNotes: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly resourceTypes: Readonly<Record<string, TypeRow>>;
  readonly terraformTypes: Readonly<Record<string, readonly string[]>>;
  readonly terraformNeutral: readonly string[];
  readonly operations: Readonly<Record<string, OperationRow>>;
  /** Permissions that operations need and no verb table places, with those operations. */
  readonly unplacedPermissions: Readonly<Record<string, readonly string[]>>;
  readonly variables: Readonly<Record<string, VariableRow>>;
}

interface SourceRow {
  readonly id: string;
  readonly what: string;
  readonly url?: string;
}

export interface TypeRow {
  readonly service: string;
  readonly verbs: Readonly<Record<Verb, readonly string[]>>;
  readonly certainty: Certainty;
  readonly complete: boolean;
  readonly contentFrom?: Verb | null;
  readonly note?: string;
  readonly source?: string;
}

export interface OperationRow {
  readonly service: string;
  readonly permissions: readonly string[];
  readonly any: boolean;
  readonly conditional?: readonly string[];
  readonly alternatives?: readonly (readonly string[])[];
  readonly variants?: readonly Omit<OperationRow, "variants" | "certainty">[];
  readonly certainty?: Certainty;
  readonly note?: string;
}

export interface VariableRow {
  readonly type: string;
  readonly service: string;
  readonly appliesTo: readonly string[];
  readonly notWith?: readonly string[];
  readonly certainty?: Certainty;
  readonly note?: string;
}

let read: CatalogueData | undefined;

/** The catalogue's tables, read when first asked for: 600 kB that a command without a question to them does without. */
export function catalogue(): CatalogueData {
  read ??= require("../../data/permissions.json") as CatalogueData;
  return read;
}

/** What a function without arguments gives, made when first asked for. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The row of this name, and none that every object inherits: a type called `constructor` isn't one. */
export function row<Row>(rows: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}

/** The page that a row comes from. */
export function sourceOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : pages().get(id);
}

const pages = lazy(() => new Map(catalogue().sources.map(({ id, url, what }) => [id, url ?? what])));
