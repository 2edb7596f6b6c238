import { FALSE, type Formula, TRUE, unknown } from "../logic";
import { isDoubt, type Truth } from "../simulate/oci/truth";

/** What doesn't hang on the request, as a formula; a doubt stays one. */
export function formulaOf(truth: Truth): Formula {
  return isDoubt(truth) ? unknown(truth.doubt) : truth ? TRUE : FALSE;
}
