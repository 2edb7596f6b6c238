import { type ParseArgsConfig, parseArgs } from "node:util";
import type { ExitCode } from "./exit-code";
import { refuse } from "./input-error";

/** One command of `perimeter`. */
export interface Command {
  /** What `--help` prints. */
  readonly usage: string;
  /** @throws InputError what the user gave can't be used */
  run(args: readonly string[]): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * The options and the other words of a command line.
 * @throws InputError an option is unknown or lacks its value
 */
export function readArguments<Known extends Options>(command: Command, args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return usageError(command, firstSentence(error));
  }
}

/** Refuses a command line, and shows how it is written. */
export function usageError({ usage }: Command, message: string): never {
  refuse({ code: "usage", message, help: usage.split("\n", 1)[0] ?? usage });
}

/** Node's own words, which name the option, as a message of ours. */
function firstSentence(error: unknown): string {
  const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.(?: |$)|\n/, 1);
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replaceAll("'", '"');
}
