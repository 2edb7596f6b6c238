import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Verdict } from "perimeter";
import { type Diagnostic, inReadingOrder } from "../config/schema/diagnostic";
import { ConfigurationError, type LoadedDeployment, loadDeployment } from "../config/schema/load";
import { type Refusal, refusalsBelow } from "../constructs/refusal";
import { recordSourceLocations } from "../constructs/source-location";
import { type Estate, makeEstate } from "../stacks/estate";
import { findUnknownDecisions, type UnknownDecision } from "../stacks/known-decisions";
import { MODEL_FILE, perimeterModel } from "../stacks/perimeter-model";
import { passGate, prove } from "./prove";
import { publish, removeLeftovers, stagingPrefix } from "./publish";
import { rehearsalSetting } from "./rehearsal-setting";

/** Where the lines of TypeScript are that make resources: this project, wherever its configurations are. */
const SOURCES = join(__dirname, "..");

export interface SynthesisRequest {
  /** The project's folder. */
  readonly project: string;
  /** Names `config/<deployment>.yaml`. */
  readonly deployment: string;
  /** Makes the stacks. @default - those of this project */
  readonly make?: typeof makeEstate;
}

export interface Synthesis extends LoadedDeployment {
  readonly estate: Estate;
}

export interface Proven extends Synthesis {
  readonly proof: Verdict;
}

/**
 * Configuration in, stacks out. All is made and proven in a folder beside `outdir` and moved there only when nothing is
 * refused: what `cdktf deploy` finds is either the new state of affairs, whole, or the old one, byte for byte.
 * @throws ConfigurationError with every problem, each at its place.
 * @throws UnprovenError what was made doesn't hold, or can't be known to.
 */
export function synthesize(request: SynthesisRequest & { readonly outdir: string }): Proven {
  const target = resolve(request.project, request.outdir);
  removeLeftovers(target);
  return synthesizeAside({ ...request, beside: target }, (staging, synthesis) => {
    const proof = prove([staging]);
    passGate(staging, proof);
    publish(staging, target);
    return { ...synthesis, proof };
  });
}

/**
 * Synthesizes into a folder that is gone when `use` returns.
 * @throws ConfigurationError with every problem, each at its place.
 */
export function synthesizeAside<Result>(
  { project, deployment, make = makeEstate, beside = join(tmpdir(), "synth") }: SynthesisRequest & { readonly beside?: string },
  use: (staging: string, synthesis: Synthesis) => Result,
): Result {
  recordSourceLocations(SOURCES);
  const loaded = loadDeployment(project, deployment);
  const staging = mkdtempSync(stagingPrefix(beside));
  try {
    const estate = make(loaded.deployment, staging);
    const refused = refusalsOf(estate, loaded);
    if (refused.length > 0) throw new ConfigurationError(inReadingOrder(refused));
    estate.app.synth();
    writeFileSync(join(staging, "rehearsal.json"), `${JSON.stringify(rehearsalSetting(loaded.deployment))}\n`);
    writeFileSync(join(staging, MODEL_FILE), perimeterModel(loaded.deployment, estate));
    const unknown = estate.stacks.flatMap((stack) => findUnknownDecisions(stack.name, readStack(staging, stack.name)));
    if (unknown.length > 0) throw new ConfigurationError(unknown.map((each) => unknownDiagnostic(each, loaded.file)));
    return use(staging, { ...loaded, estate });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function readStack(outdir: string, name: string) {
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

/**
 * What cdktf's own validations would stop the synthesis with, all of it, at the keys of the configuration that asked
 * for it. A validation that isn't one of our refusals knows no key: it is shown at the head of the file.
 */
function refusalsOf({ app }: Estate, { file, locate }: LoadedDeployment): Diagnostic[] {
  const ours = refusalsBelow(app);
  const others = app.node.findAll().flatMap((construct) => {
    const { path } = construct.node;
    return ours.some((refusal) => refusal.path === path)
      ? []
      : construct.node.validate().map((message) => ({ path, refusal: { message } }));
  });
  return [...ours, ...others].map(({ path, refusal }) => {
    const { message, help, about = [] }: Refusal = refusal;
    return {
      code: "construct/refused",
      file,
      ...locate(about, "key"),
      message: `[${path}] ${message}`,
      ...(help ? { help } : {}),
    };
  });
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
