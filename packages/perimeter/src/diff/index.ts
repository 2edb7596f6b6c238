export { type DiffOptions, diff } from "./diff";
export type { Difference } from "./difference";
export type { Route, RoutesOf } from "./routes";
