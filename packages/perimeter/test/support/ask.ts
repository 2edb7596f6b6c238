import { answersOf } from "../../src/cli/answers";
import { resolvePrincipal, resolveTarget } from "../../src/estate";
import type { Answer } from "../../src/simulate/answer";
import { readRequests } from "../../src/simulate/request/read";
import { type Documents, estateFrom } from "./stacks";

/** A Monday. */
const AT = new Date("2026-02-02T12:00:00Z");

/** What the cloud answers to a request, as a file would write it, where these documents are the estate. */
export function ask(documents: Documents, request: object): Answer {
  const file = "request.json";
  const read = readRequests(JSON.stringify(request), file, { expected: false, lines: false });
  if ("diagnostics" in read) throw new Error(JSON.stringify(read.diagnostics));
  const estate = estateFrom(documents);
  const addresses = {
    principal: (address: string) => resolvePrincipal(estate, address),
    target: (address: string) => resolveTarget(estate, address),
  };
  const [answered] = answersOf(read.rows, { ...estate, addresses }, file, AT);
  if (!answered) throw new Error("there was no request");
  return answered.answer;
}
