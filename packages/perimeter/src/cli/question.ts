import { declare, readModel } from "../declaration";
import { estateOf } from "../estate";
import { principalsIn } from "../estate/principals";
import type { Question } from "../question";
import { InputError } from "./input-error";
import { findModel } from "./model-file";
import { DEFAULT_PATH, readStacks } from "./terraform-estate";

/** A question, and the files that it was read from. */
export interface Asked extends Question {
  /** The model's file, as messages name it. */
  readonly model: string;
  /** The file of each stack. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * What a command asks about: stacks, plans and states, held against a model.
 * @throws InputError one of them can't be read, or a selector means nothing
 */
export function readQuestion(paths: readonly string[], model: string | undefined, at: Date): Asked {
  const { file, text } = findModel(paths.length > 0 ? paths : [DEFAULT_PATH], model);
  const read = readModel(text, file);
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  const { input, files } = readStacks(paths);
  const estate = estateOf(input, { oci: read.content.oci ?? {}, aws: read.content.aws ?? {} });
  const { resources } = input;
  const declared = declare(read, { resources, principals: principalsIn(estate) });
  if ("diagnostics" in declared) throw new InputError(declared.diagnostics);
  return { estate, declared, at, stacks: input.stacks, model: file, files };
}
