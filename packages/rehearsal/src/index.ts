export { type RehearsalOptions, type RehearsalOutcome, type RehearsalStep, rehearseFolder } from "./rehearsal";
export { findTerraform, type Installed } from "./terraform/installed";
export type { Counts } from "./terraform/rehearse";
