import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { clockOf } from "../clock";
import { prepare } from "./copy";
import { isOwnSetting, standInSettings } from "./environment";
import { InputError } from "./errors";
import { wrapperFile } from "./installed";
import { manifestFile, readStacks, type Stack } from "./stacks";

type Environment = Readonly<Record<string, string | undefined>>;

/** A call of Terraform, as a wrapper got it or as it is to be made. */
export interface Call {
  readonly folder: string;
  readonly args: readonly string[];
}

export interface WrappedCall extends Call {
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
}

/** Inside a rehearsal's shell: where its world and copies are, and how to reach the stand-ins that are running. */
export const SHELL_FOLDER = "REHEARSAL_FOLDER";
export const SHELL_REATTACH = "REHEARSAL_REATTACH";

/** Touches no state and no cloud, and has to work on the user's own files. */
const FORMAT = "fmt";

/** Commands that only make sense with what a rehearsal keeps away from. Source: Terraform CLI, Basic CLI Features. */
const REFUSED: Readonly<Record<string, string>> = {
  login: "a rehearsal has no credentials to get",
  logout: "a rehearsal has no credentials to drop",
  "providers mirror": "a rehearsal has stand-ins for providers, which nobody should take for real ones",
};

/**
 * The call that is made instead: on a copy of the folder, where only the stand-ins can be found. Paths in its arguments
 * are read from the copy.
 * @throws InputError when the folder can't be rehearsed, or the command makes no sense in a rehearsal
 */
export function wrapped(call: Call, env: Environment): WrappedCall {
  const { folder, args } = withoutChdir(call);
  const [command, ...rest] = args;
  refuseCommand(command, rest);
  const unset = Object.keys(env).filter(isOwnSetting);
  const alone = { set: { CHECKPOINT_DISABLE: "1" }, unset };
  if (command === FORMAT) return { ...call, ...alone };
  // Were it no question after all, it would find nothing to work on there.
  if (isQuestion(command, rest)) return { folder: dirname(wrapperFile()), args, ...alone };
  const { key, root, stacks } = projectOf(folder);
  const stack = stacks.find((one) => one.folder === folder);
  if (!stack) throw new InputError(`"${folder}" is none of the stacks beside it`);
  const session = env[SHELL_FOLDER] || join(stateFolder(env), key);
  const clock = clockOf(root);
  const set = {
    ...standInSettings(session, env[SHELL_REATTACH] || undefined),
    ...(clock === undefined ? {} : { REHEARSAL_CLOCK: clock }),
  };
  return { folder: prepare(stack, stacks, join(session, "projects", key)), args, set, unset };
}

/** Source: Terraform CLI, Switching working directory: `-chdir` stands before the command. */
function withoutChdir({ folder, args: [first = "", ...rest] }: Call): Call {
  const chdir = /^--?chdir=(.*)$/s.exec(first)?.[1];
  if (chdir !== undefined) return { folder: resolve(folder, chdir), args: rest };
  return { folder: resolve(folder), args: first === "" ? rest : [first, ...rest] };
}

/** Asked about Terraform itself: also where there is no configuration. */
const isQuestion = (command: string | undefined, rest: readonly string[]) =>
  command === undefined || /^-|^(version|help)$/.test(command) || rest.some((arg) => ["-h", "-help", "--help"].includes(arg));

function refuseCommand(command: string | undefined, rest: readonly string[]): void {
  for (const name of [`${command}`, `${command} ${rest[0]}`]) {
    if (Object.hasOwn(REFUSED, name)) throw new InputError(`"terraform ${name}" is not rehearsed: ${REFUSED[name]}`);
  }
  if (command === "init" && rest.some((arg) => /^--?from-module(=|$)/.test(arg)))
    throw new InputError('"terraform init -from-module" is not rehearsed: only modules below the folder are');
}

interface Project {
  /** Tells this folder from others of the same name. */
  readonly key: string;
  readonly root: string;
  readonly stacks: readonly Stack[];
}

/** A stack that cdktf synthesized belongs to the folder with the manifest; any other folder is its own project. */
function projectOf(folder: string): Project {
  const output = resolve(folder, "../..");
  const root = existsSync(manifestFile(output)) && basename(resolve(folder, "..")) === "stacks" ? output : folder;
  const digest = createHash("sha256").update(root).digest("hex").slice(0, 8);
  return { key: `${basename(root)}-${digest}`, root, stacks: readStacks(root) };
}

/** Where worlds live between calls that no shell holds together. Source: XDG Base Directory Specification. */
const stateFolder = (env: Environment) => join(env["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "rehearsal");
