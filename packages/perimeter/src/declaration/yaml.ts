import { isAlias, isCollection, isMap, isScalar, type Node, parseDocument } from "yaml";
import { positionsOf } from "../positions";
import { quote } from "../quote";
import type { Place, Written, WrittenEntry } from "./written";

/** Something that isn't YAML, or that would be read differently from how it looks. */
export interface YamlMistake {
  readonly code: `model/${string}`;
  readonly place: Place;
  readonly message: string;
  readonly help: string;
}

export type ReadYaml = { readonly root: Written } | { readonly mistakes: readonly YamlMistake[] };

/** In UTF-16 code units: a thousand roles take a quarter of it, and reading it takes a second. */
const LONGEST_TEXT = 512 * 1024;
/** A model nests six deep. */
const DEEPEST = 32;
/** Values that aliases may repeat: a few anchors that repeat each other would make billions. */
const MOST_REPEATED = 10_000;

/** Unwinds the reader; never leaves this file. */
class Refusal {
  constructor(readonly mistake: YamlMistake) {}
}

/** Reads one YAML document. Whatever the text is, the answer is a value or what is wrong with it. */
export function readYaml(text: string): ReadYaml {
  const positionOf = positionsOf(text);
  if (text.length > LONGEST_TEXT)
    return { mistakes: [mistake("too-large", positionOf(0), "the file is too large", "name what matters, not all")] };
  // Keys that come twice are found below: the library compares each with each.
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: "error" });
  // A tag or a directive that isn't known is a warning of the library; here it would change what is read.
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const [first] = problems.sort((one, other) => one.pos[0] - other.pos[0]);
    return { mistakes: [notYaml(first?.code ?? "", first?.message ?? "", positionOf(first?.pos[0] ?? 0))] };
  }
  const reader = new Reader((node) => positionOf(node?.range?.[0] ?? 0));
  try {
    const root = reader.read(document.contents);
    return reader.mistakes.length > 0 ? { mistakes: reader.mistakes } : { root };
  } catch (error) {
    if (error instanceof Refusal) return { mistakes: [error.mistake] };
    throw error;
  }
}

/** Turns the library's nodes into values of ours: aliases resolved, keys unique, everything at its place. */
class Reader {
  readonly mistakes: YamlMistake[] = [];
  /** What each anchor stands on; of several the last before the alias counts. */
  private readonly anchors = new Map<string, Node>();
  private repeated = 0;

  constructor(private readonly placeOf: (node: Node | null | undefined) => Place) {}

  read(node: Node | null, holders: readonly Node[] = [], isRepeated = false): Written {
    const place = this.placeOf(node);
    if (isRepeated) this.repeated += 1;
    if (this.repeated > MOST_REPEATED)
      throw new Refusal(mistake("too-many-aliases", place, "aliases repeat too much here", "write the values out"));
    if (holders.length > DEEPEST)
      throw new Refusal(mistake("too-deep", place, "this is nested too deeply", "check brackets and indentation here"));
    if (isAlias(node)) return { ...this.read(this.target(node.source, holders, place), [...holders, node], true), place };
    if (node?.anchor !== undefined && !isRepeated) this.anchors.set(node.anchor, node);
    if (node?.tag !== undefined)
      this.mistakes.push(mistake("tag", place, `the tag ${quote(node.tag)} has no meaning here`, "write the value as it is"));
    if (!isCollection(node)) return { kind: "scalar", place, ...scalarOf(node) };
    const within = [...holders, node];
    if (isMap(node)) return { kind: "map", place, entries: this.entries(node.items, within, isRepeated) };
    return { kind: "list", place, items: node.items.map((item) => this.read(item as Node | null, within, isRepeated)) };
  }

  private entries(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    holders: readonly Node[],
    isRepeated: boolean,
  ): readonly WrittenEntry[] {
    const known = new Set<string>();
    return pairs.flatMap(({ key: node, value }) => {
      const key = isScalar(node) ? String(node.value) : "";
      const place = this.placeOf(node as Node | null);
      if (known.has(key)) {
        const help = "keep one of the two: the other would be lost silently";
        this.mistakes.push(mistake("duplicate-key", place, `duplicate key ${quote(key)}`, help));
        return [];
      }
      known.add(key);
      const read = this.read(value as Node | null, holders, isRepeated);
      const isMissing = read.kind === "scalar" && read.value === null && read.source === "";
      return [{ key, place, value: isMissing ? { ...read, place } : read }];
    });
  }

  private target(name: string, holders: readonly Node[], place: Place): Node {
    const target = this.anchors.get(name);
    const help = `write the value out, or put an anchor &${name} on a value before this line`;
    if (!target) throw new Refusal(mistake("alias", place, `alias ${quote(`*${name}`)} has no anchor before it`, help));
    if (holders.includes(target))
      throw new Refusal(mistake("alias", place, `alias ${quote(`*${name}`)} stands inside its own anchor`, help));
    return target;
  }
}

function scalarOf(node: Node | null) {
  const value: unknown = isScalar(node) ? node.value : null;
  const source = isScalar(node) ? (node.source ?? "") : "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { value, source };
  return { value: typeof value === "bigint" ? source : null, source };
}

const mistake = (code: string, place: Place, message: string, help: string): YamlMistake => ({
  code: `model/${code}`,
  place,
  message,
  help,
});

/** What the library's sentence means to whoever wrote the file, where its own words don't say. */
const WORDS: ReadonlyMap<string, readonly [message: string, help: string]> = new Map([
  [
    "BLOCK_AS_IMPLICIT_KEY",
    ["a key where a value is already", "put a text that holds `: ` in quotes, and indent a key as the keys beside it"],
  ],
  ["MULTIPLE_DOCS", ["a second document begins here", "the file is one document: take away the `---` and what follows"]],
  ["NON_STRING_KEY", ["a list or a map stands where a key should", "expected a name, then a colon"]],
  ["RESOURCE_EXHAUSTION", ["this is nested too deeply", "check brackets here"]],
  ["TAG_RESOLVE_FAILED", ["this tag has no meaning here", "write the value as it is"]],
  ["BAD_DIRECTIVE", ["this directive has no meaning here", "take it away: the file is YAML 1.2"]],
]);

function notYaml(code: string, message: string, place: Place): YamlMistake {
  const known = WORDS.get(code);
  if (known) return mistake("not-yaml", place, ...known);
  const sentence = `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\s+/g, " ").replace(/[\s.]+$/, "");
  return mistake("not-yaml", place, `this is not YAML: ${sentence}`, "check indentation, quotes and brackets here");
}
