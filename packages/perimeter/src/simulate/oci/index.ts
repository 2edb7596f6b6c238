export * from "./estate";
export * from "./request";
export { simulateOci } from "./simulate";
