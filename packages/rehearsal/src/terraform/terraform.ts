import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";

export interface Installed {
  readonly binary: string;
  readonly version: string;
}

/** The Terraform of this machine: `TERRAFORM_BINARY_NAME`, as cdktf knows it, or `terraform` on the PATH. */
export function findTerraform(): Installed | undefined {
  const binary = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull };
  const { status, stdout } = spawnSync(binary, ["version", "-json"], { encoding: "utf8", env });
  try {
    return status === 0 ? { binary, version: String(JSON.parse(stdout).terraform_version) } : undefined;
  } catch {
    return undefined;
  }
}

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Terraform in a folder. */
export type Terraform = (folder: string, ...args: readonly string[]) => Promise<Result>;

/** The user's own arguments, log settings and plugin caches would change what a rehearsal does; variables stay. */
const ownSettings = (name: string) => name.startsWith("TF_") && !name.startsWith("TF_VAR_");

/**
 * An environment in which Terraform finds nothing but the stand-ins: a mirror that is empty, so that a third provider
 * is refused at once instead of asked for over the network. Source: Terraform CLI configuration, provider_installation.
 */
export function environment(folder: string, reattach: string): NodeJS.ProcessEnv {
  const mirror = join(folder, "mirror");
  const config = join(folder, "terraform.rc");
  mkdirSync(mirror, { recursive: true });
  writeFileSync(config, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`);
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings(name));
  return {
    ...Object.fromEntries(inherited),
    TF_CLI_CONFIG_FILE: config,
    TF_REATTACH_PROVIDERS: reattach,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
  };
}

export const terraform =
  (binary: string, env: NodeJS.ProcessEnv): Terraform =>
  (folder, ...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(binary, [...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
      child.on("error", reject);
      child.on("close", (code) =>
        resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") }),
      );
    });
