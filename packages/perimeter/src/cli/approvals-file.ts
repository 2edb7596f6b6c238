import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Approvals, readApprovals } from "../approvals";
import { InputError } from "./input-error";
import { nameOf, readText, STDIN } from "./text-file";

const APPROVALS_FILE = "approvals.yaml";

/**
 * The approvals of a check: those of the file that `--approvals` names, else of `approvals.yaml` beside the model, else none.
 * @throws InputError the file can't be read, or something in it is wrong
 */
export function readApprovalsFor(model: string, given: string | undefined, at: Date): Approvals | undefined {
  const file = given ?? beside(model);
  if (file === undefined) return undefined;
  const read = readApprovals(readText(file), nameOf(file), at.toISOString().slice(0, 10));
  if ("diagnostics" in read) throw new InputError(read.diagnostics);
  return read;
}

function beside(model: string): string | undefined {
  const file = join(dirname(model), APPROVALS_FILE);
  return model !== nameOf(STDIN) && existsSync(file) ? file : undefined;
}
