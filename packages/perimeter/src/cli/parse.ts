import { once } from "node:events";
import { type Parsed, parseStatement } from "oci-policy";
import { type Command, readArguments, usageError } from "./command";
import { EXIT } from "./exit-code";
import { LONGEST_LINE, linesOf } from "./text-file";

export const parse: Command = {
  usage: `usage: perimeter parse FILE

Reads one OCI policy statement a line (FILE "-" is the standard input), and prints one JSON object a line:
  {"line": 1, "statement": …}                                                      its syntax tree
  {"line": 2, "error": {"column": 18, "message": "…", "expected": ["…"], "help": "…"}}  why it is none; help not always

Lines end with LF, CRLF or CR. Blank lines are counted, and nothing is printed for them.

exit code: 0 every line is a statement · 1 one is wrong · 3 the file can't be read`,

  async run(args) {
    const { positionals } = readArguments(parse, args, {});
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) usageError(parse, "parse takes one file");
    let line = 0;
    let wrong = false;
    for await (const lines of linesOf(file)) {
      let printed = "";
      for (const text of lines) {
        line += 1;
        if (isBlank(text)) continue;
        const parsed = parseLine(text);
        wrong ||= parsed.diagnostic !== undefined;
        printed += `${JSON.stringify(answer(line, parsed))}\n`;
      }
      // Waits for a slow reader, so that memory stays bounded.
      if (!process.stdout.write(printed)) await once(process.stdout, "drain");
    }
    return wrong ? EXIT.wrong : EXIT.answered;
  },
};

/** The blanks of the language; what only looks like one is a mistake in its line. */
const isBlank = (text: string) => !/[^ \t\v\f]/.test(text);

function parseLine(text: string): Parsed {
  if (text.length <= LONGEST_LINE) return parseStatement(text);
  const expected = [`a statement of at most ${LONGEST_LINE} characters`];
  const span = { start: LONGEST_LINE, end: LONGEST_LINE + 1 };
  return { diagnostic: { column: LONGEST_LINE + 1, span, message: `expected ${expected}, found more`, expected } };
}

function answer(line: number, { statement, diagnostic }: Parsed): object {
  if (statement) return { line, statement };
  const { column, message, expected, help } = diagnostic;
  return { line, error: { column, message, expected, help } };
}
