import { createReadStream, readFileSync } from "node:fs";
import { quote } from "../quote";
import { refuse } from "./input-error";

/** Stands for the standard input where a file is asked for. */
export const STDIN = "-";

/** The longest line that is read as one: no statement comes near, and memory has an end. In UTF-16 code units. */
export const LONGEST_LINE = 1_000_000;

const LINE_BREAK = /\r\n|\n|\r/;

/** How a message names the file. */
export const nameOf = (file: string) => (file === STDIN ? "standard input" : file);

/**
 * The whole text of a UTF-8 file, without its byte order mark.
 * @throws InputError when it can't be read or holds no text
 */
export function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file === STDIN ? 0 : file));
  } catch (error) {
    return refuseUnreadable(file, error);
  }
}

/**
 * The lines of a file as they come in, some at a time, in bounded memory. A line longer than `LONGEST_LINE` is cut behind
 * the character that makes it so. What follows the last line break is a line if there is anything.
 * @throws InputError when it can't be read or holds no text
 */
export async function* linesOf(file: string): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const chunk of file === STDIN ? process.stdin : createReadStream(file)) {
      const text = rest + decoder.decode(chunk, { stream: true });
      // Half of a line break may be still to come.
      const held = text.endsWith("\r") ? "\r" : "";
      const lines = text
        .slice(0, text.length - held.length)
        .split(LINE_BREAK)
        .map(cut);
      rest = (lines.pop() ?? "") + held;
      yield lines;
    }
    rest += decoder.decode();
  } catch (error) {
    refuseUnreadable(file, error);
  }
  if (rest !== "") yield [cut(rest.replace(/\r$/, ""))];
}

const cut = (line: string) => (line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE + 1) : line);

/** Why a file can't be read, by the code of Node's error. */
const REASONS: Readonly<Record<string, { readonly message: string; readonly help?: string }>> = {
  ENOENT: { message: "there is no such file" },
  ENOTDIR: { message: "there is no such file" },
  EISDIR: { message: "it is a folder", help: "name a file" },
  EACCES: { message: "it may not be read by this user" },
  EPERM: { message: "it may not be read by this user" },
  ELOOP: { message: "its links lead in a circle" },
  ENAMETOOLONG: { message: "its name is too long" },
  ENXIO: { message: "it is no file that can be read" },
  EAGAIN: { message: "nothing is there to be read" },
  ERR_FS_FILE_TOO_LARGE: { message: "it is larger than 2 GiB" },
  ERR_STRING_TOO_LONG: { message: "it is larger than 512 MiB", help: "split it" },
  ERR_INVALID_ARG_VALUE: { message: "its name holds a character that no name can" },
  ERR_ENCODING_INVALID_ENCODED_DATA: { message: "it is no UTF-8 text", help: "save it as UTF-8" },
};

function refuseUnreadable(file: string, error: unknown): never {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
  // A refusal of our own, or a defect.
  if (!reason) throw error;
  const { message, help } = reason;
  refuse({ code: "input/unreadable", message: `can't read ${quote(nameOf(file))}: ${message}`, ...(help && { help }) });
}
