import type { AccessChange, Difference } from "./difference";
import { accessSentence, shownPrincipal } from "./words";

type Compared = Omit<Difference, "summary" | "widened" | "lessKnown" | "sameAccess">;

/** The difference with what it comes to. */
export function summarized(compared: Compared): Difference {
  const sameAccess = isSameAccess(compared);
  const { schemaVersion, at, ...rest } = compared;
  return {
    schemaVersion,
    at,
    summary: sentenceOf(compared, sameAccess),
    widened: isWidened(compared),
    lessKnown: isLessKnown(compared),
    sameAccess,
    ...rest,
  };
}

const WIDER: ReadonlySet<AccessChange["change"]> = new Set(["gained", "widened", "changed"]);

function isWidened(of: Compared): boolean {
  return (
    of.access.some(({ change }) => WIDER.has(change)) ||
    of.trustBase.some(({ change }) => change === "added" || change === "undeclared") ||
    [...of.flows, ...of.copies].some(({ change }) => change === "added") ||
    of.stores.some(({ change }) => change !== "added") ||
    (of.routes ?? []).some(({ change, isOutside }) => change === "added" && isOutside) ||
    of.phases.some(({ takenBack }) => takenBack) ||
    of.declared.some(({ change }) => change === "loosened") ||
    of.guarantees.some(({ turned }) => turned === "worse") ||
    of.findings.new.length > 0
  );
}

function isLessKnown({ undecided, access, guarantees }: Compared): boolean {
  return (
    undecided.new.length > 0 ||
    access.some(({ change }) => change === "unknown") ||
    guarantees.some(({ turned }) => turned === "unknown")
  );
}

function isSameAccess({ access, findings, undecided }: Compared): boolean {
  const isAbout = ({ rule }: { readonly rule: string }) => rule.startsWith("access/");
  const isOpen = undecided.new.some(({ guarantee }) => guarantee === "access");
  return access.length === 0 && !isOpen && ![...findings.new, ...findings.gone].some(isAbout);
}

/** The gravest first: who reads more, then what else is wider, then what isn't known, then what is less. */
function sentenceOf(of: Compared, sameAccess: boolean): string {
  const { access, findings, guarantees, trustBase, phases, stores } = of;
  const wider = access.filter(({ change }) => WIDER.has(change));
  const [first] = wider;
  if (first) return `access widened: ${accessSentence(first)}${andMore(wider.length - 1)}`;
  const [finding] = findings.new;
  if (finding) return `a new finding: ${finding.message}${andMore(findings.new.length - 1)}`;
  const back = phases.find(({ takenBack }) => takenBack);
  if (back) return `a phase was taken back: the site ${back.site} was ${back.before}, and is ${back.after}`;
  const [added] = trustBase.filter(({ change }) => change === "added" || change === "undeclared");
  if (added) return `the trust base grew: ${shownPrincipal(added.principal)} ${added.because}`;
  const gone = stores.find(({ change }) => change === "removed");
  if (gone) return `the store "${gone.store}" isn't declared any more: nobody asks who reads it`;
  if (isLessKnown(of)) return "it can't be known whether somebody can read more than before";
  const rest = isWidened(of) ? `, but ${widerWords(of)}` : betterWords(guarantees);
  if (sameAccess) return `no change to who can read what${rest}`;
  const [less] = access;
  return less ? `access narrowed: ${accessSentence(less)}${andMore(access.length - 1)}${rest}` : `access narrowed${rest}`;
}

const andMore = (more: number) => (more > 0 ? `, and ${more} more` : "");

/** What is wider where access isn't. */
function widerWords({ flows, copies, stores, routes, declared, guarantees }: Compared): string {
  const words = [
    [...flows, ...copies].some(({ change }) => change === "added") ? "data is copied to more places" : undefined,
    stores.some(({ change }) => change === "moved") ? "a store rests elsewhere" : undefined,
    (routes ?? []).some(({ change, isOutside }) => change === "added" && isOutside) ? "an answer leads outside" : undefined,
    declared.some(({ change }) => change === "loosened") ? "the model allows more" : undefined,
    guarantees.some(({ turned }) => turned === "worse") ? "a guarantee turned worse" : undefined,
  ];
  return words.filter((word) => word !== undefined).join(", and ");
}

function betterWords(guarantees: Compared["guarantees"]): string {
  const better = guarantees.filter(({ turned, after }) => turned === "better" && after === "holds");
  return better.length > 0 ? `; ${better.map(({ id }) => id).join(" and ")} now hold${better.length === 1 ? "s" : ""}` : "";
}
