import type { Diagnostic } from "../diagnostic";
import { type Model, modelShape } from "./model/model";
import { noteWrongNames } from "./model/names";
import { inReadingOrder, notesOn } from "./notes";
import { readYaml } from "./yaml";

/**
 * Reads the text of a model file: YAML, then every part's form, then the names that parts call each other by. Whatever
 * the text is, the answer is a model or all that is wrong with it, each at its line and column.
 */
export function readModel(text: string, file: string): Model | { readonly diagnostics: readonly Diagnostic[] } {
  const notes = notesOn(file);
  const yaml = readYaml(text);
  if ("mistakes" in yaml) {
    for (const { place, code, message, help } of yaml.mistakes) notes.add(place, code, message, { help });
    return { diagnostics: inReadingOrder(notes.diagnostics) };
  }
  const content = modelShape.read(yaml.root, "the model", notes);
  // A part that wasn't read would seem to lack every name.
  if (content && notes.diagnostics.length === 0) noteWrongNames(content, notes);
  return content && notes.diagnostics.length === 0 ? { file, content } : { diagnostics: inReadingOrder(notes.diagnostics) };
}
