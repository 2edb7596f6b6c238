import { type Provider, schemaOf } from "./provider-schema";
import { elementsOf, holdsTemplate, isObject, listOf, stringsIn } from "./terraform-json";

/** `type.name.attribute`, led by `data.` or not; an index after the name is passed over. */
const REFERENCE = /(?<![\w.-])(data\.)?([a-z]+_[a-z0-9_]+)\.([A-Za-z0-9_-]+)(?:\[[^\]]*\])?(?:\.([A-Za-z0-9_]+))?/g;

/**
 * References that lead nowhere: to something that the stack doesn't hold, or to an attribute that its type doesn't
 * have. Also those of `depends_on`. Terraform refuses them at plan.
 */
export function danglingReferences(stack: unknown, providers: Readonly<Record<string, Provider>>): string[] {
  const elements = elementsOf(stack);
  const known = new Set(elements.map(({ address }) => address));
  const named = elements.flatMap(({ address, args }) => [
    ...stringsIn({ ...args, "//": null }).map((string) => ({ ...string, address })),
    ...listOf(args["depends_on"]).map((text) => ({ address, path: "depends_on", text: `\${${text}}` })),
  ]);
  const outputs = isObject(stack) ? stringsIn(stack["output"]).map((string) => ({ ...string, address: "output" })) : [];
  return [...named, ...outputs].flatMap(({ address, path, text }) =>
    expressionsIn(text)
      .flatMap((expression) => [...expression.matchAll(REFERENCE)])
      .flatMap(([reference, data, type = "", name, attribute]) => {
        const schema = schemaOf(data ? "data" : "resource", type, providers);
        if (!schema) return [];
        const target = `${data ?? ""}${type}.${name}`;
        if (!known.has(target)) return [`${address}: ${path}: ${reference}: the stack holds no ${target}`];
        const { attributes = {}, block_types = {} } = schema.block;
        if (attribute === undefined || attribute in attributes || attribute in block_types) return [];
        return [`${address}: ${path}: ${reference}: ${type} has no attribute ${attribute}`];
      }),
  );
}

/** What stands between `${` and `}`, as far as the first brace that closes. */
const expressionsIn = (text: string) =>
  holdsTemplate(text) ? [...text.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].map(([, expression = ""]) => expression) : [];
