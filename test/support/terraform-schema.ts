import { judge } from "rehearsal/judge";
import type { Attribute, Block, NestedBlock, TypeJson } from "rehearsal/schema";
import { PROVIDERS, type Provider, providerOf, schemaOf } from "./provider-schema";
import { type Element, elementsOf, entriesOf, isExpression, isObject, isSet, listOf, shown } from "./terraform-json";
import { danglingReferences } from "./terraform-references";

/**
 * What Terraform and the providers would refuse in a synthesized stack, without running either: every resource, data
 * source and provider block is held against the real schema, then against what validation and apply are known to check.
 * @returns `type.name: path: what was expected, what was found`, in the order of the file
 */
export function violations(stack: unknown, providers: Readonly<Record<string, Provider>> = PROVIDERS): string[] {
  const inElements = elementsOf(stack).flatMap((element) =>
    elementViolations(element, providers).map((violation) => `${element.address}: ${violation}`),
  );
  return [...new Set([...providerViolations(stack, providers), ...inElements, ...danglingReferences(stack, providers)])];
}

/** Arguments that belong to Terraform and not to a type. */
const META_ARGUMENTS = ["depends_on", "provider", "count", "for_each", "lifecycle", "connection", "provisioner"];
const PROVIDER_META_ARGUMENTS = ["alias", "version"];

function elementViolations({ kind, type, args }: Element, providers: Readonly<Record<string, Provider>>): string[] {
  const provider = providers[providerOf(type)];
  const schema = schemaOf(kind, type, providers);
  if (!provider || !schema) return [`no such ${kind === "data" ? "data source" : "resource type"}`];
  const own = Object.fromEntries(entriesOf(args).filter(([name]) => !META_ARGUMENTS.includes(name)));
  return [
    ...blockViolations(own, schema.block, ""),
    ...ignoredChangesViolations(args["lifecycle"], schema.block),
    ...(kind === "resource" ? judge(schema.block, provider.behaviour[type] ?? {}, own) : []),
  ];
}

function providerViolations(stack: unknown, providers: Readonly<Record<string, Provider>>): string[] {
  const blocks = isObject(stack) ? entriesOf(stack["provider"]) : [];
  return blocks.flatMap(([name, configured]) => {
    const schema = providers[name]?.provider;
    if (!schema) return [`provider ${name}: no such provider`];
    return listOf(configured).flatMap((each) => {
      const own = Object.fromEntries(entriesOf(each).filter(([argument]) => !PROVIDER_META_ARGUMENTS.includes(argument)));
      return blockViolations(own, schema.block, "").map((violation) => `provider ${name}: ${violation}`);
    });
  });
}

/** Terraform refuses a rule about an argument that the type doesn't have. */
function ignoredChangesViolations(lifecycle: unknown, block: Block): string[] {
  const ignored = listOf(lifecycle).flatMap((each) => (isObject(each) ? listOf(each["ignore_changes"]) : []));
  return ignored
    .filter((name) => name !== "all" && !isArgument(block, String(name).split(/[.[]/, 1)[0] ?? ""))
    .map((name) => `lifecycle.ignore_changes: no such argument ${shown(name)}`);
}

const isArgument = ({ attributes = {}, block_types = {} }: Block, name: string) =>
  Object.hasOwn(attributes, name) || Object.hasOwn(block_types, name);

const join = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);

/** One body, its blocks included. `dynamic` blocks are checked by their content; how many they make isn't known. */
function blockViolations(body: unknown, schema: Block, path: string): string[] {
  if (!isObject(body)) return [`${path}: expected a block, found ${shown(body)}`];
  const { attributes = {}, block_types: blocks = {} } = schema;
  const dynamic = isObject(body["dynamic"]) ? body["dynamic"] : {};
  const unknown = [...entriesOf(body), ...entriesOf(dynamic)]
    .filter(([name]) => !isArgument(schema, name) && name !== "dynamic")
    .map(([name]) => `${join(path, name)}: no such argument or block`);
  return [
    ...unknown,
    ...Object.entries(attributes).flatMap(([name, attribute]) => attributeViolations(body[name], attribute, join(path, name))),
    ...Object.entries(blocks).flatMap(([name, block]) =>
      Object.hasOwn(dynamic, name)
        ? dynamicViolations(dynamic[name], block, join(path, name))
        : nestedViolations(body[name], block, join(path, name)),
    ),
  ];
}

function attributeViolations(value: unknown, attribute: Attribute, path: string): string[] {
  const { type, required = false, optional = false } = attribute;
  if (value === undefined || value === null) return required ? [`${path}: missing, and required`] : [];
  if (!required && !optional) return [`${path}: is computed only, found ${shown(value)}`];
  return typeViolations(value, type, path);
}

function nestedViolations(value: unknown, { nesting_mode, block, min_items, max_items }: NestedBlock, path: string): string[] {
  const blocks = listOf(value);
  const least = min_items ?? 0;
  const most = max_items || (nesting_mode === "single" ? 1 : Number.POSITIVE_INFINITY);
  return [
    ...(blocks.length === 0 && least > 0 ? [`${path}: missing, and required`] : []),
    ...(blocks.length > 0 && blocks.length < least ? [tooFewOrMany(path, "at least", least, blocks.length)] : []),
    ...(blocks.length > most ? [tooFewOrMany(path, "at most", most, blocks.length)] : []),
    ...blocks.flatMap((each, index) => blockViolations(each, block, Array.isArray(value) ? `${path}[${index}]` : path)),
  ];
}

const tooFewOrMany = (path: string, word: string, limit: number, found: number) =>
  `${path}: expected ${word} ${limit}, found ${found}`;

const dynamicViolations = (value: unknown, { block }: NestedBlock, path: string) =>
  listOf(value).flatMap((each) => blockViolations(isObject(each) ? each["content"] : each, block, path));

/** A literal of another JSON type. One expression and nothing else may be of any. */
function typeViolations(value: unknown, type: TypeJson, path: string): string[] {
  if (type === "dynamic" || isExpression(value)) return [];
  const expected = (what: string) => [`${path}: expected ${what}, found ${shown(value)}`];
  if (typeof type === "string") return typeof value === SCALARS[type].json ? [] : expected(SCALARS[type].words);
  switch (type[0]) {
    case "list":
    case "set": {
      if (!Array.isArray(value)) return expected(`a ${type[0]}`);
      return value.flatMap((each, index) => typeViolations(each, type[1], `${path}[${index}]`));
    }
    case "map": {
      if (!isObject(value)) return expected("a map");
      return Object.entries(value).flatMap(([key, each]) => typeViolations(each, type[1], join(path, key)));
    }
    case "object":
      return isObject(value) ? objectViolations(value, type[1], path) : expected("an object");
  }
}

const SCALARS = {
  string: { json: "string", words: "a string" },
  number: { json: "number", words: "a number" },
  bool: { json: "boolean", words: "a bool" },
} as const;

/** An object that is an attribute names every one of its keys, with null where unset. */
function objectViolations(
  value: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, TypeJson>>,
  path: string,
): string[] {
  return [
    ...Object.keys(value)
      .filter((key) => !Object.hasOwn(keys, key))
      .map((key) => `${join(path, key)}: no such key`),
    ...Object.entries(keys).flatMap(([key, type]) => {
      if (!Object.hasOwn(value, key)) return [`${join(path, key)}: missing; an object in an attribute names every key`];
      return isSet(value[key]) ? typeViolations(value[key], type, join(path, key)) : [];
    }),
  ];
}
