import { entry, isObject, type JsonObject, type JsonValue } from "./body";

/** A file of Terraform's configuration in JSON, of which stack. */
export interface ConfigurationFile {
  readonly file: string;
  readonly stack: string;
  readonly json: JsonObject;
}

/** A block with the labels that stand before it. */
export interface Block {
  readonly stack: string;
  readonly body: JsonObject;
}

/** The files of one Terraform module, as blocks by name. */
export interface Configuration {
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Block>;
  readonly data: ReadonlyMap<string, Block>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly modules: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, JsonValue>;
  /** By local name, with the alias behind a dot. */
  readonly providers: ReadonlyMap<string, JsonObject>;
  readonly backends: readonly Backend[];
  /** Stacks that the files belong to. */
  readonly stacks: readonly string[];
  /** Blocks that change what is managed without being a resource: `removed`, `import`, `moved`. */
  readonly others: readonly { readonly stack: string; readonly kind: string }[];
}

export interface Backend {
  readonly stack: string;
  readonly type: string;
  readonly body: JsonObject;
}

const isOverride = (file: string) => /(^|[\\/_])override\.tf\.json$/.test(file);

/**
 * Reads the files of one module. Overrides replace arguments of what the other files declare ("Override Files").
 * Labels nest as objects, any of which may be a list of objects ("JSON Configuration Syntax").
 */
export function readConfiguration(files: readonly ConfigurationFile[]): Configuration {
  const ordered = [...files.filter(({ file }) => !isOverride(file)), ...files.filter(({ file }) => isOverride(file))];
  const blocks = (kind: string, labels: number) => {
    const found = new Map<string, Block>();
    for (const { stack, json } of ordered)
      for (const [name, body] of labelled(entry(json, kind), labels)) {
        const before = found.get(name);
        found.set(name, { stack: before?.stack ?? stack, body: { ...before?.body, ...body } });
      }
    return found;
  };
  const locals = ordered.flatMap(({ json }) => objectsOf(entry(json, "locals")).flatMap(Object.entries));
  return {
    resources: blocks("resource", 2),
    data: blocks("data", 2),
    variables: blocks("variable", 1),
    outputs: blocks("output", 1),
    modules: blocks("module", 1),
    locals: new Map(locals.filter(([name]) => name !== "//")),
    providers: providersOf(ordered),
    backends: ordered.flatMap(backendsOf),
    stacks: [...new Set(ordered.map(({ stack }) => stack))],
    others: ordered.flatMap(({ stack, json }) =>
      ["removed", "import"].filter((kind) => entry(json, kind) !== undefined).map((kind) => ({ stack, kind })),
    ),
  };
}

/** One object, or those in a list; lists in lists are none that Terraform takes, and nothing in them is passed over. */
function objectsOf(json: JsonValue | undefined): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const left: (JsonValue | undefined)[] = [json];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (Array.isArray(next)) for (const item of [...next].reverse()) left.push(item);
    else if (isObject(next)) found.push(next);
  }
  return found;
}

function labelled(json: JsonValue | undefined, labels: number): (readonly [string, JsonObject])[] {
  return objectsOf(json).flatMap((object) =>
    labels === 0
      ? [["", object] as const]
      : Object.entries(object)
          .filter(([label]) => label !== "//")
          .flatMap(([label, inner]) =>
            labelled(inner, labels - 1).map(([rest, body]) => [rest === "" ? label : `${label}.${rest}`, body] as const),
          ),
  );
}

function providersOf(files: readonly ConfigurationFile[]): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const { json } of files)
    for (const object of objectsOf(entry(json, "provider")))
      for (const [name, bodies] of Object.entries(object))
        for (const body of objectsOf(bodies)) {
          const alias = entry(body, "alias");
          const key = typeof alias === "string" ? `${name}.${alias}` : name;
          found.set(key, { ...found.get(key), ...body });
        }
  return found;
}

function backendsOf({ stack, json }: ConfigurationFile): readonly Backend[] {
  return objectsOf(entry(json, "terraform")).flatMap((terraform) => [
    ...labelled(entry(terraform, "backend"), 1).map(([type, body]) => ({ stack, type, body })),
    ...objectsOf(entry(terraform, "cloud")).map((body) => ({ stack, type: "cloud", body })),
  ]);
}

/** Whether two files can't be of one module, since both declare the same thing. */
export function clash(a: ConfigurationFile, b: ConfigurationFile): boolean {
  if (isOverride(a.file) || isOverride(b.file)) return false;
  const [first, second] = [readConfiguration([a]), readConfiguration([b])];
  const shares = (of: (one: Configuration) => ReadonlyMap<string, unknown>) =>
    [...of(first).keys()].some((key) => of(second).has(key));
  return (
    shares(({ resources }) => resources) ||
    shares(({ data }) => data) ||
    shares(({ providers }) => providers) ||
    shares(({ outputs }) => outputs) ||
    (first.backends.length > 0 && second.backends.length > 0)
  );
}
