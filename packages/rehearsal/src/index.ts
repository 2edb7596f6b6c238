export { type StandIns, startStandIns } from "./stand-ins";
export { rehearse } from "./terraform/rehearse";
export { findTerraform } from "./terraform/terraform";
