import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { ProviderSchema } from "@cdktf/commons";
import { SCHEMA_FILE, TYPES_FILE } from "./ensure";

/** The types to bind: resources and data sources by their Terraform names. */
export interface BoundTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

export const PROVIDER = { source: "oracle/oci", version: "8.28.0", address: "registry.terraform.io/oracle/oci" };

/** The schema reduced to the bound types. A type that the provider doesn't have is an error that names it. */
export function selectTypes(schema: ProviderSchema, types: BoundTypes): ProviderSchema {
  const provider = schema.provider_schemas?.[PROVIDER.address];
  if (!provider) throw new Error(`the schema file holds no provider ${PROVIDER.address}`);
  const pick = (kind: string, all: Record<string, unknown>, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => {
        if (!Object.hasOwn(all, name)) throw new Error(`${PROVIDER.source} ${PROVIDER.version} has no ${kind} ${name}`);
        return [name, all[name]];
      }),
    );
  return {
    format_version: schema.format_version,
    provider_versions: { [PROVIDER.address]: PROVIDER.version },
    provider_schemas: {
      [PROVIDER.address]: {
        ...provider,
        resource_schemas: pick("resource type", provider.resource_schemas, types.resources),
        data_source_schemas: pick("data source", provider.data_source_schemas, types.dataSources),
      },
    },
  } as ProviderSchema;
}

/**
 * Generates JavaScript and declarations for the bound types, beside `lib`, and moves them into place when complete,
 * so that a reader never sees half of them.
 */
async function generateBindings(schema: ProviderSchema, types: BoundTypes, lib: string, stamp: string) {
  mkdirSync(dirname(lib), { recursive: true });
  const workspace = mkdtempSync(`${lib}.new-`);
  try {
    const sources = join(workspace, "sources");
    await emitTypeScript(selectTypes(schema, types), sources);
    const folder = join(sources, "providers", "oci");
    for (const barrel of ["index.ts", "lazy-index.ts"]) rmSync(join(folder, barrel), { force: true });
    await emitJavaScript(folder, join(workspace, "lib"));
    emitDeclarations(folder, join(workspace, "lib"));
    writeFileSync(join(workspace, "lib", ".stamp"), stamp);
    replaceFolder(join(workspace, "lib"), lib);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function emitTypeScript(schema: ProviderSchema, outdir: string) {
  // Deep import: the package's index loads jsii-pacmak, which this project doesn't need.
  const { CodeMaker } = await import("codemaker");
  const { ConstructsMakerProviderTarget, Language, TerraformProviderConstraint } = await import("@cdktf/commons");
  const { TerraformProviderGenerator } = await import("@cdktf/provider-generator/lib/get/generator/provider-generator.js");
  const generator = new TerraformProviderGenerator(new CodeMaker(), schema);
  const constraint = new TerraformProviderConstraint(`${PROVIDER.source}@${PROVIDER.version}`);
  generator.generate(new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT));
  await generator.save(outdir);
}

async function emitJavaScript(folder: string, outdir: string) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: typescriptFiles(folder),
    outbase: folder,
    outdir,
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
}

/** The native TypeScript compiler is a binary without an API of its own yet: it is called as a program. */
function emitDeclarations(folder: string, outdir: string) {
  const require = createRequire(__filename);
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const options = ["--declaration", "--emitDeclarationOnly", "--skipLibCheck", "--module", "commonjs"];
  const more = ["--target", "es2022", "--rootDir", folder, "--outDir", outdir, "--ignoreConfig", "--strict", "false"];
  const run = spawnSync(process.execPath, [tsc, ...options, ...more, ...typescriptFiles(folder)], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`declarations of ${PROVIDER.source} could not be emitted:\n${run.stdout}${run.stderr}`);
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

/** Puts `fresh` where `target` is. Two processes may race: whoever loses finds equal content and leaves it. */
function replaceFolder(fresh: string, target: string) {
  const old = join(dirname(fresh), `old-${basename(target)}`);
  try {
    renameSync(target, old);
  } catch {
    // nothing there yet
  }
  try {
    renameSync(fresh, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error;
  }
}

if (require.main === module) {
  const [lib, stamp] = process.argv.slice(2) as [string, string];
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  generateBindings(read(SCHEMA_FILE), read(TYPES_FILE), lib, stamp).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
