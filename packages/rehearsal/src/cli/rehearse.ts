import { type RehearsalStep, rehearseFolder } from "../rehearsal";
import { type Command, readArguments } from "./command";
import { interruption } from "./interruption";
import { report } from "./outcome";
import { stepText } from "./progress";

const USAGE = `usage: rehearsal rehearse [STACK…] [--destroy] [--keep] [--spawn] [--from cdktf.out]

Plans and applies synthesized stacks with the real Terraform against local stand-ins of the clouds.
A stack is rehearsed with those it needs; none named: all.

  --from DIR   folder of synthesized stacks (manifest.json), or a plain Terraform folder
  --destroy    then destroys them in reverse order, after proving that prevent_destroy holds
  --keep       keeps the world and Terraform's working folders, and says where
  --spawn      lets Terraform start the stand-ins as it starts real providers: slower, and needs no process beside it

exit code: 0 all applied and at rest · 1 Terraform or a cloud refused · 3 nothing was decided`;

/** Tells each step as it is done; what is only planned is told by what follows. */
function tell() {
  let width = 0;
  return (step: RehearsalStep) => {
    if (step.phase === "started") width = Math.max(0, ...step.stacks.map(({ length }) => length));
    if (step.phase !== "planned") console.log(stepText(step, width));
  };
}

export const rehearse: Command = {
  usage: USAGE,
  run: async (args) => {
    const { values, positionals } = readArguments(args, USAGE, {
      destroy: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      spawn: { type: "boolean", default: false },
      from: { type: "string", default: "cdktf.out" },
    });
    const outcome = await rehearseFolder({ ...values, stacks: positionals, signal: interruption(), onStep: tell() });
    return report(outcome);
  },
};
