import type { Source } from "../input";
import { visible } from "../quote";

/** Where things were written, as far as a report can tell. */
export interface Sources {
  /** What the synthesized stacks say of a resource. */
  readonly sourceOf: (address: string) => Source | null | undefined;
  /** The file that each stack was read from. */
  readonly files: ReadonlyMap<string, string>;
  readonly model: string;
  /** What paths are told from: where the command runs, which on a code host is the repository's root. */
  readonly root: string;
}

/** A line that a code host can show. */
export interface Place {
  /** From the root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The line that made the first of these resources of which it is known; else the file that the first was read from; else the
 * model: a code host shows nothing that has no file.
 */
export function placeOf(addresses: readonly string[], sources: Sources, source?: Source | null): Place {
  const known = [source, ...addresses.map(sources.sourceOf)].find((one) => one?.file);
  if (known?.file) return { file: fromRoot(known.file, sources), line: known.line ?? 1 };
  const files = addresses.map((address) => sources.files.get(address.split("/", 1)[0] ?? ""));
  return { file: fromRoot(files.find((file) => file !== undefined) ?? sources.model, sources), line: 1 };
}

/** A path inside of the root without it; what no path should hold is told by number. */
export function fromRoot(file: string, { root }: Sources): string {
  const slashed = file.replaceAll("\\", "/");
  const base = `${root.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  const inside = slashed.startsWith(base) ? slashed.slice(base.length) : slashed;
  return visible(inside.replace(/^(\.\/)+/, "")) || "unnamed";
}
