import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The arguments of a resource; `//` holds what cdktf notes about its construct. */
export interface SynthesizedResource {
  readonly "//"?: { readonly metadata?: { readonly path?: string; readonly stackTrace?: readonly string[] } };
  readonly [argument: string]: unknown;
}

type ByTypeAndName = Readonly<Record<string, Readonly<Record<string, SynthesizedResource>>>>;

/** A stack as cdktf writes it. */
export interface SynthesizedJson {
  readonly resource?: ByTypeAndName;
  readonly data?: ByTypeAndName;
  readonly provider?: Readonly<Record<string, readonly SynthesizedResource[]>>;
  readonly output?: Readonly<Record<string, { readonly value?: string }>>;
  readonly terraform?: { readonly backend?: Readonly<Record<string, unknown>> };
}

export interface SynthesizedStack {
  readonly name: string;
  /** Names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
  readonly json: SynthesizedJson;
}

/** No synthesized stacks where they were looked for. */
export class NothingSynthesizedError extends Error {}

/**
 * Reads a synthesized folder, its stacks in the order in which they are deployed.
 * @throws NothingSynthesizedError where there is no manifest.
 */
export function readSynthesized(outdir: string): SynthesizedStack[] {
  const manifestFile = join(outdir, "manifest.json");
  if (!existsSync(manifestFile))
    throw new NothingSynthesizedError(`nothing is synthesized in ${outdir}: run \`npm start\` first`);
  const { stacks } = JSON.parse(readFileSync(manifestFile, "utf8")) as { stacks: Record<string, ManifestStack> };
  const read = Object.values(stacks).map(({ name, dependencies, synthesizedStackPath }) => ({
    name,
    dependencies,
    json: JSON.parse(readFileSync(join(outdir, synthesizedStackPath), "utf8")) as SynthesizedJson,
  }));
  return inOrderOfDeployment(read);
}

interface ManifestStack {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly synthesizedStackPath: string;
}

/** Each stack after all that it depends on; among equals, by name. */
export function inOrderOfDeployment<S extends Pick<SynthesizedStack, "name" | "dependencies">>(stacks: readonly S[]): S[] {
  const left = [...stacks].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: S[] = [];
  while (left.length > 0) {
    const next = left.findIndex(({ dependencies }) => dependencies.every((name) => ordered.some((stack) => stack.name === name)));
    if (next < 0) throw new Error(`the stacks depend on each other in a circle: ${left.map(({ name }) => name).join(", ")}`);
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}
