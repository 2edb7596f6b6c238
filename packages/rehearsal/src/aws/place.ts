import type { Scope } from "../engine/cloud";
import { render } from "../engine/template";
import { textOf } from "../schema/value";

/** Where an id means something: in one account, and for most services in one region of it. */
export const IN_ACCOUNT = "{account}|";
export const IN_REGION = "{account}|{region}|";

/** The id under which the world holds an object of that place. */
export const placed = (place: typeof IN_ACCOUNT | typeof IN_REGION, scope: Scope, id: string): string =>
  `${textOf(render(place, (name) => scope[name]))} ${id}`;
