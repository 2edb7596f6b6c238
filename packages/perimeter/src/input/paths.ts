import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostic";
import { entry, isObject, type JsonValue } from "./body";
import { readJson } from "./json";
import type { NamedText, Read } from "./resource";

/** Longer texts than this are none that the runtime can hold. */
const LARGEST = 500 * 1024 * 1024;

interface NamedFile {
  readonly file: string;
  readonly stack: string;
  readonly scope: string;
}

/**
 * The texts that these paths stand for: files as they are; of a folder its synthesized stacks, else its configuration,
 * plans and states, else those of its folders.
 */
export function readPaths(paths: readonly string[]): Read<readonly NamedText[]> {
  const found = paths.map((path) => attempt(path, () => filesAt(path)));
  const texts = found.map((files) => ("read" in files ? all(files.read.map(readFile)) : files));
  return all(texts, (read) => read.flat());
}

function all<T>(reads: readonly Read<T>[]): Read<readonly T[]>;
function all<T, U>(reads: readonly Read<T>[], then: (read: readonly T[]) => U): Read<U>;
function all<T, U>(reads: readonly Read<T>[], then?: (read: readonly T[]) => U): Read<readonly T[] | U> {
  const diagnostics = reads.flatMap((one) => ("diagnostics" in one ? one.diagnostics : []));
  if (diagnostics.length > 0) return { diagnostics };
  const read = reads.flatMap((one) => ("read" in one ? [one.read] : []));
  return { read: then ? then(read) : read };
}

/** What the operating system refuses is a diagnostic. */
function attempt<T>(path: string, read: () => Read<T>): Read<T> {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const missing = code === "ENOENT";
    const message = missing ? `there is no file or folder "${path}"` : `"${path}" can't be read: ${code}`;
    return refusal("input/unreadable-file", path, message);
  }
}

function refusal(code: string, file: string, message: string, help?: string): { diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [{ code, message, file, ...(help === undefined ? {} : { help }) }] };
}

function readFile(named: NamedFile): Read<NamedText> {
  return attempt(named.file, () => {
    const { size } = statSync(named.file);
    if (size > LARGEST) {
      const message = `"${named.file}" is too large to be read: ${Math.ceil(size / 1024 / 1024)} MB, the most is 500 MB`;
      return refusal("input/too-large", named.file, message, "plan a part of it with -target, or split the stack");
    }
    return { read: { ...named, text: decoded(readFileSync(named.file)) } };
  });
}

/** UTF-8, or what PowerShell makes of a redirected output. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

function filesAt(path: string): Read<readonly NamedFile[]> {
  if (!statSync(path).isDirectory()) return { read: [{ file: path, stack: stackOf(path), scope: path }] };
  return manifestAt(path) ?? folderAt(path) ?? foldersIn(path) ?? nothingIn(path);
}

/** A stack's name: its folder's under `stacks/`, or the file's up to the first dot. */
function stackOf(file: string): string {
  const folder = dirname(file);
  const isStackFolder = basename(dirname(folder)) === "stacks" && /\.tf\.json$|\.tfvars(\.json)?$/.test(file);
  return isStackFolder ? basename(folder) : (basename(file).split(".")[0] ?? "");
}

/** The stacks that cdktf's manifest lists. */
function manifestAt(folder: string): Read<readonly NamedFile[]> | undefined {
  const file = join(folder, "manifest.json");
  if (!readdirSync(folder).includes("manifest.json")) return undefined;
  const read = readJson(decoded(readFileSync(file)));
  if ("mistake" in read) {
    const { line, column, expected, found } = read.mistake;
    const message = `"${file}" is not JSON: expected ${expected}, found ${found}`;
    return { diagnostics: [{ code: "input/not-json", message, file, line, column, expected: [expected] }] };
  }
  const stacks = entry(read.json as JsonValue, "stacks");
  if (!isObject(stacks)) return undefined;
  const files = Object.entries(stacks).map(([name, one]) => {
    const path = join(folder, String(entry(one, "synthesizedStackPath") ?? `stacks/${name}/cdk.tf.json`));
    return { file: path, stack: name, scope: dirname(path) };
  });
  return files.length > 0 ? { read: files } : nothingIn(folder);
}

const isConfiguration = (name: string) => /\.tf\.json$/.test(name);
const isVariables = (name: string) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);
const isHcl = (name: string) => /\.(tf|tofu)$/.test(name);

/** What stands in the folder itself. HCL beside it is what a plan was made of; without one it can't be read. */
function folderAt(folder: string): Read<readonly NamedFile[]> | undefined {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() || one.isSymbolicLink())
    .map(({ name }) => name)
    .sort();
  const documents = names.filter(
    (name) => name.endsWith(".json") && !isConfiguration(name) && !isVariables(name) && isRecord(join(folder, name)),
  );
  const configuration = names.filter(isConfiguration);
  const hcl = names.filter(isHcl);
  const named = (name: string) => ({ file: join(folder, name), stack: stackOf(join(folder, name)), scope: folder });
  if (documents.length === 0 && hcl.length > 0) return { read: hcl.slice(0, 1).map(named) };
  if (documents.length + configuration.length === 0) return undefined;
  const variables = configuration.length > 0 ? names.filter(isVariables) : [];
  return { read: [...configuration, ...variables, ...documents].map(named) };
}

/** In a folder, JSON that says nothing of Terraform is somebody else's; in its first kilobytes a plan and a state do. */
function isRecord(file: string): boolean {
  const text = statSync(file).size > LARGEST ? "" : decoded(readFileSync(file));
  return (
    text === "" ||
    /"format_version"|"planned_values"|"resource_changes"|"@level"|"lineage"|^PK/.test(text.slice(0, 100_000)) ||
    "mistake" in readJson(text)
  );
}

/** A folder of folders: each is a module of its own, named after its folder where the files' names say nothing. */
function foldersIn(folder: string): Read<readonly NamedFile[]> | undefined {
  const inside = readdirSync(folder).includes("stacks") ? join(folder, "stacks") : folder;
  const folders = readdirSync(inside, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.startsWith(".") && one.name !== "node_modules")
    .map(({ name }) => name)
    .sort();
  const found = folders.flatMap((name) => {
    const files = folderAt(join(inside, name));
    if (!files) return [];
    return [
      "read" in files
        ? { read: files.read.map((file) => ({ ...file, stack: GENERIC.test(file.stack) ? name : file.stack })) }
        : files,
    ];
  });
  return found.length > 0 ? all(found, (read) => read.flat()) : undefined;
}

/** Names that every module's files have. */
const GENERIC = /^(main|cdk|plan|state|tfplan)$/;

function nothingIn(folder: string): { diagnostics: readonly Diagnostic[] } {
  const message = `"${folder}" holds no synthesized stack, no *.tf.json, no plan and no state`;
  const help = "give the folder that cdktf synth or npm start wrote, or a plan: terraform show -json PLAN > plan.json";
  return refusal("input/nothing", folder, message, help);
}
