import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStandIns } from "../stand-ins";
import { destroy, prepare, Refused, rehearse } from "../terraform/rehearse";
import { choose, InputError, readStacks, type Stack } from "../terraform/stacks";
import { environment, findTerraform, type Installed, type Terraform, terraform } from "../terraform/terraform";
import { type Options, readOptions, USAGE } from "./options";
import { countsText, seconds } from "./progress";

const REFUSED = 1;
const UNDECIDED = 3;

const NO_TERRAFORM = `no Terraform is on the PATH: the rehearsal runs the real one
  remedy: install Terraform 1.5 or later (https://developer.hashicorp.com/terraform/install),
  or name it with TERRAFORM_BINARY_NAME=/path/to/terraform`;

/** Plans and states hold what the clouds hold, made-up secrets included: for this user alone. */
function keepJson(folder: string, name: string, json: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${name}.json`), json, { mode: 0o600 });
}

async function applyAll(run: Terraform, stacks: readonly Stack[], all: readonly Stack[], folder: string, kept: string) {
  const width = Math.max(...stacks.map(({ name }) => name.length));
  for (const stack of stacks) {
    const started = performance.now();
    const { counts, plan, state } = await rehearse(run, prepare(stack, all, folder));
    keepJson(kept, `${stack.name}.plan`, plan);
    keepJson(kept, `${stack.name}.state`, state);
    console.log(`  ${stack.name.padEnd(width)}  ${countsText(counts)}; planned again: no changes  ${seconds(started)}`);
  }
}

async function destroyAll(run: Terraform, stacks: readonly Stack[], folder: string) {
  console.log("destroying in reverse order …");
  const width = Math.max(...stacks.map(({ name }) => name.length));
  for (const stack of [...stacks].reverse()) {
    const started = performance.now();
    const done = await destroy(run, stack, join(folder, "stacks", stack.name));
    const guarded =
      done.protected > 0 ? `refused as declared (${done.protected} protected); protection lifted in the copy: ` : "";
    console.log(`  ${stack.name.padEnd(width)}  ${guarded}${countsText(done.counts)}  ${seconds(started)}`);
  }
}

/** Terraform, until the user interrupts: between two commands nothing else would notice. */
const until =
  (signal: AbortSignal, run: Terraform): Terraform =>
  (...command) => {
    signal.throwIfAborted();
    return run(...command);
  };

async function rehearseIn(folder: string, options: Options, { binary, version }: Installed, signal: AbortSignal): Promise<void> {
  const all = readStacks(options.from);
  const stacks = choose(all, options.stacks);
  const kept = join(options.from, "rehearsal");
  const started = performance.now();
  const standIns = await startStandIns(folder);
  try {
    console.log(`rehearsing ${stacks.length} stacks with Terraform ${version}, no cloud account …`);
    const run = until(signal, terraform(binary, environment(folder, standIns.reattach)));
    await applyAll(run, stacks, all, folder, kept);
    console.log(
      `${standIns.world.count} resources in the rehearsed clouds after ${seconds(started)}; plans and states: ${kept}/`,
    );
    if (!options.destroy) return;
    await destroyAll(run, stacks, folder);
    if (standIns.world.count > 0)
      throw new Refused("nothing, but left something behind", `${standIns.world.count} resources are still there`);
    console.log(`nothing is left after ${seconds(started)}`);
  } finally {
    await standIns.close();
  }
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return console.log(USAGE);
  const found = findTerraform();
  if (!found) throw new InputError(NO_TERRAFORM);
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
  // Terraform gets the same signal and ends its calls in flight; its exit code then ends the run, with all cleaned up.
  const interruption = new AbortController();
  process.on("SIGINT", () => {
    interruption.abort();
    console.error("interrupted: waiting for Terraform to finish what is in flight");
  });
  try {
    await rehearseIn(folder, options, found, interruption.signal);
  } catch (error) {
    throw interruption.signal.aborted ? new InputError("interrupted: nothing was decided") : error;
  } finally {
    if (options.keep) console.log(`kept: ${folder} (world.jsonl, stacks/, states/)`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Refused) {
    console.error(`${error.output}\n\n${error.message}`);
    process.exitCode = REFUSED;
  } else {
    process.exitCode = UNDECIDED;
    console.error(error instanceof InputError ? error.message : error);
  }
});
