import { visible } from "oci-policy";
import type { Difference } from "../diff";
import { type Section, sectionsOf } from "./diff-sections";
import { countsOf } from "./diff-text";

/** What the comment of a pull request holds: code hosts take 65,536 characters, and others want to say something as well. */
const MOST_CHARACTERS = 60_000;
/** What a person reads before they look for what matters to them. */
const MOST_OPEN_ROWS = 10;

/** The difference for a pull request: leads with the sentence that matters, folds what is long, says what was cut. */
export function diffMarkdown(difference: Difference): string {
  const head = `**${escaped(visible(difference.summary, 1_000))}**`;
  const foot = escaped(countsOf(difference));
  let room = MOST_CHARACTERS - head.length - foot.length - CUT(Number.MAX_SAFE_INTEGER).length - 10;
  let cut = 0;
  const sections = sectionsOf(difference).flatMap((section) => {
    const lines = section.rows.map(tableRow);
    const kept = fitting(lines, room - frame(section, [], lines.length).length - 2);
    cut += lines.length - kept.length;
    if (kept.length === 0) return [];
    const text = frame(section, kept, lines.length);
    room -= text.length + 2;
    return [text];
  });
  return [head, ...sections, ...(cut > 0 ? [CUT(cut)] : []), foot].join("\n\n");
}

const CUT = (rows: number) => `${rows} more rows didn't fit here: \`perimeter diff --format json\` has all of them.`;

/** As many lines as there is room for. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function frame({ title, rows }: Section, lines: readonly string[], count: number): string {
  const columns = rows[0]?.length ?? 0;
  const table = [`|${" |".repeat(columns)}`, `|${"---|".repeat(columns)}`, ...lines].join("\n");
  const heading = `${escaped(title)} (${count})`;
  if (count <= MOST_OPEN_ROWS) return `${heading}\n\n${table}`;
  return `<details><summary>${heading}</summary>\n\n${table}\n\n</details>`;
}

const tableRow = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;

/** What names and statements hold is text, and no markup, link or mention. */
const escaped = (text: string) =>
  text.replace(/[\\`*_{}[\]()#+!|~-]/g, "\\$&").replace(/[&<>@]/g, (sign) => `&#${sign.charCodeAt(0)};`);
