import * as fc from "fast-check";
import { parseStatement } from "oci-policy";
import type { Answer } from "../../../../src/simulate/answer";
import { simulateOci } from "../../../../src/simulate/oci";
import {
  type ArbitraryWorld,
  arbitraryCondition,
  arbitraryStatement,
  arbitraryVariables,
  arbitraryWorld,
  estateOf,
  requestOf,
} from "./arbitrary-world";

const decide = (world: ArbitraryWorld): Answer["decision"] => simulateOci(estateOf(world), requestOf(world)).decision;

/** From least to most. */
const RANK = { denied: 0, undecided: 1, allowed: 2 } as const;

/** The laws of the evaluator, as sentences: for as many cases as somebody has time for. */
export const LAWS: Readonly<Record<string, fc.IProperty<unknown>>> = {
  "the order of statements means nothing": fc.property(arbitraryWorld, fc.integer(), (world, turn) => {
    const { statements } = world;
    const at = statements.length === 0 ? 0 : Math.abs(turn) % statements.length;
    const turned = [...statements.slice(at), ...statements.slice(0, at)].reverse();
    return decide(world) === decide({ ...world, statements: turned });
  }),

  "a statement that stands twice says no more than once": fc.property(
    arbitraryWorld,
    (world) => decide(world) === decide({ ...world, statements: [...world.statements, ...world.statements] }),
  ),

  "names of groups, domains and compartments mean nothing by themselves": fc.property(arbitraryWorld, (world) => {
    const rename = (name: string) => `x-${name}-1`;
    const statements = world.statements.map((text) => text.replace(/\b(?:red|green|EU|blue|app|web|stores|nowhere)\b/g, rename));
    const answer = simulateOci(estateOf({ ...world, statements }, rename), requestOf(world, rename));
    return answer.decision === decide(world);
  }),

  "adding a statement that allows never takes away": fc.property(arbitraryWorld, arbitraryStatement("allow"), (world, text) => {
    return RANK[decide({ ...world, statements: [...world.statements, text] })] >= RANK[decide(world)];
  }),

  "adding a statement that denies never gives": fc.property(arbitraryWorld, arbitraryStatement("deny"), (world, text) => {
    return RANK[decide({ ...world, statements: [...world.statements, text] })] <= RANK[decide(world)];
  }),

  "case of words and spacing mean nothing": fc.property(
    arbitraryWorld,
    (world) => decide(world) === decide({ ...world, statements: world.statements.map(loud) }),
  ),

  "the statements that an answer names decide it alone": fc.property(arbitraryWorld, (world) => {
    const { decision, by } = simulateOci(estateOf(world), requestOf(world));
    return (
      by.length === 0 || decide({ ...world, statements: by.map(({ text }) => text) }) === decision || decision === "undecided"
    );
  }),

  "nothing is allowed but by a statement that allows": fc.property(arbitraryWorld, (world) => {
    const { decision, by } = simulateOci(estateOf(world), requestOf(world));
    return decision !== "allowed" || (by.length > 0 && by.every(({ text }) => text.startsWith("allow")));
  }),

  "a condition means what its text says when its comparisons are replaced by their answers": fc.property(
    arbitraryCondition,
    arbitraryVariables,
    (condition, held) => {
      const variables = Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined));
      const text = rewritten(condition, { "request.permission": "OBJECT_READ", ...variables });
      const statements = [`allow any-user to read objects in tenancy where ${condition}`];
      const world: ArbitraryWorld = {
        statements,
        complete: true,
        denyPolicies: true,
        groups: [],
        permission: "OBJECT_READ",
        compartment: [],
        variables,
      };
      return decide(world) === { T: "allowed", F: "denied", "?": "undecided" }[text];
    },
  ),
};

/** The same words, shouted and spaced out. Names of groups keep their case, which may mean something. */
function loud(text: string): string {
  const shouted = text.replace(/'[^']*'|\/[^/]*\/|\b(?:red|green|EU|blue|dg)\b|[a-z]+/g, (word) =>
    /^(?:'|\/|red|green|EU|blue|dg$)/.test(word) ? word : word.toUpperCase(),
  );
  return parseStatement(text).statement
    ? `  ${shouted.replaceAll(" ", "\n\t ").replaceAll("=", " = ").replaceAll("! =", "!=")}  `
    : text;
}

/**
 * The second reading of conditions: by text alone. Each comparison becomes T, F or ?, then the innermost braces become one
 * letter, until one is left.
 */
function rewritten(condition: string, variables: Readonly<Record<string, string | readonly string[]>>): "T" | "F" | "?" {
  let text = condition.replace(
    /(!?)((?:request|target)\.[\w.]+)(?: (=|!=|in|not in) (\([^)]*\)|'[^']*'|\/[^/]*\/))?/g,
    (_all, bang, variable, operator, right) =>
      letter(variables[variable], bang === "!" ? "absent" : operator, right ?? "", variable.includes(".tag.")),
  );
  while (text.length > 1)
    text = text.replace(/(all|any) \{([TF?](?:, [TF?])*)\}/g, (_all, kind: string, list: string) => {
      const [decisive, other] = kind === "all" ? ["F", "T"] : ["T", "F"];
      return list.includes(decisive as string) ? (decisive as string) : list.includes("?") ? "?" : (other as string);
    });
  return text as "T" | "F" | "?";
}

function letter(held: string | readonly string[] | undefined, operator: string, right: string, isTag: boolean): string {
  if (operator === "absent") return held === undefined ? "T" : "F";
  const negative = operator === "!=" || operator === "not in";
  if (held === undefined) return negative && isTag ? "?" : "F";
  const alternatives = [...right.matchAll(/'([^']*)'|\/([^/]*)\//g)].map(([, text, pattern]) =>
    text === undefined ? (pattern ?? "").replaceAll("*", ".*") : text,
  );
  const equal = [held].flat().some((value) => new RegExp(`^(?:${alternatives.join("|")})$`, "i").test(value));
  return equal !== negative ? "T" : "F";
}
