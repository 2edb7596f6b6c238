import { Lexer } from "./lexer";

/** From the first character to behind the last one, as offsets into the text that was parsed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the nodes of one tree stood in the text that was parsed. Empty for a tree that was built by hand. */
export interface Spans {
  /** Where this node (the statement itself, its subject, action, location, a condition, …) stood. */
  of(node: object): Span | undefined;
  /**
   * Where a word of this node stood: of an action its resource type or its n-th permission; of a condition its variable;
   * of a subject its n-th item; of a compartment path its n-th name.
   */
  ofWord(node: object, word?: number): Span | undefined;
  /** Where values stood without their quotes. */
  readonly bareValues: readonly Span[];
}

interface Origin<Tree extends object> {
  readonly text: string;
  readonly parse: (lexer: Lexer) => Tree;
}

/**
 * The text of each tree. A tree holds no spans, so that it compares equal to one that was built by hand: whoever asks for
 * them lets the text be read a second time. To keep the spans of every node would halve the speed of the parser.
 */
const ORIGINS = new WeakMap<object, Origin<object>>();

/** Reads a text, and remembers it with the tree. */
export function parseFrom<Tree extends object>(text: string, parse: (lexer: Lexer) => Tree): Tree {
  const tree = parse(new Lexer(text));
  ORIGINS.set(tree, { text, parse });
  return tree;
}

/** The spans of a whole statement or matching rule, as the parser returned it. */
export function spansOf(tree: object): Spans {
  const places = new Map<object, readonly number[]>();
  const origin = ORIGINS.get(tree);
  const lexer = new Lexer(origin?.text ?? "");
  if (origin) {
    lexer.places = new Map();
    match(tree, origin.parse(lexer), lexer.places, places);
  }
  return {
    of: (node) => pairAt(places.get(node), 0),
    ofWord: (node, word = 0) => pairAt(places.get(node), word + 1),
    bareValues: lexer.bareValues.flatMap((_, at, offsets) => (at % 2 === 0 ? (pairAt(offsets, at / 2) ?? []) : [])),
  };
}

/** Gives the nodes of a tree the places of its twin's: both come from the same text. */
function match(
  node: object,
  twin: object,
  from: ReadonlyMap<object, readonly number[]>,
  to: Map<object, readonly number[]>,
): void {
  const offsets = from.get(twin);
  if (offsets) to.set(node, offsets);
  const children = Object.values(twin);
  for (const [index, child] of Object.values(node).entries())
    if (typeof child === "object") match(child, children[index], from, to);
}

function pairAt(offsets: readonly number[] | undefined, at: number): Span | undefined {
  const [start, end] = [offsets?.[2 * at], offsets?.[2 * at + 1]];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/**
 * Notes where a node stood that began at `start` and ends with the last token taken, and where its words did, as flat
 * pairs of offsets in the order in which the node declares them.
 */
export function place<Node extends object>(lexer: Lexer, node: Node, start: number, words: readonly number[] = NONE): Node {
  lexer.places?.set(node, [start, lexer.previousEnd, ...words]);
  return node;
}

const NONE: readonly number[] = [];
