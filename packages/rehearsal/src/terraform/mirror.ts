import { join } from "node:path";
import { PLAYED } from "../clouds";
import { identityOf } from "../schema/load";
import { writeOnce } from "./write";

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
 * Machines that Terraform runs on, as it names them: the same text serves all of them, and cdktf asks for the hashes of
 * linux_amd64 on any.
 */
const PLATFORMS = ["darwin_amd64", "darwin_arm64", "linux_386", "linux_amd64", "linux_arm", "linux_arm64"];

/**
 * Writes a filesystem mirror that has the stand-ins and nothing else. Nothing but the executable may be in the folder of
 * a platform. Source: Terraform CLI configuration, filesystem_mirror, unpacked layout.
 */
export function writeMirror(folder: string): void {
  for (const name of PLAYED) {
    const { address, version } = identityOf(name);
    const file = `terraform-provider-${name}_v${version}`;
    for (const platform of PLATFORMS) writeOnce(join(folder, address, version, platform, file), EXECUTABLE, 0o755, folder);
  }
}
