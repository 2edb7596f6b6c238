export { type AwsPossibilities, awsPossibilities } from "./possible";
export type { AwsQuestion } from "./question";
