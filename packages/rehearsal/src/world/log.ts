import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";

const NEWLINE = 10;

/**
 * A file of JSON lines which several processes append to without a lock: a line is one write with O_APPEND, and the
 * order of the lines decides. A line torn by a kill is skipped. Local file systems only.
 */
export class Log<Line> {
  private readonly file: number;
  private readonly tail: Buffer[] = [];
  private at = 0;

  constructor(path: string) {
    this.file = openSync(path, "a+", 0o600);
  }

  append(line: Line): void {
    writeSync(this.file, `${this.endsInMidLine() ? "\n" : ""}${JSON.stringify(line)}\n`);
  }

  /** The lines written since the last call, by whomever. */
  news(): readonly Line[] {
    const size = fstatSync(this.file).size;
    if (size <= this.at) return [];
    const chunk = Buffer.alloc(size - this.at);
    const length = readSync(this.file, chunk, 0, chunk.length, this.at);
    this.at += length;
    const text = Buffer.concat([...this.tail.splice(0), chunk.subarray(0, length)]);
    const end = text.lastIndexOf(NEWLINE) + 1;
    this.tail.push(text.subarray(end));
    return text
      .subarray(0, end)
      .toString("utf8")
      .split("\n")
      .flatMap(parsed<Line>);
  }

  close(): void {
    closeSync(this.file);
  }

  private endsInMidLine(): boolean {
    const size = fstatSync(this.file).size;
    if (size === 0) return false;
    const last = Buffer.alloc(1);
    readSync(this.file, last, 0, 1, size - 1);
    return last[0] !== NEWLINE;
  }
}

/** A torn line is no JSON, and counts as if it had never been written. */
function parsed<Line>(text: string): readonly Line[] {
  try {
    return text === "" ? [] : [JSON.parse(text)];
  } catch {
    return [];
  }
}
