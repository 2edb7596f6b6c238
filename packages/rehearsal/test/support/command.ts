import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BIN = join(__dirname, "../../bin/rehearsal.js");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command with a folder for temporary files of its own, so that a test sees what it leaves behind. */
export class Rehearsals {
  readonly folder = mkdtempSync(join(tmpdir(), "rh-r-"));
  private readonly temporary = join(this.folder, "tmp");

  constructor() {
    mkdirSync(this.temporary);
  }

  private env(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const quiet = { CI: "1", CHECKPOINT_DISABLE: "1" };
    return { ...process.env, ...quiet, TMPDIR: this.temporary, XDG_STATE_HOME: join(this.folder, "state"), ...more };
  }

  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = this.folder): Ran {
    return this.spawn(process.execPath, [BIN, ...args], cwd, env);
  }

  spawn(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Ran {
    const { status, stdout, stderr } = spawnSync(file, args, { encoding: "utf8", cwd, env: this.env(env) });
    return { code: status, stdout, stderr };
  }

  start(args: readonly string[]): Running {
    return new Running(
      spawn(process.execPath, [BIN, ...args], { env: this.env({}), cwd: this.folder, stdio: ["ignore", "pipe", "pipe"] }),
    );
  }

  /** Temporary files, and processes of this environment, which shows where a system's `ps` shows it. */
  leftovers(): readonly string[] {
    const { stdout } = spawnSync("ps", ["axeww", "-o", "command"], { encoding: "utf8", maxBuffer: 1 << 26 });
    const processes = stdout.split("\n").filter((line) => line.includes(`TMPDIR=${this.temporary}`));
    return [...readdirSync(this.temporary), ...processes];
  }

  /** What stands in the worlds of the rehearsals that run. */
  worlds(): string {
    const files = readdirSync(this.temporary).map((name) => join(this.temporary, name, "world.jsonl"));
    return files.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : "")).join("");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Running {
  private output = "";
  private readonly ended: Promise<unknown>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk;
      });
    }
    this.ended = once(child, "close");
  }

  /** Waits until something has come true while it runs. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      if (this.child.exitCode !== null) throw new Error(`it ended before:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async interrupted(): Promise<{ readonly code: number | null; readonly output: string }> {
    this.child.kill("SIGINT");
    await this.ended;
    return { code: this.child.exitCode, output: this.output };
  }
}
