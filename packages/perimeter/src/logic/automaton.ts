import { countState, MAX_STATES, OutOfBudget } from "./budget";

/**
 * A deterministic, complete automaton over UTF-16 code units, its first state the start. A state's moves cover all code
 * units: each one those from the end of the move before it up to `end`, which is left out.
 */
export interface Automaton {
  readonly states: readonly State[];
}

export interface State {
  readonly accepts: boolean;
  readonly moves: readonly Move[];
}

export interface Move {
  readonly end: number;
  readonly to: number;
}

/** One more than the last code unit. */
export const UNITS = 0x1_0000;

/** A deterministic machine with states of any kind, of which only those that are reached are ever made. */
export interface Machine<Place> {
  readonly start: Place;
  accepts(place: Place): boolean;
  moves(place: Place): readonly { readonly end: number; readonly to: Place }[];
  /** Equal for places that are the same state. */
  key(place: Place): number | string;
}

/** Makes the states that are reached, in breadth, so that equal machines give equal automata. */
export function unfold<Place>({ start, accepts, moves, key }: Machine<Place>): Automaton {
  const places = [start];
  const numbers = new Map<number | string, number>([[key(start), 0]]);
  const numberOf = (place: Place) => {
    const known = numbers.get(key(place));
    if (known !== undefined) return known;
    if (places.length >= MAX_STATES) throw new OutOfBudget(`a pattern takes more than ${MAX_STATES} states`);
    countState();
    numbers.set(key(place), places.length);
    return places.push(place) - 1;
  };
  const states: State[] = [];
  // An array is walked to its end, also over what is added on the way.
  for (const place of places)
    states.push({ accepts: accepts(place), moves: joined(moves(place).map(({ end, to }) => ({ end, to: numberOf(to) }))) });
  return { states };
}

/** Neighbouring moves to the same state are one. */
function joined(moves: readonly Move[]): readonly Move[] {
  return moves.filter(({ to }, index) => moves[index + 1]?.to !== to);
}

export function complementAutomaton({ states }: Automaton): Automaton {
  return { states: states.map(({ accepts, moves }) => ({ accepts: !accepts, moves })) };
}

const DEAD = -1;

/** Pairs of states, each pair that is reached once; all that lead to no text are one. */
export function intersectAutomata(one: Automaton, other: Automaton): Automaton {
  const width = other.states.length;
  const [alive, aliveOther] = [aliveStates(one), aliveStates(other)];
  const place = (left: number, right: number) => (alive.has(left) && aliveOther.has(right) ? left * width + right : DEAD);
  return merged(
    unfold<number>({
      start: place(0, 0),
      accepts: (pair) => isAccepting(one, Math.floor(pair / width)) && isAccepting(other, pair % width),
      moves: (pair) => {
        const [left, right] = [one.states[Math.floor(pair / width)], other.states[pair % width]];
        return left && right ? paired(left.moves, right.moves, place) : [{ end: UNITS, to: DEAD }];
      },
      key: (pair) => pair,
    }),
  );
}

const isAccepting = ({ states }: Automaton, state: number) => states[state]?.accepts ?? false;

function paired(left: readonly Move[], right: readonly Move[], place: (left: number, right: number) => number): readonly Move[] {
  const moves: Move[] = [];
  let [at, atOther] = [0, 0];
  for (;;) {
    const [move, other] = [left[at], right[atOther]];
    if (!move || !other) return moves;
    moves.push({ end: Math.min(move.end, other.end), to: place(move.to, other.to) });
    if (move.end <= other.end) at += 1;
    if (other.end <= move.end) atOther += 1;
  }
}

/** All states from which no text is accepted become one: an intersection is small again where little is left of it. */
function merged(automaton: Automaton): Automaton {
  const alive = aliveStates(automaton);
  // A dead state that is alone is merged already.
  if (alive.size >= automaton.states.length - 1) return automaton;
  const canonical = (state: number) => (alive.has(state) ? state : DEAD);
  return unfold<number>({
    start: canonical(0),
    accepts: (state) => isAccepting(automaton, state),
    moves: (state) =>
      automaton.states[state]?.moves.map(({ end, to }) => ({ end, to: canonical(to) })) ?? [{ end: UNITS, to: DEAD }],
    key: (state) => state,
  });
}

/** The states from which some text is accepted. */
function aliveStates(automaton: Automaton): ReadonlySet<number> {
  const known = ALIVE.get(automaton);
  if (known) return known;
  const before: number[][] = automaton.states.map(() => []);
  for (const [from, { moves }] of automaton.states.entries()) for (const { to } of moves) before[to]?.push(from);
  const alive = new Set(automaton.states.flatMap(({ accepts }, state) => (accepts ? [state] : [])));
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const state of alive) for (const from of before[state] ?? []) alive.add(from);
  ALIVE.set(automaton, alive);
  return alive;
}

const ALIVE = new WeakMap<Automaton, ReadonlySet<number>>();

export function acceptsText({ states }: Automaton, text: string): boolean {
  let state = states[0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const move = state?.moves.find(({ end }) => unit < end);
    state = move && states[move.to];
  }
  return state?.accepts ?? false;
}

/** Picks a code unit from `from` on up to `end`, and says how well it reads: the lowest rank is preferred. */
export type Pick = (from: number, end: number) => { readonly unit: number; readonly rank: number } | undefined;

/**
 * A shortest text that is accepted, its code units those that `pick` offers; the same one for the same automaton. The
 * empty text only where there is no other: a request rarely has it.
 */
export function shortestText({ states }: Automaton, pick: Pick): string | undefined {
  const [start] = states;
  const texts = new Map<number, string>();
  const goOn = (state: State | undefined, text: string) => {
    for (const { unit, to } of choicesOf(state?.moves ?? [], pick))
      if (!texts.has(to)) texts.set(to, text + String.fromCharCode(unit));
  };
  goOn(start, "");
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const [number, text] of texts) {
    const state = states[number];
    if (state?.accepts) return text;
    goOn(state, text);
  }
  return start?.accepts ? "" : undefined;
}

function choicesOf(moves: readonly Move[], pick: Pick): readonly { readonly unit: number; readonly to: number }[] {
  const choices = moves.flatMap(({ end, to }, index) => {
    const picked = pick(moves[index - 1]?.end ?? 0, end);
    return picked ? [{ ...picked, to }] : [];
  });
  return choices.sort((one, other) => one.rank - other.rank);
}
