import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";

const PACKAGE = join(__dirname, "..");
const LIB = join(PACKAGE, "lib");
export const SCHEMA_FILE = join(PACKAGE, "schema", "oci-8.28.0.json");
export const TYPES_FILE = join(PACKAGE, "types.json");
/** Whatever the bindings are made from: a change in any of these makes them stale. */
const INPUTS = [SCHEMA_FILE, TYPES_FILE, join(PACKAGE, "package.json"), join(__dirname, "generate.ts")];

/**
 * Makes the bindings when they are missing or stale; otherwise costs one hash of the schema. Works without install
 * scripts, and in several processes at once: each makes its own, and the last one to finish puts equal files in place.
 * @throws Error with the generator's own words when they can't be made.
 */
export function ensureBindings(report: (message: string) => void = () => {}): void {
  const stamp = fingerprint();
  if (readStamp() === stamp) return;
  report("making the bindings of oracle/oci 8.28.0 from its schema (a few seconds, once)");
  const run = spawnSync(process.execPath, ["--require", require.resolve("tsx/cjs"), join(__dirname, "generate.ts"), LIB, stamp], {
    encoding: "utf8",
    // The generator's libraries ask `terraform version` while they load: keep that off the network and the user's set-up.
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: devNull },
  });
  if (run.status !== 0)
    throw new Error(`the bindings of oracle/oci could not be made:\n${run.stderr || run.stdout || run.error}`);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) hash.update(readFileSync(input));
  return hash.digest("hex");
}

function readStamp(): string | undefined {
  const file = join(LIB, ".stamp");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
