import { inReadingOrder, type Notes, notesOn } from "../declaration/notes";
import type { Place, Placed } from "../declaration/written";
import { readYaml } from "../declaration/yaml";
import type { Diagnostic } from "../diagnostic";
import type { Approval, Approvals, Covers } from "./approval";
import { approvalsShape, type WrittenApproval } from "./shape";

/**
 * Reads the text of a file of approvals. Whatever it is, the answer is approvals or all that is wrong, each at its line and
 * column: an approval that nobody can read must not seem to be none.
 * @param at the day of the question, `2026-01-31`
 */
export function readApprovals(
  text: string,
  file: string,
  at: string,
): Approvals | { readonly diagnostics: readonly Diagnostic[] } {
  const notes = notesOn(file);
  const yaml = readYaml(text);
  if ("mistakes" in yaml) {
    for (const { place, code, message, help } of yaml.mistakes) notes.add(place, code, message, { help });
    return { diagnostics: inReadingOrder(notes.diagnostics) };
  }
  const content = approvalsShape.read(yaml.root, "the approvals", notes);
  const approvals = (content?.approvals ?? []).flatMap(({ value, place }, index) =>
    approvalOf(value, place, `approvals[${index}]`, at, notes),
  );
  return content && notes.diagnostics.length === 0 ? { file, approvals } : { diagnostics: inReadingOrder(notes.diagnostics) };
}

function approvalOf(written: WrittenApproval, place: Place, label: string, at: string, notes: Notes): readonly Approval[] {
  const { reason, approver, expires, approved } = written;
  noteDates(expires, approved, label, at, notes);
  const covers = coversOf(written);
  if (covers) return [{ covers, reason, approver, expires: expires.value, line: place.line }];
  const help = "name one finding by its fingerprint, or what a role may do with a store by all three";
  notes.add(place, "model/wrong-value", `${label}: expected either fingerprint, or role, store and capability`, { help });
  return [];
}

function coversOf({ fingerprint, role, store, capability }: WrittenApproval): Covers | undefined {
  const others = [role, store, capability].filter((one) => one !== undefined).length;
  if (fingerprint !== undefined) return others === 0 ? { fingerprint } : undefined;
  return role !== undefined && store !== undefined && capability !== undefined ? { role, store, capability } : undefined;
}

/** An approval lasts a year at most, from the day on which it was given; one that is dated ahead would last longer. */
function noteDates(expires: Placed<string>, approved: Placed<string> | undefined, label: string, at: string, notes: Notes): void {
  const add = ({ place }: Placed<string>, message: string, help: string) =>
    notes.add(place, "model/wrong-value", message, { help });
  if (approved && approved.value > at)
    add(
      approved,
      `${label}.approved: ${approved.value} lies after ${at}, the day of the check`,
      "write the day on which it was given",
    );
  const given = approved?.value ?? at;
  if (approved && expires.value < given)
    add(
      expires,
      `${label}.expires: ${expires.value} lies before ${given}, when it was approved`,
      "one of the two dates is wrong",
    );
  const latest = yearAfter(given);
  if (expires.value > latest)
    add(
      expires,
      `${label}.expires: ${expires.value} is more than a year after ${given}`,
      `write ${latest} at the latest, and approve anew then`,
    );
}

/** The same day of the next year: of a 29th of February the last of that month. */
function yearAfter(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(year) + 1}-${month}-${month === "02" && date === "29" ? "28" : date}`;
}
