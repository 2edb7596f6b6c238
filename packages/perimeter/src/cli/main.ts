import { quote } from "../quote";
import type { Command } from "./command";
import { EXIT, type ExitCode } from "./exit-code";
import { InputError } from "./input-error";
import { printDiagnostics } from "./print-diagnostic";

/** The commands; each is loaded when it is called, so that none pays for what another needs. */
const COMMANDS: ReadonlyMap<string, () => Command> = new Map([
  ["check", () => (require("./check") as typeof import("./check")).check],
  ["diff", () => (require("./diff") as typeof import("./diff")).diff],
  ["explain", () => (require("./explain") as typeof import("./explain")).explain],
  ["parse", () => (require("./parse") as typeof import("./parse")).parse],
  ["what", () => (require("./matrix") as typeof import("./matrix")).what],
  ["who", () => (require("./matrix") as typeof import("./matrix")).who],
  ["simulate", () => (require("./simulate") as typeof import("./simulate")).simulate],
]);

const USAGE = `usage: perimeter COMMAND …

  check [PATH…]                    who can read what, and whether the boundary holds
  diff BEFORE AFTER                who can read more or less after a change, and what else it moves
  explain PRINCIPAL STORE [PATH…]  whether somebody can read a store, and the whole reason
  parse FILE                       one OCI policy statement a line in, one JSON object a line out
  simulate REQUEST.json [PATH…]    what the clouds answer to one request, and by which statements
  what PRINCIPAL [PATH…]           what somebody can do with which store
  who STORE [PATH…]                who can do what with a store and its copies

perimeter COMMAND --help says more. Exit codes: 0 answered · 1 wrong · 2 undecided · 3 nothing was decided`;

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === "--help" || name === "-h" || name === "help") return print(USAGE);
  const load = COMMANDS.get(name ?? "");
  if (!load) {
    const message = name === undefined ? "a command is missing" : `there is no command ${quote(name)}`;
    throw new InputError([{ code: "usage", message, help: USAGE }]);
  }
  const command = load();
  return args.includes("--help") || args.includes("-h") ? print(command.usage) : command.run(args);
}

function print(text: string): ExitCode {
  console.log(text);
  return EXIT.answered;
}

/** What went wrong, on stderr: in the user's words where the user can mend it, as a defect of ours where not. */
function report(error: unknown): ExitCode {
  // Whoever read the output has seen enough.
  if ((error as NodeJS.ErrnoException).code === "EPIPE") return EXIT.refused;
  if (error instanceof InputError) console.error(printDiagnostics(error.diagnostics));
  else console.error("internal error: this is a defect of perimeter, and nothing was decided\n", error);
  return EXIT.refused;
}

process.stdout.on("error", (error) => {
  process.exitCode = report(error);
});
run(process.argv.slice(2))
  .catch(report)
  .then((code) => {
    process.exitCode = code;
  });
