import { expectIn, parseAction, parseResourceType, parseTo } from "./action";
import { infixHelp, parseCondition } from "./condition";
import { expectEnd, refuse } from "./diagnostics";
import type { Lexer } from "./lexer";
import { parseCrossLocation, parseLocation, parseSource } from "./location";
import { blankHelp, expectKeyword, looksLikeOcid, parseOcid, parseQualifiedName, take, takeKeyword } from "./names";
import { place } from "./spans";
import { parseSubject } from "./subject";
import {
  type Action,
  type Association,
  type Condition,
  type CrossLocation,
  DEFINED,
  type Definition,
  type Effect,
  type Joined,
  type PolicyStatement,
  type Source,
  type Statement,
  type Subject,
} from "./syntax";

const HEADS = ["allow", "deny", "define", "endorse", "admit"] as const;

const HALVES = ["endorse", "admit"] as const;

/** statement := define | grant | endorse | admit | associate, up to the end of the text */
export function parseWholeStatement(lexer: Lexer): PolicyStatement {
  const { start } = lexer;
  const head = take(lexer, HEADS);
  switch (head) {
    case "allow":
      return parseGrant(lexer, start, head);
    case "deny": {
      const half = take(lexer, HALVES);
      return half ? parseHalf(lexer, start, head, half) : parseGrant(lexer, start, head);
    }
    case "define":
      return parseDefinition(lexer, start);
    case "endorse":
    case "admit":
      return parseHalf(lexer, start, "allow", head);
    case undefined:
      return refuse(lexer, ["`allow`", "`deny`", "`define`", "`endorse`", "`admit`"]);
  }
}

/** define := "define" ("tenancy" | "compartment" | "group" | "dynamic-group" | "service") qualified-name "as" ["id"] ocid */
function parseDefinition(lexer: Lexer, start: number): Definition {
  const what = take(lexer, DEFINED);
  if (!what)
    refuse(
      lexer,
      DEFINED.map((word) => `\`${word}\``),
    );
  const name = parseQualifiedName(lexer, `a ${what} name`.replace("dynamic-group", "dynamic group"));
  expectKeyword(lexer, "as", looksLikeOcid(lexer.raw) ? "write `as` before the OCID" : blankHelp(lexer));
  takeKeyword(lexer, "id");
  const ocid = parseOcid(lexer);
  expectEnd(lexer, []);
  return place(lexer, { kind: "define", what, name, ocid }, start);
}

/** grant := ("allow" | "deny") subject action "in" location ["where" condition] */
function parseGrant(lexer: Lexer, start: number, effect: Effect): Statement {
  const subject = parseSubject(lexer);
  parseTo(lexer, subject);
  const action = parseAction(lexer);
  expectIn(lexer, action);
  const location = parseLocation(lexer);
  const condition = parseWhere(lexer, location);
  const statement = condition ? { effect, subject, action, location, condition } : { effect, subject, action, location };
  return place(lexer, statement, start);
}

/**
 * endorse := ["deny"] "endorse" subject (action "in" cross-location | association) ["where" condition]
 * admit := ["deny"] "admit" subject ["of" source] (action "in" location | association) ["where" condition]
 */
function parseHalf(lexer: Lexer, start: number, effect: Effect, half: "endorse" | "admit"): PolicyStatement {
  const subject = parseSubject(lexer);
  const source = half === "admit" ? parseOf(lexer, subject) : undefined;
  const to = parseTo(lexer, subject, half === "admit" && !source ? ["`of`"] : []);
  if (to && takeKeyword(lexer, "associate")) return parseAssociation(lexer, start, effect, half, subject, source);
  const action = parseAction(lexer, to ? ["`associate`"] : []);
  expectIn(lexer, action);
  return half === "endorse"
    ? finish(lexer, start, { kind: half, effect, subject, ...inside(lexer, action, parseCrossLocation) })
    : finish(lexer, start, { kind: half, effect, subject, ...(source && { source }), ...inside(lexer, action, parseLocation) });
}

function inside<Place>(lexer: Lexer, action: Action, parse: (lexer: Lexer) => Place): { action: Action; location: Place } {
  return { action, location: parse(lexer) };
}

/** ["of" source] */
function parseOf(lexer: Lexer, { kind }: Subject): Source | undefined {
  return takeKeyword(lexer, "of") ? parseSource(lexer, kind === "any-user" || kind === "any-group") : undefined;
}

/** association := "to" "associate" joined "with" joined, the first two words taken before */
function parseAssociation(
  lexer: Lexer,
  start: number,
  effect: Effect,
  half: Association["half"],
  subject: Subject,
  source: Source | undefined,
): PolicyStatement {
  const joins = parseJoined(lexer);
  expectKeyword(lexer, "with");
  const joined = {
    kind: "associate",
    half,
    effect,
    subject,
    ...(source && { source }),
    joins,
    with: parseJoined(lexer),
  } as const;
  return finish(lexer, start, joined);
}

/** joined := resource-type "in" cross-location */
function parseJoined(lexer: Lexer): Joined {
  const { start } = lexer;
  const resourceType = parseResourceType(lexer);
  const end = lexer.previousEnd;
  expectKeyword(lexer, "in");
  const location = parseCrossLocation(lexer);
  return place(lexer, { resourceType, location }, start, [start, end]);
}

type Conditioned = Exclude<PolicyStatement, Statement | Definition>;

/** The statement with the condition that may follow it. */
function finish(lexer: Lexer, start: number, statement: Conditioned): PolicyStatement {
  const condition = parseWhere(lexer, statement.kind === "associate" ? statement.with.location : statement.location);
  return place(lexer, condition ? { ...statement, condition } : statement, start);
}

/** ["where" condition], and the end of the text */
function parseWhere(lexer: Lexer, location: CrossLocation): Condition | undefined {
  if (!takeKeyword(lexer, "where")) {
    expectEnd(lexer, ["`where`"], helpAfter(lexer, location));
    return undefined;
  }
  const condition = parseCondition(lexer);
  expectEnd(lexer, [], infixHelp(lexer));
  return condition;
}

/** A word behind a compartment's name is most often the rest of a name with blanks. */
function helpAfter(lexer: Lexer, location: CrossLocation): string | undefined {
  if (location.kind !== "compartment" || lexer.is("of")) return undefined;
  return blankHelp(lexer);
}
