import { type Automaton, type Move, UNITS, unfold } from "./automaton";
import { fold, foldUnit, variantsOf } from "./case";

/** What a glob consists of: text, `*` (any code units) and `?` (exactly one). Other packages' patterns have this shape too. */
export type GlobPart = { readonly kind: "text"; readonly text: string } | { readonly kind: "many" } | { readonly kind: "one" };
export type Glob = readonly GlobPart[];

/** A step of a glob, one code unit or `*` wide. */
type GlobStep = { readonly takes: string } | "many" | "one";

/** Reads `*`, and `?` where the language has it; all else is text. OCI's patterns have no `?`. */
export function parseGlob(text: string, { one = true } = {}): Glob {
  return text
    .split(one ? /([*?])/ : /(\*)/)
    .filter((part) => part !== "")
    .map((part) => (part === "*" ? { kind: "many" } : one && part === "?" ? { kind: "one" } : { kind: "text", text: part }));
}

/** Several `*` in a row are one. */
function stepsOf(glob: Glob, ignoreCase: boolean): readonly GlobStep[] {
  const steps: GlobStep[] = [];
  for (const part of glob) {
    if (part.kind === "text") for (const takes of (ignoreCase ? fold(part.text) : part.text).split("")) steps.push({ takes });
    else if (part.kind === "one" || steps.at(-1) !== "many") steps.push(part.kind);
  }
  return steps;
}

/** Whether the whole text matches; takes at most length of glob times length of text steps. */
export function matchesGlob(glob: Glob, text: string, ignoreCase: boolean): boolean {
  const steps = stepsOf(glob, ignoreCase);
  let [step, at, afterStar, mark] = [0, 0, -1, 0];
  while (at < text.length || step < steps.length) {
    const current = steps[step];
    if (current === "many") {
      step += 1;
      [afterStar, mark] = [step, at];
    } else if (current !== undefined && at < text.length && takesUnit(current, text.charAt(at), ignoreCase)) {
      [step, at] = [step + 1, at + 1];
    } else {
      if (afterStar < 0 || mark >= text.length) return false;
      mark += 1;
      [step, at] = [afterStar, mark];
    }
  }
  return true;
}

function takesUnit(step: GlobStep, unit: string, ignoreCase: boolean): boolean {
  return typeof step === "string" || step.takes === (ignoreCase ? foldUnit(unit) : unit);
}

/**
 * The automaton of a glob, by its sets of places. A place before a `*` makes all earlier ones superfluous, since whatever they
 * still take, the `*` takes as well: without `?` the sets stay small.
 */
export function globAutomaton(glob: Glob, ignoreCase: boolean): Automaton {
  const steps = stepsOf(glob, ignoreCase);
  return unfold<readonly number[]>({
    start: pruned([0], steps),
    accepts: (places) =>
      places.some((place) => place === steps.length || (steps[place] === "many" && place === steps.length - 1)),
    moves: (places) => movesOf(places, steps, ignoreCase),
    key: (places) => places.join(),
  });
}

function movesOf(places: readonly number[], steps: readonly GlobStep[], ignoreCase: boolean) {
  const always: number[] = [];
  const byUnit = new Map<string, number[]>();
  for (const place of places) {
    const [step, next] = steps[place] === "many" ? [steps[place + 1], place + 2] : [steps[place], place + 1];
    if (steps[place] === "many") always.push(place);
    if (step === "one") always.push(next);
    else if (typeof step === "object") byUnit.set(step.takes, [...(byUnit.get(step.takes) ?? []), next]);
  }
  const elsewhere = pruned(always, steps);
  const exceptions = [...byUnit].map(([unit, to]) => ({
    units: ignoreCase ? variantsOf(unit) : [unit],
    to: pruned([...always, ...to], steps),
  }));
  return movesWith(elsewhere, exceptions);
}

/** Moves on some code units, and one on all others. */
export function movesWith<Place>(
  elsewhere: Place,
  exceptions: readonly { readonly units: readonly string[]; readonly to: Place }[],
): readonly { readonly end: number; readonly to: Place }[] {
  const units = exceptions
    .flatMap(({ units: several, to }) => several.map((unit) => ({ unit: unit.charCodeAt(0), to })))
    .sort((one, other) => one.unit - other.unit);
  const moves: (Omit<Move, "to"> & { readonly to: Place })[] = [];
  let from = 0;
  for (const { unit, to } of units) {
    if (unit > from) moves.push({ end: unit, to: elsewhere });
    moves.push({ end: unit + 1, to });
    from = unit + 1;
  }
  if (from < UNITS) moves.push({ end: UNITS, to: elsewhere });
  return moves;
}

function pruned(places: readonly number[], steps: readonly GlobStep[]): readonly number[] {
  const last = places.reduce((star, place) => (steps[place] === "many" ? Math.max(star, place) : star), -1);
  return [...new Set(places)].filter((place) => place >= last).sort((one, other) => one - other);
}
