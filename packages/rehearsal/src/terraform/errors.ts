/** A folder, stack or file that isn't what it should be: said plainly, with no stack trace. */
export class InputError extends Error {}

/** Terraform, or a cloud behind it, refused a step. */
export class Refused extends Error {
  constructor(
    readonly step: string,
    readonly output: string,
  ) {
    super(`Terraform refused ${step}`);
  }
}
