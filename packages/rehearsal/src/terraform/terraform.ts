import { spawn } from "node:child_process";

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Terraform in a folder. */
export type Terraform = (folder: string, ...args: readonly string[]) => Promise<Result>;

/**
 * The real Terraform. It gets an interruption from here and nowhere else, a process group of its own keeps it from the
 * terminal's: at the second one it would drop what is in flight. Once interrupted no further command is run.
 */
export const terraform =
  (binary: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Terraform =>
  (folder, ...args) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const child = spawn(binary, [...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
      const interrupt = () => child.kill("SIGINT");
      signal?.addEventListener("abort", interrupt, { once: true });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
      child.on("error", reject);
      child.on("close", (code) => {
        signal?.removeEventListener("abort", interrupt);
        resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") });
      });
    });
