import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, guaranteeText, readQuestion, today, type Verdict } from "perimeter";

/** Beside the stacks: what was proven of them, and of exactly which. */
export const PROOF_FILE = "proof.json";

/** The variable that lets through what doesn't hold. Who sets it answers for it: each use is printed, and kept in the proof. */
export const OVERRIDE = "WRITE_UNPROVEN";

/** What was synthesized doesn't hold, or can't be known to. */
export class UnprovenError extends Error {
  constructor(readonly verdict: Verdict) {
    super(shortVerdict(verdict));
  }
}

/** Holds stacks, plans or states against a model. @default model - the one that lies in the first path */
export function prove(paths: readonly string[], model?: string): Verdict {
  return check(readQuestion(paths, model, today()));
}

/**
 * The gate: only what holds passes (design: "The gate"). The verdict is written beside the stacks, with a hash of each.
 * @throws UnprovenError a guarantee is violated or undecided, and nobody answers for it
 */
export function passGate(folder: string, verdict: Verdict): void {
  const holds = verdict.verdict === "holds";
  const isOverridden = process.env[OVERRIDE] === "1";
  if (!holds && !isOverridden) throw new UnprovenError(verdict);
  if (!holds)
    console.error(`${unprovenText(verdict)}\n\nwarning: written although ${shortVerdict(verdict)}, since ${OVERRIDE}=1`);
  const proof = { ...verdict, ...(holds ? {} : { overridden: true }), stacks: hashesOf(folder) };
  writeFileSync(join(folder, PROOF_FILE), `${JSON.stringify(proof, null, 2)}\n`);
}

/** SHA-256 of each stack's file. */
function hashesOf(folder: string): Readonly<Record<string, string>> {
  const hashOf = (stack: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, "stacks", stack, "cdk.tf.json")))
      .digest("hex");
  const stacks = readdirSync(join(folder, "stacks")).sort();
  return Object.fromEntries(stacks.map((stack) => [stack, hashOf(stack)]));
}

/** What stands against the verdict. */
export function unprovenText({ guarantees }: Verdict): string {
  return guarantees
    .filter(({ verdict }) => verdict === "violated" || verdict === "undecided")
    .map(guaranteeText)
    .join("\n\n");
}

/** `access holds`. */
export function shortVerdict({ guarantees }: Verdict): string {
  return guarantees.map(({ id, verdict }) => `${id} ${verdict}`).join(", ");
}

/** The verdict that is furthest from holding; the first of those that are alike. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const [first] = (["violated", "undecided", "holds"] as const).flatMap((one) =>
    verdicts.filter(({ verdict }) => verdict === one),
  );
  if (!first) throw new Error("there is no verdict");
  return first;
}
