import "@cdktf/provider-oci/ensure";
import { renderStack } from "./plan/render";
import { readSynthesized } from "./plan/synthesized";
import { runCommand, UsageError } from "./run-command";
import { synthesizeAside } from "./synthesize";

/** `npm run plan -- [STACK…]`: prints the deployment's stacks as a reviewer reads them. Writes nothing. */
runCommand(() => {
  const wanted = process.argv.slice(2);
  const project = process.cwd();
  synthesizeAside({ project, deployment: process.env.DEPLOYMENT ?? "production" }, (folder) => {
    const stacks = readSynthesized(folder);
    const unknown = wanted.filter((name) => !stacks.some((stack) => stack.name === name));
    if (unknown.length > 0)
      throw new UsageError(`there is no stack "${unknown.join('", "')}": expected ${stacks.map(({ name }) => name).join(", ")}`);
    const shown = wanted.length > 0 ? stacks.filter(({ name }) => wanted.includes(name)) : stacks;
    process.stdout.write(shown.map((stack) => renderStack(stack, stacks)).join(`\n${"─".repeat(100)}\n\n`));
  });
});
