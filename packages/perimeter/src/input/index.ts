export { readPaths } from "./paths";
export { readInput } from "./read";
export type { Input, NamedText, Provider, Read, Resource, Source, Unread } from "./resource";
export * from "./value";
