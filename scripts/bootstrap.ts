import "@cdktf/provider-oci/ensure";
import { bootstrapSteps } from "./bootstrap-steps";
import { runCommand } from "./run-command";
import { synthesizeAside } from "./synthesize";

/** `npm run bootstrap`: prints, and does not run, what has to be made once before the first deployment. */
runCommand(() => {
  const deployment = process.env.DEPLOYMENT ?? "production";
  synthesizeAside({ project: process.cwd(), deployment }, (_, synthesis) => {
    const steps = bootstrapSteps(synthesis);
    if (steps.length === 0) console.log(`the state of ${deployment} is a local folder: nothing has to be made first`);
    for (const [index, { title, commands }] of steps.entries()) console.log(`# ${index + 1}. ${title}\n${commands.join("\n")}\n`);
  });
});
