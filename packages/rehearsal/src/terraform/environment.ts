import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { worldFile } from "../stand-ins";
import { writeMirror } from "./mirror";
import { writeOnce } from "./write";

/** The user's own arguments, log settings and plugin caches would change what a rehearsal does; variables stay. */
export const isOwnSetting = (name: string) => name.startsWith("TF_") && !name.startsWith("TF_VAR_");

/** Where a stand-in that couldn't start says why: Terraform doesn't pass it on. */
export const logFile = (folder: string) => join(folder, "providers.log");

/**
 * What is added to an environment so that Terraform finds nothing but the stand-ins: a mirror that has them alone, so
 * that a third provider is refused at once instead of asked for over the network.
 * Source: Terraform CLI configuration, provider_installation; `providers lock` heeds no CLI configuration.
 * @param reattach the value of TF_REATTACH_PROVIDERS; without it Terraform starts the stand-ins itself
 */
export function standInSettings(folder: string, reattach?: string): Readonly<Record<string, string>> {
  const mirror = join(folder, "mirror");
  const config = join(folder, "terraform.rc");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeMirror(mirror);
  writeOnce(config, `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`);
  return {
    TF_CLI_CONFIG_FILE: config,
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
    ...(reattach === undefined ? {} : { TF_REATTACH_PROVIDERS: reattach }),
    CHECKPOINT_DISABLE: "1",
    REHEARSAL_WORLD: worldFile(folder),
    REHEARSAL_LOG: logFile(folder),
    REHEARSAL_PROVIDER: require.resolve("rehearsal/provider"),
  };
}

/** The environment of a Terraform that no person sits before. */
export function environment(folder: string, reattach?: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !isOwnSetting(name));
  return {
    ...Object.fromEntries(inherited),
    ...standInSettings(folder, reattach),
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
  };
}
