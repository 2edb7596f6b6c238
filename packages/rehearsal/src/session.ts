import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockOf } from "./clock";
import { existingIn, makeExisting } from "./existing";
import { type StandIns, standInsOnDemand, startStandIns } from "./stand-ins";
import { environment, logFile } from "./terraform/environment";
import { InputError, Refused } from "./terraform/errors";
import { findTerraform, type Installed } from "./terraform/installed";
import { type Terraform, terraform } from "./terraform/terraform";

export interface SessionOptions {
  /** Leaves the session's folder behind: world, working folders, states. */
  readonly keep?: boolean;
  /** Terraform starts the stand-ins itself, a process for each provider configuration, instead of finding them running. */
  readonly spawn?: boolean;
  /** The time in the rehearsed clouds, RFC 3339. */
  readonly clock?: string;
  /** A folder that may say the time where nobody else does, and what is there already. */
  readonly settingFrom?: string;
  /** Ends it after the calls that are in flight. */
  readonly signal?: AbortSignal;
}

/** Stand-ins over a world of their own, and the real Terraform, which finds nothing else. */
export interface Session {
  readonly folder: string;
  readonly installed: Installed;
  readonly standIns: StandIns;
  readonly terraform: Terraform;
  /** How many objects Terraform has made that are still there. */
  readonly made: () => number;
}

/** Why it came to nothing: a value. Only a defect of the rehearsal itself is thrown. */
export type Failure =
  | { readonly kind: "refused"; readonly message: string; readonly output: string }
  | { readonly kind: "undecided"; readonly message: string }
  | { readonly kind: "no terraform"; readonly message: string };

/** The folder that was left behind, where that was asked for. */
export interface Kept {
  readonly kept?: string;
}

const NO_TERRAFORM = `no Terraform is on the PATH: the rehearsal runs the real one
  remedy: install Terraform 1.5 or later (https://developer.hashicorp.com/terraform/install),
  or name it with TERRAFORM_BINARY_NAME=/path/to/terraform`;

/** Does something in a session, and takes everything away afterwards. */
export async function inSession<T extends object>(
  options: SessionOptions,
  act: (session: Session) => Promise<T>,
): Promise<(T | Failure) & Kept> {
  const installed = findTerraform();
  if (!installed) return { kind: "no terraform", message: NO_TERRAFORM };
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-")); // 0700
  try {
    const outcome = await orFailure(folder, options.signal, async () => {
      const source = options.settingFrom ?? folder;
      const clock = options.clock ?? clockOf(source);
      const existing = existingIn(source);
      const standIns = options.spawn ? standInsOnDemand(folder, clock) : await startStandIns(folder, clock);
      makeExisting(standIns.world, existing);
      const env = environment(folder, standIns.reattach);
      try {
        const run = terraform(installed.binary, env, options.signal);
        return await act({ folder, installed, standIns, terraform: run, made: () => standIns.world.count - existing.length });
      } finally {
        await standIns.close();
      }
    });
    return options.keep ? { ...outcome, kept: folder } : outcome;
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function orFailure<T>(folder: string, signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T | Failure> {
  try {
    return await act();
  } catch (error) {
    if (signal?.aborted) return { kind: "undecided", message: "interrupted: nothing was decided" };
    if (error instanceof InputError) return { kind: "undecided", message: error.message };
    if (error instanceof Refused)
      return { kind: "refused", message: error.message, output: `${error.output}${startFailures(folder)}` };
    throw error;
  }
}

/** Why stand-ins that Terraform started didn't: it can only say that they printed nothing. */
const startFailures = (folder: string) =>
  existsSync(logFile(folder)) ? `\n\n${readFileSync(logFile(folder), "utf8").trim()}` : "";
