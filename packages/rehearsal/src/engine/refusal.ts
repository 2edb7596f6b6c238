import type { Diagnostic, Step } from "../protocol/messages";

/** What a cloud or its provider refuses: it becomes an error of Terraform's, never a stack trace. */
export class Refusal extends Error implements Diagnostic {
  constructor(
    readonly summary: string,
    readonly detail?: string,
    readonly path?: readonly Step[],
  ) {
    super(summary);
  }
}
