import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of a JSON Lines file beside the tests: one case a line. */
export function rowsOf<Row>(...path: readonly string[]): readonly Row[] {
  const text = readFileSync(join(...path), "utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Row]));
}
