import { spawnSync } from "node:child_process";
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

export interface Installed {
  /** Absolute path. */
  readonly binary: string;
  readonly version: string;
}

/** Stands for Terraform where another program calls it; never taken for Terraform itself. */
export const wrapperFile = () => join(dirname(require.resolve("rehearsal/package.json")), "bin", "rehearsal-terraform");

/** The Terraform of this machine: `TERRAFORM_BINARY_NAME`, as cdktf knows it, or `terraform` on the PATH. */
export function findTerraform(): Installed | undefined {
  const binary = terraformBinary();
  return binary === undefined ? undefined : installedAt(binary);
}

/** Its path. Inside a rehearsal's shell, where the names mean the wrapper, the real one is named by a variable of its own. */
export function terraformBinary(): string | undefined {
  const { REHEARSAL_TERRAFORM, TERRAFORM_BINARY_NAME } = process.env;
  return onPath(REHEARSAL_TERRAFORM || TERRAFORM_BINARY_NAME || "terraform");
}

/** The executable of this name: where it lies, or the first on the PATH, the wrapper left out. */
function onPath(name: string): string | undefined {
  const candidates = name.includes("/") ? [resolve(name)] : pathFolders().map((folder) => join(folder, name));
  const found = candidates.find(isTerraform);
  return found ?? (candidates.some(isWrapper) && name !== "terraform" ? onPath("terraform") : undefined);
}

const pathFolders = () => (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
const isTerraform = (file: string) => isExecutable(file) && !isWrapper(file);

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isWrapper(file: string): boolean {
  try {
    return realpathSync(file) === realpathSync(wrapperFile());
  } catch {
    return false;
  }
}

function installedAt(binary: string): Installed | undefined {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull };
  const { status, stdout } = spawnSync(binary, ["version", "-json"], { encoding: "utf8", env });
  try {
    return status === 0 ? { binary, version: String(JSON.parse(stdout).terraform_version) } : undefined;
  } catch {
    return undefined;
  }
}
