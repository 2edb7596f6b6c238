export { type DiffOptions, diff } from "./diff";
export type * from "./difference";
export type { Route, RoutesOf } from "./routes";
export { shownPrincipal } from "./words";
