/**
 * A text that Markdown shows as it is: no markup, no HTML, and nobody is called by `@name`, nor another issue by `#1`, on a
 * code host ("GitHub Flavored Markdown", "Backslash escapes"; a comment between the two parts of a mention ends it).
 */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/^([-+]|\d+[.)])(?=\s)/, "\\$1")
    .replace(/[@#](?=[A-Za-z0-9])/g, "$&<!-- -->");
}

/** A text as code: in more backticks than it holds itself. A line break would end it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = text.startsWith("`") || text.endsWith("`") || text === "" ? " " : "";
  return `${fence}${padding}${text.replace(/[\r\n]+/g, " ")}${padding}${fence}`;
}

/** What a reader unfolds. The empty lines let Markdown begin anew inside of HTML. */
export const details = (summary: string, body: string) =>
  `<details><summary>${summaryText(summary)}</summary>\n\n${body}\n\n</details>`;

/** Inside of HTML, Markdown isn't read: code in backticks is written as HTML. */
function summaryText(text: string): string {
  return text.replace(/`([^`]+)`/g, "<code>$1</code>");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
