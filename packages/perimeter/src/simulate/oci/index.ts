export * from "./estate";
export { refusalsOf } from "./refusals";
export * from "./request";
export { type OciSimulator, simulateOci, simulatorOf } from "./simulate";
