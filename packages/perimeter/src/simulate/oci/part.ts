import type { Rule } from "./policy";

/** What a statement can do for a request within one tenancy, or across two. */
export type Part = "allow" | "deny" | "endorse" | "admit" | "deny endorse" | "deny admit";

/** The rules of a tenancy by the parts that they play; one that can't be read may play several. */
export type RulesByPart = Readonly<Record<Part, readonly Rule[]>>;

export function byPart(rules: readonly Rule[]): RulesByPart {
  const playing = (part: Part) => rules.filter((rule) => plays(rule, part));
  return {
    allow: playing("allow"),
    deny: playing("deny"),
    endorse: playing("endorse"),
    admit: playing("admit"),
    "deny endorse": playing("deny endorse"),
    "deny admit": playing("deny admit"),
  };
}

/** Whether a rule plays this part. Of one that can't be read its first words tell; without any it could be each. */
function plays(rule: Rule, part: Part): boolean {
  const { statement } = rule;
  if (!statement) return couldBe(rule.by.text, part);
  const half = statement.kind === "associate" ? statement.half : statement.kind;
  if (half === undefined) return part === statement.effect;
  return part === (statement.effect === "deny" ? `deny ${half}` : half);
}

const WORDS: ReadonlySet<string> = new Set(["allow", "deny", "endorse", "admit", "define"]);

function couldBe(text: string, part: Part): boolean {
  const [first = "", second = ""] = text.trim().toLowerCase().split(/\s+/, 2);
  if (!WORDS.has(first)) return true;
  const isDenial = part.startsWith("deny");
  if (first !== "deny") return part === first;
  if (!isDenial) return false;
  return second === "endorse" || second === "admit" ? part === `deny ${second}` : true;
}
