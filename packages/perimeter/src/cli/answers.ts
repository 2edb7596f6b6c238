import type { Diagnostic } from "../diagnostic";
import { quote } from "../quote";
import type { Answer } from "../simulate/answer";
import { type OciSimulator, simulatorOf } from "../simulate/oci";
import type { Row, WrittenRequest } from "../simulate/request/request";
import { resolveAws, resolveOci } from "../simulate/request/resolve";
import type { KnownEstate } from "./estate";
import { InputError } from "./input-error";

/** A row of a request file with the cloud's answer. */
export interface Answered extends Row {
  readonly file: string;
  readonly answer: Answer;
}

/**
 * What the clouds answer to each row.
 * @throws InputError rows name addresses at which nothing stands
 */
export function answersOf(rows: readonly Row[], estate: KnownEstate, file: string, at: Date): readonly Answered[] {
  const diagnostics: Diagnostic[] = [];
  const answerTo = answererOf(estate, at);
  const answers = rows.flatMap((row) => {
    const answer = answerTo(row.request);
    if (typeof answer !== "string") return [{ ...row, file, answer }];
    const message = `nothing that can be meant here stands at ${quote(answer)}`;
    diagnostics.push({ code: "request/unknown-address", message, file, line: row.line, address: answer });
    return [];
  });
  if (diagnostics.length > 0) throw new InputError(diagnostics);
  return answers;
}

/** Gives the answer to a request, or the address at which nothing stands. Statements are read once. */
function answererOf({ oci, aws, addresses }: KnownEstate, at: Date): (request: WrittenRequest) => Answer | string {
  let simulateOci: OciSimulator | undefined;
  return (request) => {
    if (request.cloud === "oci") {
      const resolved = resolveOci(request, oci, addresses, at);
      if ("unknownAddress" in resolved) return resolved.unknownAddress;
      simulateOci ??= simulatorOf(oci);
      return simulateOci(resolved.request);
    }
    const resolved = resolveAws(request, addresses, at);
    if ("unknownAddress" in resolved) return resolved.unknownAddress;
    // Loaded when it is needed: who asks about OCI doesn't wait for it.
    const { simulateAws } = require("../simulate/aws") as typeof import("../simulate/aws");
    return simulateAws(aws, resolved.request);
  };
}
