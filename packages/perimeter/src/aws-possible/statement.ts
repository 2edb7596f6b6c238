import { matchesResource } from "../aws/policy/match";
import type { Element, PolicyDocument, PolicyStatement, ResourcePattern } from "../aws/policy/syntax";
import { all, any, FALSE, type Formula, globbed, not, some, TRUE, unknown, words } from "../logic";
import type { Caller } from "../simulate/aws/caller";
import type { Naming } from "../simulate/aws/principal";
import { coversAction, matchPrincipal } from "../simulate/aws/statement";
import { conditionFormula, resolve, type Scope } from "./condition";
import { type AwsQuestion, cutArn, isOpenResource, RESOURCE, SESSION } from "./question";
import { truthFormula } from "./truth";
import { languageOf } from "./values";

/** What statements are read with. */
export interface Reading extends Scope {
  readonly question: AwsQuestion;
}

/** For which requests a statement applies, by how it names the caller; nothing: for none. */
export function statementFormula(
  document: PolicyDocument,
  statement: PolicyStatement,
  reading: Reading,
): ReadonlyMap<Naming, Formula> {
  const { caller, target } = reading.facts;
  if (!coversAction(statement, target)) return new Map();
  const resource = resourceFormula(document, statement, reading);
  if (resource === FALSE) return new Map();
  const named = namingsOf(statement, caller);
  if (named.size === 0) return new Map();
  const circumstances = all(resource, ...statement.conditions.map((one) => conditionFormula(one, reading)));
  if (circumstances === FALSE) return new Map();
  return new Map([...named].map(([naming, formula]) => [naming, all(formula, circumstances)]));
}

/** The ways in which a statement names the caller. A session may have the name that it asks for. */
function namingsOf(statement: PolicyStatement, caller: Caller): ReadonlyMap<Naming, Formula> {
  const sessions = sessionsNamed(statement, caller);
  const namings = new Map<Naming, Formula>();
  for (const { as, truth } of matchPrincipal(statement, caller)) {
    const isChosen = as === "session" && truth !== true && sessions.length > 0;
    const formula = isChosen ? some(SESSION, words(sessions)) : truthFormula(truth);
    namings.set(as, any(namings.get(as) ?? FALSE, formula));
  }
  return namings;
}

function sessionsNamed({ principal }: PolicyStatement, { principal: caller, account }: Caller): readonly string[] {
  if (!principal || principal.negated || caller.kind !== "session" || caller.name !== undefined) return [];
  const role = caller.role.split("/").at(-1);
  return principal.items.flatMap((item) =>
    item.kind === "session" && item.account === account && item.role === role ? [item.session] : [],
  );
}

/** Only a trust policy has no resource: it speaks for its role. A key policy without one is valid and has no effect. */
function resourceFormula({ kind }: PolicyDocument, { resource }: PolicyStatement, reading: Reading): Formula {
  if (resource === undefined) return kind === "trust" ? TRUE : FALSE;
  const listed = listsResource(resource, reading);
  return resource.negated ? not(listed) : listed;
}

function listsResource({ items }: Element<ResourcePattern>, reading: Reading): Formula {
  return any(
    ...items.map((item) => {
      if (item.kind === "everything") return TRUE;
      const [partition, service, scope, region, account, last] = item.segments;
      const resolved = resolve(last, reading);
      if (resolved.kind === "nothing") return FALSE;
      if (resolved.kind !== "pattern")
        return unknown(resolved.kind === "unknown" ? resolved.why : `what ${item.text} stands for`);
      const pattern = { ...item, segments: [partition, service, scope, region, account, resolved.pattern] as const };
      return listsPattern(pattern, reading);
    }),
  );
}

/** A question with an open resource asks for what begins so: the pattern's last segment says which of them. */
function listsPattern(pattern: Extract<ResourcePattern, { kind: "arn" }>, { question }: Reading): Formula {
  if (!isOpenResource(question)) return matchesResource(pattern, question.resource) ? TRUE : FALSE;
  const [head] = cutArn(question.resource);
  const { segments } = pattern;
  const crosses = segments.slice(0, -1).some((segment) => segment.at(-1)?.kind === "many");
  if (crosses) return acrossSegments(pattern, question);
  const isSamePlace = matchesResource(
    { ...pattern, segments: [...segments.slice(0, 5), [{ kind: "many" }]] as never },
    `${head}any`,
  );
  return isSamePlace ? some(RESOURCE, languageOf(segments[5], false)) : FALSE;
}

/** A `*` that may go on over colons: the whole pattern as one text, behind the head that is asked for. */
function acrossSegments({ segments }: Extract<ResourcePattern, { kind: "arn" }>, question: AwsQuestion): Formula {
  const colon = { kind: "text", text: ":" } as const;
  const whole = segments.flatMap((segment, at) => (at === 0 ? segment : [colon, ...segment]));
  const [head] = cutArn(question.resource);
  // What stands behind the head is left when the head is taken off; only a pattern whose `*` ends the head is so simple.
  const rest = withoutHead(whole, head);
  return rest === undefined
    ? unknown("which resources a pattern with `*` in place of several parts of an ARN names")
    : some(RESOURCE, rest);
}

function withoutHead(whole: readonly { readonly kind: string; readonly text?: string }[], head: string) {
  let left = head;
  for (const [at, part] of whole.entries()) {
    if (part.kind === "text" && part.text !== undefined) {
      if (left.startsWith(part.text)) left = left.slice(part.text.length);
      else if (part.text.startsWith(left))
        return languageFrom([{ kind: "text", text: part.text.slice(left.length) }, ...whole.slice(at + 1)]);
      else return undefined;
    } else if (part.kind === "many") {
      const rest = whole.slice(at + 1);
      return rest.every(({ kind, text }) => kind === "many" || text === ":") ? languageFrom([{ kind: "many" }]) : undefined;
    } else return undefined;
  }
  return left === "" ? languageFrom([]) : undefined;
}

const languageFrom = (parts: readonly { readonly kind: string; readonly text?: string }[]) => languageOf(parts as never, false);

/** What an open resource begins with. */
export function resourceCircumstances(question: AwsQuestion): Formula {
  if (!isOpenResource(question)) return TRUE;
  const [, rest] = cutArn(question.resource);
  return some(RESOURCE, globbed([{ kind: "text", text: rest.slice(0, -1) }, { kind: "one" }, { kind: "many" }]));
}
