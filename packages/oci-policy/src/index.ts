export * from "./catalogue/permissions";
export * from "./catalogue/regions";
export * from "./language/printer";
export * from "./language/syntax";
