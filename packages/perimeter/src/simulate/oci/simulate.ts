import type { Answer } from "../answer";
import type { OciEstate } from "./estate";
import type { OciRequest } from "./request";

/** What OCI answers to this request, by its documented rules alone. */
export function simulateOci(_estate: OciEstate, _request: OciRequest): Answer {
  return { decision: "undecided", by: [], because: "no rule is read yet" };
}
