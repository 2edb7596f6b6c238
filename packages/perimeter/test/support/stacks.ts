import { type Estate, type EstateOptions, estateOf } from "../../src/estate";
import type { Input, NamedText, Resource } from "../../src/input";
import { readInput } from "../../src/input";
import { brief } from "./brief";

/** Documents by file name; each is a stack of its own, named up to the first dot, unless `scope` makes them one folder. */
export type Documents = Readonly<Record<string, unknown>>;

export function texts(documents: Documents, scope?: string): readonly NamedText[] {
  return Object.entries(documents).map(([file, content]) => ({
    file,
    stack: file.split(".")[0] ?? file,
    scope: scope ?? file.split(".")[0] ?? file,
    text: typeof content === "string" ? content : JSON.stringify(content),
  }));
}

/** What the documents say. Throws their mistakes, which a test then shows. */
export function inputOf(documents: Documents, scope?: string): Input {
  const read = readInput(texts(documents, scope));
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  return read.read;
}

/** The messages of what is wrong with the documents. */
export function mistakesIn(documents: Documents): readonly string[] {
  const read = readInput(texts(documents));
  return "diagnostics" in read ? read.diagnostics.map(({ message }) => message) : [];
}

export const estateFrom = (documents: Documents, options?: EstateOptions): Estate => estateOf(inputOf(documents), options);

export function resourceAt(input: Input, address: string): Resource {
  const found = input.resources.find((one) => one.address === address);
  if (!found) throw new Error(`there is no ${address}, but ${input.resources.map((one) => one.address).join(", ")}`);
  return found;
}

/** An argument of a resource, in short. */
export const argumentOf = (input: Input, address: string, name: string): unknown =>
  brief(resourceAt(input, address).arguments.entries.get(name));

/** The value of a text in a configuration that has these other blocks: what `a.tf.json` makes of it. */
export function valueIn(text: unknown, blocks: Readonly<Record<string, unknown>> = {}): unknown {
  const { resource = {}, ...others } = blocks;
  const json = { ...others, resource: { ...(resource as object), probe: { p: { value: text } } } };
  return argumentOf(inputOf({ "a.tf.json": json }), "a/probe.p", "value");
}
