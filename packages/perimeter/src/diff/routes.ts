import type { Question } from "../question";
import type { RouteChange } from "./difference";

/** An answer that a user may get to a query for a name of the model, in some state of health and from somewhere. */
export type Route = Omit<RouteChange, "change">;

/** What answers an estate gives. What it can't tell is for the guarantee `routing` to say. */
export type RoutesOf = (question: Question) => readonly Route[];

/** Answers that are new, those that lead outside first, and answers that are gone. */
export function routeChanges(before: readonly Route[], after: readonly Route[]): readonly RouteChange[] {
  const [were, are] = [byKey(before), byKey(after)];
  const added = [...are].filter(([key]) => !were.has(key)).map(([, route]): RouteChange => ({ change: "added", ...route }));
  const removed = [...were].filter(([key]) => !are.has(key)).map(([, route]): RouteChange => ({ change: "removed", ...route }));
  return [...added].sort((one, other) => Number(other.isOutside) - Number(one.isOutside)).concat(removed);
}

/** The same answer may be given in many states of health. */
function byKey(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const keyed = routes.map((route) => [JSON.stringify([route.hostname, route.answer, route.isOutside]), route] as const);
  return new Map(keyed.sort(([one], [other]) => (one < other ? -1 : 1)));
}
