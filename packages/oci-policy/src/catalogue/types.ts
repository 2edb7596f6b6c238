import type { Verb } from "../language/syntax";
import { VERBS } from "../language/syntax";
import { type Certainty, catalogue, lazy, row, sourceOf } from "./data";

/** An individual resource type, and what each verb adds on it. Source: the policy reference of its service. */
export interface ResourceType {
  readonly name: string;
  /** The catalogue's name of the service, such as `objectstorage`. */
  readonly service: string;
  /** What the verb adds to those before it. */
  readonly verbs: Readonly<Record<Verb, readonly string[]>>;
  readonly certainty: Certainty;
  /** Whether the lists are whole. If not, the type carries permissions that nobody has published. */
  readonly complete: boolean;
  /** From which verb on content can be read; `never` by this type alone. Not every type has been looked into. */
  readonly contentFrom?: Verb | "never";
  readonly note?: string;
  /** The page, where one is known. */
  readonly source?: string;
}

/** A family: a statement on it is one on each member, later ones included ("Policy Reference", aggregate resource-types). */
export interface ResourceFamily {
  readonly name: string;
  readonly members: readonly ResourceType[];
  /** `U` where which types belong to it isn't confirmed. */
  readonly certainty: Certainty;
  readonly note?: string;
}

/** The type of this name, in any case; also by the singular spellings that the service takes. */
export function resourceType(name: string): ResourceType | undefined {
  return types().get(canonical(name));
}

/** The family of this name, in any case. `all-resources` is none: it holds also what no catalogue knows. */
export function resourceFamily(name: string): ResourceFamily | undefined {
  const { families, unconfirmedFamilies, familyNotes } = catalogue();
  const family = canonical(name);
  const members = row(families, family);
  if (!members) return undefined;
  const note = row(familyNotes, family);
  return {
    name: family,
    members: members.flatMap((member) => types().get(member) ?? []),
    certainty: unconfirmedFamilies.includes(family) ? "U" : "D",
    ...(note === undefined ? {} : { note }),
  };
}

/** The types whose verbs carry this permission; empty for one that the catalogue can't place. */
export function typesCarrying(permission: string): readonly ResourceType[] {
  return carriers().get(permission) ?? [];
}

function canonical(name: string): string {
  const lower = name.toLowerCase();
  return row(catalogue().aliases, lower) ?? lower;
}

const types = lazy(
  () =>
    new Map(
      Object.entries(catalogue().resourceTypes).map(([name, { source, contentFrom, note, ...facts }]): [string, ResourceType] => {
        const page = sourceOf(source);
        return [
          name,
          {
            name,
            service: facts.service,
            verbs: facts.verbs,
            certainty: facts.certainty,
            complete: facts.complete,
            ...(contentFrom === undefined ? {} : { contentFrom: contentFrom ?? "never" }),
            ...(note === undefined ? {} : { note }),
            ...(page === undefined ? {} : { source: page }),
          },
        ];
      }),
    ),
);

const carriers = lazy(() => {
  const found = new Map<string, ResourceType[]>();
  for (const type of types().values())
    for (const permission of new Set(VERBS.flatMap((verb) => type.verbs[verb]))) {
      const known = found.get(permission);
      if (known) known.push(type);
      else found.set(permission, [type]);
    }
  return found;
});
