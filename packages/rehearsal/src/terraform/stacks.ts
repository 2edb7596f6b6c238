import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Block } from "../configuration/block";
import { folderBlocks, isConfiguration } from "../configuration/folder";
import { refuseForeign } from "../configuration/foreign";
import { InputError } from "./errors";

export interface Stack {
  readonly name: string;
  readonly folder: string;
  /** The stacks whose state it reads, or that it has to follow. */
  readonly needs: readonly string[];
  /** What its files declare, those of modules not among them. */
  readonly blocks: readonly Block[];
}

interface Manifest {
  readonly stacks: Readonly<Record<string, ManifestStack>>;
}

interface ManifestStack {
  readonly name: string;
  readonly workingDirectory: string;
  readonly dependencies?: readonly string[];
}

function stackIn(folder: string, name: string, needs: readonly string[]): Stack {
  refuseForeign(folder);
  return { name, folder, needs, blocks: folderBlocks(folder) };
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InputError(`"${file}" is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** The list of stacks that cdktf writes beside them. */
export const manifestFile = (folder: string) => join(folder, "manifest.json");

/** The stacks of a cdktf output folder, or a plain Terraform folder as one stack; what others need comes first. */
export function readStacks(from: string): readonly Stack[] {
  const folder = resolve(from);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new InputError(`there is no folder "${from}"`);
  const manifest = manifestFile(folder);
  if (existsSync(manifest)) {
    return inOrder(
      Object.values(readManifest(manifest).stacks).map((one) =>
        stackIn(join(folder, one.workingDirectory), one.name, one.dependencies ?? []),
      ),
    );
  }
  if (readdirSync(folder).some(isConfiguration)) return [stackIn(folder, basename(folder), [])];
  throw new InputError(`"${from}" holds neither synthesized stacks (manifest.json) nor *.tf or *.tf.json`);
}

/** Each stack after those it needs. */
export function inOrder(stacks: readonly Stack[]): readonly Stack[] {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const done = new Set<Stack>();
  const visit = (stack: Stack, path: readonly Stack[]) => {
    if (path.includes(stack))
      throw new InputError(`the stacks need each other: ${[...path, stack].map(({ name }) => name).join(" → ")}`);
    for (const name of stack.needs) {
      const needed = byName.get(name);
      if (needed) visit(needed, [...path, stack]);
    }
    done.add(stack);
  };
  for (const stack of [...stacks].sort((a, b) => (a.name < b.name ? -1 : 1))) visit(stack, []);
  return [...done];
}

/** The named stacks with all that they need; all when none is named. */
export function choose(stacks: readonly Stack[], names: readonly string[]): readonly Stack[] {
  const unknown = names.find((name) => !stacks.some((stack) => stack.name === name));
  if (unknown !== undefined) {
    throw new InputError(`there is no stack "${unknown}"; there are ${stacks.map(({ name }) => name).join(", ")}`);
  }
  if (names.length === 0) return stacks;
  const wanted = new Set(names);
  for (const stack of [...stacks].reverse()) if (wanted.has(stack.name)) for (const need of stack.needs) wanted.add(need);
  return stacks.filter(({ name }) => wanted.has(name));
}
