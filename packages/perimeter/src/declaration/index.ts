export type * from "./declaration";
export { declare } from "./declare";
export { JURISDICTION_NAMES } from "./jurisdictions";
export { modelSchema } from "./model/json-schema";
export type { Model } from "./model/model";
export { readModel } from "./read-model";
