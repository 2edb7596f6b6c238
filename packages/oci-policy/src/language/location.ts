import { didYouMean, refuse, refuseSpan, shown } from "./diagnostics";
import type { Lexer } from "./lexer";
import { expectKeyword, looksLikeOcid, parseName, parseOcid, take, takeKeyword } from "./names";
import { place } from "./spans";
import type { CompartmentLocation, CrossLocation, Location, Source } from "./syntax";

const PLACES = ["tenancy", "compartment"] as const;

/** location := "tenancy" | compartment     (OCI documentation, "Policy Syntax", location) */
export function parseLocation(lexer: Lexer): Location {
  const { start } = lexer;
  const keyword = take(lexer, PLACES);
  if (!keyword) refuse(lexer, ["`tenancy`", "`compartment`"], helpForKeyword(lexer));
  return keyword === "tenancy" ? place(lexer, { kind: "tenancy" }, start) : parseCompartment(lexer, start);
}

function helpForKeyword(lexer: Lexer): string | undefined {
  if (lexer.is("any-tenancy")) return "only `endorse` and `associate` reach into any tenancy";
  if (lexer.kind !== "word" && lexer.kind !== "string") return undefined;
  return didYouMean(lexer.raw, ["tenancy", "compartment"]) ?? `write ${shown(`compartment ${lexer.raw}`)}`;
}

/** compartment := "compartment" "id" ocid | "compartment" path, the keyword taken before */
function parseCompartment(lexer: Lexer, start: number): CompartmentLocation {
  if (!takeKeyword(lexer, "id")) return parsePath(lexer, start);
  const idStart = lexer.start;
  const id = parseOcid(lexer, "a name that is a word of the language needs quotes: `'id'`");
  return place(lexer, { kind: "compartment-id", id }, start, [idStart, lexer.previousEnd]);
}

/** path := name (":" name)*. A name in it may be an OCID; alone an OCID needs its `id`. */
function parsePath(lexer: Lexer, start: number): CompartmentLocation {
  const path: string[] = [];
  const offsets: number[] = [];
  do {
    if (path.length > 0) lexer.advance();
    offsets.push(lexer.start);
    path.push(parseName(lexer, "a compartment name"));
    offsets.push(lexer.previousEnd);
  } while (lexer.kind === ":");
  const [first = ""] = path;
  if (path.length === 1 && looksLikeOcid(first))
    refuseSpan({ start: offsets[0] as number, end: lexer.previousEnd }, ["`id`"], shown(first), "write `id` before an OCID");
  return place(lexer, { kind: "compartment", path }, start, offsets);
}

const CROSS_PLACES = ["any-tenancy", "tenancy", "compartment"] as const;

/**
 * cross-location := "any-tenancy" | "tenancy" [ name ] | compartment [ "of" "tenancy" name ]
 * (OCI documentation, "Cross-Tenancy Access Policies")
 */
export function parseCrossLocation(lexer: Lexer): CrossLocation {
  const { start } = lexer;
  const keyword = take(lexer, CROSS_PLACES);
  switch (keyword) {
    case undefined:
      return refuse(lexer, ["`any-tenancy`", "`tenancy`", "`compartment`"], helpForKeyword(lexer));
    case "any-tenancy":
      return place(lexer, { kind: "any-tenancy" }, start);
    case "tenancy":
      return parseTenancy(lexer, start);
    case "compartment": {
      const compartment = parseCompartment(lexer, start);
      if (!takeKeyword(lexer, "of")) return compartment;
      expectKeyword(lexer, "tenancy");
      const tenancy = parseName(lexer, "a tenancy name");
      return place(lexer, { kind: "foreign", tenancy, compartment }, start);
    }
  }
}

/** "tenancy" [ name ], the keyword taken before */
function parseTenancy(lexer: Lexer, start: number): CrossLocation {
  const named = lexer.kind === "string" || (lexer.kind === "word" && !lexer.is("where") && !lexer.is("with"));
  if (!named) return place(lexer, { kind: "tenancy" }, start);
  const tenancy = parseName(lexer, "a tenancy name");
  return place(lexer, { kind: "foreign", tenancy }, start);
}

/** source := "tenancy" name | "any-tenancy", the latter only for `any-user` and `any-group` */
export function parseSource(lexer: Lexer, anybody: boolean): Source {
  const { start } = lexer;
  if (anybody && takeKeyword(lexer, "any-tenancy")) return place(lexer, { kind: "any-tenancy" }, start);
  if (!takeKeyword(lexer, "tenancy")) {
    const help = lexer.is("any-tenancy") ? "only `any-user` and `any-group` can be of any tenancy" : undefined;
    refuse(lexer, anybody ? ["`tenancy`", "`any-tenancy`"] : ["`tenancy`"], help);
  }
  const tenancy = parseName(lexer, "a tenancy name");
  return place(lexer, { kind: "foreign", tenancy }, start);
}
