import { deploymentSchema } from "./deployment";
import type { ConfigPath } from "./positions";

/** The part of a zod schema's definition that is walked here. */
interface Definition {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
  readonly values?: readonly unknown[];
  readonly valueType?: unknown;
  readonly element?: unknown;
  readonly innerType?: unknown;
}

/** The keys that the schema knows at this path, for the kind of thing that `value` says it is. */
export function keysAt(path: ConfigPath, value: unknown): string[] {
  let schemas: unknown[] = [deploymentSchema];
  for (const step of path) schemas = schemas.flatMap((schema) => descend(schema, String(step)));
  const shapes = schemas.flatMap(alternatives).map((schema) => definition(schema).shape ?? {});
  const fitting = shapes.filter((shape) => literalsFit(shape, Object(value)));
  return [...new Set((fitting.length > 0 ? fitting : shapes).flatMap(Object.keys))];
}

const definition = (schema: unknown) => (schema as { readonly def: Definition }).def;

function alternatives(schema: unknown): unknown[] {
  const { options, innerType } = definition(schema);
  if (innerType) return alternatives(innerType);
  return options ? options.flatMap(alternatives) : [schema];
}

function descend(schema: unknown, step: string): unknown[] {
  return alternatives(schema).flatMap((option) => {
    const { shape, valueType, element } = definition(option);
    const child = shape?.[step] ?? valueType ?? element;
    return child ? alternatives(child) : [];
  });
}

/** Whether no literal of the shape, such as `kind: bucket`, speaks against this value being meant. */
function literalsFit(shape: Readonly<Record<string, unknown>>, value: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(shape).every(([key, schema]) => definition(schema).values?.includes(value[key]) ?? true);
}
