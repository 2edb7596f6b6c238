import { InputError } from "../terraform/errors";
import { terraformBinary } from "../terraform/installed";
import { type WrappedCall, wrapped } from "../terraform/wrapper";

/** Terraform's own exit code for a mistake. */
const MISTAKE = 1;

/** Quoted so that a shell takes it as it is. Source: POSIX Shell Command Language, Single-Quotes. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The call as a line for the shell that becomes it. */
function shellLine(binary: string, { folder, args, set, unset }: WrappedCall): string {
  const settings = [
    ...unset.filter((name) => !Object.hasOwn(set, name)).flatMap((name) => ["-u", name]),
    ...Object.entries(set).map(([name, value]) => `${name}=${value}`),
  ];
  return `cd ${quoted(folder)} && exec env ${[...settings, binary, ...args].map(quoted).join(" ")}`;
}

function main(args: readonly string[]): string {
  const binary = terraformBinary();
  if (binary === undefined)
    throw new InputError("no Terraform is on the PATH: name it with REHEARSAL_TERRAFORM=/path/to/terraform");
  return shellLine(binary, wrapped({ folder: process.cwd(), args }, process.env));
}

try {
  console.log(main(process.argv.slice(2)));
} catch (error) {
  process.exitCode = MISTAKE;
  console.error(error instanceof InputError ? `rehearsal: ${error.message}` : error);
}
