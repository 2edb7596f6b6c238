export { type OciPossibilities, ociPossibilities } from "./possible";
export type { OciQuestion } from "./variables";
