export { type OciPossibilities, ociPossibilities } from "./possible";
