import { readModel } from "../declaration";
import { type EstateOptions, estateOf, resolvePrincipal, resolveTarget } from "../estate";
import { type Input, type NamedText, type Read, readInput, readPaths } from "../input";
import type { KnownEstate } from "./estate";
import { InputError } from "./input-error";
import { modelBeside } from "./model-file";

/** What `npm start` and `cdktf synth` write. */
export const DEFAULT_PATH = "cdktf.out";

/**
 * The estate of folders and files of Terraform's, with what a model beside them says of tenancy and organization.
 * @throws InputError they can't be read, or are none of its
 */
export function readTerraform(paths: readonly string[]): KnownEstate {
  const estate = estateOf(readStacks(paths).input, told(paths));
  return {
    ...estate,
    addresses: {
      principal: (address) => resolvePrincipal(estate, address),
      target: (address) => resolveTarget(estate, address),
    },
  };
}

/** Nobody has to have a model to ask what a cloud answers; who has one has said what no stack does. */
function told(paths: readonly string[]): EstateOptions {
  const found = modelBeside(paths.length > 0 ? paths : [DEFAULT_PATH]);
  if (!found) return {};
  const model = readModel(found.text, found.file);
  if ("diagnostics" in model) throw new InputError(model.diagnostics);
  const { oci, aws } = model.content;
  return { oci: oci ?? {}, aws: aws ?? {} };
}

/** What was read, and from which file each stack. */
export interface Stacks {
  readonly input: Input;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What folders and files of Terraform's say, before anything is made of it; the same in whichever order they are named.
 * @throws InputError they can't be read, or are none of its
 */
export function readStacks(paths: readonly string[]): Stacks {
  const texts = [...whole(readPaths(paths.length > 0 ? paths : [DEFAULT_PATH]))].sort(byStack);
  const files = new Map<string, string>();
  // A plan or a state is nothing that somebody wrote.
  for (const { stack, file } of texts) if (file.endsWith(".tf.json") || !files.has(stack)) files.set(stack, file);
  return { input: whole(readInput(texts)), files };
}

function byStack(one: NamedText, other: NamedText): number {
  const [first, second] = [`${one.stack}\u0000${one.file}`, `${other.stack}\u0000${other.file}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

function whole<T>(read: Read<T>): T {
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  return read.read;
}
