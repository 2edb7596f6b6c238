import type { DataSource } from "../../engine/cloud";
import { Refusal } from "../../engine/refusal";
import type { ObjectValue } from "../../schema/value";
import { answerId, isGiven } from "./listing";
import { seen } from "./world";

/** A data source that gets one object of the world by arguments that name it. */
export interface Getter {
  readonly of: string;
  /** The attribute that each argument names; the rest of the arguments says how to answer. */
  readonly by: Readonly<Record<string, string>>;
  /** Where there is none and the service answers all the same. */
  readonly absent?: ObjectValue;
  /** The refusal of what isn't there; without it, the one that most services have. */
  readonly missing?: (config: ObjectValue) => string;
  readonly row?: (object: ObjectValue) => ObjectValue;
}

/** Source: API Errors: the same words for what isn't there and for what one may not see. */
const NOT_FOUND = "404-NotAuthorizedOrNotFound, Authorization failed or requested resource not found.";

export const getter =
  (type: string, of: Getter): DataSource =>
  (config, scope, world) => {
    const keys = Object.entries(of.by);
    const found = seen(world, scope, of.of).find((object) =>
      keys.every(([argument, attribute]) => object[attribute] === config[argument]),
    );
    if (!found && !of.absent) throw new Refusal(of.missing?.(config) ?? NOT_FOUND);
    const answer = found ? (of.row?.(found) ?? found) : (of.absent ?? {});
    return {
      ...answer,
      ...Object.fromEntries(Object.entries(config).filter(isGiven)),
      id: answer["id"] ?? answerId(type, config),
    };
  };
