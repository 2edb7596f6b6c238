export { awsWays } from "./aws/ways";
export { type Closure, closureOf, type Reached, type Reaches, type Step } from "./closure";
export type { AnyRequest, Held } from "./held";
export { ociWays } from "./oci-ways";
export { remembered } from "./remembered";
export type { Row, Way, Ways } from "./ways";
