import type { Diagnostic } from "../../diagnostic";
import { positionsOf } from "../../positions";
import { quote } from "../../quote";

/** Where something was found wrong: a node or a member of a document. */
export interface Place {
  readonly path: string;
  readonly offset: number | undefined;
}

/** What is wrong there; words that may stand in a policy are in double quotes. */
export interface Mistake {
  /** What follows `policy/` in the diagnostic's code. */
  readonly rule: string;
  readonly expected: readonly string[];
  /** What they are together, where the list would fill the sentence. */
  readonly called?: string;
  /** As it goes into the sentence: text of the user's is quoted already. */
  readonly found: string;
  readonly help?: string | undefined;
}

/** What is wrong with a text that stands in a policy. */
export interface TextMistake {
  readonly expected: string | readonly string[];
  /** A part of the text; otherwise it is all of it. */
  readonly found?: string;
  readonly help?: string | undefined;
}

/** All that was found wrong with one document, in the order of finding. */
export interface Findings {
  readonly list: readonly Diagnostic[];
  readonly add: (place: Place, mistake: Mistake) => void;
}

/** Adds a mistake in a text, which the message quotes. */
export function addTextMistake(
  findings: Findings,
  place: Place & { readonly text: string },
  rule: string,
  mistake: TextMistake,
): void {
  const { expected, found = place.text, help } = mistake;
  findings.add(place, { rule, expected: [expected].flat(), found: quote(found), help });
}

/** A person reads the first of them; a hostile document has as many mistakes as it has room for. */
const MOST = 1000;

/** Collects mistakes; with the text of the document each gets its line and column. */
export function collectFindings(text: string | undefined): Findings {
  const list: Diagnostic[] = [];
  const positionOf = text === undefined ? undefined : positionsOf(text);
  return {
    list,
    add: (place, { rule, expected, called, found, help }) => {
      if (list.length >= MOST) return;
      const position = positionOf && place.offset !== undefined ? positionOf(place.offset) : {};
      list.push({
        code: `policy/${rule}`,
        message: `expected ${called ?? orList(expected)}, found ${found}`,
        ...(place.path === "" ? {} : { path: place.path }),
        ...position,
        expected,
        ...(help === undefined ? {} : { help }),
      });
    },
  };
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}
