import type { Estate } from "../../estate";
import { isUnknown } from "../../estate/maybe";
import type { Value } from "../../input";
import { literal } from "../../input/value";
import { step } from "./lead";
import type { Attachment } from "./records";
import { type Asked, shownValue } from "./resolve";
import type { Steering } from "./steering/policy";
import { possibleAnswers, type Shown } from "./steering/possible";
import { readSteering } from "./steering/read-policy";

/** An answer of a steering policy, and when it is given. */
export interface Steered {
  readonly asked: Asked;
  readonly value: Value;
  /** Whether it is another name. */
  readonly isName: boolean;
}
