import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { refuse } from "./input-error";
import { nameOf, readText } from "./text-file";

/** What `npm start` and `cdktf synth` write beside the stacks, and what is looked for. */
const MODEL_FILE = "perimeter.yaml";

/** The text of a model, under the name that messages give it. */
export interface ModelText {
  readonly file: string;
  readonly text: string;
}

/**
 * The model that a command is about: the one that `--model` names, else `perimeter.yaml` in or beside the first path, else
 * in the working directory.
 * @throws InputError there is none, or it can't be read
 */
export function findModel(paths: readonly string[], given?: string): ModelText {
  const file = given ?? placesFor(paths[0]).find((place) => existsSync(place));
  if (file === undefined)
    refuse({
      code: "input/no-model",
      message: `there is no ${MODEL_FILE} in or beside the first PATH, nor in the working directory`,
      help: "write one, or name it with --model FILE",
    });
  return { file: nameOf(file), text: readText(file) };
}

/** The model in the folder that is the first path, or beside the file; `undefined`: there is none. */
export function modelBeside([path]: readonly string[]): ModelText | undefined {
  if (path === undefined) return undefined;
  const file = join(isFolder(path) ? path : dirname(path), MODEL_FILE);
  return existsSync(file) ? { file: nameOf(file), text: readText(file) } : undefined;
}

function placesFor(path: string | undefined): readonly string[] {
  if (path === undefined) return [MODEL_FILE];
  const inside = isFolder(path) ? [join(path, MODEL_FILE)] : [];
  return [...inside, join(dirname(path), MODEL_FILE), MODEL_FILE];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
