import type { Rule } from "./rules";

/** docs/rules.md. */
export function rulesDocument(rules: readonly Rule[]): string {
  const guarantees = [...new Set(rules.map(({ guarantee }) => guarantee))];
  return [
    "# Rules",
    "What `perimeter check` can say, made from `packages/perimeter/src/verdict/rules.ts` by `npm run golden`. The severity is the",
    "gravest that a finding of the rule has. A note fails nothing; whatever is `undecided` fails as a finding does. The last column",
    "is what an approval by role, store and capability has to name to cover it ([ci.md](ci.md)); all others are approved by",
    "fingerprint.",
    ...guarantees.flatMap((guarantee) => [
      "",
      `## ${guarantee}`,
      "",
      ...table(rules.filter((rule) => rule.guarantee === guarantee)),
    ]),
    "",
  ]
    .join("\n")
    .replace("# Rules\n", "# Rules\n\n");
}

function table(rules: readonly Rule[]): readonly string[] {
  const rows = rules.map(({ id, title, help, severity, capability, isNote }) => {
    const approvable = isNote ? "" : (capability ?? "");
    return `| \`${id}\` | ${isNote ? "note" : severity} | **${title}.** ${help} | ${approvable} |`;
  });
  return ["| rule | severity | | capability |", "|---|---|---|---|", ...rows];
}
