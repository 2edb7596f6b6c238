import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { inSession, type Session } from "../session";
import { InputError } from "../terraform/errors";
import { wrapperFile } from "../terraform/installed";
import { SHELL_FOLDER, SHELL_REATTACH } from "../terraform/wrapper";
import { type Command, readArguments } from "./command";
import { report } from "./outcome";

const USAGE = `usage: rehearsal shell [--keep] [-- COMMAND…]

Opens a shell, or runs a command, in which terraform and the stock cdktf reach local stand-ins of the clouds:
"npx cdktf diff", "npx cdktf deploy '*'" and "npx cdktf destroy '*'" work with no account and no credentials.
Each call of Terraform runs on a copy of its folder: real backends, states and lock files are left alone.

  --keep       keeps the world and the copies, and says where

exit code: that of the shell or command · 3 it couldn't be started`;

/** Where cdktf puts the stacks of the project that the shell is opened in. */
const OUTPUT = "cdktf.out";

/** What makes other programs call the wrapper, and the wrapper find this session. */
function shellEnvironment({ folder, installed, standIns }: Session): NodeJS.ProcessEnv {
  const commands = join(folder, "bin");
  mkdirSync(commands);
  symlinkSync(wrapperFile(), join(commands, "terraform"));
  return {
    ...process.env,
    PATH: `${commands}${delimiter}${process.env["PATH"] ?? ""}`,
    TERRAFORM_BINARY_NAME: wrapperFile(),
    REHEARSAL_TERRAFORM: installed.binary,
    [SHELL_FOLDER]: folder,
    [SHELL_REATTACH]: standIns.reattach ?? "",
    // Without these cdktf reports to its makers, and links the stand-ins into the user's home.
    CHECKPOINT_DISABLE: "1",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
  };
}

/** Runs a command at the user's terminal, and gives its exit code. */
function runCommand([file = "", ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: "inherit" });
    // The terminal's Ctrl-C reaches the command itself; the stand-ins have to outlive what it does then.
    const ignore = () => {};
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGINT", ignore).on("SIGTERM", pass).on("SIGHUP", pass);
    child.on("error", ({ message }) => reject(new InputError(`"${file}" can't be run: ${message}`)));
    child.on("close", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

const NOTICE = (
  folder: string,
) => `terraform and cdktf reach local stand-ins of the clouds in here, each call on a copy below ${folder};
real backends, states and lock files are left alone, and leaving the shell ends the rehearsed clouds`;

export const shell: Command = {
  usage: USAGE,
  run: async (args) => {
    const { values, positionals } = readArguments(args, USAGE, { keep: { type: "boolean", default: false } });
    const command = positionals.length > 0 ? positionals : [process.env["SHELL"] || "/bin/sh"];
    const outcome = await inSession({ ...values, settingFrom: OUTPUT }, async (session) => {
      console.error(NOTICE(session.folder));
      return { kind: "ended" as const, code: await runCommand(command, shellEnvironment(session)) };
    });
    if (outcome.kind !== "ended") return report(outcome);
    if (outcome.kept !== undefined) console.error(`kept: ${outcome.kept}`);
    return outcome.code;
  },
};
