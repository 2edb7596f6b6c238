/** A change in a plan, as the tables of tests write it. */
export interface Change {
  readonly address: string;
  readonly after?: object | null;
  readonly before?: object;
  readonly unknown?: object;
  readonly actions?: readonly string[];
  readonly deposed?: string;
}

/** An address taken apart, as a plan shows it beside the whole: `module.m["k"].type.name[0]`. */
function parts(address: string) {
  const match = /^(?:(.*module\.[^.[]+(?:\[[^\]]*\])?)\.)?(data\.)?([^.]+)\.([^.[]+)(?:\[(.*)\])?$/.exec(address);
  const [, module, data, type = "", name = "", index] = match ?? [];
  return {
    address,
    mode: data ? "data" : "managed",
    type,
    name,
    provider_name: `example.test/x/${type.split("_")[0]}`,
    ...(module === undefined ? {} : { module_address: module }),
    ...(index === undefined ? {} : { index: JSON.parse(index) }),
  };
}

type Resources = readonly { readonly address: string; readonly values: object }[];

/** Values of resources as a module tree. */
function tree(resources: Resources, module = ""): object {
  const inside = (address: string) => parts(address).module_address ?? "";
  const children = new Set<string>();
  for (const { address } of resources) {
    const path = inside(address);
    if (path === module || !path.startsWith(module === "" ? "module." : `${module}.`)) continue;
    const rest = module === "" ? path : path.slice(module.length + 1);
    const first = /^module\.[^.[]+(?:\[[^\]]*\])?/.exec(rest)?.[0] ?? rest;
    children.add(module === "" ? first : `${module}.${first}`);
  }
  return {
    ...(module === "" ? {} : { address: module }),
    resources: resources
      .filter(({ address }) => inside(address) === module)
      .map(({ address, values }) => ({ ...parts(address), values })),
    child_modules: [...children].map((child) => tree(resources, child)),
  };
}

export interface PlanParts {
  readonly changes?: readonly Change[];
  /** `type.name` or `data.type.name` to expressions, with `for_each_expression` and the like beside them. */
  readonly root?: Readonly<Record<string, object>>;
  readonly configuration?: object;
  readonly providers?: Readonly<Record<string, object>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, object>>;
  readonly calls?: Readonly<Record<string, object>>;
  /** Data sources that were read, by address. */
  readonly read?: Readonly<Record<string, object>>;
  readonly version?: string;
}

/** The configuration of a module, as a plan shows it. */
export function moduleShown(resources: Readonly<Record<string, object>>, more: object = {}): object {
  return {
    resources: Object.entries(resources).map(([name, shown]) => {
      const { mode, type, name: own } = parts(name);
      const { expressions, ...beside } = shown as { expressions?: object };
      return {
        address: name,
        mode,
        type,
        name: own,
        provider_config_key: type.split("_")[0],
        expressions: expressions ?? shown,
        ...(expressions ? beside : {}),
      };
    }),
    ...more,
  };
}

/** A plan as `terraform show -json` prints it (format version 1.2). */
export function plan({
  changes = [],
  root = {},
  providers = {},
  variables = {},
  outputs = {},
  calls = {},
  read = {},
  version = "1.2",
}: PlanParts): object {
  const kept = changes.filter(({ after, deposed }) => after !== null && after !== undefined && deposed === undefined);
  const data = Object.entries(read).map(([address, values]) => ({ address, values }));
  return {
    format_version: version,
    terraform_version: "1.13.0",
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    planned_values: { root_module: tree(kept.map(({ address, after }) => ({ address, values: after ?? {} }))) },
    resource_changes: changes.map(({ address, actions = ["create"], before = null, after = null, unknown = {}, deposed }) => ({
      ...parts(address),
      ...(deposed === undefined ? {} : { deposed }),
      change: { actions, before, after, after_unknown: unknown },
    })),
    prior_state: { format_version: "1.0", values: { root_module: tree(data) } },
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries(providers).map(([key, expressions]) => [
          key,
          { name: key.split(".")[0], ...(key.includes(".") ? { alias: key.split(".")[1] } : {}), expressions },
        ]),
      ),
      root_module: moduleShown(root, { outputs, module_calls: calls }),
    },
    a_field_of_a_later_version: true,
  };
}

/** A state as `terraform show -json` prints it. */
export function state(values: Readonly<Record<string, object>>, outputs: Readonly<Record<string, unknown>> = {}): object {
  return {
    format_version: "1.0",
    values: {
      root_module: tree(Object.entries(values).map(([address, one]) => ({ address, values: one }))),
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
    },
  };
}

/** An expression of HCL: names with all that they begin with, as a plan lists them. */
export function refers(...names: readonly string[]): object {
  return {
    references: names.flatMap((name) =>
      name.split(".").length > 2 && !name.startsWith("data.") ? [name, name.split(".").slice(0, 2).join(".")] : [name],
    ),
  };
}

/** A string of JSON configuration with an interpolation: the raw template, and the references beside it. */
export const raw = (text: unknown, ...names: readonly string[]): object => ({ constant_value: text, ...refers(...names) });

export const constant = (value: unknown): object => ({ constant_value: value });
