import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const STACK_FILE = "cdk.tf.json";

/** Begins the names of the folders that `target` is made in: beside it, so that a rename moves what they hold. */
export const stagingPrefix = (target: string) => `${target}.new-`;

/** Longer than any synthesis takes. */
const ABANDONED_AFTER_MILLISECONDS = 60 * 60 * 1000;

/** Removes what a run that was killed has left beside `target`; never what a run beside this one is making. */
export function removeLeftovers(target: string): void {
  const folder = dirname(target);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (path.startsWith(stagingPrefix(target)) && Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER_MILLISECONDS)
      rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Moves a synthesized folder into place, file by file: each stack by rename, the manifest last, so that whoever reads
 * the manifest finds the stacks that it names. What Terraform keeps beside them (locks, plans, providers) stays.
 */
export function publish(staging: string, target: string): void {
  const stacks = readdirSync(join(staging, "stacks"));
  for (const stack of stacks) move(join(staging, "stacks", stack, STACK_FILE), join(target, "stacks", stack, STACK_FILE));
  for (const file of readdirSync(staging))
    if (file !== "stacks" && file !== "manifest.json") move(join(staging, file), join(target, file));
  move(join(staging, "manifest.json"), join(target, "manifest.json"));
  removeStacksOfBefore(target, stacks);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** A stack that the deployment no longer has would still be read by whoever reads the folder. */
function removeStacksOfBefore(target: string, stacks: readonly string[]): void {
  for (const stack of readdirSync(join(target, "stacks"))) {
    const folder = join(target, "stacks", stack);
    if (stacks.includes(stack) || !existsSync(join(folder, STACK_FILE))) continue;
    rmSync(join(folder, STACK_FILE));
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}
