import { printDiagnostic } from "../config/schema/diagnostic";
import { ConfigurationError } from "../config/schema/load";

/** The command was called in a way that it doesn't understand. */
export class UsageError extends Error {}

/** Exit code when nothing was decided: the input, the configuration or the usage is wrong. */
export const REFUSED = 3;

/**
 * Runs a command of ours. What the user can mend is said in their words, without a stack trace, and ends with exit
 * code 3; the last line on stderr names the verdict, since the cdktf CLI shows it and turns every code into 1.
 */
export function runCommand(command: () => void | Promise<void>): void {
  Promise.resolve()
    .then(command)
    .catch((error: unknown) => {
      if (error instanceof ConfigurationError) {
        for (const diagnostic of error.diagnostics) console.error(printDiagnostic(diagnostic));
        const { length } = error.diagnostics;
        console.error(`verdict: refused (${length} problem${length === 1 ? "" : "s"}), nothing was written`);
      } else if (error instanceof UsageError) {
        console.error(error.message);
      } else {
        throw error;
      }
      process.exitCode = REFUSED;
    });
}
