import { visible } from "oci-policy";
import type { Difference } from "../diff";
import { type Section, sectionsOf } from "./diff-sections";
import { columns } from "./text";

/** The difference for a person: the sentence that matters, then what is behind it, the gravest first. */
export function diffText(difference: Difference): string {
  const summary = visible(difference.summary, 1_000);
  return [summary, ...sectionsOf(difference).map(sectionText), countsOf(difference)].join("\n\n");
}

/** What was compared. */
export function countsOf({ at, inputs: { before, after, readdressed } }: Difference): string {
  const same = readdressed === 0 ? "" : `, ${readdressed} of them under another address`;
  return `${before.resources} resources before, ${after.resources} after${same}; as of ${at}`;
}

const sectionText = ({ title, rows }: Section) => `${title}:\n${columns(rows)}`;
