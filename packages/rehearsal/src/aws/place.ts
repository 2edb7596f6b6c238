import type { Scope } from "../engine/cloud";
import { textOf } from "../schema/value";

/** Where an id means something: in one account, and for most services in one region of it. */
export const placeOf = (scope: Scope, isRegional: boolean): string =>
  `${textOf(scope["account"])}|${isRegional ? textOf(scope["region"]) : ""}|`;
