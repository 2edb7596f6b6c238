import { closureOf } from "./detours";
import type { Estate } from "./estate";
import { GUARANTEES } from "./guarantees";
import { type AccessProof, proveAccess } from "./guarantees/access";
import { layerRows, layersIn } from "./guarantees/access/layers";
import { unmodelled } from "./guarantees/access/unmodelled";
import { notDeclared } from "./guarantees/outcome";
import { standingsIn } from "./guarantees/standing";
import { assetsIn, type Question, waysIn } from "./question";
import type { AccessRow, GuaranteeId, GuaranteeVerdict, Outcome, Verdict } from "./verdict/verdict";

/** In the order in which they are told. */
export const GUARANTEE_IDS: readonly GuaranteeId[] = ["access", ...GUARANTEES.map(({ id }) => id)];

export interface CheckOptions {
  /** Whether to find out which layers keep foreign roles out: it takes as long again. @default false */
  readonly layers?: boolean;
  /** What to prove. @default all */
  readonly guarantees?: readonly GuaranteeId[];
  /** Marks what somebody answers for, so that it fails nothing. @default nobody does */
  readonly approve?: Approve;
}

/** A verdict with its approved findings marked, and what it is with these left aside. */
export type Approve = (verdict: GuaranteeVerdict, access: readonly AccessRow[]) => GuaranteeVerdict;

/** The verdict on an estate. Pure: the same question has the same answer. */
export function check(
  question: Question,
  { layers = false, guarantees = GUARANTEE_IDS, approve = (verdict) => verdict }: CheckOptions = {},
): Verdict {
  const { estate, declared, at, stacks } = question;
  const resources = [...estate.resources.values()];
  const copies = assetsIn(question);
  const { assets, open } = copies;
  const waysOf = (known: Estate) => waysIn(known, at);
  const clouds = waysOf(estate);
  const context = { estate, jurisdiction: declared.jurisdiction.name };
  const closure = closureOf(clouds);
  const facts = { ...question, ...copies, clouds, closure, standings: standingsIn(declared, closure.actors) };
  const isAccessAsked = guarantees.includes("access");
  const proof = isAccessAsked ? proveAccess(declared, assets, clouds, context, closure) : NOT_ASKED;
  const unfollowed = open.map(({ by, reason }) => ({
    address: by.address,
    reason,
  }));
  const holdsWithoutDenials = () => {
    const without = proveAccess(declared, assets, waysOf(withoutOciDenials(estate)), context);
    return approve(without.verdict, without.access).verdict === "holds";
  };
  const access = approve(withUndecided(proof.verdict, [...unfollowed, ...unmodelled(resources)]), proof.access);
  const others = GUARANTEES.filter(({ id }) => guarantees.includes(id)).map(({ prove }) => approve(prove(facts), proof.access));
  const verdicts = [access, ...others].filter(({ id }) => guarantees.includes(id));
  return {
    schemaVersion: 1,
    verdict: overall(verdicts),
    restsOnDenials:
      isAccessAsked &&
      access.verdict === "holds" &&
      declared.oci.denyPolicies === undefined &&
      hasDenials(estate) &&
      !holdsWithoutDenials(),
    at: at.toISOString().slice(0, 10),
    guarantees: verdicts,
    access: proof.access,
    trustBase: proof.trustBase,
    layers: layers ? layerRows(declared, assets, clouds, context, layersIn(estate, waysOf)) : [],
    inputs: {
      stacks: stacks.length,
      resources: resources.length,
      statements: statementsIn(estate),
      principals: clouds.reduce((sum, { actors }) => sum + actors.length, 0),
      assets: assets.length,
    },
  };
}

/** Who can read what takes the longest: it is only found out where somebody asks. */
const NOT_ASKED: AccessProof = { verdict: notDeclared("access"), access: [], trustBase: [] };

function withUndecided(verdict: GuaranteeVerdict, undecided: GuaranteeVerdict["undecided"]): GuaranteeVerdict {
  if (undecided.length === 0) return verdict;
  return {
    ...verdict,
    verdict: verdict.verdict === "violated" ? "violated" : "undecided",
    undecided: [...verdict.undecided, ...undecided],
  };
}

/** Violated if one is, else undecided if one is: what isn't known is never a pass. */
function overall(guarantees: readonly GuaranteeVerdict[]): Outcome {
  const outcomes = guarantees.map(({ verdict }) => verdict);
  if (outcomes.includes("violated")) return "violated";
  return outcomes.includes("undecided") ? "undecided" : "holds";
}

function statementsIn({ oci, aws }: Estate): number {
  const ofOci = [oci.tenancy, ...oci.others].flatMap(({ policies }) =>
    policies.flatMap(({ statements }) => (Array.isArray(statements) ? statements : [])),
  );
  const documents = [
    ...aws.principals.flatMap(({ policies }) => policies),
    ...aws.resources.flatMap(({ policy }) => (policy ? [policy] : [])),
  ];
  const ofAws = documents.flatMap((one) => ("document" in one ? one.document.statements : []));
  return ofOci.length + ofAws.length;
}

/** Whether a statement takes something away: deny policies have to be enabled for it to count. */
function hasDenials({ oci: { tenancy } }: Estate): boolean {
  return tenancy.policies.some(
    ({ statements }) => Array.isArray(statements) && statements.some(({ text }) => /^\s*deny\b/i.test(text)),
  );
}

function withoutOciDenials(estate: Estate): Estate {
  return { ...estate, oci: { ...estate.oci, tenancy: { ...estate.oci.tenancy, denyPolicies: false } } };
}
