import { InputError } from "../terraform/errors";
import { type Command, EXIT } from "./command";
import { plan } from "./plan";
import { rehearse } from "./rehearse";

const COMMANDS: Readonly<Record<string, Command>> = { rehearse, plan };

const USAGE = `usage: rehearsal rehearse [STACK…]   plans and applies synthesized stacks
       rehearsal COMMAND --help

The real Terraform runs against local stand-ins of Oracle Cloud and AWS: no account, no credentials, no network.`;

function choose(name: string | undefined): Command {
  const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name ?? ""] : undefined;
  if (!command) throw new InputError(name === undefined ? USAGE : `there is no command "${name}"\n\n${USAGE}`);
  return command;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    console.log(USAGE);
    return EXIT.done;
  }
  const command = choose(name);
  if (!args.includes("--help")) return command.run(args);
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
