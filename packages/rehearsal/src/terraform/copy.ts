import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { InputError } from "./errors";
import { override } from "./override";
import type { Stack } from "./stacks";

/** States, locks and installed providers belong to the real deployment, and tests may fetch; assets and local modules come along. */
const isSource = (path: string) => !/^\.terraform|\.tfstate|^node_modules$|^\.git$|\.tftest\.(hcl|json)$/.test(basename(path));

/** Override files are merged in the order of their names: these come behind those of the user. */
export type OverrideName = "rehearsal" | "rehearsal_lifted";

const overrideFile = (name: OverrideName) => `~${name}_override.tf.json`;
const isOverride = (file: string) => /(^|_)override\.tf(\.json)?$/.test(file);

export function writeOverride(folder: string, name: OverrideName, content: unknown): void {
  writeFileSync(join(folder, overrideFile(name)), JSON.stringify(content, null, 2));
}

/**
 * The stack's files in a folder of their own, with what lets them run on this machine alone. What Terraform made in it
 * stays; a file that the stack no longer has goes.
 */
export function prepare(stack: Stack, stacks: readonly Stack[], folder: string): string {
  refuseLaterOverride(stack);
  const own = join(folder, "stacks", stack.name);
  mkdirSync(own, { recursive: true });
  mkdirSync(join(folder, "states"), { recursive: true });
  const copied: string[] = [];
  cpSync(stack.folder, own, {
    recursive: true,
    filter: (from) => {
      const name = relative(stack.folder, from);
      if (name !== "" && !isSource(from)) return false;
      if (name !== "") copied.push(name);
      return true;
    },
  });
  removeStale(own, `${own}.files.json`, copied);
  // Relative, so that two runs show the same plan.
  writeOverride(
    own,
    "rehearsal",
    override(stack, stacks, (name) => `../../states/${name}.tfstate`),
  );
  return own;
}

/** Of what an earlier copy brought, what this one didn't. */
function removeStale(own: string, list: string, copied: readonly string[]): void {
  const before: readonly string[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const stays = new Set(copied);
  for (const name of before) if (!stays.has(name)) rmSync(join(own, name), { recursive: true, force: true });
  writeFileSync(list, JSON.stringify(copied));
}

function refuseLaterOverride({ folder }: Stack): void {
  const later = readdirSync(folder).find((file) => isOverride(file) && file > overrideFile("rehearsal"));
  if (later) throw new InputError(`"${join(folder, later)}" would be merged behind the rehearsal's own override: rename it`);
}
