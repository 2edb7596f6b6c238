import { planFolder } from "../offline-plan";
import { InputError } from "../terraform/errors";
import { keepPrivately } from "../terraform/write";
import { type Command, EXIT, readArguments } from "./command";
import { interruption } from "./interruption";
import { report } from "./outcome";

const USAGE = `usage: rehearsal plan DIR [--json FILE] [--spawn] [--keep]

Plans a Terraform folder, in HCL or JSON, with no account, no credentials and no network, and prints Terraform's plan.
It plans a copy: DIR stays as it is. Variables come from its *.tfvars and from TF_VAR_…; what it would fetch from
elsewhere, modules or other providers, is refused by name.

  --json FILE  keeps what "terraform show -json" prints of the plan (--out FILE is the same)
  --spawn      lets Terraform start the stand-ins as it starts real providers
  --keep       keeps the copy, and says where

exit code: 0 planned · 1 Terraform or a cloud refused · 3 nothing was decided`;

export const plan: Command = {
  usage: USAGE,
  run: async (args) => {
    const { values, positionals } = readArguments(args, USAGE, {
      json: { type: "string" },
      out: { type: "string" },
      spawn: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new InputError(`expected one folder, found ${positionals.length}\n\n${USAGE}`);
    const outcome = await planFolder({ ...values, folder, color: process.stdout.isTTY === true, signal: interruption() });
    if (outcome.kind !== "planned") return report(outcome);
    console.log(outcome.text);
    for (const file of [values.json, values.out]) if (file !== undefined) keepPrivately(file, outcome.json);
    if (outcome.kept !== undefined) console.log(`kept: ${outcome.kept}`);
    return EXIT.done;
  },
};
