import { readModel } from "../declaration";
import { type EstateOptions, estateOf, resolvePrincipal, resolveTarget } from "../estate";
import { type Input, type Read, readInput, readPaths } from "../input";
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
  const estate = estateOf(readStacks(paths), told(paths));
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
