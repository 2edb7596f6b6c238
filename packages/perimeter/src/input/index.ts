export { readPaths } from "./paths";
export { readInput } from "./read";
export type { Input, NamedText, Provider, Read, Resource, Source, StateBackend, Unread } from "./resource";
export * from "./value";
