import type { Diagnostic } from "../diagnostic";
import { quote } from "../quote";
import type { Answer } from "../simulate/answer";
import { simulateAws } from "../simulate/aws";
import { simulateOci } from "../simulate/oci";
import type { Row, WrittenRequest } from "../simulate/request/request";
import { resolveAws, resolveOci } from "../simulate/request/resolve";
import type { Estate } from "./estate";
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
export function answersOf(rows: readonly Row[], estate: Estate, file: string, at: Date): readonly Answered[] {
  const diagnostics: Diagnostic[] = [];
  const answers = rows.flatMap((row) => {
    const answer = answerTo(row.request, estate, at);
    if (typeof answer !== "string") return [{ ...row, file, answer }];
    const message = `nothing that can be meant here stands at ${quote(answer)}`;
    diagnostics.push({ code: "request/unknown-address", message, file, line: row.line, address: answer });
    return [];
  });
  if (diagnostics.length > 0) throw new InputError(diagnostics);
  return answers;
}

/** The answer, or the address at which nothing stands. */
function answerTo(request: WrittenRequest, { oci, aws, addresses }: Estate, at: Date): Answer | string {
  if (request.cloud === "oci") {
    const resolved = resolveOci(request, oci, addresses, at);
    return "request" in resolved ? simulateOci(oci, resolved.request) : resolved.unknownAddress;
  }
  const resolved = resolveAws(request, addresses, at);
  return "request" in resolved ? simulateAws(aws, resolved.request) : resolved.unknownAddress;
}
