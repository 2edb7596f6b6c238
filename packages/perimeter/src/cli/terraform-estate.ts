import { estateOf, resolvePrincipal, resolveTarget } from "../estate";
import { type Input, type Read, readInput, readPaths } from "../input";
import type { KnownEstate } from "./estate";
import { InputError } from "./input-error";

/** What `npm start` and `cdktf synth` write. */
export const DEFAULT_PATH = "cdktf.out";

/**
 * The estate of folders and files of Terraform's.
 * @throws InputError they can't be read, or are none of its
 */
export function readTerraform(paths: readonly string[]): KnownEstate {
  const estate = estateOf(readStacks(paths));
  return {
    ...estate,
    addresses: {
      principal: (address) => resolvePrincipal(estate, address),
      target: (address) => resolveTarget(estate, address),
    },
  };
}

/**
 * What folders and files of Terraform's say, before anything is made of it.
 * @throws InputError they can't be read, or are none of its
 */
export function readStacks(paths: readonly string[]): Input {
  return whole(readInput(whole(readPaths(paths.length > 0 ? paths : [DEFAULT_PATH]))));
}

function whole<T>(read: Read<T>): T {
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  return read.read;
}
