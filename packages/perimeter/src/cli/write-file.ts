import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { quote } from "../quote";
import { refuse } from "./input-error";

/**
 * Refuses a file that can't be: its folder isn't there, or it is a folder itself. No folder is made: a path with a slip in it
 * would be found by nobody.
 * @throws InputError
 */
export function requireWritable(file: string): void {
  const folder = dirname(file);
  if (!kindOf(folder)?.isDirectory()) refuseFile(file, `there is no folder ${quote(folder)}`, "make the folder, or name another");
  if (kindOf(file)?.isDirectory()) refuseFile(file, "it is a folder", "name a file in it");
}

/**
 * Writes a file whole or not at all: whoever reads it meanwhile finds what was there before. A pipe or a device is written to.
 * @throws InputError the operating system refuses
 */
export function writeWhole(file: string, text: string): void {
  const before = kindOf(file);
  const isPlain = !before || before.isFile();
  // A link goes on leading to where it led.
  const place = before?.isFile() ? realpathSync(file) : file;
  const target = isPlain ? join(dirname(place), `.${basename(place)}.${process.pid}.tmp`) : file;
  try {
    writeFileSync(target, text, isPlain ? { flag: "wx" } : {});
    if (isPlain) renameSync(target, place);
  } catch (error) {
    if (isPlain) rmSync(target, { force: true });
    refuseFile(file, (error as NodeJS.ErrnoException).code ?? String(error), "see who may write there");
  }
}

const kindOf = (path: string) => statSync(path, { throwIfNoEntry: false });

function refuseFile(file: string, why: string, help: string): never {
  refuse({ code: "output/unwritable", message: `can't write ${quote(file)}: ${why}`, help });
}
