import { existsSync } from "node:fs";
import { type Failure, inSession, type Kept, type Session, type SessionOptions } from "./session";
import { prepare } from "./terraform/copy";
import { InputError } from "./terraform/errors";
import { plan } from "./terraform/rehearse";
import { manifestFile, readStacks } from "./terraform/stacks";

export interface PlanOptions extends SessionOptions {
  /** A folder of Terraform's language, in either syntax; it is read, never written to. */
  readonly folder: string;
  /** Whether the text has colours. */
  readonly color?: boolean;
}

export interface OfflinePlan {
  readonly kind: "planned";
  /** What Terraform says to a person. */
  readonly text: string;
  /** What `terraform show -json` prints of it. */
  readonly json: string;
}

/** Plans a Terraform folder from nothing, with no credentials and no network. */
export const planFolder = (options: PlanOptions): Promise<(OfflinePlan | Failure) & Kept> =>
  inSession({ settingFrom: options.folder, ...options }, (session) => planIn(session, options));

async function planIn({ terraform, folder }: Session, options: PlanOptions): Promise<OfflinePlan> {
  if (existsSync(manifestFile(options.folder)))
    throw new InputError(
      `"${options.folder}" holds synthesized stacks: "rehearsal rehearse --from ${options.folder}" plans them`,
    );
  const stacks = readStacks(options.folder);
  const [stack] = stacks;
  if (!stack) throw new InputError(`"${options.folder}" holds no stack`);
  const { said, json } = await plan(terraform, prepare(stack, stacks, folder), options.color ? [] : ["-no-color"]);
  return { kind: "planned", text: withoutSaved(said), json };
}

/** The plan was saved in the copy, which is gone when a person reads this. */
const withoutSaved = (said: string) => said.replace(/\n[^\n]*─{10,}[^\n]*\n\nSaved the plan to:[\s\S]*$/, "\n");
