import { resolve } from "node:path";
import { quote } from "../quote";
import { FORMATS, type FormatName } from "../report";
import { type Command, usageError } from "./command";
import { requireWritable } from "./write-file";

/** Where a report goes. */
export interface Output {
  readonly format: FormatName;
  /** Left out: the standard output. */
  readonly file?: string;
}

/**
 * The reports that `--format` asks for: each with a file, but one at most. Files are looked at before anything is done, since
 * a long check should not end at a folder that there isn't.
 * @throws InputError a format isn't known, or two reports have one place
 */
export function outputsOf(command: Command, written: readonly string[]): readonly Output[] {
  const outputs = written.map((one) => outputOf(command, one));
  const places = outputs.map(({ file }) => (file === undefined ? "" : resolve(file)));
  const twice = outputs.find((_, at) => places.indexOf(places[at] ?? "") !== at);
  if (twice) {
    const place = twice.file === undefined ? "the standard output" : quote(twice.file);
    usageError(command, `two formats go to ${place}: give each a file of its own, --format json=out.json`);
  }
  for (const { file } of outputs) if (file !== undefined) requireWritable(file);
  return outputs;
}

function outputOf(command: Command, written: string): Output {
  const [name = "", ...rest] = written.split("=");
  const format = FORMATS.find((one) => one === name);
  if (format === undefined) usageError(command, `--format takes ${FORMATS.join(", ")}, found ${quote(written)}`);
  const file = rest.length === 0 ? undefined : rest.join("=");
  if (file === "") usageError(command, `--format ${format}= lacks its file`);
  return file === undefined || file === "-" ? { format } : { format, file };
}
