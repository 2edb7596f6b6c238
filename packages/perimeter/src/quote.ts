/** How much of a user's text a message quotes. */
const LONGEST = 60;

/** The user's text as a message quotes it: between double quotes, on one line, cut where it would fill it. */
export function quote(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return `"${visible(short)}"`;
}

/**
 * A text in which characters that can't be seen, that break the line or that turn others around are told by number: what
 * is printed can't be forged by what it quotes.
 */
export function visible(text: string): string {
  // The classes of all characters take milliseconds to build.
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(/[^\P{C}]|[^\P{Z} ]/gu, codePoint);
}

/** `<U+202E>` for a character that nobody sees. */
function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
