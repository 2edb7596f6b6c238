import { type ParseArgsConfig, parseArgs } from "node:util";
import { InputError } from "../terraform/errors";

/** Exit codes of all commands. */
export const EXIT = { done: 0, refused: 1, undecided: 3 } as const;

export interface Command {
  readonly usage: string;
  /** Gives the exit code; an InputError is said with its message alone. */
  run(args: readonly string[]): Promise<number>;
}

/** The options and words of a command line; a mistake in it is told with the usage. */
export function readArguments<O extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  usage: string,
  options: O,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
