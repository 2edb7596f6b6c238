export * from "./estate";
export * from "./request";
export { simulateAws } from "./simulate";
