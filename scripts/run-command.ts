import { InputError, printDiagnostics, type Verdict } from "perimeter";
import { printDiagnostic } from "../config/schema/diagnostic";
import { ConfigurationError } from "../config/schema/load";
import { OVERRIDE, shortVerdict, UnprovenError, unprovenText } from "./prove";

/** The command was called in a way that it doesn't understand. */
export class UsageError extends Error {}

/** Exit code when nothing was decided: the input, the configuration or the usage is wrong. */
export const REFUSED = 3;

export const exitCodeOf = ({ verdict }: Verdict): number => ({ holds: 0, violated: 1, undecided: 2 })[verdict];

const OVERRIDE_HINT = `whoever answers for it can write the stacks all the same, with ${OVERRIDE}=1: the proof beside them says so`;

/**
 * Runs a command of ours. What the user can mend is said in their words, without a stack trace, and ends with exit
 * code 3, what isn't proven with 1 or 2; the last line on stderr names the verdict, since the cdktf CLI shows it and turns every code into 1.
 */
export function runCommand(command: () => void | Promise<void>): void {
  Promise.resolve()
    .then(command)
    .catch((error: unknown) => {
      if (error instanceof ConfigurationError) {
        for (const diagnostic of error.diagnostics) console.error(printDiagnostic(diagnostic));
        const { length } = error.diagnostics;
        console.error(`verdict: refused (${length} problem${length === 1 ? "" : "s"}), nothing was written`);
      } else if (error instanceof UnprovenError) {
        const { verdict } = error;
        console.error(`${unprovenText(verdict)}\n\n${OVERRIDE_HINT}\nverdict: ${shortVerdict(verdict)}, nothing was written`);
        process.exitCode = exitCodeOf(verdict);
        return;
      } else if (error instanceof InputError) {
        console.error(printDiagnostics(error.diagnostics));
      } else if (error instanceof UsageError) {
        console.error(error.message);
      } else {
        throw error;
      }
      process.exitCode = REFUSED;
    });
}
