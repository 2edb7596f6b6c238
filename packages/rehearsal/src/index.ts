export { type OfflinePlan, type PlanOptions, planFolder } from "./offline-plan";
export { type Rehearsal, type RehearsalOptions, type RehearsalOutcome, type RehearsalStep, rehearseFolder } from "./rehearsal";
export type { Failure } from "./session";
export { findTerraform, type Installed } from "./terraform/installed";
export type { Counts } from "./terraform/rehearse";
