import { visible } from "../quote";
import type { Answered } from "./answers";

const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text);

/** One answer; `among` others it says which request it answers. */
export function printAnswer(answered: Answered, format: Format, among: boolean): string {
  if (format === "json") return JSON.stringify(answered.answer);
  return `${among ? `${placeOf(answered)}: ` : ""}${sentence(answered)}`;
}

/** Whether the answer is the one that the row expects. */
export const isAsExpected = ({ answer, expected }: Answered) => answer.decision === expected;

/** One answer beside what was expected; as text only where it differs. */
export function printComparison(answered: Answered, format: Format): string | undefined {
  const { answer, expected, line } = answered;
  if (format === "json") return JSON.stringify({ line, expected, ...answer });
  if (isAsExpected(answered)) return undefined;
  return `${placeOf(answered)}: expected ${expected}, the answer is ${sentence(answered)}`;
}

/** The last line of a comparison. */
export function printCounts(answers: readonly Answered[]): string {
  const different = answers.filter((answered) => !isAsExpected(answered)).length;
  const all = `${answers.length} answer${answers.length === 1 ? "" : "s"}`;
  return different === 0 ? `${all}, as expected` : `${different} of ${all} not as expected`;
}

const placeOf = ({ file, line, note }: Answered) => `${file}:${line}${note ? ` (${visible(note)})` : ""}`;

/** The decision with its reason, and the statements that decide, one a line. */
function sentence({ answer: { decision, because, by } }: Answered): string {
  return [`${decision}: ${visible(because)}`, ...by.map(({ address, text }) => `  ${address}: ${visible(text)}`)].join("\n");
}
