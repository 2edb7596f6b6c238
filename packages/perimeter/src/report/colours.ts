/** How a text is made to stand out; each returns the text as it is where there are no colours. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bold: (text: string) => string;
}

const same = (text: string) => text;

export const PLAIN: Paint = { good: same, bad: same, open: same, faint: same, bold: same };

/** Select Graphic Rendition: the codes that begin and end a colour (ECMA-48, 8.3.117). */
const sgr = (begin: number, end: number) => (text: string) => `\u001b[${begin}m${text}\u001b[${end}m`;

export const COLOURED: Paint = { good: sgr(32, 39), bad: sgr(31, 39), open: sgr(33, 39), faint: sgr(2, 22), bold: sgr(1, 22) };

/**
 * Whether a stream gets colours: only a terminal does. `FORCE_COLOR` (force-color.org; 0 and false: none) decides before
 * `NO_COLOR` (no-color.org), as in Node itself; an empty variable counts as none.
 */
export function wantsColours(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force) return force !== "0" && force !== "false";
  if (no) return false;
  return isTerminal && terminal !== "dumb";
}
