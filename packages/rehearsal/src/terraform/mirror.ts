import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PLAYED } from "../clouds";
import { identityOf } from "../schema/load";

/**
 * What Terraform starts. It hashes this text into lock files: so it is the same on every machine and in every version,
 * and what it needs comes by the environment.
 */
const EXECUTABLE = `#!/usr/bin/env node
// A rehearsal's stand-in for a provider. What it does is in the file that REHEARSAL_PROVIDER names.
if (process.env.REHEARSAL_PROVIDER) require(process.env.REHEARSAL_PROVIDER);
else {
  console.error("this is a rehearsal's stand-in for a provider: Terraform starts it, nobody else");
  process.exitCode = 1;
}
`;

/**
 * Writes a filesystem mirror that has the stand-ins and nothing else. Nothing but the executable may be in a version's
 * folder. Source: Terraform CLI configuration, filesystem_mirror, unpacked layout.
 * @param platform `linux_amd64`, as `terraform version -json` prints it
 */
export function writeMirror(folder: string, platform: string): void {
  for (const name of PLAYED) {
    const { address, version } = identityOf(name);
    const place = join(folder, address, version, platform);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `terraform-provider-${name}_v${version}`), EXECUTABLE, { mode: 0o755 });
  }
}
