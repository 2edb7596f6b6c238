export { type RehearsalOptions, type RehearsalOutcome, type RehearsalStep, rehearseFolder } from "./rehearsal";
export type { Counts } from "./terraform/rehearse";
export { findTerraform } from "./terraform/terraform";
