import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { InputError } from "./errors";

export interface Stack {
  readonly name: string;
  readonly folder: string;
  /** The stacks whose state it reads, or that it has to follow. */
  readonly needs: readonly string[];
  /** Its configuration files in Terraform's JSON syntax, merged no further than needed here. */
  readonly files: readonly Configuration[];
}

export interface Configuration {
  readonly terraform?: { readonly backend?: Backends };
  readonly data?: { readonly terraform_remote_state?: Readonly<Record<string, RemoteState>> };
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
}

export type Backends = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface RemoteState {
  readonly backend?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

interface Resource {
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

function readJson(file: string) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InputError(`"${file}" is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

const isTerraform = (file: string) => file.endsWith(".tf.json") || file.endsWith(".tf");

function stackIn(folder: string, name: string, needs: readonly string[]): Stack {
  const files = readdirSync(folder).filter((file) => file.endsWith(".tf.json"));
  refuseHiddenReads(folder);
  return { name, folder, needs, files: files.map((file) => readJson(join(folder, file))) };
}

/**
 * A remote state that can't be seen can't be pointed at the rehearsal, and would be read from the real backend: those
 * in HCL, and those of modules.
 */
function refuseHiddenReads(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isTerraform);
  const hidden = files.filter((file) => !file.split(sep).includes(".terraform") && (file.endsWith(".tf") || file.includes(sep)));
  const reading = hidden.find((file) => readFileSync(join(folder, file), "utf8").includes("terraform_remote_state"));
  if (reading)
    throw new InputError(
      `"${join(folder, reading)}" reads a remote state: only those in *.tf.json of the folder itself can be rehearsed`,
    );
}

/** The stacks of a cdktf output folder, or a plain Terraform folder as one stack; what others need comes first. */
export function readStacks(from: string): readonly Stack[] {
  const folder = resolve(from);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new InputError(`there is no folder "${from}"`);
  const manifest = join(folder, "manifest.json");
  if (existsSync(manifest)) {
    const stacks: Record<string, { name: string; workingDirectory: string; dependencies?: string[] }> = readJson(manifest).stacks;
    return inOrder(
      Object.values(stacks).map((one) => stackIn(join(folder, one.workingDirectory), one.name, one.dependencies ?? [])),
    );
  }
  if (readdirSync(folder).some(isTerraform)) return [stackIn(folder, basename(folder), [])];
  throw new InputError(`"${from}" holds neither synthesized stacks (manifest.json) nor *.tf.json`);
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
