import { quote } from "../../quote";
import { didYouMean } from "../near";
import { helpIf, type Notes } from "../notes";
import { kindOf, type Written, type WrittenScalar } from "../written";
import type { Shape } from "./shape";

/** A text of a form. `expected` says which, in words that follow "expected". */
export function text(pattern: RegExp, expected: string, isRight: (text: string) => boolean = () => true): Shape<string> {
  return {
    schema: { type: "string", pattern: pattern.source },
    read(written, label, notes) {
      const found = textOf(written, label, expected, notes);
      if (found === undefined || (pattern.test(found) && isRight(found))) return found;
      notes.add(written.place, "model/wrong-value", `${label}: expected ${expected}, found ${quote(found)}`);
      return undefined;
    },
  };
}

/** One of several words. `expected` says what they are, in words that follow "expected". */
export function word<const Word extends string>(words: readonly Word[], expected: string): Shape<Word> {
  return {
    schema: { enum: words },
    read(written, label, notes) {
      const found = textOf(written, label, expected, notes);
      const known = words.find((one) => one === found);
      if (known !== undefined || found === undefined) return known;
      const few = words.length > 8 ? undefined : `expected one of: ${words.join(", ")}`;
      const more = { ...(few === undefined ? {} : { expected: words }), ...helpIf(didYouMean(found, words) ?? few) };
      notes.add(written.place, "model/wrong-value", `${label}: expected ${expected}, found ${quote(found)}`, more);
      return undefined;
    },
  };
}

/** A whole number, from `least` on. */
export function whole(least: number): Shape<number> {
  return {
    schema: { type: "integer", minimum: least, maximum: Number.MAX_SAFE_INTEGER },
    read(written, label, notes) {
      if (written.kind === "scalar" && Number.isSafeInteger(written.value) && Number(written.value) >= least)
        return Number(written.value);
      noteWrong(written, label, `a whole number from ${least} on`, notes);
      return undefined;
    },
  };
}

export const truth: Shape<boolean> = {
  schema: { type: "boolean" },
  read(written, label, notes) {
    if (written.kind === "scalar" && typeof written.value === "boolean") return written.value;
    noteWrong(written, label, "true or false", notes);
    return undefined;
  },
};

/** One number, and no other. */
export const exactly = (value: number, why: string): Shape<number> => ({
  schema: { const: value },
  read(written, label, notes) {
    if (written.kind === "scalar" && written.value === value) return value;
    noteWrong(written, label, `${value}`, notes, why);
    return undefined;
  },
});

function textOf(written: Written, label: string, expected: string, notes: Notes): string | undefined {
  if (written.kind === "scalar" && typeof written.value === "string") return written.value;
  const help = written.kind === "scalar" && written.value !== null ? `write ${quote(written.source)}, in quotes` : undefined;
  noteWrong(written, label, expected, notes, help);
  return undefined;
}

/** Says what stands where something else should. */
export function noteWrong(written: Written, label: string, expected: string, notes: Notes, help?: string): void {
  const found = written.kind === "scalar" && written.value !== null ? shownScalar(written) : kindOf(written);
  notes.add(written.place, "model/wrong-type", `${label}: expected ${expected}, found ${found}`, helpIf(help));
}

const shownScalar = (written: WrittenScalar) =>
  typeof written.value === "string" ? quote(written.value) : `${kindOf(written)}, ${written.source}`;
