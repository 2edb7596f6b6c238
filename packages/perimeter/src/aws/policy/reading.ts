import type { Findings } from "./findings";
import type { KindRules } from "./kinds";
import type { PolicyVersion } from "./syntax";

/** What the reader of an element needs to know of the document around it. */
export interface Reading {
  readonly rules: KindRules;
  readonly version: PolicyVersion;
  readonly findings: Findings;
}
