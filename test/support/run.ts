import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "./deployments";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with configurations of its own, in which the project's commands run as a user would run them. */
export class ScratchProject {
  readonly folder = mkdtempSync(join(tmpdir(), "project-"));

  constructor(configurations: Readonly<Record<string, string>>) {
    mkdirSync(join(this.folder, "config"));
    cpSync(join(PROJECT, "config", "saml"), join(this.folder, "config", "saml"), { recursive: true });
    for (const [name, text] of Object.entries(configurations)) this.configure(name, text);
  }

  configure(name: string, text: string): void {
    writeFileSync(join(this.folder, "config", `${name}.yaml`), text);
  }

  /** Runs one of the project's entry points in this folder. */
  run(entry: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Ran {
    const tsx = require.resolve("tsx/cjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", tsx, join(PROJECT, entry), ...args], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, DEPLOYMENT: "production", ...env },
    });
    return { code: status, stdout, stderr };
  }

  copyOf(folder: string): string {
    const copy = join(this.folder, `${folder}.copy`);
    cpSync(join(this.folder, folder), copy, { recursive: true });
    return copy;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
