/** How much of a user's text a message shows. */
const LONGEST = 60;

/**
 * The user's text as a message shows it: between double quotes, on one line, cut where it would fill it. Characters that
 * can't be seen or that turn others around are told by number, so that a message can't be forged by what it quotes.
 */
export function quote(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return `"${short.replace(/[^\P{C}]|[^\P{Z} ]/gu, codePoint)}"`;
}

/** `U+202E` for a character that nobody sees. */
function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
