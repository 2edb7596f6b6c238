import { type Certainty, catalogue, lazy, type OperationRow, row } from "./data";
import { typesCarrying } from "./types";

/** What an operation of the API asks for. Source: "Permissions Required for Each API Operation" of its service. */
export interface Operation {
  readonly name: string;
  readonly service: string;
  /** Lists of permissions; one list that is held whole is enough. One that is empty: everybody may call it. */
  readonly needs: readonly (readonly string[])[];
  /** Permissions that it asks for besides, in some cases: with a key of one's own, with a private endpoint, … */
  readonly sometimes: readonly string[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** The policy references that name its permissions. */
  readonly sources: readonly string[];
}

/** An operation that a permission has a part in. */
export interface OperationNeed extends Operation {
  /** Whether this permission alone is enough, in the plain case. */
  readonly alone: boolean;
}

/**
 * The operations that ask for this permission, always or sometimes, by name. Several services have operations of one
 * name: each is one of its own here. Empty for a permission that no operation is known to ask for.
 */
export function operationsNeeding(permission: string): readonly OperationNeed[] {
  return (byPermission().get(permission.toUpperCase()) ?? []).map((operation) => ({
    ...operation,
    alone: operation.needs.some((needs) => needs.length === 1 && needs[0] === permission.toUpperCase()),
  }));
}

/** The operations of this name, one a service that has it; empty for a name that the catalogue doesn't know. */
export function operations(name: string): readonly Operation[] {
  const found = row(catalogue().operations, name);
  return found ? operationsOf(name, found) : [];
}

const byPermission = lazy(() => {
  const found = new Map<string, Operation[]>();
  for (const [name, facts] of Object.entries(catalogue().operations))
    for (const operation of operationsOf(name, facts))
      for (const permission of new Set([...operation.needs.flat(), ...operation.sometimes]))
        found.set(permission, [...(found.get(permission) ?? []), operation]);
  return found;
});

function operationsOf(name: string, facts: OperationRow): readonly Operation[] {
  return (facts.variants ?? [facts]).map((variant) => {
    const needs = variant.alternatives ?? (variant.any ? variant.permissions.map((one) => [one]) : [variant.permissions]);
    const sometimes = (variant.conditional ?? []).filter((permission) => !needs.flat().includes(permission));
    return {
      name,
      service: variant.service,
      needs,
      sometimes,
      certainty: facts.certainty ?? "D",
      ...(facts.note === undefined ? {} : { note: facts.note }),
      sources: [...new Set([...needs.flat(), ...sometimes].flatMap(typesCarrying).flatMap(({ source }) => source ?? []))],
    };
  });
}
