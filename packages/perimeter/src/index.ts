export { check } from "./check";
export { InputError } from "./cli/input-error";
export { printDiagnostics } from "./cli/print-diagnostic";
export { readQuestion } from "./cli/question";
export { today } from "./cli/time";
export type { Question } from "./question";
export { guaranteeText, textReport } from "./report/text";
export type * from "./verdict/verdict";
