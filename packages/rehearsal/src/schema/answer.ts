import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ProviderName, schemaText } from "./load";
import { REVISION, schemaResponse } from "./translate";
import type { ProviderSchema } from "./types";

/** May be removed at any time. */
const cacheFolder = () => join(dirname(require.resolve("rehearsal/package.json")), "dist");

/**
 * The binary answer to GetSchema. Making it takes longer than starting the provider does, so it is made once and kept,
 * under a name that its content decides.
 */
export function schemaAnswer(name: ProviderName, schema: ProviderSchema): Uint8Array {
  const key = createHash("sha256").update(`${REVISION}\n`).update(schemaText(name)).digest("hex").slice(0, 16);
  const file = `${name}-${key}.schema`;
  try {
    return readFileSync(join(cacheFolder(), file));
  } catch {
    const answer = schemaResponse(schema);
    keep(name, file, answer);
    return answer;
  }
}

/** A cache that can't be written is none, and nothing else. */
function keep(name: ProviderName, file: string, answer: Uint8Array): void {
  try {
    const folder = cacheFolder();
    mkdirSync(folder, { recursive: true });
    const made = join(folder, `${file}.${process.pid}.new`);
    writeFileSync(made, answer);
    renameSync(made, join(folder, file));
    const stale = readdirSync(folder).filter(
      (other) => other.startsWith(`${name}-`) && other.endsWith(".schema") && other !== file,
    );
    for (const other of stale) rmSync(join(folder, other), { force: true });
  } catch {
    // The answer itself is at hand.
  }
}
