import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type Diagnostic, inReadingOrder } from "../config/schema/diagnostic";
import { ConfigurationError, type LoadedDeployment, loadDeployment } from "../config/schema/load";
import { refusalsBelow } from "../constructs/refusal";
import { recordSourceLocations } from "../constructs/source-location";
import { type Estate, makeEstate } from "../stacks/estate";
import { findUnknownDecisions, type UnknownDecision } from "../stacks/known-decisions";
import { publish } from "./publish";

export interface SynthesisRequest {
  /** The project's folder. */
  readonly project: string;
  /** Names `config/<deployment>.yaml`. */
  readonly deployment: string;
  /** Where the result goes; untouched unless all is well. */
  readonly outdir: string;
}

export interface Synthesis extends LoadedDeployment {
  readonly estate: Estate;
}

/**
 * Configuration in, stacks out. All is made in a folder beside `outdir` and moved there only when nothing is refused:
 * what `cdktf deploy` finds is either the new state of affairs, whole, or the old one, byte for byte.
 * @throws ConfigurationError with every problem, each at its place.
 */
export function synthesize({ project, deployment, outdir }: SynthesisRequest): Synthesis {
  recordSourceLocations(project);
  const loaded = loadDeployment(project, deployment);
  const target = resolve(project, outdir);
  const staging = mkdtempSync(join(dirname(target), `${basename(target)}.new-`));
  try {
    const estate = makeEstate(loaded.deployment, staging);
    const refused = refusalsBelow(estate.app);
    if (refused.length > 0) throw new ConfigurationError(inReadingOrder(refused.map((each) => refusalDiagnostic(each, loaded))));
    estate.app.synth();
    const unknown = estate.stacks.flatMap((stack) => findUnknownDecisions(stack.name, readStack(staging, stack.name)));
    if (unknown.length > 0) throw new ConfigurationError(unknown.map((each) => unknownDiagnostic(each, loaded.file)));
    publish(staging, target);
    return { ...loaded, estate };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A synthesized stack below an output folder. */
export function readStack(outdir: string, name: string) {
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

function refusalDiagnostic(
  { path, refusal }: ReturnType<typeof refusalsBelow>[number],
  { file, locate }: LoadedDeployment,
): Diagnostic {
  const { message, help, about = [] } = refusal;
  return { code: "construct/refused", file, ...locate(about), message: `[${path}] ${message}`, ...(help ? { help } : {}) };
}

function unknownDiagnostic({ address, argument, reference, source, construct }: UnknownDecision, file: string): Diagnostic {
  const [sourceFile, line] = source?.split(":") ?? [];
  return {
    code: "access/unknown",
    file: sourceFile ?? file,
    line: Number(line ?? 1),
    column: 1,
    message: `[${construct ?? address}] ${argument} of ${address} depends on "${reference}", which isn't known before an apply`,
    help: "what decides access is a literal, or a resource of the same stack: write it so, or name it instead of its id",
  };
}

/** The output folder as a person would name it. */
export const shown = (project: string, path: string) => relative(project, resolve(project, path)) || ".";
