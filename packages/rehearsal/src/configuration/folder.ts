import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../terraform/errors";
import type { Block } from "./block";
import { hclBlocks } from "./hcl";
import { jsonBlocks } from "./json";
import { SyntaxRefusal } from "./tokens";

/** Files that Terraform reads. Source: Terraform language, Files and Configuration Structure; editors' leftovers are ignored. */
export const isConfiguration = (file: string): boolean => /\.tf(\.json)?$/.test(file) && !/^\./.test(file);

/** The blocks of all files of a folder, those of modules not among them. */
export const folderBlocks = (folder: string): readonly Block[] =>
  readdirSync(folder)
    .filter(isConfiguration)
    .flatMap((file) => fileBlocks(join(folder, file)));

function fileBlocks(file: string): readonly Block[] {
  const text = readFileSync(file, "utf8");
  try {
    return file.endsWith(".json") ? jsonBlocks(JSON.parse(text), file) : hclBlocks(text, file);
  } catch (error) {
    if (error instanceof SyntaxRefusal) throw new InputError(`"${file}" line ${error.line}: ${error.message}`);
    if (error instanceof SyntaxError) throw new InputError(`"${file}" is not JSON: ${error.message}`);
    throw error;
  }
}
