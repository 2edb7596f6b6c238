import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FilesBeside } from "../../config/schema/files";
import { ConfigurationError, parseDeployment } from "../../config/schema/load";
import { makeEstate } from "../../stacks/estate";

export const PROJECT = join(__dirname, "..", "..");
export const DEPLOYMENTS = ["production", "staging", "eu"] as const;
export type DeploymentName = (typeof DEPLOYMENTS)[number];

/** A synthesized stack; arguments are looked at as they come. */
// biome-ignore lint/suspicious/noExplicitAny: synthesized JSON has no type of its own
export type StackJson = any;

export const configurationText = (name: DeploymentName) => readFileSync(join(PROJECT, "config", `${name}.yaml`), "utf8");

/** The files that the configurations of the repository name. */
export const besideConfigurations: FilesBeside = (path) => {
  const file = join(PROJECT, "config", path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

/** The text with each `[from, to]` carried out once; a `from` that isn't there is a mistake of the test. */
export function edit(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`the text to edit doesn't hold ${JSON.stringify(from)}`);
    return edited.replace(from, () => to);
  }, text);
}

/** The diagnostics of a configuration that must be refused, as `line:column code`. */
export function diagnosticsOf(text: string) {
  try {
    parseDeployment("config/test.yaml", text, besideConfigurations);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.diagnostics;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

const synthesized = new Map<string, ReturnType<typeof synthesizeText>>();

/** A deployment of the repository, synthesized once in this process. */
export function synthesizedDeployment(name: DeploymentName) {
  const known = synthesized.get(name) ?? synthesizeText(configurationText(name));
  synthesized.set(name, known);
  return known;
}

/** Names of a deployment's stacks, in order of deployment. */
export const stackNames = (name: DeploymentName): readonly string[] => Object.keys(synthesizedDeployment(name).stacks);

/** A configuration's text, synthesized into a folder that is gone when this returns. */
export function synthesizeText(text: string) {
  const { deployment } = parseDeployment("config/test.yaml", text, besideConfigurations);
  const outdir = mkdtempSync(join(tmpdir(), "synth-"));
  try {
    const estate = makeEstate(deployment, outdir);
    estate.app.synth();
    const stacks: Record<string, StackJson> = Object.fromEntries(
      estate.stacks.map(({ name }) => [name, JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"))]),
    );
    return { deployment, estate, stacks };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Every resource of a synthesized stack with its type, name and arguments. */
export function resourcesOf(stack: StackJson): { type: string; name: string; args: StackJson }[] {
  return Object.entries(stack.resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named as StackJson).map(([name, args]) => ({ type, name, args: args as StackJson })),
  );
}
