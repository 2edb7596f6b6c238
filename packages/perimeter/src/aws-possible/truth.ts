import { FALSE, type Formula, TRUE, unknown } from "../logic";
import type { Check } from "../simulate/aws/check";
import { isUnknown } from "../simulate/aws/estate";
import type { Truth } from "../simulate/aws/truth";

/** What doesn't hang on the request, as a formula; a doubt stays one. */
export function truthFormula(truth: Truth): Formula {
  return isUnknown(truth) ? unknown(truth.unknown) : truth ? TRUE : FALSE;
}

/** A part of the evaluation that doesn't hang on the request. */
export function checkFormula(check: Check): Formula {
  if (check.kind === "unknown") return unknown(check.why);
  return check.kind === "yes" ? TRUE : FALSE;
}
