import { InputError } from "../terraform/errors";
import { type Command, EXIT } from "./command";
import { plan } from "./plan";
import { rehearse } from "./rehearse";
import { shell } from "./shell";

const COMMANDS: Readonly<Record<string, Command>> = { rehearse, plan, shell };

const USAGE = `usage: rehearsal rehearse [STACK…]     plans and applies synthesized stacks
       rehearsal plan DIR             plans any Terraform folder
       rehearsal shell [-- COMMAND…]  a shell in which terraform and cdktf reach the stand-ins
       rehearsal COMMAND --help

The real Terraform runs against local stand-ins of Oracle Cloud and AWS: no account, no credentials, no network.`;

function choose(name: string | undefined): Command {
  const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name ?? ""] : undefined;
  if (!command) throw new InputError(name === undefined ? USAGE : `there is no command "${name}"\n\n${USAGE}`);
  return command;
}

async function main(given: readonly string[]): Promise<number> {
  // As "npm run rehearse -- shell" has it: no stack is named so.
  const [name, ...args] = given[0] === "rehearse" && given[1] === "shell" ? given.slice(1) : given;
  if (name === "--help" || name === "-h") {
    console.log(USAGE);
    return EXIT.done;
  }
  const command = choose(name);
  // Behind "--" stands another command, with options of its own.
  const own = args.slice(0, args.includes("--") ? args.indexOf("--") : args.length);
  if (!own.includes("--help")) return command.run(args);
  console.log(command.usage);
  return EXIT.done;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = EXIT.undecided;
    console.error(error instanceof InputError ? error.message : error);
  },
);
