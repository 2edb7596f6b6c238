import type { Finding, Undecided } from "../../verdict/verdict";

/** What one part of the proof says. */
export interface Part {
  readonly findings: readonly Finding[];
  readonly notes?: readonly Finding[];
  readonly undecided: readonly Undecided[];
}

export function partsTogether(parts: readonly Part[]): Required<Part> {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    notes: parts.flatMap(({ notes }) => notes ?? []),
    undecided: parts.flatMap(({ undecided }) => undecided),
  };
}
